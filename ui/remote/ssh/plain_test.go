package ssh

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"callout/ui/remote"
)

// parrot plays line by line: it says who calls, and each line back.
func parrot(_ context.Context, c remote.Caller, in io.Reader, out io.Writer) error {
	fmt.Fprintf(out, "user:%s key:%s\nWhat now?\n", c.User, c.Key)
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		switch text := lines.Text(); text {
		case "leave":
			_, err := fmt.Fprintln(out, "Your seat is kept.")
			return err
		case "!":
			panic("at the table")
		case "everything":
			for {
				if _, err := io.WriteString(out, strings.Repeat("and so on\n", 400)); err != nil {
					return err
				}
			}
		default:
			fmt.Fprintf(out, "said:%s\n", text)
		}
	}
	fmt.Fprintln(out, "No more.")
	return lines.Err()
}

// pipe is a client that asks for no terminal.
func (h *house) pipe(t testing.TB, auth ...gossh.AuthMethod) *client {
	t.Helper()
	conn, err := logIn(h.addr, auth...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	s, err := conn.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	c := &client{Client: conn, session: s, moved: make(chan struct{}, 1), finished: make(chan struct{})}
	out, _ := s.StdoutPipe()
	c.in, _ = s.StdinPipe()
	if err := s.Shell(); err != nil {
		t.Fatal(err)
	}
	go c.follow(out)
	return c.sees(t, "What now?\n")
}

// leaves waits for the end, and fails the test where the exit status or the last words are others.
func (c *client) leaves(t testing.TB, status int, words string) {
	t.Helper()
	if got := c.ends(t); got != status {
		t.Errorf("exit status %d, not %d", got, status)
	}
	<-c.finished
	if !strings.HasSuffix(c.said(), words+"\n") {
		t.Errorf("the last words are not %q: %q", words, c.said())
	}
}

func TestWithoutATerminal(t *testing.T) {
	h := open(t, Limits{}, nil)
	key := newKey(t)
	c := h.pipe(t, gossh.PublicKeys(key)).sees(t, "key:"+Fingerprint(key))
	for _, end := range []string{"\n", "\r\n", "\r"} {
		c.types("look" + end)
		c.types("end" + end)
	}
	c.sees(t, strings.Repeat("said:look\nsaid:end\n", 3))
	if n := h.Counts(); n.Sessions != 1 || n.Began != 1 {
		t.Errorf("counted: %+v", n)
	}
	c.types("leave\nlook\n")
	c.leaves(t, 0, "Your seat is kept.")
	if strings.Contains(c.said(), "\x1b") {
		t.Errorf("escape sequences: %q", c.said())
	}
	for name, end := range map[string]func(*client){
		"end of input": func(c *client) { c.in.Close() },
		"ctrl+c":       func(c *client) { c.types("\x03") },
		"ctrl+d":       func(c *client) { c.types("\x04") },
	} {
		t.Run(name, func(t *testing.T) {
			c := h.pipe(t)
			c.types("look\nend\n")
			end(c)
			c.leaves(t, 0, "said:look\nsaid:end\nNo more.")
		})
	}
	eventually(t, "all are gone", func() bool { return h.Counts().Sessions == 0 })
}

// TestWithoutATerminalEnds: what ends a session with screens ends this one, and it is said why.
func TestWithoutATerminalEnds(t *testing.T) {
	h := open(t, Limits{}, nil)
	flood := h.pipe(t)
	remote.Safely(func(p *remote.Panic) { t.Error(p) }, func() {
		for range 100 {
			if _, err := io.WriteString(flood.in, strings.Repeat("look\n", 4<<10)); err != nil {
				return
			}
		}
	})
	if flood.ends(t); !strings.Contains(flood.said(), "More came from your side") {
		t.Errorf("a flood: %q", flood.said()[max(0, len(flood.said())-200):])
	}
	long := h.pipe(t)
	long.types(strings.Repeat("x", 5000))
	long.leaves(t, 1, "A line came that was longer than 1,000 bytes; no order is so long. Your place is kept: join again.")
	if n := h.Counts().Flooded; n != 2 {
		t.Errorf("%d floods are counted", n)
	}
	fault := h.pipe(t)
	fault.types("!\n")
	fault.leaves(t, 1, "Something went wrong in Callout. What you had ordered is kept: join again.")
	if n := h.Counts().Panics; n != 1 {
		t.Errorf("%d faults are counted", n)
	}
	stopped := h.pipe(t)
	h.stop(errors.New("The server stops for lunch."))
	stopped.leaves(t, 1, "The server stops for lunch.")
}

func TestWithoutATerminalIdle(t *testing.T) {
	h := open(t, Limits{Idle: 100 * time.Millisecond}, nil)
	h.pipe(t).leaves(t, 1, "Nobody has typed anything here for a long time. Your place is kept: join again.")
	if n := h.Counts().Idle; n != 1 {
		t.Errorf("%d are counted that were left alone", n)
	}
}

// TestWithoutATerminalStalled: who does not read what was asked for is sent away, also when the server stops meanwhile.
func TestWithoutATerminalStalled(t *testing.T) {
	goroutines := runtime.NumGoroutine()
	h := open(t, Limits{Stalled: 500 * time.Millisecond}, nil)
	stall := func() *gossh.Client {
		conn, err := logIn(h.addr)
		if err != nil {
			t.Fatal(err)
		}
		ch, requests, err := conn.OpenChannel("session", nil)
		if err != nil {
			t.Fatal(err)
		}
		go gossh.DiscardRequests(requests)
		ch.SendRequest("shell", true, nil)
		io.WriteString(ch, "everything\nlook\n")
		return conn
	}
	n := several(3, 30)
	for range n {
		defer stall().Close()
	}
	player := h.pipe(t)
	for h.Counts().Stalled < int64(n) {
		player.types("look\n")
		time.Sleep(20 * time.Millisecond)
	}
	eventually(t, "they are gone", func() bool { return h.Counts().Open == 1 })
	player.in.Close()
	player.leaves(t, 0, "said:look\nNo more.")
	defer stall().Close()
	eventually(t, "another one does not read", func() bool { return h.Counts().Sessions == 1 })
	h.stop(nil)
	player.Close()
	settled(t, goroutines+1+2*(n+1)) // of each, the test's own client waits for its server
}
