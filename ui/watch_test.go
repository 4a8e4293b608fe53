package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"callout/ui/screen"
	"callout/ui/screentest"
)

// watched are pictures of a game that is watched, and how to get to them.
var watched = []struct {
	name, file string
	keys       []string
}{
	{"watch", "a.jsonl", nil},
	{"watch-turn", "a.jsonl", []string{"right", "right", "tab", "+", "+"}},
	{"watch-help", "a.jsonl", []string{"?"}},
	{"watch-end", "over.jsonl", []string{"end"}},
	{"watch-news", "over.jsonl", []string{"5", "v"}},
}

func TestWatchScreens(t *testing.T) {
	for _, s := range watched {
		for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
			t.Run(fmt.Sprintf("%s-%dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				screentest.Golden(t, drive(t, size[0], size[1], termenv.Ascii, Options{Watch: s.file}).press(s.keys...).screen())
			})
		}
	}
}

func TestWatchGoesAnywhere(t *testing.T) {
	d := drive(t, 80, 24, termenv.Ascii, Options{Watch: "a.jsonl"}).sees("turn 1 of 30", "standing still", "Mon 09:00", "freeze on")
	for _, c := range []struct{ key, want string }{
		{"right", "turn 2 of 30"}, {"right", "turn 3 of 30"}, {"left", "turn 2 of 30"}, {"end", "after turn 30"}, {"right", "after turn 30"},
		{"home", "turn 1 of 30"}, {"left", "turn 1 of 30"}, {"5", "turn 16 of 30"}, {"0", "turn 1 of 30"},
		{"+", "2 turns a second"}, {"-", "1 turn a second"}, {"-", "a turn in 2 seconds"}, {"-", "a turn in 4 seconds"}, {"-", "a turn in 4 seconds"},
		{"pgdown", "Tue 01:00"}, {"pgdown", "Wed 01:00"}, {"right", "Wed 05:00"}, {"pgup", "Wed 01:00"}, {"pgup", "Tue 01:00"}, {"pgup", "Mon 09:00"},
	} {
		d.press(c.key).sees(c.want)
	}
	if d.press("q"); !d.quit {
		t.Error("q does not leave")
	}
}

// TestWatchRuns lets a film run: a turn with every tick, and one tick at a time, until its end, or a key.
func TestWatchRuns(t *testing.T) {
	d := drive(t, 80, 24, termenv.Ascii, Options{Watch: "a.jsonl"})
	s := d.root.top().(screen.Ticking)
	if s.Every() != 0 || d.root.tick() != nil {
		t.Fatal("it runs before anybody said so")
	}
	d.root.Update(tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}})
	if s.Every() != time.Second || !d.root.ticking || d.root.tick() != nil {
		t.Error("no tick is on its way, or several are")
	}
	d.root.Update(ticked{})
	d.sees("running", "turn 2 of 30", "space stop")
	d.root.Update(tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}})
	d.root.Update(ticked{})
	d.sees("standing still", "turn 2 of 30")
	d.root.Update(tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}})
	for range 40 {
		d.root.Update(ticked{})
	}
	d.sees("the end", "after turn 30")
	if s.Every() != 0 || d.root.tick() != nil {
		t.Error("it runs on after its end")
	}
}

// TestWatchChangesNothing presses the keys of orders: no order is given, and no offers are shown.
func TestWatchChangesNothing(t *testing.T) {
	d := drive(t, 120, 36, termenv.Ascii, Options{Watch: "over.jsonl"}).press("4")
	before := d.screen()
	if d.press("l", "n", "i", "u", "c", "f", "h", "e", "d").screen() != before {
		t.Error("a key of an order does something")
	}
	if strings.Contains(d.press("tab", "tab").screen(), "a day off") {
		t.Error("orders are offered")
	}
}

// TestPlayOnFromWhatIsWatched begins a branch at the turn that is shown; not after the end, where nothing can be played.
func TestPlayOnFromWhatIsWatched(t *testing.T) {
	d := drive(t, 80, 24, termenv.Ascii, Options{Watch: "a.jsonl"}).press("right", "enter")
	d.sees("INBOX", "You play on from the start of turn 2.")
	if d.press("q", "enter"); !d.quit {
		t.Error("leaving the branch goes to a menu that nobody came from")
	}
	d = drive(t, 80, 24, termenv.Ascii, Options{Watch: "over.jsonl"}).press("end")
	if strings.Contains(d.screen(), "play on") {
		t.Error("it offers to play on after the end")
	}
	d.press("enter").sees("the end")
	d = drive(t, 80, 24, termenv.Ascii, Options{Watch: "a.jsonl"}).press("end", "enter")
	d.sees("That did not work") // the fixture has no such turn
}

func TestWhatCannotBeWatched(t *testing.T) {
	d := drive(t, 80, 24, termenv.Ascii, Options{Watch: "none.jsonl"})
	if !d.quit || d.root.err == nil {
		t.Error("a file that is not there does not end the program with an error")
	}
}
