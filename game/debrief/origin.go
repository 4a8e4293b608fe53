package debrief

import (
	"callout/game"
	"callout/game/words"
)

// deepest is how many incidents a chain of causes goes back through.
const deepest = 4

// origin is what brought an incident, the earliest first: the fault itself, and behind it a deployment and its waits,
// another incident, a workaround, or neglect.
func (h *history) origin(n *Incident, by map[int32]*Incident) []Step {
	var steps []Step
	for depth := 0; n != nil && depth < deepest; depth++ {
		began := h.event(n.Event)
		step := Step{At: n.Began, Turn: h.turnOf(n.Event), Event: n.Event}
		cause := h.event(began.Causes[0])
		var earlier []Step
		var next *Incident
		switch {
		case n.Parent != 0:
			next = by[n.Parent]
			op := h.apps[step.Turn][n.App].Operability
			step.Kind = "dependency"
			step.Text = words.Say("debrief.step.dependency", "app", n.Name, "upstream", next.Name, "share", words.Percent(op))
		case cause != nil && cause.Kind == game.ChangeFault:
			step.Kind = "change-fault"
			step.Text = words.Say("debrief.step.change-fault", "app", n.Name, "share", words.Percent(n.Impact))
			earlier = h.deployment(cause)
		case cause != nil && cause.Incident != 0 && h.wasDebt(n):
			next = by[cause.Incident]
			step.Kind = "debt"
			step.Text = words.Say("debrief.step.debt", "app", n.Name, "span", words.Span(n.Began-next.Restored))
			if o := h.workaroundOf(next); o != nil {
				step.Decision, step.Order, step.Turn = true, h.said(o.Order), o.turn
			}
		case cause != nil && cause.Incident != 0:
			next = by[cause.Incident]
			step.Kind = "burst"
			step.Text = words.Say("debrief.step.burst", "app", n.Name, "span", words.Span(n.Began-next.Restored))
		default:
			step.Kind, step.Text = h.latent(n, step.Turn)
		}
		steps = append(append(earlier, step), steps...)
		n = next
	}
	return steps
}

// latent is a fault that had been there: how well its application coped, and whether that had got worse.
func (h *history) latent(n *Incident, turn int) (kind, text string) {
	now, before := h.apps[turn][n.App].Operability, h.level.Applications[n.App].Operability
	fault := words.Say("debrief.fault." + faultKeys[min(int(n.Fault), len(faultKeys)-1)])
	if before-now >= 20 {
		return "neglected", words.Say("debrief.step.neglected", "app", n.Name, "fault", fault, "before", words.Percent(before), "share", words.Percent(now))
	}
	return "latent", words.Say("debrief.step.latent", "app", n.Name, "fault", fault, "share", words.Percent(now))
}

var faultKeys = [...]string{
	game.UnknownFault: "unknown", game.ConfigurationFault: "configuration", game.DataFault: "data",
	game.InfrastructureFault: "infrastructure", game.CodeFault: "code", game.ChangeFaultKind: "change", game.DependencyFault: "dependency",
}

// wasDebt tells whether incident n came back after a workaround.
func (h *history) wasDebt(n *Incident) bool {
	for id := n.Event + 1; ; id++ {
		e := h.event(id)
		if e == nil || e.At != n.Began {
			return false
		}
		if e.Kind == game.DebtCameBack && e.Incident == n.Incident {
			return true
		}
	}
}

// workaroundOf is the order that worked around incident n, or nil.
func (h *history) workaroundOf(n *Incident) *given {
	for i := len(h.orders) - 1; i >= 0; i-- {
		if o := &h.orders[i]; o.Kind == game.Workaround && o.Item == (game.Item{Kind: game.Alert, N: n.Alert}) {
			return o
		}
	}
	return nil
}

// deployment is the deployment that carried a fault in, and what its request had waited for, the earliest first.
func (h *history) deployment(fault *game.Event) []Step {
	done := h.event(fault.Causes[0])
	if done == nil {
		return nil
	}
	wait := h.waitOf(done)
	steps := wait.steps(h)
	step := Step{At: done.At, Turn: h.turnOf(done.ID), Event: done.ID, Kind: "deployment"}
	item, app := done.Item.String(), h.appName(int(done.App))
	if done.Analyst == game.None {
		step.Kind = "deployment-team"
		step.Text = words.Say("debrief.step.deployment-team", "item", item, "app", app, "team", h.teamName(int(done.Team)), "n", done.Amount)
		return append(steps, step)
	}
	if o := h.deployOrder(done); o != nil {
		step.Decision, step.Order, step.Turn = true, h.said(o.Order), o.turn
	}
	knew := game.PerMille(0)
	for i := range h.trace.Work {
		if w := &h.trace.Work[i]; w.Item == done.Item && w.To <= done.At {
			knew = w.Knew
		}
	}
	step.Text = words.Say("debrief.step.deployment", "item", item, "app", app, "who", h.analystName(int(done.Analyst)), "n", done.Amount, "share", words.Percent(knew))
	return append(steps, step)
}

// deployOrder is the order that had a request deployed, or nil.
func (h *history) deployOrder(done *game.Event) *given {
	for i := len(h.orders) - 1; i >= 0; i-- {
		if o := &h.orders[i]; o.Kind == game.Deploy && o.Item == done.Item && o.events < int(done.ID) {
			return o
		}
	}
	return nil
}
