package report

import (
	"strings"

	"callout/game"
	"callout/game/debrief"
	"callout/game/words"
)

// shownIncidents is how many incidents are told one by one; the rest is one row. JSON and CSV have all of them.
const shownIncidents = 12

// restore answers where time to restore went.
func restore(d *debrief.Debrief) *section {
	s := &section{ID: "restore", Question: words.Say("report.restore.question")}
	states, all, longest := d.Result.StateMinutes, int64(0), game.IncidentState(0)
	for i, m := range states {
		if all += m; m > states[longest] {
			longest = game.IncidentState(i)
		}
	}
	if all == 0 {
		s.Answer = words.Say("report.restore.nothing")
		return s
	}
	s.Answer = words.Say("report.restore.answer", "all", words.Number(all), "n", len(d.Result.Losses),
		"state", words.IncidentState(longest), "minutes", words.Number(states[longest]), "share", words.Percent(shareOf(states[longest], all)))
	s.add(part{Chart: stateChart(states, all)})
	s.add(part{Chart: incidentChart(d, all)})
	return s
}

func stateTable(states [game.IncidentStates]int64, all int64) *table {
	t := &table{Title: words.Say("report.restore.states"), Columns: []column{
		{Title: words.Say("report.column.state")}, {Title: words.Say("report.column.minutes"), Number: true}, {Title: words.Say("report.column.share"), Number: true},
	}}
	most := int64(0)
	for _, m := range states {
		most = max(most, m)
	}
	for i, m := range states {
		t.Rows = append(t.Rows, row{Cells: []string{
			words.IncidentState(game.IncidentState(i)), words.Number(m), words.Percent(shareOf(m, all)),
		}, Share: shareOf(m, most)})
	}
	t.Rows = append(t.Rows, row{Cells: []string{words.Say("report.column.sum"), words.Number(all), words.Percent(1000)}, Share: none, Sum: true})
	return t
}

// incidentTable has the dearest incidents, and the others in one row, so that its columns add up.
func incidentTable(d *debrief.Debrief, all int64) *table {
	t := &table{Title: words.Say("report.restore.incidents"), Stack: true, Columns: []column{
		{Title: words.Say("report.column.incident")}, {Title: words.Say("report.column.minutes"), Number: true},
		{Title: words.Say("report.column.money"), Number: true}, {Title: words.Say("report.column.where"), Free: true},
	}}
	var rest [game.IncidentStates]game.Minute
	restPence, restMinutes, sum, others := game.Pence(0), game.Minute(0), game.Pence(0), 0
	for n := range d.Incidents {
		i := &d.Incidents[n]
		sum += i.Pence
		if n >= shownIncidents {
			others++
			restPence, restMinutes = restPence+i.Pence, restMinutes+i.Minutes
			for k, m := range i.States {
				rest[k] += m
			}
			continue
		}
		t.Rows = append(t.Rows, row{Cells: []string{
			incidentName(i), words.Number(int64(i.Minutes)), words.MoneyExact(i.Pence), statesText(i.States),
		}, Share: none})
	}
	if others > 0 {
		t.Rows = append(t.Rows, row{Cells: []string{
			words.Say("report.restore.others", "n", others), words.Number(int64(restMinutes)), words.MoneyExact(restPence), statesText(rest),
		}, Share: none})
	}
	if len(t.Rows) > 1 {
		t.Rows = append(t.Rows, row{Cells: []string{words.Say("report.column.sum"), words.Number(all), words.MoneyExact(sum), ""}, Share: none, Sum: true})
	}
	return t
}

// incidentName is how a report speaks of an incident.
func incidentName(i *debrief.Incident) string {
	return words.Say("report.restore.incident", "n", int(i.Incident), "app", i.Name, "at", words.Date(i.Began))
}

// statesText is where the minutes of an incident went, in the order of its life, without the states that took none.
func statesText(states [game.IncidentStates]game.Minute) string {
	var list []string
	for i, m := range states {
		if m > 0 {
			list = append(list, words.Say("report.restore.part", "state", words.IncidentState(game.IncidentState(i)), "n", int(m)))
		}
	}
	return strings.Join(list, ", ")
}
