package policy

import "callout/game"

// crew keeps account of the analysts during one turn: what they have in hand with the orders given since the turn
// began, which the view does not show.
type crew struct {
	view *game.View
	load []int         // pieces of work in hand, by analyst
	free []game.Minute // when that will be done, as far as one can tell
}

// look takes the analysts as the view has them.
func (c *crew) look(v *game.View) {
	c.view = v
	c.load, c.free = c.load[:0], c.free[:0]
	for i := range v.Analysts {
		a := &v.Analysts[i]
		n, at := len(a.Queue), v.Now
		if a.Work != game.Idle {
			n++
			at = max(at, min(a.Until, v.Now+game.Day))
		}
		for k := range a.Queue {
			at += usually(a.Queue[k].Work)
		}
		c.load, c.free = append(c.load, n), append(c.free, at)
	}
}

// give notes that analyst k was given a piece of work.
func (c *crew) give(k int, w game.Work) {
	c.load[k]++
	c.free[k] += usually(w)
}

// away notes that analyst k is not there any more.
func (c *crew) away(k int) { c.load[k], c.free[k] = room, c.view.Now+game.Week }

// usually is how long a piece of work takes, roughly.
func usually(w game.Work) game.Minute {
	switch w {
	case game.WorkAlert:
		return 75
	case game.WorkDeploy:
		return 150
	case game.WorkWorkaround, game.WorkReport, game.WorkRollBack:
		return 20
	}
	return 80
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

// interrupts tells whether an alert that customers feel goes before what analyst k has in hand: before all but other
// alerts.
func (c *crew) interrupts(k int) bool {
	switch c.view.Analysts[k].Work {
	case game.Idle, game.WorkAlert, game.WorkWorkaround:
		return false
	}
	return true
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
