package ssh

import (
	"time"

	charm "charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"callout/game/words"
	"callout/ui/remote"
)

// channel takes a channel for a session: one for each connection.
func (s *Server) channel(_ *charm.Server, conn *gossh.ServerConn, asked gossh.NewChannel, ctx charm.Context) {
	c := ctx.Value(connectionOf{}).(*connection)
	if !c.begun.CompareAndSwap(false, true) {
		s.counters.refused.Add(1)
		asked.Reject(gossh.ResourceShortage, words.Say("remote.one"))
		return
	}
	ch, requests, err := asked.Accept()
	if err != nil {
		return
	}
	newSession(s, c, conn, ch).requested(requests)
}

// Payloads of requests, RFC 4254.
type (
	envRequest struct{ Name, Value string }
	ptyRequest struct {
		Term                      string
		Columns, Rows             uint32
		WidthPixels, HeightPixels uint32
		Modes                     string
	}
	windowChange struct{ Columns, Rows, WidthPixels, HeightPixels uint32 }
)

// Requests beyond these are answered late, so that a client that sends them without end is held up by itself.
const (
	easyRequests = 64
	lateAnswer   = 20 * time.Millisecond
)

// requested answers what a client asks for, until the channel is closed. What is not named here is refused: commands other
// than to say why there are none, subsystems, forwarding of screens and of agents, signals.
func (s *session) requested(requests <-chan *gossh.Request) {
	easy := time.Now()
	for r := range requests {
		if easy = later(easy, time.Now().Add(-easyRequests*lateAnswer)).Add(lateAnswer); time.Until(easy) > 0 {
			time.Sleep(lateAnswer)
		}
		ok := s.request(r.Type, r.Payload)
		if r.WantReply {
			r.Reply(ok, nil)
		}
		if ok && (r.Type == "shell" || r.Type == "exec") {
			command := r.Type == "exec"
			remote.Safely(s.server.caught, func() { s.run(command) })
		}
	}
	s.end(errHungUp)
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// request does what one request asks for, and tells whether it was granted.
func (s *session) request(what string, payload []byte) bool {
	switch what {
	case "env":
		var r envRequest
		s.requests++
		return !s.started && gossh.Unmarshal(payload, &r) == nil && s.env.set(s.requests, r.Name, r.Value)
	case "pty-req":
		var r ptyRequest
		if s.started || s.pty || gossh.Unmarshal(payload, &r) != nil {
			return false
		}
		s.pty, s.term = true, r.Term
		s.resize(r.Columns, r.Rows)
		return true
	case "window-change":
		var r windowChange
		if !s.pty || gossh.Unmarshal(payload, &r) != nil {
			return false
		}
		s.resize(r.Columns, r.Rows)
		return true
	case "shell", "exec":
		if s.started {
			return false
		}
		s.started = true
		return true
	}
	return false
}
