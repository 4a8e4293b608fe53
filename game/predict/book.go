package predict

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"callout/game"
	"callout/game/journal"
	"callout/game/words"
)

// NoteKind is the kind of the notes that answers are kept in.
const NoteKind = "prediction"

// Sure are the shares, per cent, that a player can be sure of an answer.
var Sure = [...]int{50, 70, 90}

// A Prediction is a question with its answer, and with what came true.
type Prediction struct {
	Question
	Choice  int // the answer, or None
	Sure    int // per cent
	Outcome int // the choice that came true, or None before that

	since happened
}

// Settled tells whether it was answered, and has come out.
func (p *Prediction) Settled() bool { return p.Choice != None && p.Outcome != None }

// Right tells whether the answer came true.
func (p *Prediction) Right() bool { return p.Settled() && p.Choice == p.Outcome }

// happened is what the player was told since a question was asked, as far as a question is about it.
type happened struct {
	restored map[int]game.Pence // lost to incidents that were restored, by application
	callouts int
}

// A Book has the questions of one game, and is told every turn of it.
type Book struct {
	level *game.Level
	turn  int
	week  int // of the last question, from 1; 0 before the first
	asked int
	list  []Prediction
}

// New is the book of a game that begins with view v.
func New(l *game.Level, v *game.View) *Book {
	b := &Book{level: l}
	b.ask(v)
	return b
}

// Replay is the book of a game as far as it was played: the orders of each turn, how many turns have ended, and the notes
// that the answers are in. Notes that answer no question are passed over.
func Replay(l *game.Level, seed game.Seed, turns [][]game.Order, ended int, notes []journal.Note) (*Book, error) {
	g, v := game.New(l, seed), new(game.View)
	g.View(v)
	b := New(l, v)
	for turn := range ended {
		for _, n := range notes {
			if n.Turn == turn && n.Kind == NoteKind {
				_ = b.Take(n.Text) // written by another version: a question more that was not answered
			}
		}
		for _, o := range turns[turn] {
			if err := g.Do(o); err != nil {
				return nil, fmt.Errorf("turn %d: the order %q was accepted then and is not now: %w", turn+1, l.FormatOrder(o), err)
			}
		}
		events := g.EndTurn()
		g.View(v)
		b.Turn(v, events)
	}
	for _, n := range notes {
		if n.Turn == ended && n.Kind == NoteKind {
			_ = b.Take(n.Text)
		}
	}
	return b, nil
}

// Turn tells that a turn has ended: v is the view at the beginning of the next one, events what happened, of which hidden
// ones are passed over. It returns the predictions that this settled.
func (b *Book) Turn(v *game.View, events []game.Event) (settled []Prediction) {
	b.turn++
	for i := range b.list {
		p := &b.list[i]
		if p.Outcome != None {
			continue
		}
		p.since.add(events)
		if v.Now < p.Due && !v.Over {
			continue
		}
		p.Outcome = kindOf(p.Key).settle(&p.Question, v, &p.since, p.Choice)
		if p.Settled() {
			settled = append(settled, *p)
		}
	}
	b.ask(v)
	return settled
}

// add adds what the player was told of a turn.
func (h *happened) add(events []game.Event) {
	for i := range events {
		switch e := &events[i]; {
		case e.Hidden:
		case e.Kind == game.CalledOut:
			h.callouts++
		case e.Kind == game.Restored && e.App >= 0:
			h.restored[int(e.App)] += e.Amount
		}
	}
}

// ask asks the question of a week when its time has come.
func (b *Book) ask(v *game.View) {
	week := int(v.Now/game.Week) + 1
	due, ok := b.time(v)
	if !ok || week == b.week {
		return
	}
	first := b.first() + b.asked
	for i := range kinds {
		k := &kinds[(first+i)%len(kinds)]
		q := Question{Key: k.key, Turn: b.turn, Asked: v.Now, Due: due}
		if !k.ask(&q, v) {
			continue
		}
		b.list = append(b.list, Prediction{Question: q, Choice: None, Outcome: None, since: happened{restored: map[int]game.Pence{}}})
		b.week, b.asked = week, b.asked+1
		return
	}
}

// time tells whether it is time to ask: in the last turn of a Friday, about the week to come; or on the last day, about
// how it ends.
func (b *Book) time(v *game.View) (due game.Minute, ok bool) {
	if v.Over || !v.Now.InHours() {
		return 0, false
	}
	now := v.Now % game.Day
	evening := v.Now - now + 17*game.Hour
	switch {
	case v.End <= evening:
		return v.End, now >= 12*game.Hour && v.End-v.Now >= b.level.TurnMinutes
	case v.Now.Weekday() == 4:
		return min(v.End, evening+game.Week), v.Now+b.level.TurnMinutes >= evening
	}
	return 0, false
}

// first is the kind that a level begins with: chosen by its name, so that not every level asks the same first.
func (b *Book) first() int {
	n := 0
	for _, c := range []byte(b.level.Name) {
		n = (n*31 + int(c)) % len(kinds)
	}
	return n
}

func kindOf(key string) *kind {
	for i := range kinds {
		if kinds[i].key == key {
			return &kinds[i]
		}
	}
	return &kinds[0]
}

// Open is the question of this turn that has not been answered, or nil.
func (b *Book) Open() *Prediction {
	if n := len(b.list); n > 0 {
		if p := &b.list[n-1]; p.Turn == b.turn && p.Choice == None {
			return p
		}
	}
	return nil
}

// Answer answers the question of this turn: a choice by its index, and how sure it is. It returns the note to keep. The
// error says what would be right, in the language in use; then nothing has changed.
func (b *Book) Answer(choice, sure int) (note string, err error) {
	p := b.Open()
	switch {
	case p == nil:
		return "", errors.New(words.Say("predict.unasked"))
	case choice < 0 || choice >= len(p.Choices):
		return "", errors.New(words.Say("predict.no_answer", "n", choice+1, "most", len(p.Choices)))
	case sure != Sure[0] && sure != Sure[1] && sure != Sure[2]:
		return "", errors.New(words.Say("predict.not_sure", "n", sure, "low", Sure[0], "middle", Sure[1], "high", Sure[2]))
	}
	p.Choice, p.Sure = choice, sure
	return fmt.Sprintf("%s %d %d", p.Key, choice+1, sure), nil
}

// Take answers the question of this turn by a note that Answer returned.
func (b *Book) Take(note string) error {
	f := strings.Fields(note)
	p := b.Open()
	if len(f) != 3 || p == nil || p.Key != f[0] {
		return fmt.Errorf("%.40q answers nothing that is asked in this turn", note)
	}
	choice, err := strconv.Atoi(f[1])
	if err != nil {
		return fmt.Errorf("%.20q is not the number of an answer", f[1])
	}
	sure, err := strconv.Atoi(f[2])
	if err != nil {
		return fmt.Errorf("%.20q is not how sure one can be", f[2])
	}
	_, err = b.Answer(choice-1, sure)
	return err
}

// Turns is how many turns it was told.
func (b *Book) Turns() int { return b.turn }

// Predictions are all questions that were asked, in order.
func (b *Book) Predictions() []Prediction { return b.list }
