package report

import (
	"callout/game"
	"callout/game/debrief"
	"callout/game/drawing"
	"callout/game/words"
	"callout/game/workshop/after"
)

// roomCost answers what it cost each team.
func roomCost(r *after.Room) *section {
	best, worst := &r.Teams[r.Ranked[0]], &r.Teams[r.Ranked[len(r.Ranked)-1]]
	s := &section{ID: "cost", Question: words.Say("after.cost.question")}
	if len(r.Teams) == 1 {
		s.Answer = words.Say("after.cost.one", "total", words.Money(best.Total), "lost", words.Money(best.Lost))
	} else {
		s.Answer = words.Say("after.cost.answer", "n", len(r.Teams), "lost", words.Money(r.Lost), "best", best.Name, "least", words.Money(best.Total),
			"worst", worst.Name, "most", words.Money(worst.Total))
	}
	s.add(part{Chart: roomCostChart(r)})
	s.add(part{Table: roomTable(r)})
	s.add(part{Table: gaugeTable(r)})
	if len(r.Ladder.Rungs) > 0 {
		s.add(part{Text: words.Say("after.cost.ladder")})
		s.add(part{Table: roomLadder(r)})
	}
	return s
}

// roomTable has one row for each team, and their sum.
func roomTable(r *after.Room) *table {
	t := &table{Title: words.Say("after.cost.table"), Stack: true, Columns: []column{
		{Title: words.Say("after.column.team"), Free: true}, {Title: words.Say("after.column.rank"), Number: true},
		{Title: words.Say("report.column.total"), Number: true}, {Title: words.Say("report.column.lost"), Number: true},
		{Title: words.Say("report.column.share"), Number: true}, {Title: words.Say("report.column.score"), Number: true}, {Title: words.Say("report.column.medal")},
	}}
	for _, i := range r.Ranked {
		x := &r.Teams[i]
		medal := medalText(x.Medal)
		if len(r.Ladder.Rungs) == 0 {
			medal = "–"
		}
		t.Rows = append(t.Rows, row{Cells: []string{
			teamText(x), words.Number(int64(x.Rank)), words.MoneyExact(x.Total), words.MoneyExact(x.Lost), words.Percent(x.Share), words.Number(x.Score), medal,
		}, Share: none})
	}
	if len(r.Teams) > 1 {
		t.Rows = append(t.Rows, row{Cells: []string{
			words.Say("report.column.sum"), "", words.MoneyExact(r.Total), words.MoneyExact(r.Lost), words.Percent(1000), "", "",
		}, Share: none, Sum: true})
	}
	return t
}

// roomMetrics are what the games were like, beside their cost.
var roomMetrics = []string{"burnout_max", "queue_max", "incidents", "ttr_median", "deploy_wait_median"}

// gaugeTable has what the games were like.
func gaugeTable(r *after.Room) *table {
	t := &table{Title: words.Say("after.cost.gauges"), Stack: true, Columns: []column{{Title: words.Say("after.column.team"), Free: true}}}
	for _, name := range roomMetrics {
		title, _ := words.Metric(name)
		t.Columns = append(t.Columns, column{Title: title, Number: true})
	}
	for _, i := range r.Ranked {
		x := &r.Teams[i]
		cells := []string{x.Name}
		for _, name := range roomMetrics {
			cells = append(cells, words.Value(x.Value(name)))
		}
		t.Rows = append(t.Rows, row{Cells: cells, Share: none})
	}
	return t
}

// teamText is a team, with the policy that played for it.
func teamText(x *after.Result) string {
	if x.By == "" {
		return x.Name
	}
	return words.Say("after.cost.by", "team", x.Name, "policy", policyTitle(x.By))
}

// costParts are what a team's whole cost is made of, as its chart has them.
func costParts(costs []debrief.Cost) []int64 {
	parts := make([]int64, 4)
	for _, c := range costs {
		switch c.Key {
		case "revenue_lost":
			parts[0] += c.Pence
		case "cost_of_delay":
			parts[1] += c.Pence
		case "people":
			parts[3] += max(0, c.Pence)
		default:
			parts[2] += c.Pence
		}
	}
	return parts
}

func costKeys() []key {
	return []key{
		{letter(0), "alarm", words.Say("report.column.lost")}, {letter(1), "warn-hatch", words.Say("report.chart.delay")},
		{letter(2), "accent", words.Say("report.column.opex")}, {letter(3), "dim", words.Say("report.chart.people")},
	}
}

func roomCostChart(r *after.Room) *chart {
	b, keys := &bars{}, costKeys()
	t := &table{Title: words.Say("after.cost.kinds"), Stack: true, Columns: []column{{Title: words.Say("after.column.team"), Free: true}}}
	for _, k := range keys {
		t.Columns = append(t.Columns, column{Title: k.Text, Number: true})
	}
	t.Columns = append(t.Columns, column{Title: words.Say("report.column.total"), Number: true})
	for _, place := range spread(len(r.Ranked), mostRows) {
		x := &r.Teams[r.Ranked[place]]
		parts := costParts(x.Costs)
		b.rows = append(b.rows, barRow{label: x.Name, value: words.Money(x.Total), parts: parts})
	}
	for _, i := range r.Ranked {
		x := &r.Teams[i]
		cells := []string{x.Name}
		for _, n := range costParts(x.Costs) {
			cells = append(cells, words.Money(n))
		}
		t.Rows = append(t.Rows, row{Cells: append(cells, words.Money(x.Total)), Share: none})
	}
	says := words.Say("after.cost.chart")
	if len(r.Teams) > mostRows {
		says = words.Say("after.cost.some", "n", mostRows, "all", len(r.Teams))
	}
	return &chart{ID: "teams", Title: words.Say("after.cost.kinds"), Says: says, Keys: keys, Table: t,
		Draw: func(id string, width int) *drawing.Canvas { return b.draw(id, width, keys) }}
}

// roomLadder is the ladder of the seed with how many teams stand on each rung.
func roomLadder(r *after.Room) *table {
	t := &table{Title: words.Say("report.ladder.title"), Stack: true, Columns: []column{
		{Title: words.Say("report.column.player")}, {Title: words.Say("report.column.score"), Number: true}, {Title: words.Say("report.column.lost"), Number: true},
		{Title: words.Say("report.column.medal")}, {Title: words.Say("after.column.above"), Number: true},
	}}
	for _, g := range r.Ladder.Rungs {
		above := 0
		for i := range r.Teams {
			if r.Teams[i].Score > g.Score {
				above++
			}
		}
		t.Rows = append(t.Rows, row{Cells: []string{
			policyTitle(g.Policy), words.Number(g.Score), words.Money(g.Lost), rungMedal(g.Medal), words.Number(int64(above)),
		}, Share: shareOf(int64(above), int64(len(r.Teams)))})
	}
	return t
}

// stateSum is the minutes of a bill by state, for a bar.
func stateSum(states [game.IncidentStates]game.Minute) []int64 {
	var parts []int64
	for _, m := range states {
		parts = append(parts, int64(m))
	}
	return parts
}
