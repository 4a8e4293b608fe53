//go:build unix

package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"github.com/creack/pty"
)

// onTerminal runs the command on a terminal that answers nothing, and returns what it wrote.
func onTerminal(t *testing.T, input string, args ...string) (out []byte, err error) {
	t.Helper()
	cmd := exec.Command("callout", args...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "XDG_DATA_HOME="+t.TempDir())
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 30, Cols: 100})
	if err != nil {
		t.Fatal(err)
	}
	defer tty.Close()
	if _, err := io.WriteString(tty, input); err != nil {
		t.Fatal(err)
	}
	out, _ = io.ReadAll(tty) // ends with an error when the command has left its terminal
	return out, cmd.Wait()
}

// TestHeadlessAsksTheTerminalNothing: a library of the screens would ask the terminal for its colours at start-up, and
// wait seconds where nobody answers. What needs no screen must not write a single escape code.
func TestHeadlessAsksTheTerminalNothing(t *testing.T) {
	for _, args := range [][]string{{"version"}, {"levels"}, {"help"}, {"play", "one-team", "--plain"}} {
		input := ""
		if args[0] == "play" {
			input = "look\nquit\n"
		}
		out, err := onTerminal(t, input, args...)
		if err != nil || len(out) == 0 {
			t.Errorf("%v: %v\n%s", args, err, out)
		}
		if bytes.ContainsRune(out, '\x1b') {
			t.Errorf("%v wrote escape codes: %q", args, out)
		}
	}
}

// TestPromptIsForPeople: the line-by-line mode asks for commands on a terminal, and only there.
func TestPromptIsForPeople(t *testing.T) {
	out, err := onTerminal(t, "look\nquit\n", "play", "one-team", "--plain")
	if err != nil || !bytes.Contains(out, []byte("\n> ")) {
		t.Errorf("%v\n%s", err, out)
	}
	script := exec.Command("callout", "play", "one-team", "--plain", "--save", t.TempDir()+"/game.jsonl")
	script.Stdin = bytes.NewBufferString("look\nquit\n")
	if out, err := script.Output(); err != nil || bytes.Contains(out, []byte("\n> ")) {
		t.Errorf("%v\n%s", err, out)
	}
}

// TestScreensLeaveTheTerminalAsItWas ends the screens by Ctrl-C and by TERM: the exit code is 0, and the terminal is back
// from the alternate screen.
func TestScreensLeaveTheTerminalAsItWas(t *testing.T) {
	for name, end := range map[string]func(*exec.Cmd, io.Writer) error{
		"Ctrl-C": func(_ *exec.Cmd, tty io.Writer) error { _, err := tty.Write([]byte{3}); return err },
		"TERM":   func(cmd *exec.Cmd, _ io.Writer) error { return cmd.Process.Signal(syscall.SIGTERM) },
	} {
		cmd := exec.Command("callout", "play", "one-team")
		// Bubble Tea 1.3.10 may still be setting up its input reader when the signal ends it. The race detector sees that now
		// and then and would make it the exit code, which is what is looked at here.
		cmd.Env = append(os.Environ(), "TERM=xterm-256color", "XDG_DATA_HOME="+t.TempDir(), "GORACE=exitcode=0")
		tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 30, Cols: 100})
		if err != nil {
			t.Fatal(err)
		}
		screen := bufio.NewReader(tty)
		if _, err := screen.ReadString('O'); err != nil { // of "One team": the briefing is shown
			t.Fatalf("%s: no screen: %v", name, err)
		}
		if err := end(cmd, tty); err != nil {
			t.Fatal(err)
		}
		rest, _ := io.ReadAll(screen)
		if err := cmd.Wait(); err != nil || !bytes.Contains(rest, []byte("\x1b[?1049l")) {
			t.Errorf("%s: %v, and the last it wrote was %q", name, err, tail(rest))
		}
		tty.Close()
	}
}

// TestSimThatIsStoppedTellsWhatIsDone stops a simulation as soon as it shows on a terminal that games are done.
func TestSimThatIsStoppedTellsWhatIsDone(t *testing.T) {
	tty, end, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer tty.Close()
	ctx, stop := context.WithCancel(t.Context())
	said := make(chan string)
	go func() {
		var text []byte
		buf := make([]byte, 1<<10)
		for n, err := 0, error(nil); err == nil; n, err = tty.Read(buf) {
			if text = append(text, buf[:n]...); bytes.Contains(text, []byte(" of 100,000 games")) {
				stop()
			}
		}
		said <- string(text)
	}()
	var out bytes.Buffer
	code := run(ctx, []string{"sim", "ten-teams", "--games", "100000"}, terminal{in: strings.NewReader(""), out: &out, err: end})
	end.Close()
	if errors := <-said; code != failure || !strings.Contains(errors, "stopped after ") {
		t.Fatalf("exit %d, says %q", code, errors)
	}
	if !strings.Contains(out.String(), "ten-teams, played by rule: ") || !strings.Contains(out.String(), "revenue lost") {
		t.Errorf("what is done is not shown:\n%s", &out)
	}
}

// TestWatchOnATerminal looks at a saved game: it is a screen there, and the file stays as it is.
func TestWatchOnATerminal(t *testing.T) {
	file := t.TempDir() + "/game.jsonl"
	play := exec.Command("callout", "play", "one-team", "--plain", "--save", file)
	play.Stdin = strings.NewReader("freeze on\nend\nend\n")
	if out, err := play.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	before, _ := os.ReadFile(file)
	out, err := onTerminal(t, "q", "replay", file, "--watch")
	if err != nil || !bytes.Contains(out, []byte("turn 1 of 2")) || !bytes.Contains(out, []byte("freeze on")) || !bytes.Contains(out, []byte("\x1b[?1049l")) {
		t.Errorf("%v\n%q", err, tail(out))
	}
	if after, _ := os.ReadFile(file); !bytes.Equal(before, after) {
		t.Error("watching changed the file")
	}
}
