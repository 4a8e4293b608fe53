package policy

import "callout/game"

// Exposure, in pence of revenue per hour, from which cover out of hours is worth a rota: one shared by the teams of a
// domain, and one of the team's own.
const (
	worthDomain = 5_000_00
	worthTeam   = 20_000_00
)

// move moves applications to the support model that fits what an hour's outage costs, the dearest first, as far as
// management has seen the evidence.
func (r *rule) move(v *game.View, give Give) {
	if v.End-v.Now < 2*game.Day {
		return
	}
	models := v.Models()
	for i := range v.Apps {
		a := &v.Apps[i]
		if !a.Live || a.Moving || len(models) < 2 || withoutUs(v, i) && models[a.Model].Chain[0].Nights != game.NoCover {
			continue // nobody's night is better for it
		}
		to := wanted(models, a.Revenue)
		if to == game.None || to == a.Model || same(models, to, a.Model) || a.Written < models[to].Evidence {
			continue
		}
		give(game.Order{Kind: game.Move, App: i, Model: to})
	}
}

// wanted is the model for an application that earns so much: run by who builds it, with the cover that it deserves, or None.
func wanted(models []game.Model, revenue game.Pence) int {
	best, most := game.None, -1
	for i := range models {
		m := &models[i]
		if m.Chain[0].Staffing != game.DeliveryTeam {
			continue
		}
		fit := 0
		paid := m.Chain[0].Nights == game.Standby
		if paid == (revenue >= worthDomain) {
			fit += 2
		}
		if paid && (m.Rota == game.TeamRota) == (revenue >= worthTeam) {
			fit++
		}
		if fit > most {
			best, most = i, fit
		}
	}
	return best
}

// same tells whether two models call the same people with the same cover.
func same(models []game.Model, a, b int) bool {
	x, y := &models[a], &models[b]
	return x.Chain[0].Staffing == y.Chain[0].Staffing && x.Chain[0].Nights == y.Chain[0].Nights && x.Rota == y.Rota
}

// withoutUs tells whether Application Operations is not called for application i: others run it, and can be helped.
func withoutUs(v *game.View, i int) bool {
	models := v.Models()
	m := v.Apps[i].Model
	if m < 0 || m >= len(models) {
		return false
	}
	for k := range models[m].Chain {
		if models[m].Chain[k].Staffing == game.Analysts {
			return false
		}
	}
	return true
}
