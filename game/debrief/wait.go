package debrief

import (
	"callout/game"
	"callout/game/words"
)

// wait is what one release request waited for, as events; nil where it has not come to that.
type wait struct {
	arrived, read, approved, begun, done *game.Event
}

// waitOf is the way of the request that an event deployed, or tried to.
func (h *history) waitOf(done *game.Event) wait {
	w := wait{done: done}
	for _, e := range h.requests[done.Item.N] {
		if e.ID > done.ID {
			break
		}
		switch e.Kind {
		case game.RequestArrived:
			w.arrived = e
		case game.Planned:
			w.read = e
		case game.Approved:
			w.approved = e
		case game.DeploymentBegan:
			if w.begun == nil {
				w.begun = e
			}
		}
	}
	return w
}

// steps are the request's waits of an hour and more, the earliest first.
func (w *wait) steps(h *history) []Step {
	var steps []Step
	if w.arrived == nil {
		return nil
	}
	item, last := w.arrived.Item.String(), w.arrived
	add := func(kind string, until *game.Event) {
		if until == nil {
			return
		}
		if m := until.At - last.At; m >= game.Hour {
			text := words.Say("debrief.step."+kind, "item", item, "span", words.Span(m), "n", until.Amount)
			steps = append(steps, Step{At: last.At, Turn: h.turnOf(last.ID), Event: last.ID, Kind: kind, Text: text, Minutes: m})
		}
		last = until
	}
	if again := h.event(w.arrived.Causes[0]); again != nil {
		text := words.Say("debrief.step.rework", "item", item, "earlier", again.Item.String())
		steps = append(steps, Step{At: last.At, Turn: h.turnOf(last.ID), Event: last.ID, Kind: "rework", Text: text})
	}
	add("unread", w.read)
	add("board", w.approved)
	if w.begun != nil && w.read != nil {
		add("ready", w.begun)
	}
	if w.done.Amount > w.arrived.Amount {
		steps = append(steps, Step{
			At: w.done.At, Turn: h.turnOf(w.done.ID), Event: w.done.ID, Kind: "grown",
			Text: words.Say("debrief.step.grown", "item", item, "before", w.arrived.Amount, "n", w.done.Amount),
		})
	}
	return steps
}
