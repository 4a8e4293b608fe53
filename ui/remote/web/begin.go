package web

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"net/http"
	"net/netip"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"callout/game/words"
	"callout/ui/remote"
	"callout/ui/remote/paint"
)

// Beginning is what the page sends to begin a session.
type Beginning struct {
	Kind   string `json:"kind"` // "screen", or "plain" for line by line
	Width  int    `json:"w"`    // cells that there is room for
	Height int    `json:"h"`
	Light  bool   `json:"light"`            // the page is light
	Motion bool   `json:"motion"`           // things may move
	Return string `json:"return,omitempty"` // the code that was kept from before
	Code   string `json:"code,omitempty"`   // of the room, where the address of the page had one
}

// maxCode is the longest code of any kind, in bytes.
const maxCode = 100

// begin begins a session.
func (s *Server) begin(w http.ResponseWriter, r *http.Request) {
	var b Beginning
	if err := readJSON(http.MaxBytesReader(w, r.Body, maxBatch), &b); err != nil || b.Kind != "screen" && (b.Kind != "plain" || s.o.Plain == nil) || len(b.Return) > maxCode || len(b.Code) > maxCode {
		s.refuse(w, http.StatusBadRequest, "malformed", words.Say("web.refuse.malformed"))
		return
	}
	address := s.address(r)
	if !s.begun.take(address, s.now()) {
		s.refuse(w, http.StatusTooManyRequests, "often", words.Say("web.refuse.often"))
		return
	}
	width, height := clamp(Size{b.Width, b.Height})
	one := &session{
		id: rand.Text(),
		caller: remote.Caller{
			Kind: remote.Web, Address: address, User: b.Code, Return: b.Return, Profile: termenv.TrueColor,
			Light: b.Light, Motion: b.Motion, Width: width, Height: height,
		},
		rate:  newBucket(s.limits.KeysBurst, s.limits.Keys, s.now()),
		heard: s.now(), did: s.now(), over: make(chan struct{}),
	}
	one.caller.Keep = one.keep
	if s.o.Home != nil {
		one.caller.Home = one.leadHome
	}
	one.ctx, one.cancel = context.WithCancelCause(s.ctx)
	if status, reason, why := s.admit(one); reason != "" {
		s.refuse(w, status, reason, why)
		return
	}
	var err error
	if b.Kind == "plain" {
		s.runPlain(one)
	} else {
		err = s.runScreen(one)
	}
	if err != nil {
		s.drop(one)
		s.refuse(w, http.StatusForbidden, "door", err.Error())
		return
	}
	s.counts.begun.Of(b.Kind).Add(1)
	reply(w, http.StatusCreated, map[string]string{"id": one.id})
}

// admit takes a session in, or says why not.
func (s *Server) admit(one *session) (status int, reason, why string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stopping != "" {
		return http.StatusServiceUnavailable, "stopping", s.stopping
	}
	same := 0
	from := network(one.caller.Address)
	for _, other := range s.sessions {
		if network(other.caller.Address) == from {
			same++
		}
	}
	switch {
	case len(s.sessions) >= s.limits.Sessions:
		return http.StatusServiceUnavailable, "full", words.Say("web.refuse.full")
	case same >= s.limits.PerAddress:
		return http.StatusTooManyRequests, "address", words.Say("web.refuse.address")
	}
	s.sessions[one.id] = one
	s.running.Add(1)
	return 0, "", ""
}

// drop takes a session that was never begun out again.
func (s *Server) drop(one *session) {
	s.mu.Lock()
	delete(s.sessions, one.id)
	s.mu.Unlock()
	one.cancel(nil)
	s.running.Done()
}

// runScreen runs a session with screens. The error is the door's, or that of a fault in it.
func (s *Server) runScreen(one *session) error {
	picture := newCanvas()
	one.source = picture
	model, err := s.enter(one)
	if err != nil {
		return err
	}
	painter := paint.New(one.ctx, paint.Session{Model: model, Out: picture, Width: one.caller.Width, Height: one.caller.Height, Phase: s.phase()})
	one.send, one.resize = painter.Send, painter.Resize
	remote.Safely(s.caught, func() {
		defer s.running.Done()
		s.over(one, painter.Run(), func() string {
			if p, ok := painter.Model().(remote.Parting); ok {
				return p.Parting()
			}
			return ""
		})
	})
	return nil
}

// enter asks the door for a model.
func (s *Server) enter(one *session) (model tea.Model, err error) {
	defer remote.Catch(func(p *remote.Panic) {
		s.caught(p)
		err = errors.New(words.Say("web.end.fault"))
	})
	return s.o.Door(one.ctx, one.caller)
}

// phase is how long a session lets frames wait that all get at once: every session its own part of most of a second.
func (s *Server) phase() func() time.Duration {
	n := s.counts.phases.Add(1) * 377 % 800
	return func() time.Duration { return time.Duration(n) * time.Millisecond }
}

// runPlain runs a session that is played line by line.
func (s *Server) runPlain(one *session) {
	said := newTranscript()
	in := &ear{ctx: one.ctx, lines: make(chan string, maxEvents)}
	one.source = said
	one.say = func(line string) error {
		select {
		case in.lines <- line + "\n":
			said.echo(line)
			return nil
		default:
			return errFast
		}
	}
	remote.Safely(s.caught, func() {
		defer s.running.Done()
		s.over(one, s.plainly(one, in, said), func() string { return "" })
	})
}

func (s *Server) plainly(one *session, in io.Reader, out io.Writer) (err error) {
	defer remote.Catch(func(p *remote.Panic) { err = p })
	return s.o.Plain(one.ctx, one.caller, in, out)
}

// over notes why a session is over, from what its program returned.
func (s *Server) over(one *session, err error, parting func() string) {
	var fault *remote.Panic
	cause := context.Cause(one.ctx)
	e := end{Why: parting()}
	switch {
	case errors.As(err, &fault):
		s.caught(fault)
		e = end{Why: words.Say("web.end.fault"), Again: true}
	case errors.Is(cause, errIdle):
		e = end{Why: words.Say("web.end.idle")}
	case errors.Is(cause, errSilent):
		e = end{Why: words.Say("web.end.silent"), Again: true}
	case errors.Is(cause, errStopping):
		e = end{Why: s.halted(), Again: true}
	case e.Why == "":
		e.Why = words.Say("web.end.left")
	}
	one.finish(e, s.now())
	one.cancel(nil)
}

// linger is how long a session that is over is kept, so that its page can be told.
const linger = 15 * time.Second

// tidy ends sessions that nobody comes back to.
func (s *Server) tidy(at time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for id, one := range s.sessions {
		silent, idle, over := one.quiet(at)
		switch {
		case over > linger:
			delete(s.sessions, id)
		case over > 0:
		case silent > s.limits.Keep:
			one.cancel(errSilent)
		case idle > s.limits.Idle:
			one.cancel(errIdle)
		}
	}
}

// find is the session of a request.
func (s *Server) find(r *http.Request) (*session, netip.Addr, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	one, ok := s.sessions[r.Header.Get(whose)]
	return one, s.address(r), ok
}
