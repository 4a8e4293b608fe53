package policy

import "callout/game"

// crew keeps account of the analysts during one turn: what they have in hand with the orders given since the turn
// began, which the view does not show.
type crew struct {
	view *game.View
	load []int // pieces of work in hand, by analyst
}

// look takes the analysts as the view has them.
func (c *crew) look(v *game.View) {
	c.view = v
	c.load = c.load[:0]
	for i := range v.Analysts {
		a := &v.Analysts[i]
		n := len(a.Queue)
		if a.Work != game.Idle {
			n++
		}
		c.load = append(c.load, n)
	}
}

// ready tells whether analyst k can work now.
func (c *crew) ready(k int) bool {
	p := c.view.Analysts[k].Presence
	return p == game.AtWork || p == game.CalledIn
}

// room is how much one analyst can have in hand before orders are refused.
const room = 12

// shortest is who is ready and has the least in hand, or None.
func (c *crew) shortest() int {
	best := game.None
	for k := range c.load {
		if c.ready(k) && c.load[k] < room && (best == game.None || c.load[k] < c.load[best]) {
			best = k
		}
	}
	return best
}

// night is who may be called out now, or None.
func (c *crew) night() int {
	if k := c.view.Standby; k != game.None && c.view.Analysts[k].Presence == game.OnCall && c.load[k] < room {
		return k
	}
	return game.None
}

// knows is what analyst k remembers of application i, in per mille.
func (c *crew) knows(k, i int) game.PerMille {
	for _, s := range c.view.Analysts[k].Knows {
		if s.App == i {
			return s.Level
		}
	}
	return 0
}
