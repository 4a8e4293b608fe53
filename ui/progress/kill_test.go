//go:build unix

package progress

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"
)

// TestMain writes progress without end where a test asks for it, so that the test can kill it at any moment.
func TestMain(m *testing.M) {
	name := os.Getenv("CALLOUT_WRITER")
	if name == "" {
		os.Exit(m.Run())
	}
	xdg.Reload()
	s := Mine()
	for n := 0; ; n++ {
		level := fmt.Sprint(name, "-", n)
		if _, _, err := s.Leave(level, true); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(level)
	}
}

// TestKilledWriters kills two writers at once, again and again, in the middle of what they do: what each was told is kept
// stays, and the file is whole.
func TestKilledWriters(t *testing.T) {
	s := data(t)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	kills := 6
	if os.Getenv("CALLOUT_LONG") != "" {
		kills = 60
	}
	acknowledged := 0
	for kill := range kills {
		var writers []*exec.Cmd
		var said []*bufio.Scanner
		for w := range 2 {
			cmd := exec.Command(self)
			cmd.Env = append(os.Environ(), fmt.Sprintf("CALLOUT_WRITER=w%d-%d", kill, w), "XDG_DATA_HOME="+xdg.DataHome)
			out, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			writers, said = append(writers, cmd), append(said, bufio.NewScanner(out))
		}
		var kept []string
		for range 3 + kill%4 {
			if said[0].Scan() {
				kept = append(kept, said[0].Text())
			}
		}
		for i, w := range writers {
			w.Process.Kill()
			for said[i].Scan() {
				kept = append(kept, said[i].Text())
			}
			w.Wait()
		}
		p := read(t, s)
		for _, level := range kept {
			if !p.Skipped(level) {
				t.Fatalf("after kill %d %s is lost, which was acknowledged", kill, level)
			}
		}
		acknowledged += len(kept)
	}
	if acknowledged < 3*kills {
		t.Errorf("only %d entries were acknowledged: the test shows nothing", acknowledged)
	}
	if _, _, err := s.Leave("last", true); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(filepath.Dir(s.File()))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range left {
		if strings.HasPrefix(f.Name(), ".") {
			t.Errorf("left behind: %s", f.Name())
		}
	}
}
