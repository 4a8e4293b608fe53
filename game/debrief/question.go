package debrief

import (
	"callout/game"
	"callout/game/words"
)

// Questions are few enough to be talked about.
const (
	fewest = 4
	mostly = 6
)

// questions are to talk about, from what happened in this game; where little did, from what the level asks.
func (d *Debrief) questions(h *history) {
	for _, ask := range []func(*Debrief, *history) string{
		askFire, askCut, askKnowledge, askWait, askDependency, askNight, askBurnout, askDebt, askIncentive,
	} {
		if q := ask(d, h); q != "" && len(d.Questions) < mostly {
			d.Questions = append(d.Questions, q)
		}
	}
	l, apps, people := h.level, int64(0), 0
	for i := range l.Applications {
		if l.Applications[i].Joins <= l.Start {
			apps++
		}
	}
	for i := range l.Analysts {
		if !l.Analysts[i].Reserve {
			people++
		}
	}
	dear := 0
	for i := range l.Applications {
		if l.Applications[i].Revenue > l.Applications[dear].Revenue {
			dear = i
		}
	}
	dearest := &l.Applications[dear]
	for _, q := range []string{
		words.Say("debrief.question.estate", "n", apps, "people", people),
		words.Say("debrief.question.target", "app", dearest.Name, "money", words.Money(dearest.Revenue), "share", words.Availability(dearest.Target)),
		words.Say("debrief.question.model", "model", l.Models[dearest.Model].Title, "app", dearest.Name),
		words.Say("debrief.question.calm", "n", len(d.Incidents)),
	} {
		if len(d.Questions) < fewest {
			d.Questions = append(d.Questions, q)
		}
	}
}

func askFire(d *Debrief, h *history) string {
	if len(d.Fires) == 0 {
		return ""
	}
	n := &d.Fires[0].Incident
	return words.Say("debrief.question.fire", "app", n.Name, "clock", words.Date(n.Began), "money", words.Money(n.Pence))
}

func askCut(d *Debrief, h *history) string {
	for i := range d.Fires {
		if c := &d.Fires[i].Cut; c.Order != "" {
			return words.Say("debrief.question.cut", "order", c.Order, "clock", words.Date(h.turns[c.Turn].at), "money", words.Money(c.Saved))
		}
	}
	return ""
}

func askKnowledge(d *Debrief, h *history) string {
	worst := game.WorkSpan{}
	for _, w := range h.trace.Work {
		if w.Work == game.WorkAlert && w.Knew < little && w.To-w.From > worst.To-worst.From {
			worst = w
		}
	}
	if worst.To-worst.From < game.Hour {
		return ""
	}
	return words.Say("debrief.question.knowledge", "who", h.analystName(worst.Analyst), "app", h.appName(worst.App),
		"span", words.Span(worst.To-worst.From), "share", words.Percent(worst.Knew))
}

func askWait(d *Debrief, h *history) string {
	f := d.finding("no-customer-outcomes")
	for _, e := range f.Evidence {
		if f.Seen && e.Minutes >= 2*game.Day {
			return words.Say("debrief.question.wait", "item", e.Item, "span", words.Span(e.Minutes), "money", words.Money(e.Pence))
		}
	}
	return ""
}

func askDependency(d *Debrief, h *history) string {
	for i := range d.Incidents {
		if n := &d.Incidents[i]; n.Parent != 0 && n.Pence > 0 {
			return words.Say("debrief.question.dependency", "app", n.Name, "upstream", d.upstreamOf(n), "money", words.Money(n.Pence))
		}
	}
	return ""
}

func askNight(d *Debrief, h *history) string {
	if e := d.finding("unfair-on-call").Evidence; len(e) > 0 {
		return words.Say("debrief.question.night", "item", e[0].Item, "clock", words.Date(e[0].At))
	}
	return ""
}

// askBurnout asks about whoever was worst off; below thirty points nobody would speak of burnout.
func askBurnout(d *Debrief, h *history) string {
	worst := -1
	for i := range d.Result.People {
		if p := &d.Result.People[i]; p.Hired && p.Worst >= 30 && (worst < 0 || p.Worst > d.Result.People[worst].Worst) {
			worst = i
		}
	}
	if worst < 0 {
		return ""
	}
	p := &d.Result.People[worst]
	return words.Say("debrief.question.burnout", "who", p.Name, "n", p.Worst, "callouts", p.Callouts)
}

func askDebt(d *Debrief, h *history) string {
	cost, n := d.cameBack(h)
	if n == 0 {
		return ""
	}
	return words.Say("debrief.question.debt", "n", n, "money", words.Money(cost))
}

// askIncentive asks about the application whose operability has changed the most.
func askIncentive(d *Debrief, h *history) string {
	most, by := -1, game.PerMille(0)
	for i := range h.level.Applications {
		if fell := h.level.Applications[i].Operability - h.apps[len(h.apps)-1][i].Operability; fell > by {
			most, by = i, fell
		}
	}
	if by < 10 {
		return ""
	}
	now := h.apps[len(h.apps)-1][most]
	return words.Say("debrief.question.incentive", "app", h.appName(most), "team", h.teamName(now.Owner),
		"before", words.Percent(now.Operability+by), "share", words.Percent(now.Operability))
}

// finding is the one of that key.
func (d *Debrief) finding(key string) *Finding {
	for i := range d.Findings {
		if d.Findings[i].Key == key {
			return &d.Findings[i]
		}
	}
	return &Finding{}
}
