package debrief

import (
	"callout/game"
	"callout/game/words"
)

// inHands are the steps in which an incident waited, or was on its way from one to the next. A team that is called for
// what it builds, or is not because it has no standby, is no handoff.
var inHands = []string{
	"bridge", "handover", "inbox", "night", "returned", "in-queue", "wrong-team", "no-answer", "asked", "undecided", "upstream",
}

// longTimeToRestore: tickets are handed between Ops Bridge, Application Operations and several teams. It is seen where
// half of all incidents took more than an hour, the line between the playbook's two models (domain 2.1, 2.2), and at
// least half of their minutes went in hands and queues (prediction 2). A median of fewer than four says nothing.
func longTimeToRestore(d *Debrief, h *history, f *Finding) {
	all := game.Minute(0)
	for i := range d.Incidents {
		n := &d.Incidents[i]
		minutes, pence := n.took(inHands...)
		all += minutes
		if minutes >= game.Hour {
			f.Evidence = append(f.Evidence, Evidence{
				At: n.Began, Item: n.item(), Minutes: minutes, Pence: pence,
				Text: words.Say("debrief.finding.long-time-to-restore.evidence", "item", n.item(), "app", n.Name, "span", words.Span(minutes), "all", words.Span(n.Minutes)),
			})
		}
	}
	share := part(int64(all), d.minutes())
	median, ok := d.metric("ttr_median")
	f.conclude(ok && len(d.Incidents) >= 4 && median > int64(game.Hour) && share >= 500, "median", d.metricText("ttr_median"), "share", words.Percent(share))
}
