package debrief

import (
	"callout/game"
	"callout/game/words"
)

// unfairOnCall: people of Delivery teams work out of hours and are not paid for it. Once is enough to be seen: it is not
// a matter of how much.
func unfairOnCall(d *Debrief, h *history, f *Finding) {
	unpaid, silent, paid := 0, 0, 0
	for i := range h.trace.Events {
		e := &h.trace.Events[i]
		if e.Kind != game.Escalated && e.Kind != game.Paged || e.At.InHours() {
			continue
		}
		truth, _ := h.game.AlertTruth(e.Item.N)
		team := link(h.modelAt(truth.App, e.At), game.DeliveryTeam)
		if team == nil || team.Nights != game.BestEndeavours {
			if team != nil && (team.Nights == game.Standby || team.Nights == game.AroundTheClock) {
				paid++
			}
			continue
		}
		how, minutes := h.answerTo(i)
		if how == "answered" {
			unpaid++
		} else {
			silent++
		}
		ev := Evidence{At: e.At, Item: e.Item.String(), Minutes: minutes}
		for k := range d.Incidents {
			if n := &d.Incidents[k]; truth.Incident != 0 && n.Incident == truth.Incident && how != "answered" {
				_, ev.Pence = n.took("no-answer", "asked")
			}
		}
		ev.Text = words.Say("debrief.finding.unfair-on-call."+how, "team", h.teamName(int(e.Team)), "item", ev.Item, "clock", words.Date(e.At), "span", words.Span(minutes))
		f.Evidence = append(f.Evidence, ev)
	}
	f.conclude(unpaid+silent > 0, "n", unpaid, "silent", silent, "paid", paid)
	if f.Seen && unpaid == 0 {
		f.Says = words.Say("debrief.finding.unfair-on-call.only-asked", "silent", silent)
	}
}

// answerTo is what became of an ask out of hours, event i: the team answered and worked so long before the morning, or it
// did not answer for so long.
func (h *history) answerTo(i int) (how string, minutes game.Minute) {
	ask := &h.trace.Events[i]
	how, until := "silent", h.game.Now()
	for _, e := range h.trace.Events[i+1:] {
		if e.Item != ask.Item {
			continue
		}
		switch e.Kind {
		case game.TeamAnswered:
			if how == "silent" && !e.At.InHours() {
				ask, how = &h.trace.Events[e.ID-1], "answered"
				continue
			}
			until = e.At
		case game.Restored, game.Bounced, game.UpstreamFound, game.FoundNoise, game.Escalated, game.Paged:
			until = e.At
		default:
			continue
		}
		break
	}
	return how, until - ask.At
}
