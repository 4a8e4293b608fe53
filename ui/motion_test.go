package ui

import (
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"callout/game"
)

// clock keeps what was asked for later, for a test to bring.
type clock struct {
	due   []tea.Msg
	waits time.Duration
}

func (c *clock) after(d time.Duration, m tea.Msg) tea.Cmd {
	c.due = append(c.due, m)
	c.waits += d
	return nil
}

// moving drives a game in which the gauges have moved in the turn that was just ended.
func moving(t *testing.T, o Options, profile termenv.Profile) (*driver, *clock) {
	t.Helper()
	c := &clock{}
	d := drive(t, 80, 24, profile, o).press("c")
	d.root.after = c.after
	v := &d.root.views[d.root.shown]
	from := game.Gauge{At: v.Now - 60, Burnout: v.Burnout - 12, Queue: v.Queue - 5, Lost: v.Lost - 2_000_000}
	d.run(d.root.move(from))
	return d, c
}

// TestMotionEndsWhereTheScreenRests plays a motion to its end: pictures differ on the way, the last one is the screen of a
// player who wants none, and then no clock is left.
func TestMotionEndsWhereTheScreenRests(t *testing.T) {
	for _, profile := range []termenv.Profile{termenv.TrueColor, termenv.Ascii} {
		still, none := moving(t, Options{}, profile)
		if len(none.due) != 0 {
			t.Error("a screen that is to be still has a clock")
		}
		want := still.screen()
		d, c := moving(t, Options{Motion: true}, profile)
		pictures := map[string]bool{}
		for n := 0; len(c.due) > 0; n++ {
			if n == 100 {
				t.Fatal("the motion does not end")
			}
			pictures[d.screen()] = true
			next := c.due[0]
			c.due = c.due[1:]
			d.send(next)
		}
		if got := d.screen(); got != want {
			t.Errorf("the motion ends on another screen:\n%s\nwant\n%s", got, want)
		}
		if len(pictures) < 4 || pictures[want] {
			t.Errorf("%d pictures were shown on the way", len(pictures))
		}
		if c.waits >= 400*time.Millisecond {
			t.Errorf("the motion takes %v", c.waits)
		}
	}
}

// TestAnyKeyEndsAMotion holds that a key is never kept waiting, and that the frame that was on its way changes nothing.
func TestAnyKeyEndsAMotion(t *testing.T) {
	d, c := moving(t, Options{Motion: true}, termenv.Ascii)
	before := d.screen()
	d.press("down")
	d.press("up")
	rest := d.screen()
	if rest == before {
		t.Error("the key did not end the motion")
	}
	late := c.due
	c.due = nil
	for _, m := range late {
		d.send(m)
	}
	if d.screen() != rest || len(c.due) != 0 {
		t.Error("a motion that was cut short goes on")
	}
}

// TestNothingMovesByItself holds that a screen whose gauges stand where they stood has no clock.
func TestNothingMovesByItself(t *testing.T) {
	c := &clock{}
	d := drive(t, 80, 24, termenv.Ascii, Options{Motion: true}).press("c")
	d.root.after = c.after
	d.run(d.root.move(d.root.main.Stands()))
	d.press("down", "up", "tab", "?", "esc")
	if len(c.due) != 0 {
		t.Errorf("%d frames are asked for while nothing moves", len(c.due))
	}
}
