package result

import (
	"strconv"

	"callout/game/words"
	"callout/ui/line"
	"callout/ui/theme"
)

// goals: was it enough?
func (r *Result) goals(b *line.Block) {
	t, g := r.theme, &r.game
	met := 0
	for i := range g.Goals {
		if g.Goals[i].Met {
			met++
		}
	}
	switch {
	case !g.Over:
		b.Put(t.Focus, "The game goes on. ").Put(t.Text, "If it ended now, "+strconv.Itoa(met)+" of "+strconv.Itoa(len(g.Goals))+" goals would be met.").End()
	case g.Won:
		b.Put(t.Good, "All goals met.").End()
	default:
		b.Put(t.Alarm, strconv.Itoa(met)+" of "+strconv.Itoa(len(g.Goals))+" goals met.").End()
	}
	if len(r.level.Models) == 1 {
		b.Line(t.Dim, r.level.Title+", run by "+r.level.Models[0].Title)
	}
	b.End()
	name := 0
	for i := range g.Goals {
		name = max(name, line.Width(words.Goal(g.Goals[i])))
	}
	for i := range g.Goals {
		goal := &g.Goals[i]
		mark, st := theme.Met, t.Good
		if !goal.Met {
			mark, st = theme.Missed, t.Alarm
		}
		b.Put(st, mark).Space(1).Cell(t.Text, words.Goal(*goal), min(name, b.Width()-16)).Space(3).Put(st, words.GoalValue(goal.Metric, goal.Current)).End()
	}
	if r.level.Lesson != "" && g.Over {
		b.End()
		b.Line(t.Title, "WHAT THIS LEVEL IS ABOUT")
		b.Para(t.Strong, r.level.Lesson, 0)
	}
	b.End()
	b.Line(t.Title, "IN NUMBERS")
	r.numbers(b)
}

// inNumbers are the metrics worth reading, in the order in which one asks for them.
var inNumbers = []string{
	"revenue_lost", "cost_of_delay", "standby_cost", "callout_cost", "incidents", "ttr_median", "ttr_p90", "misrouted_share", "escalations",
	"score", "deployments", "deploy_wait_median", "batch_mean", "change_failure_rate", "queue_mean", "queue_max", "burnout_mean", "burnout_max",
	"analysts_left", "knowledge_sync_hours",
}

// numbers writes the metrics, in two columns where there is room.
func (r *Result) numbers(b *line.Block) {
	columns, name := 1, 44
	if b.Width() >= 90 {
		columns, name = 2, 36
	}
	width := b.Width() / columns
	rows := (len(inNumbers) + columns - 1) / columns
	for y := range rows {
		for c := range columns {
			i := c*rows + y
			if i >= len(inNumbers) {
				break
			}
			v := r.value(inNumbers[i])
			title, _ := words.Metric(inNumbers[i])
			st, text := r.theme.Text, words.Value(v)
			if !v.Valid {
				st, text = r.theme.Dim, "–"
			}
			b.To(c*width).Cell(r.theme.Dim, title, name).Put(st, text)
		}
		b.End()
	}
}
