package plain

import (
	"strconv"
	"strings"

	"callout/game/predict"
	"callout/game/words"
)

// remember opens the book of predictions of the game as far as it was played. Where it cannot be kept nothing is asked.
func (t *table) remember(on bool) {
	if on {
		t.book = t.session.Book()
	}
}

// asks tells whether a prediction is asked for in this turn.
func (t *table) asks() bool { return t.book != nil && t.book.Open() != nil }

// ask asks for the prediction of this turn. Whoever does not answer plays on as if nothing had been asked.
func (t *table) ask() {
	if !t.asks() {
		return
	}
	p := t.book.Open()
	t.say("%s", words.Say("predict.plain", "question", p.Text))
	for i, c := range p.Choices {
		t.item("%s", words.Say("predict.answer", "n", i+1, "choice", c))
	}
	t.say("%s", words.Say("predict.answers"))
}

// predict answers the question of this turn.
func (t *table) predict(args []string) {
	if !t.asks() || len(args) != 2 {
		if t.asks() {
			t.say("%s", words.Say("predict.usage"))
			return
		}
		t.say("%s", words.Say("predict.unasked"))
		return
	}
	choice, err := strconv.Atoi(args[0])
	sure, other := strconv.Atoi(strings.TrimSuffix(args[1], "%"))
	if err != nil || other != nil {
		t.say("%s", words.Say("predict.usage"))
		return
	}
	open := t.book.Open()
	note, err := t.book.Answer(choice-1, sure)
	if err != nil {
		t.refuse(err)
		return
	}
	if err := t.session.Note(predict.NoteKind, note); err != nil {
		t.fail(err)
		return
	}
	t.say("%s", words.Say("predict.noted", "choice", open.Choices[choice-1], "sure", sure))
}
