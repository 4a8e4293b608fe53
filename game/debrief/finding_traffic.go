package debrief

import (
	"callout/game"
	"callout/game/words"
)

// trafficIgnorance: nobody knows how traffic flows through dependencies until one fails. It is seen where work
// went into applications that were only waiting for another one, half an hour each time and three times at least, or
// half a working day in all: what a map of dependencies would have told at a glance.
func trafficIgnorance(d *Debrief, h *history, f *Finding) {
	all := game.Minute(0)
	for i := range d.Incidents {
		n := &d.Incidents[i]
		if n.Parent == 0 {
			continue
		}
		m, pence := n.took("identify", "wrong-link", "diagnose", "diagnose-team", "diagnose-desk")
		if m == 0 {
			continue
		}
		all += m
		f.Evidence = append(f.Evidence, Evidence{
			At: n.Began, Item: n.item(), Minutes: m, Pence: pence,
			Text: words.Say("debrief.finding.traffic-ignorance.evidence", "item", n.item(), "app", n.Name, "upstream", d.upstreamOf(n), "span", words.Span(m)),
		})
	}
	often := len(f.Evidence) >= 3 && all >= game.Minute(len(f.Evidence))*game.Hour/2
	f.conclude(often || all >= 4*game.Hour, "n", len(f.Evidence), "span", words.Span(all))
}
