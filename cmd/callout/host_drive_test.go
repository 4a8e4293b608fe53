//go:build unix

package main

import (
	"bufio"
	"crypto/ed25519"
	"crypto/rand"
	"io"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	gossh "golang.org/x/crypto/ssh"
)

// patience is how long something may take before a test gives up on it. Nothing is measured by it.
const patience = 30 * time.Second

// hosted is a server as a process of its own, without a terminal.
type hosted struct {
	t    *testing.T
	cmd  *exec.Cmd
	in   io.WriteCloser
	rows chan string
	said []string // so far
	port string   // of SSH
	code string
	errs *heard
}

// heard is what a process writes to standard error.
type heard struct {
	mu   sync.Mutex
	text strings.Builder
}

func (h *heard) Write(b []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.text.Write(b)
}

func (h *heard) String() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.text.String()
}

// startHost starts "callout host" and reads the card.
func startHost(t *testing.T, args ...string) *hosted {
	t.Helper()
	h := &hosted{t: t, cmd: exec.Command("callout", append([]string{"host", "--ssh", "127.0.0.1:0"}, args...)...), rows: make(chan string, 1000), errs: &heard{}}
	h.cmd.Stderr = h.errs
	out, err := h.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if h.in, err = h.cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := h.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { h.cmd.Process.Kill() })
	go func() {
		defer close(h.rows)
		for lines := bufio.NewScanner(out); lines.Scan(); {
			h.rows <- lines.Text()
		}
	}()
	h.code = h.hears(`^code: (\w{3}-\w{3})$`)
	h.port = h.hears(`^ssh: ssh -p (\d+) `)
	h.hears(`^()Commands, one a line`)
	return h
}

// hears waits for a row and gives the first group of the pattern.
func (h *hosted) hears(pattern string) string {
	h.t.Helper()
	re := regexp.MustCompile(pattern)
	for deadline := time.After(patience); ; {
		select {
		case row, more := <-h.rows:
			if !more {
				h.t.Fatalf("the server ended without %q:\n%s\n%s", pattern, strings.Join(h.said, "\n"), h.errs)
			}
			h.said = append(h.said, row)
			if m := re.FindStringSubmatch(row); m != nil {
				return m[1]
			}
		case <-deadline:
			h.t.Fatalf("no %q:\n%s\n%s", pattern, strings.Join(h.said, "\n"), h.errs)
		}
	}
}

// order types commands of the facilitator.
func (h *hosted) order(lines ...string) *hosted {
	h.t.Helper()
	for _, l := range lines {
		if _, err := io.WriteString(h.in, l+"\n"); err != nil {
			h.t.Fatal(err)
		}
	}
	return h
}

// asks types a question until its answer is as the pattern says.
func (h *hosted) asks(question, pattern string) {
	h.t.Helper()
	re := regexp.MustCompile(pattern)
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		h.order(question, "join") // whose answer ends with the code
		from := len(h.said)
		h.hears(`^()[^:]*: .*` + h.code + `[^@]*$`)
		for _, row := range h.said[from:] {
			if re.MatchString(row) {
				return
			}
		}
	}
	h.t.Fatalf("%s: no %q:\n%s", question, pattern, strings.Join(h.said, "\n"))
}

// ends ends the process by a signal, and gives its exit code; -1 where the signal itself ended it.
func (h *hosted) ends(by syscall.Signal) int {
	h.t.Helper()
	if err := h.cmd.Process.Signal(by); err != nil {
		h.t.Fatal(err)
	}
	for range h.rows { // so that it can write to its end
	}
	_ = h.cmd.Wait() // the exit code says it
	return h.cmd.ProcessState.ExitCode()
}

// guest is somebody with an SSH client and a terminal of 80 by 24 cells.
type guest struct {
	t        *testing.T
	conn     *gossh.Client
	in       io.Writer
	mu       sync.Mutex
	screen   *vt.Emulator
	finished chan struct{}
}

// ownKey is a key to log in with.
func ownKey(t *testing.T) gossh.Signer {
	t.Helper()
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	key, err := gossh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// calls logs in as a user, with the first of the keys that is taken, or without any.
func (h *hosted) calls(user string, keys ...gossh.Signer) *guest {
	h.t.Helper()
	auth := []gossh.AuthMethod{gossh.KeyboardInteractive(func(_, _ string, q []string, _ []bool) ([]string, error) { return make([]string, len(q)), nil })}
	if len(keys) > 0 {
		auth = []gossh.AuthMethod{gossh.PublicKeys(keys...)}
	}
	conn, err := gossh.Dial("tcp", "127.0.0.1:"+h.port, &gossh.ClientConfig{User: user, Auth: auth, HostKeyCallback: gossh.InsecureIgnoreHostKey(), Timeout: patience})
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { conn.Close() })
	s, err := conn.NewSession()
	if err != nil {
		h.t.Fatal(err)
	}
	g := &guest{t: h.t, conn: conn, screen: vt.NewEmulator(80, 24), finished: make(chan struct{})}
	out, _ := s.StdoutPipe() // fails only after the session has begun
	g.in, _ = s.StdinPipe()
	if err := s.RequestPty("xterm-256color", 24, 80, gossh.TerminalModes{}); err != nil {
		h.t.Fatal(err)
	}
	if err := s.Shell(); err != nil {
		h.t.Fatal(err)
	}
	go io.Copy(io.Discard, g.screen) // its answers are nobody's
	go func() {
		defer close(g.finished)
		var buf [32 << 10]byte
		for {
			n, err := out.Read(buf[:])
			g.mu.Lock()
			g.screen.Write(buf[:n])
			g.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	return g
}

func (g *guest) shows() string {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.screen.String()
}

// types sends keys.
func (g *guest) types(keys string) *guest {
	g.t.Helper()
	if _, err := io.WriteString(g.in, keys); err != nil {
		g.t.Fatal(err)
	}
	return g
}

// sees waits until all of the texts stand on the screen.
func (g *guest) sees(texts ...string) *guest {
	g.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		screen, missing := g.shows(), ""
		for _, text := range texts {
			if !strings.Contains(screen, text) {
				missing = text
			}
		}
		if missing == "" {
			return g
		}
		if time.Now().After(end) {
			g.t.Fatalf("no %q on the screen:\n%s", missing, screen)
		}
	}
}
