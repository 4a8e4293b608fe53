package debrief

import (
	"callout/game"
	"callout/game/words"
)

// effort is how much may be played again for all cuts of a game, in applications times turns: some hundreds of games of
// ten teams, and less of an estate that takes longer.
const effort = 400_000

// cutter looks for cuts.
type cutter struct {
	d    *Debrief
	h    *history
	game game.Game // memory to play in
	left int       // of the effort

	view game.View // of the turn that was looked at last, whose number plus one is seen
	seen int
}

// lookAt makes view that of a turn.
func (c *cutter) lookAt(turn int) {
	if c.seen == turn+1 {
		return
	}
	c.seen = turn + 1
	c.left -= every / 2 * len(c.h.level.Applications)
	c.h.copyTo(turn, &c.game)
	c.game.View(&c.view)
}

// cut is the cheapest move that would have cut a loss by half; where none would have, the one that would have cut it the
// most, if that is worth speaking of: a tenth.
//
// A move is judged when the incident was over: by then it has to have cost less, and all incidents together have to have
// cost less by as much. What came after is not counted, because then the player would have given other orders.
func (c *cutter) cut(n *Incident) Cut {
	h, g := c.h, &c.game
	until := h.ended()
	if n.Restored != game.Never {
		until = min(h.turnAt(n.Restored)+1, h.ended())
	}
	h.copyTo(until, g)
	was := tabOf(n.Loss, g)
	best := Cut{}
	for _, e := range c.moves(n) {
		price := (until - e.turn + every/2) * len(h.level.Applications)
		if e.turn >= until || price > c.left {
			continue
		}
		c.left -= price
		if _, ok := h.replay(e, until, g); !ok {
			continue
		}
		is := tabOf(n.Loss, g)
		cut := Cut{Turn: e.turn, Until: until, Saved: min(was.own-is.own, was.all-is.all), All: was.all - is.all, Price: max(is.cover-was.cover, 0)}
		if !cut.better(&best, n.Pence) {
			continue
		}
		best = cut
		best.Order = h.said(e.order)
		if e.without != game.None {
			best.Without = h.said(h.given[e.turn][e.without])
		}
		best.Text = h.instead(n, e, &cut)
	}
	if best.Saved*10 < n.Pence || best.Saved <= 0 {
		return Cut{Text: words.Say("debrief.cut.none")}
	}
	return best
}

// better tells whether c is a better cut of a loss than the best one so far.
func (c *Cut) better(best *Cut, loss game.Pence) bool {
	half, bestHalf := c.Saved*2 >= loss, best.Saved*2 >= loss
	switch {
	case half != bestHalf:
		return half
	case half && c.Price != best.Price:
		return c.Price < best.Price
	}
	return c.Saved > best.Saved
}

// instead says what an edit would have changed.
func (h *history) instead(n *Incident, e edit, c *Cut) string {
	var left game.Order
	if e.without != game.None {
		left = h.given[e.turn][e.without]
	}
	key, about := e.order.Kind.String(), e.order
	switch {
	case e.order.Kind == game.NoOrder:
		key, about = "not-"+left.Kind.String(), left
	case e.order.Kind == game.Assign && c.Price > 0:
		key = "callout"
	}
	model := ""
	if about.Kind == game.Move {
		model = h.level.Models[about.Model].Title
	}
	app := n.Name
	if about.App != game.None {
		app = h.appName(about.App)
	}
	return words.Say("debrief.cut."+key,
		"item", about.Item.String(), "app", app, "who", h.analystName(about.Analyst), "team", h.teamName(about.Team),
		"clock", words.Date(h.turns[e.turn].at), "money", words.Money(c.Saved), "price", words.Money(c.Price), "model", model)
}
