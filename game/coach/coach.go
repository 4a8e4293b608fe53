package coach

import (
	"callout/game"
	"callout/game/words"
)

// Panel is the part of the main screen that advice speaks of.
type Panel uint8

// Panels.
const (
	Gauges Panel = iota
	Inbox
	People
	Keys // the keys that let time pass
)

// Pace is what to do where there is no order to give.
type Pace uint8

// Paces.
const (
	OneTurn  Pace = iota // end the turn
	UntilDue             // end turns until something needs a decision
)

// Advice is what the coach says now.
type Advice struct {
	Step  string     // the step's name, as in the catalogue under coach.step
	Point Panel      // where to look
	Order game.Order // what to try; its kind is game.NoOrder where there is nothing but to go on
	Pace  Pace       // how to go on

	After string // what happened in the last turn, where it teaches something, or empty
	Idea  string // the one thing to think of
	Try   string // what the order does, in a few words, or how to go on
}

// Begins tells whether the coach is there from the beginning of a level: the one that teaches to read the inbox is the
// first that anybody plays.
func Begins(l *game.Level) bool { return l.Teaches == "read" }

// Names are what the player writes or presses for help: keys on a screen, words in the line-by-line mode.
type Names struct{ Words, Help, Hint, News, Rest string }

// Now is what to think of now, of what open lets be ordered; nil lets everything be. After the end of the game there is nothing
// left to say: ok is false.
func Now(v *game.View, n Names, open func(game.OrderKind) bool) (a Advice, ok bool) {
	if v.Over {
		return a, false
	}
	for i := range steps {
		s := &steps[i]
		if !s.at.holds(v) || s.order != game.NoOrder && open != nil && !open(s.order) {
			continue
		}
		if t, found := s.when(v); found {
			return s.advise(v, t, n), true
		}
	}
	return a, false
}

// advise words a step about a thing.
func (s *step) advise(v *game.View, t thing, n Names) Advice {
	a := Advice{Step: s.name, Point: s.point, Order: t.order, Pace: s.pace, After: after(v)}
	a.Order.Kind = s.order
	if s.order == game.NoOrder {
		a.Order = game.Order{}
	}
	o := &a.Order
	a.Idea = words.Say("coach.step."+s.name, pairs(v, t, n)...)
	switch {
	case o.Kind != game.NoOrder:
		a.Try = words.Say("coach.try."+o.Kind.String(), pairs(v, t, n)...)
	case a.Pace == UntilDue && !(v.Now.InHours() && afternoon(v)):
		a.Try = words.Say("coach.go.on")
	default:
		a.Pace = OneTurn // the evening has its own decision: do not run past it
		a.Try = words.Say("coach.go.turn")
	}
	return a
}

// pairs are what the sentences about a thing may be filled with.
func pairs(v *game.View, t thing, n Names) []any {
	o := &t.order
	item := ""
	if o.Item.Kind != game.NoItem {
		item = o.Item.String()
	}
	return []any{
		"item", item, "app", v.AppName(o.App), "team", v.TeamName(o.Team), "who", v.AnalystName(o.Analyst),
		"when", words.When(v.Now, t.at), "n", t.n, "price", words.Money(t.pence),
		"words", n.Words, "help", n.Help, "hint", n.Hint, "news", n.News, "rest", n.Rest,
	}
}
