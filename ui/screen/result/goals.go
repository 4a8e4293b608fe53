package result

import (
	"strconv"

	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/words"
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
	for _, name := range []string{
		"revenue_lost", "cost_of_delay", "standby_cost", "callout_cost", "incidents", "ttr_median", "ttr_p90", "deployments",
		"deploy_wait_median", "batch_mean", "change_failure_rate", "burnout_mean", "burnout_max", "queue_mean", "queue_max",
		"misrouted_share", "knowledge_sync_hours", "escalations", "analysts_left", "score",
	} {
		v := r.value(name)
		title, _ := words.Metric(name)
		st := t.Text
		if !v.Valid {
			st = t.Dim
		}
		b.Cell(t.Dim, title, 44).Put(st, words.Value(v)).End()
	}
}
