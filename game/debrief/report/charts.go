package report

import (
	"callout/game"
	"callout/game/debrief"
	"callout/game/drawing"
	"callout/game/words"
)

// stateKeys are the states of an incident, in the order of its life. Where work is done the colour is calm, where an
// incident only waits it is not.
func stateKeys() []key {
	classes := [game.IncidentStates]string{
		game.InDetect: "alarm", game.InBridge: "warn", game.InQueue: "warn-hatch", game.InIdentify: "accent",
		game.InDiagnose: "accent-hatch", game.InHandoff: "alarm-hatch", game.InRepair: "good",
	}
	var keys []key
	for i, class := range classes {
		keys = append(keys, key{letter(i), class, words.IncidentState(game.IncidentState(i))})
	}
	return keys
}

func letter(i int) string { return string(rune('A' + i)) }

// stateChart is one bar of all minutes of all incidents.
func stateChart(states [game.IncidentStates]int64, all int64) *chart {
	b := &bars{rows: []barRow{{label: words.Say("report.chart.all_incidents"), value: words.Say("report.chart.minutes", "n", all), parts: states[:], strong: true}}}
	keys := stateKeys()
	for i := range keys {
		keys[i].Text = words.Say("report.chart.state", "state", keys[i].Text, "n", states[i], "share", words.Percent(shareOf(states[i], all)))
	}
	return &chart{
		ID: "states", Title: words.Say("report.restore.states"), Says: words.Say("report.chart.states"), Keys: keys,
		Table: stateTable(states, all),
		Draw:  func(id string, width int) *drawing.Canvas { return b.draw(id, width, stateKeys()) },
	}
}

// incidentChart has a bar for each of the dearest incidents, all by one measure.
func incidentChart(d *debrief.Debrief, all int64) *chart {
	b := &bars{}
	for n, i := range d.Incidents {
		if n == shownIncidents {
			break
		}
		row := barRow{label: words.Say("report.chart.incident", "n", int(i.Incident), "app", i.Name), value: words.Span(i.Minutes)}
		for _, m := range i.States {
			row.parts = append(row.parts, int64(m))
		}
		b.rows = append(b.rows, row)
	}
	return &chart{
		ID: "incidents", Title: words.Say("report.restore.incidents"), Says: words.Say("report.chart.incidents"),
		Table: incidentTable(d, all),
		Draw:  func(id string, width int) *drawing.Canvas { return b.draw(id, width, stateKeys()) },
	}
}

// courseChart has the three gauges over the game.
func courseChart(d *debrief.Debrief, days []debrief.Point) *chart {
	panels := gaugePanels()
	says := words.Say("report.chart.course")
	if len(d.Marks) > 0 {
		says = words.Say("report.chart.course_marked")
	}
	return &chart{
		ID: "course", Title: words.Say("report.course.gauges"), Says: says,
		Table: courseTable(days),
		Draw:  func(id string, width int) *drawing.Canvas { return drawCourse(id, d, panels, width) },
	}
}

// gaugePanels are the three gauges.
func gaugePanels() []panel {
	return []panel{
		{"burnout", words.Say("report.chart.burnout"), "accent", 100, func(p *debrief.Point) int64 { return int64(p.Burnout) }, words.Number},
		{"queue", words.Say("report.chart.queue"), "warn", 5, func(p *debrief.Point) int64 { return int64(p.Queue) }, words.Number},
		{"lost", words.Say("report.chart.lost"), "alarm", 100_00, func(p *debrief.Point) int64 { return p.Lost }, shortMoney},
	}
}

// shortMoney is money in few letters, for the side of a chart.
func shortMoney(p game.Pence) string {
	switch pounds := p / 100; {
	case pounds >= 1_000_000 && pounds%1_000_000 == 0:
		return words.Say("report.chart.millions", "n", pounds/1_000_000)
	case pounds >= 1000 && pounds%1000 == 0:
		return words.Say("report.chart.thousands", "n", pounds/1000)
	}
	return words.Money(p)
}

// flowChart is the cumulative flow of changes.
func flowChart(d *debrief.Debrief, days []debrief.Point) *chart {
	keys := []key{
		{letter(0), "accent", words.Say("report.flow.deployed")}, {letter(1), "accent-hatch", words.Say("report.flow.planned")},
		{letter(2), "warn-hatch", words.Say("report.flow.requested")}, {letter(3), "warn", words.Say("report.flow.finished")},
	}
	return &chart{
		ID: "flow", Title: words.Say("report.course.flow"), Says: words.Say("report.chart.flow"), Keys: keys,
		Table: flowTable(days),
		Draw:  func(id string, width int) *drawing.Canvas { return drawFlow(id, d, keys, width) },
	}
}

// modelChart has a bar for each support model, of what its cost is made.
func modelChart(d *debrief.Debrief) *chart {
	if len(d.Models) == 0 {
		return nil
	}
	keys := []key{
		{letter(0), "alarm", words.Say("report.column.lost")}, {letter(1), "warn-hatch", words.Say("report.chart.delay")},
		{letter(2), "accent", words.Say("report.column.opex")}, {letter(3), "dim", words.Say("report.chart.people")},
	}
	b := &bars{}
	for i := range d.Models {
		m := &d.Models[i]
		lost, delay := valueOf(m.Values, "revenue_lost").N, valueOf(m.Values, "cost_of_delay").N
		b.rows = append(b.rows, barRow{
			label: modelTitle(m), value: words.Money(m.Total), strong: m.Played,
			parts: []int64{lost, delay, opex(m), max(0, m.Total-lost-delay-opex(m))},
		})
	}
	return &chart{
		ID: "compared", Title: words.Say("report.models.title"), Says: words.Say("report.chart.models"), Keys: keys,
		Table: modelTable(d),
		Draw:  func(id string, width int) *drawing.Canvas { return b.draw(id, width, keys) },
	}
}

// opex is what a support model costs by itself: standby, callouts, the time of Delivery teams, its set-up.
func opex(m *debrief.ModelResult) game.Pence {
	sum := game.Pence(0)
	for _, name := range []string{"standby_cost", "callout_cost", "team_cost", "set_up_cost"} {
		sum += valueOf(m.Values, name).N
	}
	return sum
}

// ladderChart has the scores of this seed's policies, and the game's own among them.
func ladderChart(d *debrief.Debrief) *chart {
	if len(d.Ladder.Rungs) == 0 {
		return nil
	}
	var rungs []rung
	for _, r := range ladderOf(d) {
		rungs = append(rungs, rung{label: r.title, score: r.score, note: r.medal, own: r.own})
	}
	return &chart{
		ID: "ladder", Title: words.Say("report.ladder.title"), Says: words.Say("report.chart.ladder"),
		Table: ladderTable(d),
		Draw:  func(id string, width int) *drawing.Canvas { return drawLadder(id, rungs, width) },
	}
}
