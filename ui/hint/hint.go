package hint

import (
	"callout/game"
	"callout/game/debrief"
	"callout/game/words"
)

// Steps is how many steps a hint has.
const Steps = 3

// A Hint is about one move.
type Hint struct {
	Order game.Order // the move; its kind is game.NoOrder where nothing presses
	Texts [Steps]string
}

// For is a hint on what presses most in g, of what open lets be ordered; nil lets everything be. The game itself is only looked
// at.
func For(g *game.Game, open func(game.OrderKind) bool) Hint {
	v := new(game.View)
	g.View(v)
	var best game.Order
	if moves := advice(g, open); len(moves) > 0 {
		best = moves[dearest(g, v, moves)].orders[0]
	}
	return Hint{Order: best, Texts: words.Hint(v, best)}
}

// Price is what step i costs, the first being 0, in points of the medal. Where nothing presses nothing is given away.
func (h *Hint) Price(i int) int64 {
	if h.Order.Kind == game.NoOrder {
		return 0
	}
	return debrief.HintPrice(i)
}
