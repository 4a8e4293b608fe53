package policy

import (
	"errors"
	"slices"

	"callout/game"
)

// A Branch is one way to play on from where a game stands: orders for this turn, and then the rule of thumb, which may
// be held back from healing at once what the branch is about.
type Branch struct {
	Orders []game.Order
	Holds  []Hold
	Until  game.Minute // costs are compared as they stand then; game.Never for the end of the game
}

// A Hold keeps the rule of thumb from orders of a kind for a while.
type Hold struct {
	Kind    game.OrderKind // NoOrder for any
	Item    game.Item      // none for any; with the number 0 any of its kind
	App     int            // or None
	Analyst int            // or None
	Until   game.Minute
}

// covers tells whether order o is held back at minute now.
func (h *Hold) covers(o *game.Order, now game.Minute) bool {
	return now < h.Until && (h.Kind == game.NoOrder || h.Kind == o.Kind) &&
		(h.Item.Kind == game.NoItem || h.Item.Kind == o.Item.Kind && (h.Item.N == 0 || h.Item.N == o.Item.N)) &&
		(h.App == game.None || h.App == o.App) && (h.Analyst == game.None || h.Analyst == o.Analyst)
}

// Same tells whether two branches are played alike.
func (b *Branch) Same(o *Branch) bool {
	return b.Until == o.Until && slices.Equal(b.Orders, o.Orders) && slices.Equal(b.Holds, o.Holds)
}

// Outcome is what a branch came to.
type Outcome struct {
	Cost   game.Pence // by the metric total_cost, from where the branch began
	Missed bool       // the game is over and its goals are not met; told only where the branch lasts to the end
}

// Futures plays on, again and again in the same memory. It is not safe for concurrent use.
type Futures struct {
	game game.Game
	view game.View
	rule *rule
}

// NewFutures is the memory for playing on.
func NewFutures() *Futures { return &Futures{rule: newRule("rule", byClues)} }

// Play plays branch b from where the game start stands, with other luck than that game has: what is stays as it is, and
// what comes is drawn by luck. Branches that are compared get the same lucks, so that what differs is what was done. An
// order that is refused is left out. The game start is only read.
func (f *Futures) Play(start *game.Game, b *Branch, luck uint64) Outcome {
	start.Fork(&f.game, game.SeedFrom(luck))
	for _, o := range b.Orders {
		_ = f.game.Do(o) // refused where the branch has made it pointless
	}
	f.game.EndTurn()
	f.rule.Begin(luck)
	give := func(o game.Order) error {
		for i := range b.Holds {
			if b.Holds[i].covers(&o, f.game.Now()) {
				return errHeld
			}
		}
		return f.game.Do(o)
	}
	for !f.game.Over() && f.game.Now() < b.Until {
		f.game.View(&f.view)
		f.rule.Play(&f.view, give)
		f.game.EndTurn()
	}
	o := Outcome{Cost: f.game.TotalCost() - start.TotalCost()}
	if b.Until == game.Never {
		f.game.View(&f.view)
		o.Missed = !f.view.Won
	}
	return o
}

// errHeld is what a policy hears of an order that is held back.
var errHeld = errors.New("this way of playing on goes without that order")

// Evening is five o'clock of the working day that is so many working days after m's. Turns end then in all branches, so
// that they can be compared.
func Evening(m game.Minute, days int) game.Minute {
	const five = 17 * game.Hour
	d := m - m%game.Day
	for days > 0 || d.Weekday() > 4 {
		d += game.Day
		if d.Weekday() < 5 && days > 0 {
			days--
		}
	}
	return d + five
}

// NextMorning is the next nine o'clock of a working day.
func NextMorning(m game.Minute) game.Minute {
	const nine = 9 * game.Hour
	if m.Weekday() < 5 && m%game.Day < nine {
		return m - m%game.Day + nine
	}
	return Evening(m, 1) - 8*game.Hour
}
