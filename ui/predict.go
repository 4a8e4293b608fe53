package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"callout/game/predict"
	"callout/game/words"
	asking "callout/ui/screen/predict"
)

// noted is a prediction that was written down.
type noted struct {
	says string
	err  error
}

// ask asks the question that is open, if there is one: in a room whoever ends the turns, unless another has answered.
func (r *root) ask() {
	if r.room != nil && r.o.Predictions {
		if r.room.Seat.Looks || r.room.Seat.Follows != "" {
			return
		}
		r.book = r.play.Book()
	}
	if r.book == nil || !r.o.Predictions {
		return
	}
	if p := r.book.Open(); p != nil {
		r.push(asking.New(r.theme, &p.Question))
	}
}

// predict answers the question that is open, and has the answer written down.
func (r *root) predict(choice, sure int) tea.Cmd {
	open := r.book.Open()
	note, err := r.book.Answer(choice, sure)
	if err != nil {
		r.main.Complain(err)
		return nil
	}
	says := words.Say("predict.noted", "choice", open.Choices[choice], "sure", sure)
	r.busy = true
	p := r.play
	return func() tea.Msg { return noted{says, p.Note(predict.NoteKind, note)} }
}

// noted says that a prediction was written down.
func (r *root) noted(msg noted) {
	r.busy = false
	if msg.err != nil {
		r.main.Complain(msg.err)
		return
	}
	r.main.Say(msg.says)
}

// foretold tells the book of a turn, and says what came of predictions. It tells whether there is something to read or
// to answer now.
func (r *root) foretold(msg turned) bool {
	if r.book == nil || !r.o.Predictions {
		return false
	}
	if r.room != nil && r.book.Turns()+1 != r.views[r.shown].Turn { // turns were missed, or it was told already
		r.book = r.play.Book()
		return r.book != nil && r.book.Open() != nil
	}
	settled := r.book.Turn(&r.views[r.shown], msg.events)
	for i := range settled {
		r.main.Say(settled[i].Says())
	}
	return len(settled) > 0 || r.book.Open() != nil
}
