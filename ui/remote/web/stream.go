package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"callout/game/words"
)

// Times of a stream.
const (
	pingEvery = 15 * time.Second // the page answers, which says that it is there
	holdPoll  = 20 * time.Second // an answer to a page that asks for one event after the other
)

// hello is the first event of a stream.
type hello struct {
	Keys   uint64 `json:"keys"` // number of the last batch that was applied
	Width  int    `json:"w"`
	Height int    `json:"h"`
}

// stream sends what a session shows, from where the reader was: server-sent events, one after the other as they come; or,
// where something on the way holds back an answer that does not end, the next event only.
func (s *Server) stream(w http.ResponseWriter, r *http.Request) {
	one, _, ok := s.find(r)
	if !ok {
		s.refuse(w, http.StatusNotFound, "unknown", words.Say("web.refuse.unknown"))
		return
	}
	ctx, leave := one.read(r.Context())
	defer leave()
	one.touch(s.now())
	seen, err := strconv.ParseUint(r.Header.Get("Last-Event-ID"), 10, 64)
	if err != nil {
		seen = 0
	}
	out := newEvents(w, s.limits.Write, r.Header.Get(polled) == "1")
	s.counts.reading.Add(1)
	defer s.counts.reading.Add(-1)
	one.batch.Lock()
	h := hello{Keys: one.applied, Width: one.caller.Width, Height: one.caller.Height}
	one.batch.Unlock()
	if out.send("hello", h, "") != nil {
		return
	}
	s.follow(ctx, one, out, seen)
}

// follow sends events until the reader leaves or the session is over.
func (s *Server) follow(ctx context.Context, one *session, out *events, seen uint64) {
	ping := time.NewTicker(pingEvery)
	defer ping.Stop()
	hold := time.After(holdPoll)
	told, led, over := 0, "", false
	for {
		sent := out.n
		if code, n := one.kept(); n > told {
			told = n
			if out.send("keep", map[string]string{"code": code}, "") != nil {
				return
			}
		}
		if path := one.way(); path != led {
			led = path
			if out.send("home", map[string]string{"path": path}, "") != nil {
				return
			}
		}
		asked := one.asked.Load()
		if name, data, number, ok := one.source.since(seen); ok {
			if out.send(name, data, strconv.FormatUint(number, 10)) != nil {
				return
			}
			seen = number
			s.answered(one, asked)
		}
		if over {
			out.send("end", one.ended(), "")
			s.forget(one)
		}
		if over || out.poll && out.n > sent {
			out.finish()
			return
		}
		select {
		case <-one.source.wake():
		case <-one.over:
			over = true
		case <-ping.C:
			if out.send("ping", nil, "") != nil {
				return
			}
		case <-hold:
			if out.poll {
				out.send("ping", nil, "")
				out.finish()
				return
			}
		case <-ctx.Done():
			if errors.Is(context.Cause(ctx), errReplaced) {
				out.send("moved", nil, "")
				out.finish()
			}
			return
		}
	}
}

// answered notes how long a key waited for the frame that was just sent.
func (s *Server) answered(one *session, asked int64) {
	if asked != 0 && one.asked.CompareAndSwap(asked, 0) {
		s.counts.frames.Took(s.now().Sub(time.Unix(0, asked)))
	}
}

// forget takes out a session whose page was told that it is over.
func (s *Server) forget(one *session) {
	s.mu.Lock()
	delete(s.sessions, one.id)
	s.mu.Unlock()
}

// events writes server-sent events. Each has to be gone in time.
type events struct {
	w     http.ResponseWriter
	c     *http.ResponseController
	limit time.Duration
	poll  bool // the answer is read as a whole, when it is finished
	n     int  // events that were sent
	buf   bytes.Buffer
}

func newEvents(w http.ResponseWriter, limit time.Duration, poll bool) *events {
	return &events{w: w, c: endless(w), limit: limit, poll: poll}
}

// send sends an event, with the number that a reader names who comes back.
func (e *events) send(name string, data any, id string) error {
	text, err := json.Marshal(data)
	if err != nil {
		return fmt.Errorf("write event %s: %w", name, err)
	}
	if id != "" {
		fmt.Fprintf(&e.buf, "id: %s\n", id)
	}
	fmt.Fprintf(&e.buf, "event: %s\ndata: %s\n\n", name, text)
	e.n++
	if e.poll {
		return nil
	}
	return e.flush()
}

func (e *events) flush() error {
	e.c.SetWriteDeadline(time.Now().Add(e.limit))
	_, err := e.buf.WriteTo(e.w)
	return errors.Join(err, e.c.Flush())
}

// finish sends what is left.
func (e *events) finish() { e.flush() }
