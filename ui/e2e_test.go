package ui

import (
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// TestMain plays the program itself where a test asks for it: the test binary then is the program, started at a terminal.
func TestMain(m *testing.M) {
	if os.Getenv("CALLOUT_PLAY") == "" {
		os.Exit(m.Run())
	}
	o := Options{By: "callout test", Games: fakeLibrary{&fakePlay{level: fixtureLevel()}}}
	if err := Run(context.Background(), o); err != nil {
		os.Stderr.WriteString(err.Error() + "\n")
		os.Exit(1)
	}
	os.Exit(0)
}

// terminal is a terminal with the program in it.
type terminal struct {
	t      *testing.T
	file   *os.File
	mu     sync.Mutex
	screen *vt.Emulator // under mu, but for reading its answers
	ended  chan error
}

// Write shows what the program wrote.
func (p *terminal) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.screen.Write(b)
}

func (p *terminal) text() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.screen.String()
}

func (p *terminal) resize(w, h int) {
	p.mu.Lock()
	p.screen.Resize(w, h)
	p.mu.Unlock()
	if err := pty.Setsize(p.file, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)}); err != nil {
		p.t.Fatal(err)
	}
}

// start starts the program at a terminal of w by h cells.
func start(t *testing.T, w, h int) *terminal {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("there are no pseudo-terminals here")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), "CALLOUT_PLAY=1", "TERM=xterm-256color", "COLORTERM=truecolor", "XDG_DATA_HOME="+t.TempDir())
	file, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)})
	if err != nil {
		t.Skipf("no pseudo-terminal can be had: %v", err)
	}
	p := &terminal{t: t, file: file, screen: vt.NewEmulator(w, h), ended: make(chan error, 1)}
	go io.Copy(p, file)
	go io.Copy(file, p.screen) // its answers
	go func() { p.ended <- cmd.Wait() }()
	t.Cleanup(func() {
		cmd.Process.Kill()
		file.Close()
	})
	return p
}

// waitFor waits until the screen shows text.
func (p *terminal) waitFor(text string) {
	p.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if strings.Contains(p.text(), text) {
			return
		}
	}
	p.t.Fatalf("the terminal never shows %q. It shows:\n%s", text, p.text())
}

func (p *terminal) typed(keys string) {
	if _, err := p.file.WriteString(keys); err != nil {
		p.t.Fatal(err)
	}
}

// TestProgram plays the real program at a real terminal, changes its size on the way, and leaves.
func TestProgram(t *testing.T) {
	p := start(t, 80, 24)
	p.waitFor("C A L L O U T")
	p.typed("n\r")
	p.waitFor("INBOX 11")
	p.typed("l")
	p.waitFor("Which application is A-113?")
	p.typed("1")
	p.waitFor("Order given: link A-113 basket")
	p.resize(120, 36)
	p.waitFor("LAST TWO DAYS")
	p.typed("q\r")
	p.waitFor("They build it")
	p.typed("q")
	select {
	case err := <-p.ended:
		if err != nil {
			t.Errorf("it ended with %v", err)
		}
	case <-time.After(20 * time.Second):
		t.Error("it did not end")
	}
}

// TestProgramAsksTheTerminalNothing shows the menu on a terminal that never answers. The library would wait for an answer for
// five seconds before its first line; that nothing is asked is what is tested, not how long it takes.
func TestProgramAsksTheTerminalNothing(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there are no pseudo-terminals here")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), "CALLOUT_PLAY=1", "TERM=xterm-256color", "XDG_DATA_HOME="+t.TempDir())
	file, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 80, Rows: 24})
	if err != nil {
		t.Skipf("no pseudo-terminal can be had: %v", err)
	}
	defer file.Close()
	defer cmd.Process.Kill()
	var all strings.Builder
	buf := make([]byte, 4096)
	for !strings.Contains(all.String(), "C A L L O U T") {
		n, err := file.Read(buf)
		all.Write(buf[:n])
		if err != nil {
			t.Fatalf("the menu never came: %v after %q", err, all.String())
		}
	}
	for _, question := range []string{"\x1b]10;?", "\x1b]11;?", "\x1b[c", "\x1b[6n"} {
		if strings.Contains(all.String(), question) {
			t.Errorf("the terminal was asked %q", question)
		}
	}
	file.WriteString("q")
	io.Copy(io.Discard, file)
	cmd.Wait()
}

// TestQuietComesFirst holds the order of initialisation that TestProgramAsksTheTerminalNothing depends on.
func TestQuietComesFirst(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}}", "callout/ui/quiet").Output()
	if err != nil {
		t.Skipf("the go command is not here: %v", err)
	}
	if path := strings.TrimSpace(string(out)); path >= "github.com/charmbracelet/bubbletea" {
		t.Errorf("%s sorts after Bubble Tea, so it is initialised after it", path)
	}
	deps, err := exec.Command("go", "list", "-deps", "callout/ui/quiet").Output()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(deps), filepath.ToSlash("github.com/charmbracelet/bubbletea")) {
		t.Error("quiet needs Bubble Tea, so it is initialised after it")
	}
}
