package ui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"callout/levels"
)

// tutorial is the first level, shown to a coached player.
func tutorial(t *testing.T, w, h int, seed uint64) *driver {
	t.Helper()
	l, err := levels.Load("tutorial")
	if err != nil {
		t.Fatal(err)
	}
	return drive(t, w, h, termenv.Ascii, Options{Games: realLibrary{level: l, seed: seed}, Level: "tutorial"}).press("enter")
}

// coachKey is the key that the coach asks for, or empty where it is not there.
func coachKey(screen string) string {
	_, after, found := strings.Cut(ansi.Strip(screen), "COACH ")
	if !found {
		return ""
	}
	for _, row := range strings.Split(after, "\n")[1:4] {
		if k, ok := strings.CutPrefix(strings.TrimSpace(row), "▸ "); ok {
			return strings.Fields(k)[0]
		}
	}
	return ""
}

// TestACoachedPlayerWins presses, in the real screens from the briefing on, the one key that the coach names, and takes
// the first row of what opens. That leads to the debrief of a game that was won, in few keys.
func TestACoachedPlayerWins(t *testing.T) {
	named := map[string]string{"↓": "down", "↑": "up"}
	for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
		for seed := range uint64(4) {
			d := tutorial(t, size[0], size[1], seed)
			keys := 1
			for ; keys < 200 && !d.root.play.Over(); keys++ {
				if len(d.root.stack) > 2 {
					d.press("enter")
					continue
				}
				k := coachKey(d.screen())
				if k == "" {
					t.Fatalf("seed %d, %v: the coach names no key:\n%s", seed, size, d.screen())
				}
				if n := named[k]; n != "" {
					k = n
				}
				d.press(k)
			}
			back, err := d.root.play.LookBack()
			if err != nil {
				t.Fatal(err)
			}
			if r := back.Result; !r.Over || !r.Won {
				t.Errorf("seed %d, %v: after %d keys over %v, won %v at %s:\n%s", seed, size, keys, r.Over, r.Won, r.At, d.screen())
			}
			if keys > 90 {
				t.Errorf("seed %d, %v: it took %d keys", seed, size, keys)
			}
		}
	}
}

// TestTheCoachLeavesAndComesBack with one key, and takes no other key from anybody.
func TestTheCoachLeavesAndComesBack(t *testing.T) {
	d := tutorial(t, 80, 24, 3)
	d.sees("COACH", "What nobody has read")
	d.press("a").sees("brings it back")
	if coachKey(d.screen()) != "" {
		t.Error("the coach is still there")
	}
	d.press("r").sees("Order given: read R-001").press("a").sees("COACH", "Three gauges")
}
