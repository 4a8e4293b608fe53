package ui

import (
	"errors"
	"fmt"
	"io"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"callout/game"
	"callout/ui/line"
	"callout/ui/screen/play"
	"callout/ui/screentest"
	"callout/ui/theme"
)

// roomPlay is the fake game of a team in a room whose turns may be ended by others.
type roomPlay struct {
	fakePlay
	together bool
}

func (p *roomPlay) EndTurn() ([]game.Event, error) {
	if p.together {
		return nil, nil
	}
	return p.fakePlay.EndTurn()
}

func (p *roomPlay) View(v *game.View) {
	p.fakePlay.View(v)
	v.Turn += p.turns
}

func (p *roomPlay) Over() bool { return false }

// tabled is a driver of a table.
type tabled struct {
	*driver
	table *Table
	play  *roomPlay
	seat  *play.Seat
	wheel error
}

// sitDown sets a table on w by h cells.
func sitDown(t *testing.T, w, h int, seat play.Seat) *tabled {
	t.Helper()
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.Ascii)
	th := theme.New(r)
	d := &tabled{play: &roomPlay{fakePlay: fakePlay{level: fixtureLevel()}}, seat: &seat}
	if seat.Strip == nil {
		seat.Strip = func(w int) []string {
			return line.NewBlock(w, 1).Put(th.Title, " Round 1 of 4: play  7:05 left  you drive").Rows()
		}
	}
	seat.Keeps = "your seat is kept"
	table, cmd := NewTable(Setting{
		Theme: th, Play: d.play, Seat: d.seat, W: w, H: h, Greeting: "Here you are.",
		Wheel: func() error { return d.wheel }, Ready: func() error { return nil }, Keep: func() string { return "Ask for it." },
	})
	d.table, d.driver = table, &driver{t: t, root: table.root}
	d.run(cmd)
	return d
}

// strips are two rows: the round, and what was said to everybody.
func strips(w int) []string {
	b := line.NewBlock(w, 3)
	for _, s := range []string{" Round 1 of 4: play  7:05 left  Ben drives", " Facilitator: Two more minutes. Whoever has not looked at the people yet: somebody is", " tired."} {
		b.Line(line.Style{}, s)
	}
	return b.Rows()
}

// TestRoomScreens compares the main screen of a game in a room with its pictures.
func TestRoomScreens(t *testing.T) {
	closed := func(k game.OrderKind) string {
		if k == game.Rest || k == game.Sync || k == game.Link || k == game.Freeze {
			return "opens in round 3"
		}
		return ""
	}
	for _, c := range []struct {
		name string
		seat play.Seat
		keys []string
	}{
		{"drive", play.Seat{}, nil},
		{"closed", play.Seat{Closed: closed}, nil},
		{"closed-refused", play.Seat{Closed: closed}, []string{"l"}},
		{"closed-person", play.Seat{Closed: closed}, []string{"tab", "tab"}},
		{"closed-freeze", play.Seat{Closed: closed}, []string{"f"}},
		{"together", play.Seat{Ready: true}, nil},
		{"looks", play.Seat{Looks: true, Wheel: true, Given: []string{"link A-113 basket", "assign A-113 Asha"}, Strip: strips}, nil},
		{"looks-refused", play.Seat{Looks: true, Wheel: true}, []string{"space"}},
		{"policy", play.Seat{Looks: true}, []string{"w"}},
		{"leave", play.Seat{}, []string{"q"}},
	} {
		for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
			t.Run(fmt.Sprintf("%s-%dx%d", c.name, size[0], size[1]), func(t *testing.T) {
				screentest.Golden(t, sitDown(t, size[0], size[1], c.seat).press(c.keys...).screen())
			})
		}
	}
}

// Whatever is pressed at a table, it shows no menu, reads and writes no file, stops no server, and takes no order that is
// closed.
func TestTableHasNoMenu(t *testing.T) {
	d := sitDown(t, 80, 24, play.Seat{Closed: func(game.OrderKind) string { return "opens in round 3" }})
	for _, k := range []string{"f", "l", "i", "n", "e", "b", "w", "x", "tab", "s", "r", "t", "m", "tab", "z", "o", "y", "esc", "esc", "q", "1", "g", "esc", "?", "esc", "v", "esc", "a"} {
		d.press(k)
	}
	if len(d.play.orders) != 0 {
		t.Errorf("orders that are closed were given: %v", d.play.orders)
	}
	if len(d.root.stack) == 0 || d.root.stack[0] != d.root.main {
		t.Error("the game is gone")
	}
	if _, cmd := d.root.Update(tea.KeyMsg{Type: tea.KeyCtrlZ}); cmd != nil {
		if _, stops := cmd().(tea.SuspendMsg); stops {
			t.Error("the server was sent to sleep")
		}
	}
}

// A game that goes on without the player is shown as it is, also where that happens while an order is being given.
func TestTableRefreshes(t *testing.T) {
	d := sitDown(t, 80, 24, play.Seat{Ready: true})
	d.play.together = true
	d.press("space").sees("You are ready", "Tue 14:00")
	d.play.turns++
	d.run(d.table.Refresh(""))
	d.sees("Tue 15:00")

	d.root.busy = true
	d.play.turns++
	d.run(d.table.Refresh(""))
	d.sees("Tue 15:00")
	d.send(ordered{err: errors.New("it is too late")})
	d.sees("Tue 16:00")
}

// The wheel is taken with one key, and a refusal is said.
func TestTheWheel(t *testing.T) {
	d := sitDown(t, 80, 24, play.Seat{Looks: true, Wheel: true})
	d.press("w").sees("You drive now.")
	d.wheel = errors.New("a policy plays")
	d.press("w").sees("! A policy plays")
	d.press("q", "3")
}
