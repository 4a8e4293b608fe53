package coach

import "callout/game"

func here(p *game.AnalystView) bool {
	return p.Presence == game.AtWork || p.Presence == game.CalledIn
}

// away tells whether somebody cannot be given work.
func away(p *game.AnalystView) bool {
	switch p.Presence {
	case game.OnLeave, game.Sick, game.Gone, game.Arriving:
		return true
	}
	return false
}

// reachable tells whether somebody can be called out.
func reachable(p *game.AnalystView) bool {
	return p.Presence == game.OnCall || p.Presence == game.CalledIn
}

// fullQueue is how much may wait for somebody before the coach gives it to another.
const fullQueue = 3

// byFree gives a thing to whoever is at work and has least to do; of several, whoever knows its application best.
func byFree(v *game.View, t thing, ok bool) (thing, bool) {
	if !ok {
		return t, false
	}
	best, load := game.None, 0
	for i := range v.Analysts {
		p := &v.Analysts[i]
		n := len(p.Queue)
		if p.Work != game.Idle {
			n++
		}
		if !here(p) || n > fullQueue {
			continue
		}
		if best == game.None || n < load || n == load && v.Knows(i, t.order.App) > v.Knows(best, t.order.App) {
			best, load = i, n
		}
	}
	t.order.Analyst = best
	return t, best != game.None
}

// upAtNight is the fatigue, in points, from which a night was not enough to rest.
const upAtNight = 10

// tired: a day begins, and somebody was called out in the night while others slept.
func tired(v *game.View) (thing, bool) {
	if v.Now.Weekday() == 0 && v.Now < game.Day || morning(v) > game.Hour {
		return thing{}, false
	}
	worst, others := game.None, 0
	for i := range v.Analysts {
		if p := &v.Analysts[i]; p.Presence == game.AtWork {
			others++
			if worst == game.None || p.Fatigue > v.Analysts[worst].Fatigue {
				worst = i
			}
		}
	}
	if others < 2 || v.Analysts[worst].Fatigue < upAtNight {
		return thing{}, false
	}
	return thing{order: game.Order{Analyst: worst, App: game.None, Team: game.None}, n: v.Analysts[worst].Fatigue}, true
}

// morning is how long a working day has lasted.
func morning(v *game.View) game.Minute {
	h, m := v.Now.Clock()
	return game.Minute(h)*game.Hour + game.Minute(m) - 9*game.Hour
}

// afternoon tells whether a working day is past noon, and another night comes.
func afternoon(v *game.View) bool { return morning(v) >= 3*game.Hour && v.End-v.Now > game.Day/2 }

// lastTurns tells whether a working day has at most three hours left, and another night comes.
func lastTurns(v *game.View) bool { return morning(v) >= 5*game.Hour && v.End-v.Now > game.Day/2 }

// tonight: the evening is near, and somebody who had an easier day than whoever is on standby could be.
func tonight(v *game.View) (thing, bool) {
	if !lastTurns(v) {
		return thing{}, false
	}
	best := game.None
	for i := range v.Analysts {
		if p := &v.Analysts[i]; !away(p) && i != v.Standby && (best == game.None || p.Load < v.Analysts[best].Load) {
			best = i
		}
	}
	if best == game.None || v.Standby < 0 || v.Analysts[v.Standby].Load <= v.Analysts[best].Load {
		return thing{}, false
	}
	return thing{order: game.Order{Analyst: best, App: game.None, Team: game.None}}, true
}

// evening: the evening is near, and standby is settled.
func evening(v *game.View) (thing, bool) {
	if !lastTurns(v) || v.Standby < 0 {
		return thing{}, false
	}
	return thing{order: game.Order{Analyst: v.Standby, App: game.None, Team: game.None}}, true
}

// working: somebody is on an alert.
func working(v *game.View) (thing, bool) {
	for i := range v.Analysts {
		if p := &v.Analysts[i]; here(p) && p.Work == game.WorkAlert {
			return thing{order: game.Order{Analyst: i, Item: p.Item, App: game.None, Team: game.None}, at: p.Until}, true
		}
	}
	return thing{}, false
}
