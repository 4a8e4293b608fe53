package debrief

import (
	"slices"

	"callout/game"
	"callout/game/words"
)

// causes walks an incident back: from where it stands at the end through every stretch of its life, to the fault and
// what brought that.
func (h *history) causes(n *Incident, by map[int32]*Incident) []Step {
	var steps []Step
	for i := range n.life {
		steps = append(steps, h.step(n, &n.life[i], n.pence[i]))
	}
	steps = append(h.origin(n, by), steps...)
	steps = append(steps, h.outcome(n))
	slices.Reverse(steps)
	return steps
}

// outcome is how the incident ended, if it has.
func (h *history) outcome(n *Incident) Step {
	at := min(n.Restored, h.game.Now())
	s := Step{At: at, Turn: h.turnAt(at), Kind: "restored"}
	if n.Restored == game.Never {
		s.Kind = "open"
		s.Text = words.Say("debrief.step.open", "app", n.Name, "span", words.Span(n.Minutes), "money", words.Money(n.Pence))
		return s
	}
	if e := h.ends[n.Incident]; e != nil {
		s.Event, s.Turn = e.ID, h.turnOf(e.ID)
	}
	s.Text = words.Say("debrief.step.restored", "app", n.Name, "span", words.Span(n.Minutes), "money", words.Money(n.Pence))
	return s
}

// decided are the kinds of stretch that follow from a choice of the player, where there was an order.
var decided = map[string]bool{
	"dismissed": true, "wrong-link": true, "in-queue": true, "wrong-team": true, "no-answer": true, "asked": true, "workaround": true,
}

// step is a stretch in words.
func (h *history) step(n *Incident, s *stretch, pence game.Pence) Step {
	step := Step{At: s.from, Turn: h.turnAt(s.from), Kind: s.kind, Event: n.Event, Minutes: s.to - s.from, Own: true, Pence: pence}
	if s.order != nil {
		step.Order, step.Turn = h.said(s.order.Order), s.order.turn
		step.Decision = decided[s.kind]
	}
	step.Text = words.Say("debrief.step."+s.kind, h.about(n, s)...)
	return step
}

// about is what the placeholders of a sentence about a stretch are filled from.
func (h *history) about(n *Incident, s *stretch) []any {
	item := words.Say("debrief.step.no-alert")
	if n.Alert != 0 {
		item = game.Item{Kind: game.Alert, N: n.Alert}.String()
	}
	desk := "Ops Bridge"
	if l := link(h.modelAt(n.App, n.Began), game.Desk); l != nil {
		desk = l.Name
	}
	who := words.Say("debrief.step.somebody")
	if s.who != game.None {
		who = h.analystName(s.who)
	}
	return []any{
		"item", item, "app", n.Name, "span", words.Span(s.to - s.from), "who", who, "team", h.teamName(s.team),
		"link", h.appName(s.link), "desk", desk, "share", words.Percent(s.knew),
	}
}
