package after

import (
	"cmp"
	"slices"

	"callout/game/debrief"
	"callout/game/words"
)

// Effect is one of the article's eight effects, with what shows it in the games of a room.
type Effect struct {
	Key      string
	Title    string
	Seen     []int     // indices of the teams in whose games it was seen
	Evidence []Witness // the strongest of each team first, then what else there is
	Says     string    // in one sentence
}

// Witness is evidence in the game of one team.
type Witness struct {
	Team int
	debrief.Evidence
}

// mostWitnesses is how much evidence of an effect is told.
const mostWitnesses = 6

// effects gathers the findings of all games.
func (r *Room) effects() {
	if len(r.Teams) == 0 {
		return
	}
	for k := range r.Teams[0].findings {
		f := &r.Teams[0].findings[k]
		e := Effect{Key: f.Key, Title: f.Title}
		var first, more []Witness
		for i := range r.Teams {
			f := &r.Teams[i].findings[k]
			if !f.Seen {
				continue
			}
			e.Seen = append(e.Seen, i)
			for n, x := range f.Evidence {
				if n == 0 {
					first = append(first, Witness{i, x})
				} else {
					more = append(more, Witness{i, x})
				}
			}
		}
		stronger(first)
		stronger(more)
		e.Evidence = append(first, more...)
		e.Evidence = e.Evidence[:min(len(e.Evidence), mostWitnesses)]
		switch {
		case len(e.Seen) == 0:
			e.Says = words.Say("after.effect.none", "n", len(r.Teams))
		case len(e.Seen) == len(r.Teams):
			e.Says = words.Say("after.effect.all")
		default:
			e.Says = words.Say("after.effect.some", "seen", len(e.Seen), "n", len(r.Teams))
		}
		r.Effects = append(r.Effects, e)
	}
}

func stronger(list []Witness) {
	slices.SortStableFunc(list, func(a, b Witness) int {
		return cmp.Or(cmp.Compare(b.Pence, a.Pence), cmp.Compare(b.Minutes, a.Minutes), cmp.Compare(a.Team, b.Team))
	})
}
