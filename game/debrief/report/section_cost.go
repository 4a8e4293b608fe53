package report

import (
	"callout/game"
	"callout/game/debrief"
	"callout/game/words"
)

// cost answers what the game cost, and against what it is judged.
func cost(d *debrief.Debrief) *section {
	total, lost := valueOf(d.Result.Values, "total_cost").N, valueOf(d.Result.Values, "revenue_lost").N
	s := &section{
		ID: "cost", Question: words.Say("report.cost.question"),
		Answer: words.Say("report.cost.answer", "total", words.Money(total), "lost", words.Money(lost), "share", words.Percent(shareOf(lost, total))),
	}
	switch p := &d.Loss; {
	case p.Share.Valid && p.Times() > 0:
		s.add(part{Text: words.Say("report.cost.no-protection", "tolerated", words.Money(p.Tolerated), "lost", words.Money(p.Lost), "times", words.Times(p.Times()))})
	case p.Tolerated > 0 && p.Share.Valid:
		s.add(part{Text: words.Say("report.cost.protection", "tolerated", words.Money(p.Tolerated), "lost", words.Money(p.Lost), "share", words.Value(p.Share))})
	}
	s.add(part{Table: costTable(d, total)})
	s.add(part{Table: goalTable(d)})
	s.add(part{Table: applicationTable(d)})
	s.add(part{Table: peopleTable(d)})
	return s
}

func costTable(d *debrief.Debrief, total game.Pence) *table {
	t := &table{Title: words.Say("report.cost.kinds"), Columns: []column{{Title: words.Say("report.column.cost")}, {Title: words.Say("report.column.money"), Number: true}}}
	most := game.Pence(0)
	for _, c := range d.Costs {
		most = max(most, c.Pence)
	}
	for _, c := range d.Costs {
		if c.Pence != 0 || c.Key == "revenue_lost" {
			t.Rows = append(t.Rows, row{Cells: []string{c.Title, words.MoneyExact(c.Pence)}, Share: shareOf(c.Pence, most)})
		}
	}
	t.Rows = append(t.Rows, row{Cells: []string{words.Say("report.column.sum"), words.MoneyExact(total)}, Share: none, Sum: true})
	return t
}

func goalTable(d *debrief.Debrief) *table {
	t := &table{Title: words.Say("report.cost.goals"), Columns: []column{
		{Title: words.Say("report.column.goal")}, {Title: words.Say("report.column.outcome"), Number: true}, {Title: words.Say("report.column.met")},
	}}
	for _, g := range d.Result.Goals {
		t.Rows = append(t.Rows, row{Cells: []string{
			words.Goal(g), words.GoalValue(g.Metric, g.Current), words.Say("report.cost.met", "met", g.Met),
		}, Share: none})
	}
	return t
}

func applicationTable(d *debrief.Debrief) *table {
	t := &table{Title: words.Say("report.cost.applications"), Stack: true, Columns: []column{
		{Title: words.Say("report.column.application")}, {Title: words.Say("report.column.availability"), Number: true},
		{Title: words.Say("report.column.incidents"), Number: true}, {Title: words.Say("report.column.money"), Number: true},
	}}
	most := game.Pence(0)
	for _, a := range d.Result.Applications {
		most = max(most, a.Lost)
	}
	sum, incidents := game.Pence(0), int64(0)
	for _, a := range d.Result.Applications {
		sum, incidents = sum+a.Lost, incidents+int64(a.Incidents)
		t.Rows = append(t.Rows, row{Cells: []string{
			a.Name, words.Say("report.cost.of_target", "availability", words.Availability(a.Availability), "target", words.Availability(a.Target)),
			words.Number(int64(a.Incidents)), words.MoneyExact(a.Lost),
		}, Share: shareOf(a.Lost, most)})
	}
	if len(t.Rows) > 1 {
		t.Rows = append(t.Rows, row{Cells: []string{words.Say("report.column.sum"), "", words.Number(incidents), words.MoneyExact(sum)}, Share: none, Sum: true})
	}
	return t
}

func peopleTable(d *debrief.Debrief) *table {
	t := &table{Title: words.Say("report.cost.people"), Stack: true, Columns: []column{
		{Title: words.Say("report.column.analyst")}, {Title: words.Say("report.column.burnout"), Number: true},
		{Title: words.Say("report.column.callouts"), Number: true}, {Title: words.Say("report.column.sick"), Number: true},
	}}
	for _, p := range d.Result.People {
		if !p.Hired {
			continue
		}
		name := p.Name
		if p.Left {
			name = words.Say("report.cost.left", "who", p.Name)
		}
		t.Rows = append(t.Rows, row{Cells: []string{
			name, words.Say("report.cost.burnout", "now", p.Burnout, "worst", p.Worst), words.Number(int64(p.Callouts)), words.Number(int64(p.SickDays)),
		}, Share: none})
	}
	return t
}
