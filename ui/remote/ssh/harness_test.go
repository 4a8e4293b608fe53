package ssh

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/vt"
	gossh "golang.org/x/crypto/ssh"

	"callout/ui/remote"
)

// long tells whether there is time for large numbers.
func long() bool { return os.Getenv("CALLOUT_LONG") != "" }

// several is a number of things for the usual run, and for the long one.
func several(usual, large int) int {
	if long() {
		return large
	}
	return usual
}

// house is a server that runs.
type house struct {
	*Server
	addr string
	stop context.CancelCauseFunc
	over chan error
}

func open(t testing.TB, l Limits, door remote.Door) *house {
	t.Helper()
	key, err := HostKey(t.TempDir() + "/host")
	if err != nil {
		t.Fatal(err)
	}
	if door == nil {
		door = func(_ context.Context, c remote.Caller) (tea.Model, error) { return &mirror{caller: c}, nil }
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	h := &house{Server: New(Options{Door: door, Plain: parrot, Key: key, Limits: l}), addr: listener.Addr().String(), over: make(chan error, 1)}
	ctx, stop := context.WithCancelCause(context.Background())
	h.stop = stop
	go func() { h.over <- h.Serve(ctx, listener) }()
	t.Cleanup(func() {
		stop(nil)
		select {
		case err := <-h.over:
			h.over <- err
		case <-time.After(20 * time.Second):
			t.Error("the server does not stop")
		}
	})
	return h
}

// mirror is a model that shows what it knows of its caller and what was typed.
type mirror struct {
	caller remote.Caller
	keys   string
	w, h   int
}

func (m *mirror) Init() tea.Cmd { return nil }

func (m *mirror) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
	case tea.KeyMsg:
		switch msg.String() {
		case "ctrl+c":
			return m, tea.Quit
		case "!":
			panic("in Update")
		}
		m.keys += msg.String()
	}
	return m, nil
}

func (m *mirror) View() string {
	who := m.caller.Key
	if who == "" {
		who = "nobody"
	}
	rows := []string{
		"typed:" + m.keys,
		fmt.Sprintf("size:%dx%d", m.w, m.h),
		fmt.Sprintf("looks:%d light:%v", m.caller.Profile, m.caller.Light),
		"key:" + who,
		"user:" + m.caller.User,
	}
	for len(rows) < m.h { // as large as it was asked to be: sizes that are not clamped would be felt
		rows = append(rows, strings.Repeat(".", m.w))
	}
	return strings.Join(rows, "\n")
}

// client is somebody with an SSH client.
type client struct {
	*gossh.Client
	session  *gossh.Session
	in       io.WriteCloser
	mu       sync.Mutex
	screen   *vt.Emulator // nil without a terminal
	raw      bytes.Buffer
	moved    chan struct{}
	finished chan struct{}
}

func newKey(t testing.TB) gossh.Signer {
	t.Helper()
	key, err := HostKey(filepath.Join(t.TempDir(), "key"))
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// asks answers no questions; there are none.
var asks = gossh.KeyboardInteractive(func(_, _ string, questions []string, _ []bool) ([]string, error) {
	if len(questions) > 0 {
		return nil, errors.New("there are questions")
	}
	return nil, nil
})

// logIn is a connection that has logged in.
func logIn(addr string, auth ...gossh.AuthMethod) (*gossh.Client, error) {
	if len(auth) == 0 {
		auth = []gossh.AuthMethod{asks}
	}
	return gossh.Dial("tcp", addr, &gossh.ClientConfig{
		User: "somebody", Auth: auth, HostKeyCallback: gossh.InsecureIgnoreHostKey(), Timeout: 20 * time.Second,
	})
}

// come is a client with a session on a terminal of 80 by 24 cells.
func (h *house) come(t testing.TB, before ...func(*gossh.Session)) *client {
	t.Helper()
	conn, err := logIn(h.addr)
	if err != nil {
		t.Fatal(err)
	}
	return play(t, conn, 80, 24, before...)
}

func play(t testing.TB, conn *gossh.Client, w, h int, before ...func(*gossh.Session)) *client {
	t.Helper()
	s, err := conn.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	c := &client{Client: conn, session: s, screen: vt.NewEmulator(w, h), moved: make(chan struct{}, 1), finished: make(chan struct{})}
	out, _ := s.StdoutPipe()
	c.in, _ = s.StdinPipe()
	for _, do := range before {
		do(s)
	}
	if err := s.RequestPty("xterm-256color", h, w, gossh.TerminalModes{}); err != nil {
		t.Fatal(err)
	}
	if err := s.Shell(); err != nil {
		t.Fatal(err)
	}
	go c.drain()
	go c.follow(out)
	t.Cleanup(func() { conn.Close() })
	return c
}

// drain takes what the screen answers, for nobody.
func (c *client) drain() { io.Copy(io.Discard, c.screen) }

// follow shows on the screen what comes.
func (c *client) follow(out io.Reader) {
	defer close(c.finished)
	var buf [32 << 10]byte
	for {
		n, err := out.Read(buf[:])
		c.mu.Lock()
		c.raw.Write(buf[:n])
		if c.screen != nil {
			c.screen.Write(buf[:n])
		}
		c.mu.Unlock()
		select {
		case c.moved <- struct{}{}:
		default:
		}
		if err != nil {
			return
		}
	}
}

func (c *client) types(text string) { io.WriteString(c.in, text) }

// shows is what stands on the client's screen, or all that it was told where it has none.
func (c *client) shows() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.screen == nil {
		return c.raw.String()
	}
	return c.screen.String()
}

// said is everything that was sent to the client.
func (c *client) said() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.raw.String()
}

// sees waits until some text stands on the client's screen.
func (c *client) sees(t testing.TB, text string) *client {
	t.Helper()
	for deadline := time.After(20 * time.Second); ; {
		if strings.Contains(c.shows(), text) {
			return c
		}
		select {
		case <-c.moved:
		case <-c.finished:
			if strings.Contains(c.shows(), text) {
				return c
			}
			t.Fatalf("the session ended without %q:\n%s", text, c.shows())
		case <-deadline:
			t.Fatalf("no %q on the screen:\n%s", text, c.shows())
		}
	}
}

// ends waits for the end of the session and returns the exit status; -1 where there was none.
func (c *client) ends(t testing.TB) int {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- c.session.Wait() }()
	select {
	case err := <-done:
		if exit, ok := errors.AsType[*gossh.ExitError](err); ok {
			return exit.ExitStatus()
		}
		if err != nil {
			return -1
		}
		return 0
	case <-time.After(20 * time.Second):
		t.Fatal("the session does not end")
		return -1
	}
}

// eventually waits until something is so.
func eventually(t testing.TB, what string, is func() bool) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); !is(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("it does not come to be that %s", what)
		}
	}
}

// settled waits until no more goroutines run than did before.
func settled(t testing.TB, before int) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); runtime.NumGoroutine() > before; time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			buf := make([]byte, 1<<20)
			t.Fatalf("%d goroutines before, %d after\n%s", before, runtime.NumGoroutine(), buf[:runtime.Stack(buf, true)])
		}
	}
}

// memory is what is in use, after what is not was given back.
func memory() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc + m.StackInuse)
}
