package ssh

import (
	"context"
	"errors"
	"io"
	"strings"
	"sync"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	gossh "golang.org/x/crypto/ssh"

	"callout/game/words"
	"callout/ui/line"
	"callout/ui/remote"
	"callout/ui/remote/paint"
	"callout/ui/theme"
)

// session is one caller.
type session struct {
	server  *Server
	n       uint64 // its number, for the log
	conn    *connection
	ssh     *gossh.ServerConn
	channel gossh.Channel
	out     *outgoing // writes to the channel

	// What was asked for before it began. One goroutine answers requests.
	requests int
	env      environment
	pty      bool
	term     string
	started  bool

	ctx context.Context
	end context.CancelCauseFunc

	mu      sync.Mutex
	w, h    int
	painter *paint.Painter // nil until it runs
	typed   time.Time      // when something was typed last
	phase   float64        // of what everybody gets at the same instant, 0 to 1
	pinging bool           // it was asked whether it is there, and has not answered
}

// Reasons for the end of a session.
var (
	errHungUp  = paint.ErrHungUp
	errStalled = paint.ErrStalled
	errLost    = errors.New("the caller is not there any more")
	errIdle    = errors.New("nobody typed anything")
)

func newSession(server *Server, c *connection, conn *gossh.ServerConn, ch gossh.Channel) *session {
	s := &session{server: server, conn: c, ssh: conn, channel: ch, out: &outgoing{Writer: ch}, env: environment{}, typed: time.Now()}
	server.mu.Lock()
	ctx := server.ctx
	server.mu.Unlock()
	s.ctx, s.end = context.WithCancelCause(ctx)
	return s
}

// resize takes the size of the caller's terminal, clamped.
func (s *session) resize(columns, rows uint32) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.w, s.h = clamp(columns, rows)
	if s.painter != nil {
		s.painter.Resize(s.w, s.h)
	}
}

// run is the session from its beginning to its end.
func (s *session) run(command bool) {
	defer s.close()
	s.conn.settled()
	profile, screens := profile(s.term, s.env)
	switch {
	case command:
		s.refuse(words.Say("remote.command"))
	case !s.pty && s.server.plain == nil:
		s.refuse(words.Say("remote.no_terminal"))
	case s.pty && !screens:
		s.refuse(words.Say("remote.dumb"))
	case !s.server.begins(s):
		s.refuse(words.Say("remote.full"))
	default:
		defer s.server.ends(s)
		c := remote.Caller{
			Kind: remote.SSH, Address: address(s.ssh.RemoteAddr()), User: s.ssh.User(), Key: proved(s.ssh),
			Profile: profile, Light: theme.LightBackground(s.env.get), Motion: s.env["CALLOUT_MOTION"] != "off",
		}
		if s.pty {
			s.show(c)
		} else {
			s.read(c)
		}
	}
}

// show makes a program for the caller and shows it until one of them has had enough.
func (s *session) show(c remote.Caller) {
	s.mu.Lock()
	c.Width, c.Height = s.w, s.h
	s.mu.Unlock()
	began := time.Now()
	model, err := s.knock(c)
	if err != nil {
		s.refuse(err.Error())
		return
	}
	terminal := paint.NewTerminal(s.out)
	if terminal.Enter() != nil {
		return
	}
	s.mu.Lock()
	s.painter = paint.New(s.ctx, paint.Session{
		Model: model, In: paint.NewKeys(hearing{s}, s.tooFast), Out: terminal, Width: s.w, Height: s.h, Phase: s.wait,
	})
	s.mu.Unlock()
	err = s.painter.Run()
	s.over(began, s.painter.Frames(), err)
	if gone(err) {
		return
	}
	s.part(terminal, err)
}

// over counts a session that has come to its end, and tells the log.
func (s *session) over(began time.Time, frames int64, err error) {
	s.server.counted(err)
	s.server.counters.frames.Add(frames)
	s.server.log.Info("session ended", "session", s.n, "lasted", time.Since(began).Round(time.Second), "frames", frames, "why", why(err))
}

// knock asks the Door for a program. A fault there costs this session alone.
func (s *session) knock(c remote.Caller) (m tea.Model, err error) {
	defer remote.Catch(func(p *remote.Panic) {
		s.server.caught(p)
		err = errors.New(words.Say("remote.fault"))
	})
	return s.server.door(s.ctx, c)
}

// part gives the terminal back and says why.
func (s *session) part(t *paint.Terminal, err error) {
	text := farewell(err)
	if p, ok := s.painter.Model().(remote.Parting); ok && err == nil && p.Parting() != "" {
		text = p.Parting()
	}
	s.conn.step(time.Second) // no more is waited for somebody who does not read
	t.Leave(line.Clean(text))
	s.exit(err != nil)
}

// refuse says a sentence instead of showing anything.
func (s *session) refuse(text string) {
	s.server.counters.refused.Add(1)
	s.conn.step(time.Second)
	io.WriteString(s.out, line.Clean(strings.TrimSpace(text))+"\r\n")
	s.exit(true)
}

func (s *session) exit(failed bool) {
	var status struct{ Status uint32 }
	if failed {
		status.Status = 1
	}
	s.channel.SendRequest("exit-status", false, gossh.Marshal(&status))
}

// close ends the channel, and the connection if the client does not do that by itself.
func (s *session) close() {
	s.conn.step(time.Second)
	s.end(errHungUp)
	s.channel.Close()
}

// tooFast tells the caller that keys were not taken.
func (s *session) tooFast() {
	s.server.counters.tooFast.Add(1)
	s.painter.Notice(words.Say("remote.too_fast"), 2*time.Second)
}

// most is how far frames are spread that everybody gets at the same instant, and each how much a session adds to that.
const (
	most = 800 * time.Millisecond
	each = 2 * time.Millisecond
)

// wait is this session's part of it.
func (s *session) wait() time.Duration {
	spread := min(most, each*time.Duration(s.server.counters.sessions.Load()))
	return time.Duration(s.phase * float64(spread))
}

// hearing notes when something is typed.
type hearing struct{ *session }

func (h hearing) Read(b []byte) (int, error) {
	n, err := h.channel.Read(b)
	if n > 0 {
		h.mu.Lock()
		h.typed = time.Now()
		h.mu.Unlock()
	}
	return n, err
}
