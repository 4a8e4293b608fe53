package hint

import (
	"errors"
	"math"
	"slices"

	"callout/game"
	"callout/game/policy"
)

// How far and how often is looked ahead.
const (
	mostMoves  = 10               // that are compared, the most urgent ones
	mostLucks  = 12               // that each is tried with
	fewLucks   = 4                // with fewer, urgency tells more
	budget     = 40_000           // turns times applications that are played: some forty thousandths of a second
	putOff     = 2 * game.Hour    // a move is compared with making it so much later
	turnsAhead = 26               // until the evening of the next working day, roughly
	luckKey    = 0x5bd1e9955bd1e9 // the lucks are no secret, and the game's own is not among them
)

// errShut has the rule of thumb do without an order.
var errShut = errors.New("nobody may order that now")

// A move is what the rule of thumb would order about one thing.
type move struct {
	item   game.Item // or none
	orders []game.Order
}

// advice is the moves that the rule of thumb, which sees what the player sees, would make now of what open lets be ordered. It tries
// them on a copy.
func advice(g *game.Game, open func(game.OrderKind) bool) []move {
	rule, err := policy.New("rule")
	if err != nil {
		return nil
	}
	var moves []move
	noted := new(game.View) // the rule notes in it what it has decided
	g.View(noted)
	trial := g.Clone()
	rule.Begin(0)
	rule.Play(noted, func(o game.Order) error {
		if open != nil && !open(o.Kind) {
			return errShut
		}
		if err := trial.Do(o); err != nil {
			return err
		}
		i := slices.IndexFunc(moves, func(m move) bool { return o.Item.Kind != game.NoItem && m.item == o.Item })
		if i < 0 {
			moves = append(moves, move{item: o.Item})
			i = len(moves) - 1
		}
		moves[i].orders = append(moves[i].orders, o)
		return nil
	})
	return moves
}

// dearest is the move that costs the most to put off, by playing on with the others from forks of the game: they have
// other luck than the game, the same for all moves, so that a hint tells nothing of the luck to come. Only moves of the
// rule of thumb are compared, so that a hint cannot tell whose an alert is either. Where the futures do not tell moves
// apart, or the level is too large for them, the most urgent one is told.
func dearest(g *game.Game, v *game.View, moves []move) int {
	slices.SortStableFunc(moves, func(a, b move) int { return urgency(v, b.orders[0]) - urgency(v, a.orders[0]) })
	if len(moves) > mostMoves {
		moves = moves[:mostMoves]
	}
	effort := (len(moves) + 1) * turnsAhead * len(v.Apps)
	lucks := min(mostLucks, budget/max(effort, 1))
	if len(moves) < 2 || lucks < fewLucks {
		return 0
	}
	all := policy.Branch{Until: policy.Evening(v.Now, 1)}
	for _, m := range moves {
		all.Orders = append(all.Orders, m.orders...)
	}
	f := policy.NewFutures()
	with := make([]game.Pence, lucks)
	luck := func(n int) uint64 { return luckKey + uint64(v.Turn)<<16 + uint64(n) }
	for n := range with {
		with[n] = f.Play(g, &all, luck(n)).Cost
	}
	best, most := 0, 0.0
	for i := range moves {
		late := moves[i].putOff(moves, v.Now, all.Until)
		sum, squares := 0.0, 0.0
		for n := range with {
			d := float64(f.Play(g, &late, luck(n)).Cost - with[n])
			sum, squares = sum+d, squares+d*d
		}
		k := float64(lucks)
		mean := sum / k
		if err := math.Sqrt(max(squares/k-mean*mean, 0) / (k - 1)); mean > most && mean > 2*err {
			best, most = i, mean
		}
	}
	return best
}

// putOff is all moves but this one, which is not made before some time has gone by.
func (m *move) putOff(moves []move, now, until game.Minute) policy.Branch {
	b := policy.Branch{Until: until}
	for i := range moves {
		if &moves[i] != m {
			b.Orders = append(b.Orders, moves[i].orders...)
		}
	}
	h := policy.Hold{Item: m.item, App: game.None, Analyst: game.None, Until: now + putOff}
	if o := &m.orders[0]; m.item.Kind == game.NoItem {
		h.Kind, h.Analyst = o.Kind, o.Analyst
		if o.Kind == game.Move || o.Kind == game.Freeze {
			h.Analyst = game.None
		}
	}
	b.Holds = append(b.Holds, h)
	return b
}

// urgency ranks moves where futures do not: customers first, then what can be mended, then people who ask, then what
// waits, then quiet work.
func urgency(v *game.View, o game.Order) int {
	switch o.Item.Kind {
	case game.Alert:
		for i := range v.Alerts {
			if a := &v.Alerts[i]; a.N == o.Item.N && a.Page {
				return 6
			}
		}
		return 5
	case game.Message:
		return 4
	case game.Request:
		return 3
	}
	switch o.Kind {
	case game.NoOrder:
		return 0
	case game.RollBack:
		return 6
	case game.Rest, game.OnStandby:
		return 2
	}
	return 1
}
