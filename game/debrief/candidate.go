package debrief

import (
	"slices"

	"callout/game"
	"callout/game/policy"
)

// A candidate is a decision that is looked at: what was done, and what else could have been done.
type candidate struct {
	turn  int
	at    game.Minute
	kind  string // as in the catalogue under review.kind
	order game.Order
	done  branch
	else_ []alternative

	item game.Item // what it is about; a decision about one thing is told once
	app  int
	who  int
	team int
	// source is the application that failed first, where what it is about is only a symptom of it.
	source int
	span   game.Minute // how long something was left undone
	// habit: it is about more than one turn, and is always looked at closely.
	habit bool
	of    []*sample  // of what was done, and of each alternative
	price game.Pence // of a game whose goals are missed, in ranking
	// usual: the rule of thumb would have done the same, and nothing that everybody can see spoke against it.
	usual bool
	worth game.Pence // what an hour of what it is about is worth, to choose by where there is much to look at
}

// A branch is a way to play on from the start of a turn of the record.
type branch struct {
	policy.Branch
	turn int
	at   game.Minute
}

// same tells whether two branches are played alike.
func (b *branch) same(o *branch) bool { return b.turn == o.turn && b.Same(&o.Branch) }

// An alternative is what else could have been done.
type alternative struct {
	branch branch
	order  game.Order // what would have been ordered instead; NoOrder for leaving it
	left   bool       // it is what would have been without the decision: the best decision is measured by it
}

// A scene is the start of a turn, with what is needed to find candidates in it.
type scene struct {
	level  *game.Level
	turn   int
	view   *game.View
	orders []game.Order // of the player, in this turn
	advice []game.Order // of the rule of thumb
	truth  *truth
	later  [][]game.Order     // of the player, in the turns after this one
	starts []game.Minute      // when each turn began
	open   []lying            // how long items lay about
	read   []game.RequestView // the requests, as they are known once the player has read what they read in this turn
	never  game.Minute        // when what was not done will be done: never, or from now on where the game is not over
}

// A lying is how long an item lay in the inbox with nobody on it.
type lying struct {
	item  game.Item
	until game.Minute // when somebody had it, or it was gone
}

// taken is when somebody had an item, or it was gone; never where it lay there until the end.
func (m *scene) taken(item game.Item) game.Minute {
	for i := range m.open {
		if s := &m.open[i]; s.item == item && s.until > m.view.Now {
			return s.until
		}
	}
	return m.never
}

// without are the turn's orders but the one at index i.
func (m *scene) without(i int) []game.Order {
	return slices.Concat(m.orders[:i], m.orders[i+1:])
}

// instead are the turn's orders with another one at index i.
func (m *scene) instead(i int, o game.Order) []game.Order {
	list := slices.Clone(m.orders)
	list[i] = o
	return list
}

// usual tells whether the rule of thumb would have given an order too.
func (m *scene) usual(o game.Order) bool {
	text := m.level.FormatOrder(o)
	return slices.ContainsFunc(m.advice, func(a game.Order) bool { return a.Kind == o.Kind && m.level.FormatOrder(a) == text })
}

// advised is what the rule of thumb would order of a kind about an item, and whether it would.
func (m *scene) advised(kind game.OrderKind, item game.Item) (game.Order, bool) {
	for _, o := range m.advice {
		if o.Kind == kind && o.Item == item {
			return o, true
		}
	}
	return game.Order{}, false
}

// next is when the player next gave an order that is meant, after this turn; never where they did not.
func (m *scene) next(meant func(*game.Order) bool) game.Minute {
	for i, orders := range m.later {
		for k := range orders {
			if meant(&orders[k]) {
				return m.starts[m.turn+1+i]
			}
		}
	}
	return m.never
}

// alert is an open alert, or nil.
func (m *scene) alert(item game.Item) *game.AlertView {
	for i := range m.view.Alerts {
		if a := &m.view.Alerts[i]; item.Kind == game.Alert && a.N == item.N {
			return a
		}
	}
	return nil
}

// request is an open release request, or nil.
func (m *scene) request(item game.Item) *game.RequestView {
	for i := range m.view.Requests {
		if r := &m.view.Requests[i]; item.Kind == game.Request && r.N == item.N {
			return r
		}
	}
	return nil
}

// revenue is what an hour of an application earns at its peak, or of the mean one for None.
func (m *scene) revenue(app int) game.Pence {
	if app >= 0 {
		return m.level.Applications[app].Revenue
	}
	sum := game.Pence(0)
	for i := range m.level.Applications {
		sum += m.level.Applications[i].Revenue
	}
	return sum / game.Pence(max(len(m.level.Applications), 1))
}
