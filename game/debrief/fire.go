package debrief

import (
	"callout/game"
	"callout/game/words"
)

// dearest is how many losses are looked into.
const dearest = 5

// fires are the dearest losses, each with why it burned and the cheapest move that would have cut it, as far as the effort
// goes; without any, no move is looked for.
func (d *Debrief) fires(h *history, effort int) {
	all := d.lost()
	c := cutter{d: d, h: h, left: effort}
	for i := range d.Incidents[:min(len(d.Incidents), dearest)] {
		n := &d.Incidents[i]
		if n.Pence == 0 {
			break
		}
		f := Fire{Incident: *n, Share: part(n.Pence, all), Why: h.why(n)}
		if effort > 0 {
			f.Cut = c.cut(n)
		}
		d.Fires = append(d.Fires, f)
	}
}

// mistakes are steps that need not have been at all. They are named first where they made out an eighth of a loss.
var mistakes = map[string]bool{"dismissed": true, "wrong-link": true, "wrong-team": true}

// why is what the loss burned for, in one sentence: the mistake that cost the most of it, if it cost enough, or else
// what took the most of it.
func (h *history) why(n *Incident) string {
	cost, worst, mistake := map[string]game.Pence{}, "", ""
	for i := range n.life {
		kind := n.life[i].kind
		cost[kind] += n.pence[i]
		if worst == "" || cost[kind] > cost[worst] {
			worst = kind
		}
		if mistakes[kind] && (mistake == "" || cost[kind] > cost[mistake]) {
			mistake = kind
		}
	}
	if mistake != "" && cost[mistake]*8 >= n.Pence {
		worst = mistake
	}
	if worst == "" {
		return ""
	}
	longest := &n.life[0]
	sum := game.Minute(0)
	for i := range n.life {
		s := &n.life[i]
		if s.kind != worst {
			continue
		}
		sum += s.to - s.from
		if longest.kind != worst || s.to-s.from > longest.to-longest.from {
			longest = s
		}
	}
	s := *longest
	s.to = s.from + sum
	return words.Say("debrief.why."+worst, append(h.about(n, &s), "money", words.Money(cost[worst]))...)
}
