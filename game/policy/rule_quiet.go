package policy

import "callout/game"

// quiet spends the time that nobody needs on what makes later weeks quieter.
func (r *rule) quiet(v *game.View, give Give) {
	if int(v.Queue) > len(v.Analysts) {
		return
	}
	free := 0
	for k := range r.crew.load {
		if r.crew.ready(k) && r.crew.load[k] == 0 {
			free++
		}
	}
	stay := 0 // somebody stays free for alerts, where any can come
	if len(r.crew.load) > 1 && r.called(v) {
		stay = 1
	}
	for k := range r.crew.load {
		if free <= stay {
			return
		}
		if !r.crew.ready(k) || r.crew.load[k] > 0 || v.Analysts[k].Fatigue > 60 || v.Analysts[k].Load > 700 {
			continue
		}
		if o := r.improvement(v, k); o.Kind != game.NoOrder && give(o) == nil {
			r.crew.give(k, game.WorkSync)
			switch o.Kind {
			case game.Instrument:
				r.enabled[o.App][0]++
			case game.Chaos:
				r.enabled[o.App][1]++
			}
			free--
		}
	}
}

// called tells whether there is an application for which Application Operations is called.
func (r *rule) called(v *game.View) bool {
	for i := range v.Apps {
		if v.Apps[i].Live && !withoutUs(v, i) {
			return true
		}
	}
	return false
}

// improvement is what analyst k best does with a quiet hour.
func (r *rule) improvement(v *game.View, k int) game.Order {
	early := v.End-v.Now > 3*game.Day
	best := game.Order{Analyst: k}
	most := game.Pence(0)
	for i := range v.Apps {
		a := &v.Apps[i]
		if !a.Live {
			continue
		}
		know := game.Pence(r.crew.knows(k, i))
		consider := func(kind game.OrderKind, worth game.Pence) {
			if worth > most && !r.doing(v, kind, i) {
				most, best.Kind, best.App = worth, kind, i
			}
		}
		if withoutUs(v, i) {
			if r.has(enables) && !r.called(v) {
				n := r.enabled[i]
				consider(game.Instrument, a.Revenue*4>>n[0])
				if early {
					consider(game.Chaos, a.Revenue*3>>n[1])
				}
			}
			continue
		}
		if a.Owner == game.None && r.has(asksOwners) {
			consider(game.Sync, 2*a.Revenue)
		}
		if early && a.Tuned < 2 && r.has(tunes) {
			consider(game.Tune, a.Revenue/8+game.Pence(15_000_00/(1+a.Tuned)))
		}
		if !r.has(learns) {
			continue
		}
		if know < 800 {
			consider(game.Sync, a.Revenue*(1000-know)/1000)
		}
		if early && know >= 400 && a.Runbook < 400 {
			consider(game.Runbook, a.Revenue*know/1000)
		}
	}
	return best
}

// doing tells whether somebody is at it already.
func (r *rule) doing(v *game.View, kind game.OrderKind, app int) bool {
	w := game.WorkTune
	switch kind {
	case game.Instrument:
		w = game.WorkInstrument
	case game.Chaos:
		w = game.WorkChaos
	case game.Sync:
		w = game.WorkSync
	case game.Runbook:
		w = game.WorkRunbook
	}
	for k := range v.Analysts {
		if p := &v.Analysts[k]; p.Work == w && p.App == app {
			return true
		}
	}
	return false
}
