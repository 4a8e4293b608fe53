package debrief

import (
	"callout/game"
	"callout/game/words"
)

// restrictedCollaboration: ways of working differ, and whoever could help is asked late, wrongly, or in vain. It is seen
// where incidents that needed a team spent a quarter of their minutes on getting its help, three of them at least, or
// where one ask of five went to a wrong team: what is sent to the wrong place takes up to ten times as long (C40).
func restrictedCollaboration(d *Debrief, h *history, f *Finding) {
	all, long, teams := game.Minute(0), game.Minute(0), map[int32]bool{}
	for i := range d.Incidents {
		n := &d.Incidents[i]
		m, pence := n.took("asked", "wrong-team", "no-answer", "returned", "undecided")
		if m == 0 {
			continue
		}
		all, long = all+m, long+n.Minutes
		key := "evidence"
		if wrong, _ := n.took("wrong-team"); wrong > 0 {
			key = "wrong"
		}
		f.Evidence = append(f.Evidence, Evidence{
			At: n.Began, Item: n.item(), Minutes: m, Pence: pence,
			Text: words.Say("debrief.finding.restricted-collaboration."+key, "item", n.item(), "app", n.Name, "span", words.Span(m)),
		})
	}
	asks, bounces, silent := int64(0), int64(0), int64(0)
	asked := map[game.Item]bool{} // and not called for what they build
	for i := range h.trace.Events {
		switch e := &h.trace.Events[i]; e.Kind {
		case game.Escalated:
			asks++
			teams[e.Team], asked[e.Item] = true, true
		case game.Paged:
			asked[e.Item] = false
		case game.Bounced:
			bounces++
		case game.NoAnswer:
			if asked[e.Item] {
				silent++
			}
		}
	}
	share := part(int64(all), int64(long))
	f.conclude(len(f.Evidence) >= 3 && share >= 250 || asks >= 3 && bounces*5 >= asks,
		"n", asks, "teams", len(teams), "bounces", bounces, "silent", silent, "share", words.Percent(share))
}
