package debrief

import (
	"slices"

	"callout/game"
	"callout/game/words"
	"callout/levels"
)

// otherwise is what a player can do differently next time, each with the steps that it would have made shorter.
var otherwise = []struct {
	key   string // as in the catalogue under debrief.next
	kinds []string
}{
	{"misread", []string{"wrong-link", "dismissed"}},
	{"wrong-team", []string{"wrong-team", "returned"}},
	{"waiting", []string{"inbox", "in-queue"}},
	{"night", []string{"night"}},
	{"ask", []string{"undecided", "asked", "no-answer"}},
	{"knowledge", []string{"identify", "diagnose"}},
	{"cover", []string{"not-on-call"}},
	{"structure", []string{"bridge", "handover", "unnoticed", "called"}},
}

// next is one next step: what would have saved the most of what this game cost. Where little was lost it is a
// goal that was missed, or the next level.
func (d *Debrief) next(h *history) {
	best, money, span, n := "", game.Pence(0), game.Minute(0), 0
	for _, way := range otherwise {
		cost, minutes, items := game.Pence(0), game.Minute(0), 0
		for i := range d.Incidents {
			if m, p := d.Incidents[i].took(way.kinds...); m > 0 {
				cost, minutes, items = cost+p, minutes+m, items+1
			}
		}
		if cost > money {
			best, money, span, n = way.key, cost, minutes, items
		}
	}
	if cost, items := d.cameBack(h); cost > money {
		best, money, span, n = "workaround", cost, 0, items
	}
	if delay, _ := d.metric("cost_of_delay"); delay > money {
		best, money = "deploy", delay
		if span, n = h.unread(); n > 0 && span >= game.Minute(n)*4*game.Hour {
			best = "read"
		}
	}
	if best == "" || money*10 < h.level.Par {
		d.Next = d.nextGoal(h)
		return
	}
	d.NextKey = best
	d.Next = words.Say("debrief.next."+best, "n", n, "span", words.Span(span), "money", words.Money(money), "level", h.level.Title)
}

// nextGoal is what to do where little was lost: see to a goal that was missed, or else go on.
func (d *Debrief) nextGoal(h *history) string {
	if i := slices.IndexFunc(d.Result.Goals, func(g game.GoalView) bool { return !g.Met }); i >= 0 {
		d.NextKey = "goal"
		return words.Say("debrief.next.goal", "level", h.level.Title, "goal", words.Goal(d.Result.Goals[i]))
	}
	d.NextKey = "level"
	return h.nextLevel()
}

// cameBack is what incidents cost that had only been worked around, and how many they were.
func (d *Debrief) cameBack(h *history) (cost game.Pence, n int) {
	for i := range d.Incidents {
		if in := &d.Incidents[i]; in.Parent == 0 && h.event(in.Event).Causes[0] != 0 && h.wasDebt(in) {
			cost, n = cost+in.Pence, n+1
		}
	}
	return cost, n
}

// unread is how long release requests lay unread in all, and how many did.
func (h *history) unread() (all game.Minute, n int) {
	for i := range h.trace.Events {
		arrived := &h.trace.Events[i]
		if arrived.Kind != game.RequestArrived {
			continue
		}
		r, _ := h.game.RequestTruth(arrived.Item.N)
		if h.modelAt(r.App, arrived.At).Deploys == game.DeliveryTeam {
			continue
		}
		until := h.game.Now()
		for _, e := range h.requests[arrived.Item.N] {
			if e.Kind == game.Planned {
				until = e.At
			}
		}
		if m := until - arrived.At; m >= game.Hour {
			all, n = all+m, n+1
		}
	}
	return all, n
}

// nextLevel is the level after this one, or the same one under another support model after the last one.
func (h *history) nextLevel() string {
	list := levels.List()
	if i := slices.IndexFunc(list, func(l levels.Info) bool { return l.Name == h.level.Name }); i >= 0 && i+1 < len(list) {
		return words.Say("debrief.next.level", "level", list[i+1].Title, "name", list[i+1].Name)
	}
	return words.Say("debrief.next.model", "level", h.level.Title)
}
