package debrief

import (
	"callout/game"
	"callout/game/words"
)

// little is knowledge of an application with which work on it takes half as long again and more (balance:
// KnowledgeTime).
const little = 400

// knowledgeSynchronisation: many applications to learn, and what was learned to be shared with many teams. It is seen
// where a third of the work on alerts and deployments was done by people who knew little of the application (prediction
// 8): keeping knowledge in step then costs more than there are hours for.
func knowledgeSynchronisation(d *Debrief, h *history, f *Finding) {
	type pair struct {
		item    game.Item
		analyst int
	}
	var work, all, blind, sync game.Minute
	at := map[pair]int{}
	for i := range h.trace.Work {
		w := &h.trace.Work[i]
		m := w.To - w.From
		all += m
		switch w.Work {
		case game.WorkSync, game.WorkRunbook, game.WorkWrapUp:
			sync += m
		case game.WorkAlert, game.WorkWorkaround, game.WorkDeploy:
			if work += m; w.Knew >= little {
				continue
			}
			blind += m
			k, ok := at[pair{w.Item, w.Analyst}]
			if !ok {
				k = len(f.Evidence)
				at[pair{w.Item, w.Analyst}] = k
				f.Evidence = append(f.Evidence, Evidence{At: w.From, Item: w.Item.String()})
			}
			e := &f.Evidence[k]
			e.Minutes += m
			e.Text = words.Say("debrief.finding.knowledge-synchronisation.evidence",
				"who", h.analystName(w.Analyst), "item", e.Item, "app", h.appName(w.App), "share", words.Percent(w.Knew), "span", words.Span(e.Minutes))
		}
	}
	for i := range d.Incidents {
		n := &d.Incidents[i]
		for k := range n.life {
			s := &n.life[k]
			if e, ok := at[pair{game.Item{Kind: game.Alert, N: n.Alert}, s.who}]; ok && (s.kind == "identify" || s.kind == "diagnose" || s.kind == "repair") {
				f.Evidence[e].Pence += n.pence[k]
			}
		}
	}
	f.Evidence = append(f.Evidence, staleRunbooks(h)...)
	share, hours := part(int64(blind), int64(work)), part(int64(sync), int64(all))
	f.conclude(share >= 333, "share", words.Percent(share), "span", words.Span(sync), "sync", words.Percent(hours))
}

// staleRunbooks are runbooks that were written and then deployed over: each change takes some of what they say (C46).
func staleRunbooks(h *history) []Evidence {
	var list []Evidence
	for i := range h.trace.Events {
		e := &h.trace.Events[i]
		if e.Kind != game.RunbookWritten {
			continue
		}
		changes := int64(0)
		for k := i + 1; k < len(h.trace.Events); k++ {
			switch later := &h.trace.Events[k]; {
			case later.Kind == game.Deployed && later.App == e.App:
				changes += later.Amount
			}
		}
		if changes < 5 {
			continue
		}
		spent := game.Minute(0)
		for _, w := range h.trace.Work {
			if w.Work == game.WorkRunbook && w.App == int(e.App) && w.Analyst == int(e.Analyst) && w.To <= e.At {
				spent = w.To - w.From
			}
		}
		list = append(list, Evidence{
			At: e.At, Item: h.appName(int(e.App)), Minutes: spent,
			Text: words.Say("debrief.finding.knowledge-synchronisation.runbook", "who", h.analystName(int(e.Analyst)), "app", h.appName(int(e.App)), "n", changes),
		})
	}
	return list
}
