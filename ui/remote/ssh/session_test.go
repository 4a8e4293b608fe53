package ssh

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	gossh "golang.org/x/crypto/ssh"

	"callout/ui/remote"
)

func TestSession(t *testing.T) {
	h := open(t, Limits{}, nil)
	c := h.come(t).sees(t, "size:80x24")
	c.types("hello\x1b[A")
	c.sees(t, "typed:helloup")
	c.mu.Lock()
	c.screen.Resize(100, 30)
	c.mu.Unlock()
	if err := c.session.WindowChange(30, 100); err != nil {
		t.Fatal(err)
	}
	c.sees(t, "size:100x30").sees(t, "looks:1") // 256 colours
	c.types("\x1b[200~ABCD-EFGH\x1b[201~")
	c.sees(t, "typed:helloup[ABCD-EFGH]")
	c.types("\x03")
	if code := c.ends(t); code != 0 {
		t.Errorf("exit status %d", code)
	}
	c.sees(t, "Goodbye.")
	out := c.said()
	for _, seq := range []string{"\x1b[?1049h", "\x1b[?25l", "\x1b[?25h", "\x1b[?1049l", "\x1b[?2004h", "\x1b[?2004l"} {
		if strings.Count(out, seq) != 1 {
			t.Errorf("%q was sent %d times", seq, strings.Count(out, seq))
		}
	}
}

func TestPlainSentences(t *testing.T) {
	h := open(t, Limits{}, nil)
	h.plain = nil
	for _, c := range []struct {
		name, want string
		do         func(*gossh.Session) error
	}{
		{"command", "runs no commands", func(s *gossh.Session) error { return s.Start("cat /etc/passwd") }},
		{"command on a terminal", "runs no commands", func(s *gossh.Session) error {
			return errors.Join(s.RequestPty("xterm", 24, 80, nil), s.Start("sh"))
		}},
		{"no terminal where there is no line by line", "ssh -t", (*gossh.Session).Shell},
		{"dumb", "TERM=xterm", func(s *gossh.Session) error { return errors.Join(s.RequestPty("dumb", 24, 80, nil), s.Shell()) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			conn, err := logIn(h.addr)
			if err != nil {
				t.Fatal(err)
			}
			defer conn.Close()
			s, err := conn.NewSession()
			if err != nil {
				t.Fatal(err)
			}
			var out strings.Builder
			s.Stdout = &out
			if err := c.do(s); err != nil {
				t.Fatal(err)
			}
			exit, ok := errors.AsType[*gossh.ExitError](s.Wait())
			if !ok || exit.ExitStatus() != 1 || !strings.Contains(out.String(), c.want) || strings.Contains(out.String(), "\x1b") {
				t.Errorf("exit %v, said %q", exit, out.String())
			}
		})
	}
}

func TestColours(t *testing.T) {
	h := open(t, Limits{}, nil)
	for _, c := range []struct {
		term string
		env  map[string]string
		want string
	}{
		{"xterm-256color", nil, "looks:1 light:false"},
		{"xterm-256color", map[string]string{"COLORTERM": "truecolor", "COLORFGBG": "0;15"}, "looks:0 light:true"},
		{"xterm-kitty", map[string]string{"CALLOUT_THEME": "light"}, "looks:0 light:true"},
		{"xterm", nil, "looks:2"},
		{"xterm-kitty", map[string]string{"NO_COLOR": "1"}, "looks:3"},
		{"vt220", nil, "looks:3"},
		{"../../../../dev/zero", nil, "looks:3"},
		{strings.Repeat("x", 30_000), nil, "looks:3"},
	} {
		conn, err := logIn(h.addr)
		if err != nil {
			t.Fatal(err)
		}
		s, _ := conn.NewSession()
		for name, value := range c.env {
			if err := s.Setenv(name, value); err != nil {
				t.Errorf("%s=%s: %v", name, value, err)
			}
		}
		out, _ := s.StdoutPipe()
		in, _ := s.StdinPipe()
		if err := errors.Join(s.RequestPty(c.term, 24, 80, nil), s.Shell()); err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		for buf := make([]byte, 4096); !strings.Contains(got.String(), "user:"); {
			n, err := out.Read(buf)
			got.Write(buf[:n])
			if err != nil {
				break
			}
		}
		if !strings.Contains(got.String(), c.want) {
			t.Errorf("TERM=%.30s %v: no %q", c.term, c.env, c.want)
		}
		in.Close()
		conn.Close()
	}
}

func TestDoorSaysNo(t *testing.T) {
	h := open(t, Limits{}, func(context.Context, remote.Caller) (tea.Model, error) {
		return nil, errors.New("this workshop is over\x1b[2J")
	})
	c := h.come(t)
	if code := c.ends(t); code != 1 {
		t.Errorf("exit status %d", code)
	}
	<-c.finished
	if out := c.said(); out != "this workshop is over[2J\r\n" {
		t.Errorf("said %q", out)
	}
}

// parting is a model with last words.
type parting struct{ mirror }

func (p *parting) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := p.mirror.Update(msg)
	return p, cmd
}
func (p *parting) Parting() string { return "Your code is ABCD-EFGH." }

func TestLastWords(t *testing.T) {
	h := open(t, Limits{}, func(context.Context, remote.Caller) (tea.Model, error) { return &parting{}, nil })
	c := h.come(t).sees(t, "size:80x24")
	c.types("\x03")
	c.sees(t, "Your code is ABCD-EFGH.")
}

func TestHostKeyIsKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "host")
	first, err := HostKey(path)
	if err != nil {
		t.Fatal(err)
	}
	info, _ := os.Stat(path)
	if info.Mode().Perm() != 0o600 || !strings.HasPrefix(Fingerprint(first), "SHA256:") {
		t.Errorf("mode %v, fingerprint %s", info.Mode(), Fingerprint(first))
	}
	again, err := HostKey(path)
	if err != nil || Fingerprint(again) != Fingerprint(first) {
		t.Errorf("another key after the next start: %v", err)
	}
	os.Chmod(path, 0o644)
	if _, err := HostKey(path); err == nil || !strings.Contains(err.Error(), "chmod 600") {
		t.Errorf("a key that others can read: %v", err)
	}
	os.Chmod(path, 0o600)
	os.WriteFile(path, []byte("no key"), 0o600)
	if _, err := HostKey(path); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("a file that is no key: %v", err)
	}
	left, _ := os.ReadDir(filepath.Dir(path))
	if len(left) != 1 {
		t.Errorf("%d files are left", len(left))
	}
}

func TestStopSaysWhy(t *testing.T) {
	h := open(t, Limits{}, nil)
	var all []*client
	for range several(10, 100) {
		all = append(all, h.come(t).sees(t, "size:80x24"))
	}
	h.stop(errors.New("The workshop is over. Thank you for playing."))
	for _, c := range all {
		if code := c.ends(t); code != 1 {
			t.Errorf("exit status %d", code)
		}
		c.sees(t, "The workshop is over.")
	}
	if err := <-h.over; err != nil {
		t.Error(err)
	}
	h.over <- nil
	if n := h.Counts(); n.Open != 0 || n.Sessions != 0 {
		t.Errorf("after the end: %+v", n)
	}
	if _, err := logIn(h.addr); err == nil {
		t.Error("the server still lets people in")
	}
}
