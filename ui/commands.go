package ui

import (
	"cmp"
	"errors"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"callout/game"
	"callout/game/debrief"
	"callout/game/words"
	"callout/ui/hint"
	"callout/ui/key"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/screen/briefing"
	"callout/ui/screen/play"
	"callout/ui/theme"
)

// What commands bring back.
type (
	opened struct {
		play  Play
		fresh bool   // it has just begun, so it is briefed
		says  string // first of all; empty for a greeting
		err   error
	}
	ordered struct {
		order game.Order
		err   error
	}
	undone struct {
		order game.Order
		err   error
	}
	hinted    struct{ hint hint.Hint }
	hintTaken struct{ err error }
	looked    struct {
		debrief *debrief.Debrief
		code    string
		err     error
	}
	turned struct {
		events   []game.Event
		err      error
		decision bool // something needs a decision now
	}
)

func (r *root) begin(level, model string) tea.Cmd {
	games := r.o.Games
	return func() tea.Msg {
		p, err := games.Begin(level, model)
		return opened{play: p, fresh: true, err: err}
	}
}

func (r *root) resume(path string) tea.Cmd {
	games := r.o.Games
	return func() tea.Msg {
		p, err := games.Resume(path)
		return opened{play: p, err: err}
	}
}

// give gives an order and fills the view that is not shown.
func (r *root) give(o game.Order) tea.Cmd {
	p, spare := r.play, &r.views[1-r.shown]
	return func() tea.Msg {
		err := p.Do(o)
		if err == nil {
			p.View(spare)
		}
		return ordered{o, err}
	}
}

// undo takes back the last order of the turn and fills the view that is not shown.
func (r *root) undo() tea.Cmd {
	p, spare := r.play, &r.views[1-r.shown]
	return func() tea.Msg {
		o, err := p.Undo()
		if err == nil {
			p.View(spare)
		}
		return undone{o, err}
	}
}

// playOn begins a branch of the game. The game itself is closed only when the branch is there.
func (r *root) playOn(a screen.PlayOn) tea.Cmd {
	games, old := r.o.Games, r.play
	return func() tea.Msg {
		if a.File == "" {
			a.File = old.Path()
		}
		p, err := games.Branch(a.File, a.Turn)
		if err != nil {
			return opened{err: err}
		}
		if old != nil {
			if err := old.Close(); err != nil {
				return opened{err: errors.Join(err, p.Close())}
			}
		}
		return opened{play: p, says: words.Say("journal.branch.begun", "turn", a.Turn+1)}
	}
}

// endTurn plays on, after a pause, and fills the view that is not shown.
func (r *root) endTurn(pause time.Duration) tea.Cmd {
	p, spare := r.play, &r.views[1-r.shown]
	return func() tea.Msg {
		time.Sleep(pause)
		events, err := p.EndTurn()
		if err != nil {
			return turned{err: err}
		}
		p.View(spare)
		return turned{events: events, decision: p.NeedsDecision()}
	}
}

// hint asks for a hint.
func (r *root) hint() tea.Cmd {
	p := r.play
	return func() tea.Msg { return hinted{p.Hint()} }
}

// noteHint writes down that a step of a hint was taken.
func (r *root) noteHint(h screen.TakeHint) tea.Cmd {
	p := r.play
	kind, text := debrief.HintNote(h.Step, p.Level().FormatOrder(h.Order))
	return func() tea.Msg { return hintTaken{p.Note(kind, text)} }
}

// hintTaken goes on after that note.
func (r *root) hintTaken(msg hintTaken) {
	r.busy = false
	if msg.err != nil {
		r.notice(words.Say("review.hint.failed"), msg.err.Error())
	}
}

// swap shows the view that was filled.
func (r *root) swap() {
	r.shown = 1 - r.shown
	r.main.Show(&r.views[r.shown])
}

// open shows a game that was begun or resumed.
func (r *root) open(msg opened) tea.Cmd {
	r.busy = false
	switch {
	case msg.err != nil && r.main == nil && (r.o.Level != "" || r.o.Resume != ""):
		r.err = msg.err
		return tea.Quit
	case msg.err != nil:
		r.notice(words.Say("screen.failed"), msg.err.Error())
		return nil
	}
	r.play, r.entered = &serial{Play: msg.play}, ""
	r.play.View(&r.views[r.shown])
	r.book = r.play.Book()
	r.main = play.New(r.theme, r.play.Level())
	r.main.Undoable(r.play.CanUndo())
	r.main.Show(&r.views[r.shown])
	if r.room != nil {
		return r.sit(msg.says)
	}
	switch {
	case msg.fresh:
		r.stack = []screen.Screen{r.menu, briefing.New(r.theme, r.play.Level(), r.views[r.shown].Goals)}
	case r.play.Over():
		r.stack = []screen.Screen{r.menu, r.main}
		r.busy = true
		return r.look()
	default:
		r.stack = []screen.Screen{r.menu, r.main}
		r.main.Say(cmp.Or(msg.says, words.Say("screen.again", "key", key.Hint.Show())))
		r.ask()
	}
	r.greet()
	return nil
}

func (r *root) ordered(msg ordered) {
	r.busy = false
	if msg.err != nil {
		r.main.Complain(msg.err)
		return
	}
	r.swap()
	r.main.Undoable(true)
	r.main.Given(words.Say("screen.given", "order", r.play.Level().FormatOrder(msg.order)))
}

func (r *root) undone(msg undone) {
	r.busy = false
	if msg.err != nil {
		r.main.Complain(msg.err)
		return
	}
	r.swap()
	r.main.Undoable(r.play.CanUndo())
	r.main.Say(words.Say("journal.undo.done", "order", r.play.Level().FormatOrder(msg.order)))
}

// turned shows what a turn brought, and ends the next one where the player said to continue and nothing needs a decision.
func (r *root) turned(msg turned) tea.Cmd {
	r.busy = false
	r.main.Busy(false)
	if msg.err != nil {
		r.going = false
		r.main.Complain(msg.err)
		return nil
	}
	from, turn := r.main.Stands(), r.views[r.shown].Turn
	r.swap()
	if r.room != nil && r.views[r.shown].Turn == turn { // others end it
		r.going = false
		r.main.Say(words.Say("seat.waits"))
		return nil
	}
	r.main.Undoable(false)
	r.main.Turned()
	pause := r.foretold(msg)
	switch {
	case r.play.Over() && r.room == nil:
		r.going = false
		r.busy = true
		return tea.Batch(r.look(), r.enter())
	case r.going && !msg.decision && !pause && !r.leaving:
		r.busy = true
		r.main.Busy(true)
		return r.endTurn(r.pace)
	}
	r.going = false
	if !r.play.Over() {
		r.ask()
	}
	return r.move(from)
}

// paragraph is text in rows of w cells, its line breaks kept.
func paragraph(t *theme.Theme, text string, w int) []string {
	const most = 400
	b := line.NewBlock(w, most)
	for l := range strings.SplitSeq(text, "\n") {
		b.Para(t.Text, l, 0)
	}
	n := most - b.Left()
	return b.Rows()[:max(n, 1)]
}
