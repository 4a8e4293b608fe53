package ui

import (
	"errors"

	tea "github.com/charmbracelet/bubbletea"

	"callout/game/words"
	"callout/ui/screen"
	"callout/ui/screen/play"
	"callout/ui/theme"
)

// Table is the screens of one game in a room: they have no menu, no files and no progress, and the game may go on without
// the player. It is a part of a Bubble Tea model, which gives it messages and runs what it asks for.
type Table struct{ root *root }

// Setting is how a table is set.
type Setting struct {
	Theme       *theme.Theme
	Play        Play
	Seat        *play.Seat
	W, H        int           // of the terminal
	Predictions bool          // ask for a prediction before a week ends
	Motion      bool          // gauges move to their new value after a turn
	Hints       bool          // hints may be asked for
	Wheel       func() error  // has the player drive
	Ready       func() error  // says that the player is ready to go on
	Keep        func() string // how the debrief is taken home
	Greeting    string        // said first of all
}

type (
	// Left is the message that the player leaves the table.
	Left struct{}
	// refreshed is a game that was looked at because it may have gone on without the player.
	refreshed struct{ says string }
	// done is what came of something that is no order, and what to say where it worked.
	done struct {
		err  error
		says string
	}
)

// NewTable sets a table. What it begins with has to be run.
func NewTable(o Setting) (*Table, tea.Cmd) {
	r := newRoot(Options{Predictions: o.Predictions, Motion: o.Motion}, o.Theme)
	r.room, r.w, r.h = &o, o.W, o.H
	return &Table{r}, r.open(opened{play: o.Play, says: o.Greeting})
}

// Update takes a message and returns what is to be run.
func (t *Table) Update(msg tea.Msg) tea.Cmd {
	_, cmd := t.root.Update(msg)
	return cmd
}

// View is the screen.
func (t *Table) View() string { return t.root.View() }

// Refresh looks at the game anew, because it may have gone on without the player, and then says something, or nothing.
func (t *Table) Refresh(says string) tea.Cmd {
	if t.root.busy {
		t.root.stale = true
		return nil
	}
	return t.root.refresh(says)
}

// sit begins at a table.
func (r *root) sit(says string) tea.Cmd {
	r.main.Sit(r.room.Seat)
	r.stack = []screen.Screen{r.main}
	if r.play.Over() {
		r.busy = true
		return r.look()
	}
	r.main.Say(says)
	r.ask()
	return nil
}

// Show puts a screen in the place of the game, or the game again where it is nil. Dialogs that lay over what was shown before
// go with it.
func (t *Table) Show(s screen.Screen) {
	r := t.root
	if s == nil {
		s = r.main
	}
	if r.stack[0] != s {
		r.going = false
		r.stack = []screen.Screen{s}
		if s == screen.Screen(r.main) {
			r.ask()
		}
	}
}

// Redraw draws anew what hangs on the seat.
func (t *Table) Redraw() { t.root.main.Redraw() }

// LookBack shows the debrief of a game that is over.
func (t *Table) LookBack() tea.Cmd {
	t.root.busy = true
	return t.root.look()
}

// Close ends what is being worked out for the player.
func (t *Table) Close() {
	if t.root.study != nil {
		t.root.study.stop()
	}
}

// refresh fills the view that is not shown.
func (r *root) refresh(says string) tea.Cmd {
	p, spare := r.play, &r.views[1-r.shown]
	r.busy, r.stale = true, false
	return func() tea.Msg {
		p.View(spare)
		return refreshed{says}
	}
}

// refreshed shows a game that may have gone on.
func (r *root) refreshed(msg refreshed) tea.Cmd {
	r.busy = false
	var motion tea.Cmd
	turn, from := r.views[r.shown].Turn, r.main.Stands()
	r.swap()
	r.main.Undoable(r.play.CanUndo())
	if r.views[r.shown].Turn != turn {
		r.main.Turned()
		if r.stack[0] == screen.Screen(r.main) {
			r.foretold(turned{events: r.views[r.shown].News})
			r.ask()
			motion = r.move(from)
		}
	}
	if msg.says != "" {
		r.main.Say(msg.says)
	}
	return motion
}

// caughtUp looks at the game anew where it may have gone on while a command was with it.
func (r *root) caughtUp() tea.Cmd {
	if !r.stale || r.busy {
		return nil
	}
	return r.refresh("")
}

// inRoom does what a screen wants done where that is different in a room, and tells whether it did.
func (r *root) inRoom(a screen.Action) (tea.Cmd, bool) {
	if r.room == nil {
		return nil, false
	}
	switch a.(type) {
	case nil, screen.All, screen.Back, screen.Push, screen.Give, screen.Undo, screen.EndTurn, screen.TakeHint, screen.LookBack,
		screen.Predict, screen.Help, screen.Words:
		return nil, false
	case screen.Hint:
		if r.room.Hints {
			return nil, false
		}
		r.main.Complain(errors.New(words.Say("seat.no_hints")))
	case screen.Wheel:
		return r.have(r.room.Wheel, words.Say("seat.wheel")), true
	case screen.Ready:
		return r.have(r.room.Ready, ""), true
	case screen.Home:
		r.push(r.main.StandUp())
	case screen.Quit:
		return func() tea.Msg { return Left{} }, true
	case screen.Export:
		r.notice(words.Say("seat.home.title"), r.room.Keep())
	default:
		r.notice(words.Say("seat.elsewhere.title"), words.Say("seat.elsewhere.text"))
	}
	return nil, true
}

// have has something done that is no order.
func (r *root) have(do func() error, says string) tea.Cmd {
	r.busy = true
	return func() tea.Msg { return done{do(), says} }
}

// did goes on after that.
func (r *root) did(msg done) tea.Cmd {
	r.busy = false
	switch {
	case msg.err == nil:
		return r.refresh(msg.says)
	case r.stack[0] == screen.Screen(r.main):
		r.main.Complain(msg.err)
	default:
		r.notice(words.Say("screen.failed"), msg.err.Error())
	}
	return nil
}
