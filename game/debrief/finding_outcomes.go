package debrief

import (
	"callout/game"
	"callout/game/words"
)

// noCustomerOutcomes: applications are outputs, and what customers could use waits. It is seen where half of all
// deployments waited more than two working days: under teams that deploy for themselves it is minutes (domain 2.2), and
// under Operations hours to weeks (domain 2.1, C21).
func noCustomerOutcomes(d *Debrief, h *history, f *Finding) {
	changes := int64(0)
	for i := range h.trace.Events {
		arrived := &h.trace.Events[i]
		if arrived.Kind != game.RequestArrived {
			continue
		}
		r, _ := h.game.RequestTruth(arrived.Item.N)
		until, batch := h.game.Now(), arrived.Amount
		for _, e := range h.requests[arrived.Item.N] {
			if e.Kind == game.Deployed || e.Kind == game.DeploymentFailed {
				until, batch = e.At, e.Amount
			}
		}
		m := until - arrived.At
		changes += batch
		if m < game.Day {
			continue
		}
		pence := batch * h.level.Applications[r.App].ChangeValue * int64(m) / int64(game.Week)
		f.Evidence = append(f.Evidence, Evidence{
			At: arrived.At, Item: arrived.Item.String(), Minutes: m, Pence: pence,
			Text: words.Say("debrief.finding.no-customer-outcomes.evidence", "item", arrived.Item.String(), "app", h.appName(r.App), "n", batch, "span", words.Span(m)),
		})
	}
	wait, ok := d.metric("deploy_wait_median")
	delay, _ := d.metric("cost_of_delay")
	f.conclude(ok && wait >= 16, "wait", d.metricText("deploy_wait_median"), "money", words.Money(delay), "n", changes)
}
