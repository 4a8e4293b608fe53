package policy

import "callout/game"

const (
	tooBurned  = 48 // points of burnout from which an analyst rests, if it can be afforded
	muchBurned = 56 // and from which they rest in any case
)

// people puts the freshest on standby and lets the burned-out rest. Nobody is put on duty: who is takes what comes first,
// unread, and is not there for what matters.
func (r *rule) people(v *game.View, give Give) {
	ready := 0
	for k := range v.Analysts {
		if r.crew.ready(k) {
			ready++
		}
	}
	for k := range v.Analysts {
		p := &v.Analysts[k]
		if !r.crew.ready(k) || ready < 2 || v.Now%game.Day >= 11*game.Hour {
			continue
		}
		if p.Burnout >= muchBurned || p.Burnout >= tooBurned && int(v.Queue) <= 4*ready {
			if give(game.Order{Kind: game.Rest, Analyst: k}) == nil {
				r.crew.away(k)
				ready--
			}
		}
	}
	if v.Now%game.Day >= 16*game.Hour {
		r.standby(v, give)
	}
}

// standby puts on standby who is clearly fresher than the one whose turn it is.
func (r *rule) standby(v *game.View, give Give) {
	best := game.None
	for k := range v.Analysts {
		if r.crew.ready(k) && r.crew.load[k] < room && (best == game.None || worn(v, k) < worn(v, best)) {
			best = k
		}
	}
	if best == game.None || best == v.Standby {
		return
	}
	if v.Standby == game.None || worn(v, best)+10 < worn(v, v.Standby) {
		give(game.Order{Kind: game.OnStandby, Analyst: best})
	}
}

func worn(v *game.View, k int) int32 { return v.Analysts[k].Burnout + v.Analysts[k].Fatigue }
