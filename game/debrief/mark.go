package debrief

import (
	"cmp"
	"slices"

	"callout/game"
	"callout/game/words"
)

// heaviest is how many of the decisions that cost money are marked as heavy.
const heaviest = 8

// marks are the decisions worth marking on the course, in order. Everyday orders, such as giving out an alert, are not;
// heavy are those that change the rules of the game, and the few that cost the most.
func (d *Debrief) marks(h *history) {
	cost := d.dearOrders(h)
	var dear []int
	for i := range h.orders {
		o := &h.orders[i]
		kind, heavy := h.markKind(o)
		if kind == "" {
			continue
		}
		if cost[o] > 0 {
			dear = append(dear, len(d.Marks))
		}
		d.Marks = append(d.Marks, Mark{
			At: o.at, Turn: o.turn, Order: h.said(o.Order), Kind: kind, Heavy: heavy, Pence: cost[o],
			Text: words.Say("debrief.mark."+kind, "item", o.Item.String(), "app", h.appName(o.App), "team", h.teamName(o.Team),
				"who", h.analystName(o.Analyst), "model", h.modelTitle(o.Model)),
		})
	}
	slices.SortStableFunc(dear, func(a, b int) int { return cmp.Compare(d.Marks[b].Pence, d.Marks[a].Pence) })
	for _, i := range dear[:min(len(dear), heaviest)] {
		d.Marks[i].Heavy = true
	}
}

// markKind is what kind of decision an order was, knowing the truth, or nothing where it is not worth a mark.
func (h *history) markKind(o *given) (kind string, heavy bool) {
	truth, _ := h.game.AlertTruth(o.Item.N)
	switch o.Kind {
	case game.Link:
		if truth.Incident != 0 && truth.App != o.App {
			return "wrong-link", false
		}
	case game.Dismiss:
		if truth.Incident != 0 {
			return "dismissed", false
		}
	case game.Escalate:
		if truth.Incident == 0 || h.ownerAt(truth.App, o.at) != o.Team {
			return "wrong-team", false
		}
		return "escalate", false
	case game.Freeze:
		return "freeze-" + o.Choice.String(), true
	case game.Move:
		return "move", true
	case game.Answer:
		switch o.Choice {
		case game.Scope, game.People, game.Overtime:
			return "answer-" + o.Choice.String(), true
		case game.Refuse:
			return "answer-refuse", false
		}
	case game.Deploy, game.RollBack, game.Workaround, game.Rest, game.OnStandby, game.Sync, game.Runbook, game.Tune, game.Instrument, game.Chaos:
		return o.Kind.String(), false
	}
	return "", false
}

// dearOrders is what orders cost: the time at the wrong place, the incidents that came with a deployment, and those that
// came back after a workaround.
func (d *Debrief) dearOrders(h *history) map[*given]game.Pence {
	cost := map[*given]game.Pence{}
	for i := range d.Incidents {
		n := &d.Incidents[i]
		for k := range n.life {
			if s := &n.life[k]; s.order != nil && mistakes[s.kind] {
				cost[s.order] += n.pence[k]
			}
		}
		switch cause := h.event(h.event(n.Event).Causes[0]); {
		case cause == nil:
		case cause.Kind == game.ChangeFault:
			if done := h.event(cause.Causes[0]); done != nil {
				if o := h.deployOrder(done); o != nil {
					cost[o] += n.Pence
				}
			}
		case cause.Incident != 0 && n.Parent == 0 && h.wasDebt(n):
			if o := h.workaroundOf(d.incident(cause.Incident)); o != nil {
				cost[o] += n.Pence
			}
		}
	}
	return cost
}

func (h *history) modelTitle(i int) string {
	if i < 0 || i >= len(h.level.Models) {
		return "?"
	}
	return h.level.Models[i].Title
}
