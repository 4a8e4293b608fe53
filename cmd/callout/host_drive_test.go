//go:build unix

package main

import (
	"bufio"
	"io"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
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
	web  string   // where browsers find it; empty where they do not
	code string
	key  string // fingerprint of the host key
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
	h := launchHost(t, args...)
	h.hears(`^Commands, one a line`)
	card := strings.Join(h.said, "\n")
	h.code, h.port = found(roomCode, card), found(sshPort, card)
	h.web, h.key = found(webPlace, card), found(hostKey, card)
	if h.code == "" || h.port == "" {
		t.Fatalf("nobody can join by this card:\n%s", card)
	}
	return h
}

// What the card says.
var (
	roomCode = regexp.MustCompile(`(?m)^code: (\w{3}-\w{3})$`)
	sshPort  = regexp.MustCompile(`(?m)^ssh: ssh -p (\d+) `)
	webPlace = regexp.MustCompile(`(?m)^web: (http://127\.0\.0\.1:\d+)/$`)
	hostKey  = regexp.MustCompile(`(?m)^host key: (\S+)$`)
)

// found is the first group of a pattern; empty where it is not in the text.
func found(pattern *regexp.Regexp, text string) string {
	if m := pattern.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}

// launchHost starts "callout host" and waits for nothing.
func launchHost(t *testing.T, args ...string) *hosted {
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
	return h
}

// hears waits for a row.
func (h *hosted) hears(pattern string) {
	h.t.Helper()
	re := regexp.MustCompile(pattern)
	for deadline := time.After(patience); ; {
		select {
		case row, more := <-h.rows:
			if !more {
				h.t.Fatalf("the server ended without %q:\n%s\n%s", pattern, strings.Join(h.said, "\n"), h.errs)
			}
			h.said = append(h.said, row)
			if re.MatchString(row) {
				return
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
		h.hears(`^[^:]*: .*` + h.code + `[^@]*$`)
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
