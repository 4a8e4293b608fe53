package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"callout/game"
	"callout/game/debrief"
	"callout/game/words"
)

// csvTables are the tables that CSV can have, the usual one first.
var csvTables = tables[debrief.Debrief]{
	{"losses", lossRows},
	{"course", courseRows},
	{"findings", findingRows},
	{"decisions", decisionRows},
	{"models", modelRows},
	{"metrics", metricRows},
}

// Tables are the names of the tables that CSV can have, the usual one first.
func Tables() []string { return csvTables.names() }

// CSV writes one table of a debrief.
func CSV(w io.Writer, d *debrief.Debrief, table string) error {
	return csvTables.write(w, d, table, "a debrief")
}

// tables are what CSV can have of a T.
type tables[T any] []struct {
	name  string
	write func(of *T, add func(cells ...any))
}

func (l tables[T]) names() []string {
	var names []string
	for _, t := range l {
		names = append(names, t.name)
	}
	return names
}

// write writes the table of that name; what is said in an error.
func (l tables[T]) write(w io.Writer, of *T, name, what string) error {
	for _, t := range l {
		if t.name != name {
			continue
		}
		out := csv.NewWriter(w)
		out.UseCRLF = true
		t.write(of, func(cells ...any) {
			var record []string
			for _, c := range cells {
				record = append(record, csvCell(c))
			}
			out.Write(record) // a failure is kept, and told by Error
		})
		out.Flush()
		if err := out.Error(); err != nil {
			return fmt.Errorf("write %s as CSV: %w", what, err)
		}
		return nil
	}
	return among("table", name, l.names())
}

// csvCell is a number as it is, or a text that no spreadsheet takes for anything else.
func csvCell(value any) string {
	switch v := value.(type) {
	case string:
		return csvText(v)
	case number:
		return string(v)
	case bool:
		return strconv.FormatBool(v)
	}
	return fmt.Sprint(value)
}

// formulas are what a formula begins with: in a spreadsheet of the West, and in one of the East.
const formulas = "=+-@＝＋－＠"

// csvText puts an apostrophe before what would begin a formula: at the beginning of the cell, and after a semicolon,
// which is what separates cells in countries where the comma is in the numbers.
func csvText(s string) string {
	parts := strings.Split(clean(s), ";")
	for i, p := range parts {
		text := strings.TrimLeft(p, ` "'`)
		if text != "" && strings.ContainsRune(formulas, []rune(text)[0]) {
			parts[i] = "'" + p
		}
	}
	return strings.Join(parts, ";")
}

// lossRows have one incident each, with the minutes of each state and what it came from.
func lossRows(d *debrief.Debrief, add func(...any)) {
	head := []any{"incident", "application", "fault", "began", "began_minute", "restored_minute", "pence", "minutes"}
	for s := range game.IncidentStates {
		head = append(head, s.String()+"_minutes")
	}
	add(append(head, "causes")...)
	for n := range d.Incidents {
		i := &d.Incidents[n]
		restored := number("")
		if i.Restored != game.Never {
			restored = number(strconv.Itoa(int(i.Restored)))
		}
		cells := []any{i.Incident, i.Name, faultName(i.Fault), words.Date(i.Began), int(i.Began), restored, i.Pence, int(i.Minutes)}
		for _, m := range i.States {
			cells = append(cells, int(m))
		}
		var causes []string
		for _, c := range i.Causes {
			causes = append(causes, c.Text)
		}
		add(append(cells, strings.Join(causes, " / "))...)
	}
}

// courseRows have one turn each, with the decisions that were made in it.
func courseRows(d *debrief.Debrief, add func(...any)) {
	add("turn", "ended", "ended_minute", "burnout", "queue", "revenue_lost_pence", "requests_waiting",
		"finished_changes", "requested_changes", "planned_changes", "deployed_changes", "decisions")
	for n, p := range d.Course {
		var marks []string
		for _, m := range d.Marks {
			if m.Turn == n {
				marks = append(marks, m.Text)
			}
		}
		add(turnOf(n), words.Date(p.At), int(p.At), p.Burnout, p.Queue, p.Lost, p.Waiting, p.Finished, p.Requested, p.Planned, p.Deployed,
			strings.Join(marks, " / "))
	}
}

// findingRows have one piece of evidence each; an effect without any has one row all the same.
func findingRows(d *debrief.Debrief, add func(...any)) {
	add("key", "effect", "seen", "summary", "minute", "item", "minutes", "pence", "evidence")
	for i := range d.Findings {
		f := &d.Findings[i]
		for _, e := range f.Evidence {
			add(f.Key, f.Title, f.Seen, f.Says, int(e.At), e.Item, int(e.Minutes), e.Pence, e.Text)
		}
		if len(f.Evidence) == 0 {
			add(f.Key, f.Title, f.Seen, f.Says, "", "", "", "", "")
		}
	}
}

// decisionRows have one decision each, the costly ones first.
func decisionRows(d *debrief.Debrief, add func(...any)) {
	add("rank", "turn", "when", "minute", "kind", "order", "instead", "pence", "error_pence", "text")
	row := func(rank string, x *debrief.Decision) {
		add(rank, turnOf(x.Turn), words.Date(x.At), int(x.At), x.Kind, x.Order, x.Instead, x.Pence, x.Error, x.Text)
	}
	for i := range d.Review.Worst {
		row("worst", &d.Review.Worst[i])
	}
	if d.Review.Best != nil {
		row("best", d.Review.Best)
	}
}

// modelRows have one support model each, with every metric.
func modelRows(d *debrief.Debrief, add func(...any)) {
	head := []any{"model", "title", "own", "played", "won", "total_cost_pence"}
	for _, name := range game.MetricNames() {
		head = append(head, "metric_"+name)
	}
	add(head...)
	for i := range d.Models {
		m := &d.Models[i]
		cells := []any{modelName(m), m.Title, m.Own, m.Played, m.Won, m.Total}
		for _, name := range game.MetricNames() {
			cells = append(cells, numberOf(valueOf(m.Values, name)))
		}
		add(cells...)
	}
}

// metricRows have one metric of the game each.
func metricRows(d *debrief.Debrief, add func(...any)) {
	add("metric", "value", "unit", "title")
	for _, v := range d.Result.Values {
		title, _ := words.Metric(v.Name)
		add(v.Name, numberOf(v), string(v.Unit), title)
	}
}
