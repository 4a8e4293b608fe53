package debrief

import (
	"callout/game"
	"callout/game/words"
)

// fragileArchitecture: failures were not designed for, and spread. It is seen where more of the loss came through
// dependencies than is usual for grave incidents (C16: 16.4 % of them), or where operability fell by three points on
// average: half of what neglect can take in a week (balance: Neglect), which is more than a single bad day.
func fragileArchitecture(d *Debrief, h *history, f *Finding) {
	through, n := game.Pence(0), 0
	for i := range d.Incidents {
		in := &d.Incidents[i]
		if in.Parent == 0 {
			continue
		}
		through, n = through+in.Pence, n+1
		f.Evidence = append(f.Evidence, Evidence{
			At: in.Began, Item: in.item(), Minutes: in.Minutes, Pence: in.Pence,
			Text: words.Say("debrief.finding.fragile-architecture.evidence", "item", in.item(), "app", in.Name, "upstream", d.upstreamOf(in), "span", words.Span(in.Minutes)),
		})
	}
	fell, live := int64(0), int64(0)
	for i := range h.level.Applications {
		before, now := h.level.Applications[i].Operability, h.apps[len(h.apps)-1][i].Operability
		if h.level.Applications[i].Joins >= h.game.Now() {
			continue
		}
		live++
		if fell += int64(before - now); before-now >= 30 {
			f.Evidence = append(f.Evidence, Evidence{
				At: h.game.Now(), Item: h.appName(i),
				Text: words.Say("debrief.finding.fragile-architecture.fell", "app", h.appName(i), "before", words.Percent(before), "share", words.Percent(now)),
			})
		}
	}
	share, points := part(through, d.lost()), fell/max(live, 1)
	f.conclude(share > 164 || points >= 30, "n", n, "share", words.Percent(share), "money", words.Money(through), "points", words.Percent(game.PerMille(max(points, 0))))
}

// upstreamOf is the application that an incident came from.
func (d *Debrief) upstreamOf(n *Incident) string {
	for i := range d.Incidents {
		if d.Incidents[i].Incident == n.Parent {
			return d.Incidents[i].Name
		}
	}
	return "?"
}
