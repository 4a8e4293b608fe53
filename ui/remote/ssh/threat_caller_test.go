package ssh

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	gossh "golang.org/x/crypto/ssh"

	"callout/ui/remote"
)

// ticker is a mirror with a clock: all of it changes all the time.
type ticker struct {
	mirror
	n int
}

type ticked struct{}

func (t *ticker) next() tea.Cmd {
	return tea.Tick(5*time.Millisecond, func(time.Time) tea.Msg { return ticked{} })
}
func (t *ticker) Init() tea.Cmd { return t.next() }
func (t *ticker) View() string {
	rows := []string{"typed:" + t.keys, fmt.Sprintf("n:%d", t.n)}
	for i := range t.h {
		rows = append(rows, strings.Repeat(fmt.Sprint((t.n+i)%10), t.w))
	}
	return strings.Join(rows, "\n")
}

func (t *ticker) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := m.(ticked); ok {
		t.n++
		return t, t.next()
	}
	_, cmd := t.mirror.Update(m)
	return t, cmd
}

func tickers(context.Context, remote.Caller) (tea.Model, error) { return &ticker{}, nil }

// TestT2StalledReaders: those who do not read are sent away, and nobody else notices them.
func TestT2StalledReaders(t *testing.T) {
	goroutines := runtime.NumGoroutine()
	h := open(t, Limits{Stalled: 500 * time.Millisecond}, tickers)
	player := h.come(t).sees(t, "n:")
	n := several(3, 30)
	for range n {
		conn, err := logIn(h.addr)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		ch, requests, err := conn.OpenChannel("session", nil)
		if err != nil {
			t.Fatal(err)
		}
		go gossh.DiscardRequests(requests)
		ch.SendRequest("pty-req", true, gossh.Marshal(ptyRequest{"xterm-256color", 400, 150, 0, 0, ""}))
		ch.SendRequest("shell", true, nil) // and what comes now is never read, so that the window fills up
	}
	typed := ""
	for h.Counts().Stalled < int64(n) {
		player.types("x")
		if typed += "x"; len(typed) < 60 {
			player.sees(t, "typed:"+typed)
		}
		time.Sleep(20 * time.Millisecond)
	}
	eventually(t, "they are gone", func() bool { return h.Counts().Open == 1 })
	player.Close()
	h.stop(nil)
	settled(t, goroutines+1+2*n) // of each, the test's own client waits for its server
}

// TestT3HalfOpen: those who are not there any more are found out, though nothing tells that they went.
func TestT3HalfOpen(t *testing.T) {
	h := open(t, Limits{KeepAlive: 100 * time.Millisecond}, nil)
	there := h.come(t).sees(t, "size:80x24")
	n := several(3, 30)
	for range n {
		raw, err := net.Dial("tcp", h.addr)
		if err != nil {
			t.Fatal(err)
		}
		line := &breakable{Conn: raw}
		conn, chans, requests, err := gossh.NewClientConn(line, h.addr, &gossh.ClientConfig{
			User: "somebody", Auth: []gossh.AuthMethod{asks}, HostKeyCallback: gossh.InsecureIgnoreHostKey(),
		})
		if err != nil {
			t.Fatal(err)
		}
		play(t, gossh.NewClient(conn, chans, requests), 80, 24).sees(t, "size:80x24")
		line.broken.Store(true) // nothing that it says arrives, and the server is not told
	}
	eventually(t, "they are found out", func() bool { return h.Counts().Lost == int64(n) })
	there.types("x")
	there.sees(t, "typed:x") // it typed nothing either, but its client answered
}

// breakable is a connection that can come to say nothing more without anybody noticing.
type breakable struct {
	net.Conn
	broken atomic.Bool
}

func (b *breakable) Write(p []byte) (int, error) {
	if b.broken.Load() {
		return len(p), nil
	}
	return b.Conn.Write(p)
}

func TestIdle(t *testing.T) {
	h := open(t, Limits{Idle: 100 * time.Millisecond}, nil)
	c := h.come(t)
	c.ends(t)
	c.sees(t, "Nobody has typed anything")
}

// TestT6EnvironmentBomb: nothing is kept of an environment but how a terminal looks, and of that not much.
func TestT6EnvironmentBomb(t *testing.T) {
	h := open(t, Limits{}, nil)
	conn, err := logIn(h.addr)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	s, err := conn.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"LANG": true, "LC_ALL": true, "COLORTERM": true, "LD_PRELOAD": false, "TMUX": false, "TERM": false} {
		if err := s.Setenv(name, "x"); (err == nil) != want {
			t.Errorf("%s: %v", name, err)
		}
	}
	if s.Setenv("COLORTERM", strings.Repeat("x", 300)) == nil {
		t.Error("a long one is taken")
	}
	before := memory()
	for i := range several(100, 2000) {
		s.SendRequest("env", false, gossh.Marshal(envRequest{fmt.Sprint("COLORTERM", i), strings.Repeat("x", 30_000)}))
	}
	if err := s.Setenv("COLORTERM", "truecolor"); err == nil {
		t.Error("a hundredth request is granted")
	}
	if grown := memory() - before; grown > 1<<20 {
		t.Errorf("memory grew by %d kB", grown>>10)
	}
}

// TestT7ChannelBomb: a connection has one session, and what is refused leaves nothing behind.
func TestT7ChannelBomb(t *testing.T) {
	h := open(t, Limits{}, nil)
	conn, err := logIn(h.addr)
	if err != nil {
		t.Fatal(err)
	}
	c := play(t, conn, 80, 24).sees(t, "size:80x24")
	before, goroutines := memory(), runtime.NumGoroutine()
	for range several(100, 500) {
		_, _, err := conn.OpenChannel("session", nil)
		if open, ok := errors.AsType[*gossh.OpenChannelError](err); !ok || open.Reason != gossh.ResourceShortage {
			t.Fatalf("a second session: %v", err)
		}
	}
	settled(t, goroutines)
	if grown := memory() - before; grown > 1<<20 {
		t.Errorf("memory grew by %d kB", grown>>10)
	}
	c.types("x")
	c.sees(t, "typed:x")
}

// TestT8NothingElse: what is not a session of Callout is refused.
func TestT8NothingElse(t *testing.T) {
	h := open(t, Limits{}, nil)
	conn, err := logIn(h.addr)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	for _, kind := range []string{"direct-tcpip", "forwarded-tcpip", "direct-streamlocal@openssh.com", "x11", "auth-agent@openssh.com", "tun@openssh.com", ""} {
		if _, _, err := conn.OpenChannel(kind, make([]byte, 64)); err == nil {
			t.Errorf("a channel %q is given", kind)
		}
	}
	for _, kind := range []string{"tcpip-forward", "cancel-tcpip-forward", "streamlocal-forward@openssh.com", "no-more-sessions@openssh.com"} {
		if ok, _, _ := conn.SendRequest(kind, true, make([]byte, 64)); ok {
			t.Errorf("%q is granted", kind)
		}
	}
	s, err := conn.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	s.RequestPty("xterm", 24, 80, nil)
	for _, kind := range []string{"x11-req", "auth-agent-req@openssh.com", "subsystem", "signal", "break", "xon-xoff", "pty-req", ""} {
		payload := gossh.Marshal(struct{ Name string }{"sftp"})
		if ok, _ := s.SendRequest(kind, true, payload); ok {
			t.Errorf("%q is granted", kind)
		}
	}
	if l, err := conn.Listen("tcp", "127.0.0.1:0"); err == nil {
		l.Close()
		t.Error("a port is forwarded")
	}
	if c, err := conn.Dial("tcp", h.addr); err == nil {
		c.Close()
		t.Error("a connection is forwarded")
	}
}

// TestT9AnotherPersonsKey: whoever names a key that is not theirs, and then signs with their own, is who they are.
func TestT9AnotherPersonsKey(t *testing.T) {
	h := open(t, Limits{}, nil)
	victim, own := newKey(t), newKey(t)
	for name, c := range map[string]struct {
		auth []gossh.AuthMethod
		want string // or empty where the caller is not let in
	}{
		"own key":                       {[]gossh.AuthMethod{gossh.PublicKeys(own)}, "key:" + Fingerprint(own)},
		"no key":                        {[]gossh.AuthMethod{asks}, "key:nobody"},
		"names another, signs with own": {[]gossh.AuthMethod{gossh.PublicKeys(&turncoat{own, &twoFaced{PublicKey: own.PublicKey(), victim: victim.PublicKey()}})}, "key:" + Fingerprint(own)},
		"signs for another with own":    {[]gossh.AuthMethod{gossh.PublicKeys(named{own, victim.PublicKey()}), asks}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			conn, err := logIn(h.addr, c.auth...)
			if c.want == "" {
				if err == nil {
					conn.Close()
					t.Error("a wrong signature is let in")
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			got := play(t, conn, 120, 24).sees(t, "user:somebody").shows()
			if !strings.Contains(got, c.want) || strings.Contains(got, Fingerprint(victim)) {
				t.Errorf("the caller is taken for somebody else:\n%s", got)
			}
		})
	}
}

// named says that its key is somebody else's, and signs with its own.
type named struct {
	gossh.Signer
	public gossh.PublicKey
}

func (n named) PublicKey() gossh.PublicKey { return n.public }

// turncoat asks whether the server would take somebody else's key, and then signs in with its own.
type turncoat struct {
	gossh.Signer
	face *twoFaced
}

func (c *turncoat) PublicKey() gossh.PublicKey { return c.face }

// twoFaced is written as another key while the server is asked.
type twoFaced struct {
	gossh.PublicKey
	victim gossh.PublicKey
	asked  int
}

func (f *twoFaced) Marshal() []byte {
	if f.asked++; f.asked <= 2 { // in the question, and to compare the answer
		return f.victim.Marshal()
	}
	return f.PublicKey.Marshal()
}

// TestT20PanicCostsOneSession: wherever a fault is, it ends the session that it is in.
func TestT20PanicCostsOneSession(t *testing.T) {
	h := open(t, Limits{}, func(_ context.Context, c remote.Caller) (tea.Model, error) {
		if c.User == "door" {
			panic("at the door")
		}
		return &faulty{mirror{caller: c}}, nil
	})
	var others []*client
	for range several(5, 299) {
		others = append(others, h.come(t).sees(t, "size:80x24"))
	}
	panics := int64(0)
	for _, key := range []string{"!", "?", "v", "i"} {
		c := h.come(t).sees(t, "size:80x24")
		c.types(key)
		if code := c.ends(t); code != 1 {
			t.Errorf("%s: exit status %d", key, code)
		}
		c.sees(t, "Something went wrong")
		panics++
	}
	conn, err := gossh.Dial("tcp", h.addr, &gossh.ClientConfig{User: "door", Auth: []gossh.AuthMethod{asks}, HostKeyCallback: gossh.InsecureIgnoreHostKey()})
	if err != nil {
		t.Fatal(err)
	}
	c := play(t, conn, 80, 24)
	c.ends(t)
	c.sees(t, "Something went wrong")
	panics++
	if got := h.Counts().Panics; got != panics {
		t.Errorf("%d faults were counted, not %d", got, panics)
	}
	for _, c := range others {
		c.types("x")
		c.sees(t, "typed:x")
	}
}

// faulty panics where it is told to.
type faulty struct{ mirror }

func (f *faulty) View() string {
	if f.keys == "v" {
		panic("in View")
	}
	return f.mirror.View()
}

func (f *faulty) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := f.mirror.Update(m)
	switch f.keys {
	case "?":
		return f, func() tea.Msg { panic("in a command") }
	case "i":
		return f, tea.Sequence(func() tea.Msg { return nil }, func() tea.Msg { panic("in a sequence") })
	}
	return f, cmd
}

// TestFlood: more than anybody types is said to be too fast, and ends the session in the end.
func TestFlood(t *testing.T) {
	h := open(t, Limits{}, nil)
	c := h.come(t).sees(t, "size:80x24")
	c.types(strings.Repeat("x", 1000))
	c.sees(t, "too fast")
	if h.Counts().TooFast == 0 {
		t.Error("no key was refused")
	}
	go func() {
		for range 100 {
			if _, err := io.WriteString(c.in, strings.Repeat("y", 32<<10)); err != nil {
				return
			}
		}
	}()
	c.ends(t)
	c.sees(t, "More came from your side")
}
