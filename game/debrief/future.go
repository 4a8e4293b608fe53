package debrief

import (
	"callout/game"
	"callout/game/policy"
)

// A branch is one way to play on from the start of a turn: the orders of that turn, and then the rule of thumb, which
// may be held back from healing at once what the branch is about.
type branch struct {
	turn   int // index of the turn
	at     game.Minute
	orders []game.Order
	holds  []hold
	until  game.Minute // costs are compared as they stand then
}

// A hold keeps the rule of thumb from orders of a kind for a while.
type hold struct {
	kind  game.OrderKind // NoOrder for any
	item  game.Item      // or none for any of the letter of its kind; see covers
	app   int            // or None
	who   int            // analyst, or None
	until game.Minute
}

// covers tells whether order o is held back at minute now.
func (h *hold) covers(o *game.Order, now game.Minute) bool {
	return now < h.until && (h.kind == game.NoOrder || h.kind == o.Kind) &&
		(h.item.Kind == game.NoItem || h.item.Kind == o.Item.Kind && (h.item.N == 0 || h.item.N == o.Item.N)) &&
		(h.app == game.None || h.app == o.App) && (h.who == game.None || h.who == o.Analyst)
}

// same tells whether two branches are played alike.
func (b *branch) same(o *branch) bool {
	if b.turn != o.turn || b.until != o.until || len(b.orders) != len(o.orders) || len(b.holds) != len(o.holds) {
		return false
	}
	for i := range b.orders {
		if b.orders[i] != o.orders[i] {
			return false
		}
	}
	for i := range b.holds {
		if b.holds[i] != o.holds[i] {
			return false
		}
	}
	return true
}

// futures is the memory of one goroutine that plays on.
type futures struct {
	game game.Game
	view game.View
	rule policy.Policy
}

func newFutures() (*futures, error) {
	rule, err := policy.New("rule")
	return &futures{rule: rule}, err
}

// cost is what branch b costs from the start of its turn until its end, with other luck than the game had. All branches
// get the same lucks, so that what differs is what was done. The luck that the game had is none of them: a decision is
// judged by what could be known of it then, and not by how it happened to come out. An order that is refused is left out.
func (f *futures) cost(start *game.Game, b *branch, luck uint64) game.Pence {
	start.Fork(&f.game, game.SeedFrom(luck))
	for _, o := range b.orders {
		_ = f.game.Do(o) // refused where the branch has made it pointless
	}
	f.game.EndTurn()
	f.rule.Begin(luck)
	give := func(o game.Order) error {
		for i := range b.holds {
			if b.holds[i].covers(&o, f.game.Now()) {
				return errHeld
			}
		}
		return f.game.Do(o)
	}
	for !f.game.Over() && f.game.Now() < b.until {
		f.game.View(&f.view)
		f.rule.Play(&f.view, give)
		f.game.EndTurn()
	}
	return f.game.TotalCost() - start.TotalCost()
}

// errHeld is what a policy hears of an order that is held back.
var errHeld = heldBack{}

type heldBack struct{}

func (heldBack) Error() string { return "this way of playing on goes without that order" }

// evening is five o'clock of the working day that is so many working days after m's. Turns end then in all branches.
func evening(m game.Minute, days int) game.Minute {
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

// nextMorning is the next nine o'clock of a working day.
func nextMorning(m game.Minute) game.Minute {
	const nine = 9 * game.Hour
	if m.Weekday() < 5 && m%game.Day < nine {
		return m - m%game.Day + nine
	}
	return evening(m, 1) - 8*game.Hour
}
