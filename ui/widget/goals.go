package widget

import (
	"callout/game"
	"callout/game/words"
	"callout/ui/line"
	"callout/ui/theme"
)

// Goals writes goals, a row each: whether it is met, what it is, and what it came to.
func Goals(b *line.Block, t *theme.Theme, goals []game.GoalView) {
	name := 0
	for i := range goals {
		name = max(name, line.Width(words.Goal(goals[i])))
	}
	for i := range goals {
		g := &goals[i]
		mark, st := theme.Met, t.Good
		if !g.Met {
			mark, st = theme.Missed, t.Alarm
		}
		b.Put(st, mark).Space(1).Cell(t.Text, words.Goal(*g), min(name, b.Width()-18)).Space(2)
		b.Right(st, words.GoalValue(g.Metric, g.Current), 12).End()
	}
}
