package predict

import (
	"strconv"

	"callout/game/predict"
	"callout/game/words"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// ask is a chooser with a help page of its own.
type ask struct{ *widget.Chooser }

// Topic is the help page of predictions.
func (ask) Topic() screen.Topic { return screen.OfPrediction }

// Term is the word that fits.
func (ask) Term() string { return "prediction" }

// New asks a question: first what will come true, then how sure that is.
func New(t *theme.Theme, q *predict.Question) screen.Screen {
	rows := make([]widget.Candidate, len(q.Choices))
	for i, c := range q.Choices {
		rows[i] = widget.Candidate{Name: c, Do: func() screen.Action {
			return screen.All{screen.Back{}, screen.Push{Screen: sure(t, c, i)}}
		}}
	}
	return ask{widget.NewChooser(t, q.Text, rows).Note(words.Say("predict.note"))}
}

// sure asks how sure an answer is.
func sure(t *theme.Theme, answer string, choice int) screen.Screen {
	rows := make([]widget.Candidate, len(predict.Sure))
	for i, share := range predict.Sure {
		rows[i] = widget.Candidate{Name: words.Say("predict.degree." + strconv.Itoa(share)), Do: func() screen.Action {
			return screen.All{screen.Back{}, screen.Predict{Choice: choice, Sure: share}}
		}}
	}
	return ask{widget.NewChooser(t, words.Say("predict.sure", "answer", answer), rows).Note(words.Say("predict.note"))}
}
