package policy

import "callout/game"

// hush has somebody tune the alerts of the application that cries loudest, one at a time, when more is raised than
// people can look into: it pays within days.
func (r *rule) hush(v *game.View, give Give) {
	const often = 3 // after that, what is left is mostly real
	k := r.crew.shortest()
	if len(v.Alerts) <= 6*len(v.Analysts) || k == game.None || r.crew.load[k] > 1 || v.End-v.Now < 2*game.Day {
		return
	}
	loud := r.loud(v)
	if loud == game.None || v.Apps[loud].Tuned >= often || r.doing(v, game.Tune, loud) {
		return
	}
	if give(game.Order{Kind: game.Tune, App: loud, Analyst: k}) == nil {
		r.crew.give(k, game.WorkTune)
	}
}

// loud is the application that most of the open alerts seem to be about, of those that were tuned least, or None.
func (r *rule) loud(v *game.View) int {
	r.noise = append(r.noise[:0], make([]int, len(v.Apps))...)
	for i := range v.Alerts {
		a := &v.Alerts[i]
		app := a.Linked
		if app == game.None {
			app, _ = r.suspect(v, a)
		}
		if app != game.None {
			r.noise[app]++
		}
	}
	best := game.None
	for i := range v.Apps {
		if !v.Apps[i].Live || withoutUs(v, i) {
			continue
		}
		if best == game.None || v.Apps[i].Tuned < v.Apps[best].Tuned ||
			v.Apps[i].Tuned == v.Apps[best].Tuned && r.noise[i] > r.noise[best] {
			best = i
		}
	}
	return best
}
