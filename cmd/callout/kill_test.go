//go:build unix

package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"callout/game/journal"
	"callout/ui/saves"
)

// recorded lists what a journal holds, in order: the orders, and "end" for an ended turn. It plays the journal again,
// so every digest has been compared.
func recorded(t *testing.T, file string) (list []string, report journal.Report) {
	t.Helper()
	report, err := journal.Replay(file, saves.Load, func(s journal.Step) error {
		switch s.Kind {
		case journal.Gave:
			list = append(list, s.Order)
		case journal.Undid:
			list = append(list, "undo "+s.Order)
		case journal.Ended:
			list = append(list, "end")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list, report
}

var (
	accepted = regexp.MustCompile(`^(?:> )?Done: (.*)\.$`)
	undone   = regexp.MustCompile(`^(?:> )?Taken back: (.*)\.$`)
	ended    = regexp.MustCompile(`^(?:> )?Week \d+, .* hours\. Burnout`)
)

// acknowledged lists what the player was told, in the same way.
func acknowledged(out []byte) (list []string) {
	for line := range strings.Lines(string(out)) {
		if !strings.HasSuffix(line, "\n") {
			break
		}
		line = strings.TrimSuffix(line, "\n")
		if m := accepted.FindStringSubmatch(line); m != nil {
			list = append(list, m[1])
		} else if m := undone.FindStringSubmatch(line); m != nil {
			list = append(list, "undo "+m[1])
		} else if ended.MatchString(line) {
			list = append(list, "end")
		}
	}
	return list
}

// TestKilledAtAnyMoment kills the command without warning, again and again, while it plays a script. After each kill the
// journal must hold exactly what it held before, everything that was acknowledged since, and at most one thing more.
func TestKilledAtAnyMoment(t *testing.T) {
	kills := 20
	if os.Getenv("CALLOUT_LONG") != "" {
		kills = 200
	}
	r := rand.New(rand.NewPCG(1, 2))
	var before []string
	file, games, acknowledgements, ahead := "", 0, 0, 0
	for kill := range kills {
		if file == "" {
			games++
			file = filepath.Join(t.TempDir(), "game.jsonl")
			begin := exec.Command("callout", "play", "ten-teams", "--plain", "--seed", fmt.Sprint(games), "--save", file)
			if out, err := begin.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			before = nil
		}
		out := killed(t, r, "resume", file, "--plain")
		now, report := recorded(t, file)
		told := append(slices.Clone(before), acknowledged(out)...)
		if len(now) < len(told) || len(now) > len(told)+1 || !slices.Equal(now[:len(told)], told) {
			t.Fatalf("kill %d: the player was told\n%q\nand the journal holds\n%q", kill, told, now)
		}
		acknowledgements += len(told) - len(before)
		ahead += len(now) - len(told)
		before = now
		if report.Over {
			file = ""
		}
	}
	t.Logf("%d kills in %d games, %d acknowledgements, %d kills between disk and player", kills, games, acknowledgements, ahead)
	if acknowledgements == 0 {
		t.Error("nothing was acknowledged before any kill, so nothing was shown")
	}
}

// killed runs the command on random orders and kills it at a random moment. It returns what it had said.
func killed(t *testing.T, r *rand.Rand, args ...string) []byte {
	t.Helper()
	cmd := exec.Command("callout", args...)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out := greeted{said: make(chan struct{})}
	cmd.Stdout = &out
	input := randomOrders(r)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go io.WriteString(in, input) // ends when the reader is gone
	exited := make(chan struct{})
	go func() {
		cmd.Wait()
		close(exited)
	}()
	if r.IntN(5) > 0 { // otherwise it is killed while it resumes, or soon after
		select {
		case <-out.said:
		case <-exited:
		}
	}
	time.Sleep(time.Duration(r.IntN(20_000)) * time.Microsecond)
	cmd.Process.Signal(syscall.SIGKILL)
	<-exited
	return out.text.Bytes()
}

// greeted collects output, and tells when the first of it has come.
type greeted struct {
	text bytes.Buffer
	once sync.Once
	said chan struct{}
}

func (g *greeted) Write(b []byte) (int, error) {
	g.once.Do(func() { close(g.said) })
	return g.text.Write(b)
}

// randomOrders is some input; the game refuses what makes no sense.
func randomOrders(r *rand.Rand) string {
	var b strings.Builder
	who := func() string { return []string{"Asha", "Bram", "Chidi", "Dorota"}[r.IntN(4)] }
	for range 2000 {
		switch r.IntN(9) {
		case 0:
			fmt.Fprintf(&b, "assign A-%03d %s\n", 1+r.IntN(60), who())
		case 1:
			n := 1 + r.IntN(30)
			fmt.Fprintf(&b, "read R-%03d\ndeploy R-%03d %s\n", n, n, who())
		case 2:
			fmt.Fprintf(&b, "standby %s\n", who())
		case 3:
			fmt.Fprintf(&b, "freeze %s\n", []string{"on", "off"}[r.IntN(2)])
		case 4:
			fmt.Fprintf(&b, "duty %s %s\n", who(), []string{"on", "off"}[r.IntN(2)])
		case 5:
			b.WriteString("undo\n")
		default:
			b.WriteString("end\n")
		}
	}
	return b.String()
}

// begun starts the command and waits until it asks for orders.
func begun(t *testing.T, args ...string) (*exec.Cmd, io.Closer, *bufio.Reader) {
	t.Helper()
	cmd := exec.Command("callout", args...)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	text := bufio.NewReader(out)
	for {
		line, err := text.ReadString('\n')
		if err != nil {
			t.Fatalf("before it asked for orders: %v", err)
		}
		if strings.HasPrefix(line, "Write help") {
			return cmd, in, text
		}
	}
}

// TestSignalsLoseNothing ends a waiting game with Ctrl-C and with TERM: it says where it is saved and exits with 0.
func TestSignalsLoseNothing(t *testing.T) {
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		file := filepath.Join(t.TempDir(), "game.jsonl")
		cmd, in, text := begun(t, "play", "one-team", "--plain", "--save", file)
		if err := cmd.Process.Signal(s); err != nil {
			t.Fatal(err)
		}
		rest, _ := io.ReadAll(text)
		if err := cmd.Wait(); err != nil || !strings.Contains(string(rest), "The game is saved in "+file) {
			t.Errorf("%v: %v\n%s", s, err, rest)
		}
		in.Close()
	}
}

// TestSecondPlayerIsRefused opens a save that is being played.
func TestSecondPlayerIsRefused(t *testing.T) {
	file := filepath.Join(t.TempDir(), "game.jsonl")
	cmd, in, text := begun(t, "play", "one-team", "--plain", "--save", file)
	out, err := exec.Command("callout", "resume", file, "--plain").CombinedOutput()
	if err == nil || !strings.Contains(string(out), "it is being played by another Callout") {
		t.Errorf("%v\n%s", err, out)
	}
	in.Close()
	io.Copy(io.Discard, text)
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
	if out, err := exec.Command("callout", "resume", file, "--plain").CombinedOutput(); err != nil {
		t.Errorf("after the first has left: %v\n%s", err, out)
	}
}

// TestNoRoomLeft lets the save hit the limit of its size: the game ends with a sentence, and what was acknowledged is
// there and whole.
func TestNoRoomLeft(t *testing.T) {
	file := filepath.Join(t.TempDir(), "game.jsonl")
	cmd := exec.Command("sh", "-c", `ulimit -f 4; exec callout play ten-teams --plain --save "$0"`, file)
	cmd.Stdin = strings.NewReader(strings.Repeat("freeze on\nfreeze off\nundo\nend\n", 300))
	var out, wrong bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &wrong
	if err := cmd.Run(); err == nil || !strings.Contains(wrong.String(), "the game cannot be saved any more") {
		t.Fatalf("%v: %s", err, &wrong)
	}
	told := acknowledged(out.Bytes())
	if held, _ := recorded(t, file); !slices.Equal(held, told) || len(told) == 0 {
		t.Errorf("the player was told\n%q\nand the journal holds\n%q", told, held)
	}
}
