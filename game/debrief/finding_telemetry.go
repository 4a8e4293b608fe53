package debrief

import (
	"callout/game"
	"callout/game/words"
)

// inadequateTelemetry: dashboards and alerts show low-level figures only. It is seen where at least half of the alerts
// named no application, and a third of the work on alerts went into noise and into finding out what had failed: with
// telemetry of user journeys alerts go to the right place at once (prediction 26). Fewer than ten alerts say nothing.
func inadequateTelemetry(d *Debrief, h *history, f *Finding) {
	for i := range d.Incidents {
		n := &d.Incidents[i]
		e := Evidence{At: n.Began, Item: n.item()}
		truth, alerted := h.game.AlertTruth(n.Alert)
		misread, lost := n.took("wrong-link", "dismissed")
		unnoticed, late := n.took("unnoticed")
		identify, slow := n.took("identify")
		switch {
		case misread > 0:
			e.Minutes, e.Pence = misread, lost
			e.Text = words.Say("debrief.finding.inadequate-telemetry.misread", "item", n.item(), "app", n.Name, "span", words.Span(misread))
		case alerted && truth.Metric == game.Complaints:
			e.Minutes, e.Pence = unnoticed, late
			e.Text = words.Say("debrief.finding.inadequate-telemetry.customers", "item", n.item(), "app", n.Name, "span", words.Span(unnoticed))
		case alerted && !truth.Named && unnoticed+identify >= game.Hour:
			e.Minutes, e.Pence = unnoticed+identify, late+slow
			e.Text = words.Say("debrief.finding.inadequate-telemetry.evidence", "item", n.item(), "app", n.Name, "span", words.Span(unnoticed+identify))
		default:
			continue
		}
		f.Evidence = append(f.Evidence, e)
	}
	alerts, mute, n := int64(0), int64(0), int64(0)
	for k := int32(1); ; k++ {
		a, ok := h.game.AlertTruth(k)
		if !ok {
			break
		}
		if alerts++; !a.Named {
			mute++
		}
		if a.Incident == 0 {
			n++
		}
	}
	work, noise := game.Minute(0), game.Minute(0)
	for _, w := range h.trace.Work {
		if w.Work != game.WorkAlert {
			continue
		}
		work += w.To - w.From
		if a, _ := h.game.AlertTruth(w.Item.N); a.Incident == 0 {
			noise += w.To - w.From
		}
	}
	if noise >= game.Hour {
		f.Evidence = append(f.Evidence, Evidence{
			At: h.game.Now(), Item: words.Say("debrief.finding.inadequate-telemetry.noise-item"), Minutes: noise,
			Text: words.Say("debrief.finding.inadequate-telemetry.noise", "n", n, "span", words.Span(noise)),
		})
	}
	searched := game.Minute(0)
	for i := range d.Incidents {
		m, _ := d.Incidents[i].took("identify", "wrong-link")
		searched += m
	}
	share, blind := part(mute, alerts), min(part(int64(noise+searched), int64(work)), 1000)
	f.conclude(alerts >= 10 && share >= 500 && blind >= 333, "share", words.Percent(share), "blind", words.Percent(blind), "noise", words.Percent(part(n, alerts)))
}
