package report

import (
	"callout/game"
	"callout/game/debrief"
	"callout/game/drawing"
	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/after"
)

// roomParted answers where the cheapest and the dearest game parted.
func roomParted(r *after.Room) *section {
	p := r.Parted
	if p == nil {
		return nil
	}
	best, worst := &r.Teams[p.Best], &r.Teams[p.Worst]
	s := &section{ID: "parted", Question: words.Say("after.parted.question")}
	s.Answer = words.Say("after.parted.never", "best", best.Name, "worst", worst.Name)
	for i := range p.Gauges {
		if a := &p.Gauges[i]; a.Key == "lost" {
			s.Answer = words.Say("after.parted.answer", "best", best.Name, "worst", worst.Name, "at", words.Date(a.From), "n", a.Turn,
				"half", words.Date(a.Half), "money", words.Money(max(a.Most, -a.Most)))
		}
	}
	s.add(part{Chart: roomCourseChart(r)})
	t := &table{Title: words.Say("after.parted.gauges"), Stack: true, Columns: []column{
		{Title: words.Say("after.column.gauge")}, {Title: words.Say("after.column.together")}, {Title: words.Say("after.column.half")}, {Title: words.Say("after.column.apart"), Number: true},
	}}
	for i := range p.Gauges {
		a := &p.Gauges[i]
		t.Rows = append(t.Rows, row{Cells: []string{gaugeTitle(a.Key), turnText(a), halfText(a), apartText(a)}, Share: none})
	}
	s.add(part{Table: t})
	if len(p.Between) > 0 {
		left, right := side{Title: best.Name, Good: true}, side{Title: worst.Name}
		for i := range p.Between {
			if c := &p.Between[i]; c.Team == p.Best {
				left.Steps = append(left.Steps, choiceStep(c))
			} else {
				right.Steps = append(right.Steps, choiceStep(c))
			}
		}
		for _, x := range []*side{&left, &right} {
			if len(x.Steps) == 0 {
				x.Text = words.Say("after.parted.nothing")
			}
		}
		c := card{Badge: words.Say("after.parted.badge"), Title: words.Say("after.parted.title"), Sides: []side{left, right}}
		if p.Left > 0 {
			c.Texts = []string{words.Say("after.parted.left", "n", p.Left)}
		}
		s.add(part{Cards: []card{c}})
	}
	return s
}

func gaugeTitle(name string) string { return words.Say("report.chart." + name) }

// turnText is until when two games went together.
func turnText(a *after.Apart) string {
	if a.Turn == 0 {
		return words.Say("after.parted.start")
	}
	return words.Say("after.parted.turn", "n", a.Turn, "at", words.Date(a.From))
}

func halfText(a *after.Apart) string {
	if a.Half == 0 {
		return "–"
	}
	return words.Date(a.Half)
}

func apartText(a *after.Apart) string {
	if a.Key == "lost" {
		return words.Money(a.Most)
	}
	return words.Number(a.Most)
}

// choiceStep is a decision of one of the teams that parted.
func choiceStep(c *after.Choice) step {
	s := step{When: words.Date(c.At), Text: c.Text, Order: c.Order}
	if c.Pence > 0 {
		s.Note = words.Money(c.Pence)
	}
	return s
}

// roomModels compares support models: those that the teams ended under, and the same demand played by programs.
func roomModels(r *after.Room) *section {
	s := &section{ID: "models", Question: words.Say("after.models.question")}
	low, high := &r.Models[0], &r.Models[len(r.Models)-1]
	if len(r.Models) == 1 {
		s.Answer = words.Say("after.models.one", "model", low.Title)
	} else {
		s.Answer = words.Say("after.models.answer", "n", len(r.Models), "low", low.Title, "cheap", words.Money(low.Total), "high", high.Title, "dear", words.Money(high.Total))
	}
	t := &table{Title: words.Say("after.models.table"), Stack: true, Columns: []column{
		{Title: words.Say("report.column.model")}, {Title: words.Say("after.column.teams"), Number: true},
		{Title: words.Say("report.column.lost"), Number: true}, {Title: words.Say("report.column.total"), Number: true},
	}}
	for i := range r.Models {
		m := &r.Models[i]
		t.Rows = append(t.Rows, row{Cells: []string{m.Title, words.Number(int64(len(m.Teams))), words.Money(m.Lost), words.Money(m.Total)}, Share: none})
	}
	s.add(part{Table: t})
	if len(r.Same) == 0 {
		return s
	}
	s.add(part{Text: words.Say("after.models.same")})
	s.add(part{Chart: sameChart(r.Same)})
	s.add(part{List: r.Missing})
	return s
}

// sameChart has a bar for each support model, of what its cost is made, as played by the rule of thumb.
func sameChart(same []debrief.ModelResult) *chart {
	return modelChart(&debrief.Debrief{Models: same})
}

// roomEvents tells what the facilitator let happen, and what came of it.
func roomEvents(r *after.Room) *section {
	if len(r.Events) == 0 {
		return nil
	}
	s := &section{ID: "events", Question: words.Say("after.events.question")}
	sum := game.Pence(0)
	t := &table{Title: words.Say("after.events.table"), Stack: true, Columns: []column{
		{Title: words.Say("after.column.event"), Free: true}, {Title: words.Say("report.column.at")}, {Title: words.Say("after.column.low"), Free: true}, {Title: words.Say("after.column.high"), Free: true},
		{Title: words.Say("after.column.all"), Number: true},
	}}
	for i := range r.Events {
		e := &r.Events[i]
		sum += e.Pence
		low, high := "", ""
		if e.Pence > 0 {
			low = words.Say("after.events.team", "team", r.Teams[e.Low].Name, "money", words.Money(e.Lost[e.Low]))
			high = words.Say("after.events.team", "team", r.Teams[e.High].Name, "money", words.Money(e.Lost[e.High]))
		}
		t.Rows = append(t.Rows, row{Cells: []string{
			words.Say("after.events.name", "event", e.Title, "severity", workshop.SeverityTitle(e.Severity)), words.Date(e.At()), low, high, words.MoneyExact(e.Pence),
		}, Share: none})
	}
	s.Answer = words.Say("after.events.answer", "sum", words.Money(sum), "share", words.Percent(shareOf(sum, r.Lost)))
	s.add(part{Table: t})
	s.add(part{Text: words.Say("after.events.how")})
	return s
}

// roomPredictions answers how well the room foresaw what came.
func roomPredictions(r *after.Room) *section {
	lines := r.Predictions.Lines()
	if len(lines) == 0 {
		return nil
	}
	s := &section{ID: "predictions", Question: words.Say("after.predictions.question"), Answer: words.Say("after.predictions.answer",
		"n", len(r.Predictions.List), "right", r.Predictions.Right, "asked", r.Predictions.Asked)}
	s.add(part{List: lines[:len(lines)-1]})
	t := &table{Title: words.Say("after.predictions.table"), Stack: true, Columns: []column{
		{Title: words.Say("after.column.team"), Free: true}, {Title: words.Say("after.column.said"), Number: true}, {Title: words.Say("after.column.right"), Number: true},
		{Title: words.Say("after.column.brier"), Number: true},
	}}
	for _, i := range r.Ranked {
		c := &r.Teams[i].Predictions
		if len(c.List) == 0 {
			continue
		}
		t.Rows = append(t.Rows, row{Cells: []string{
			r.Teams[i].Name, words.Number(int64(len(c.List))), words.Number(int64(c.Right)), words.Number(int64(c.Brier)),
		}, Share: none})
	}
	s.add(part{Table: t})
	s.add(part{Text: words.Say("after.predictions.how")})
	return s
}

// roomNext is what to do next, and what to talk about.
func roomNext(r *after.Room) *section {
	s := &section{ID: "next", Question: words.Say("report.next.question"), Answer: drawing.Clean(r.Next)}
	if s.Answer == "" {
		s.Answer = words.Say("report.next.talk")
	} else if len(r.Questions) > 0 {
		s.add(part{Text: words.Say("report.next.talk")})
	}
	s.add(part{List: r.Questions})
	return s
}
