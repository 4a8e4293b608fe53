package widget

import (
	"callout/game"
	"callout/game/words"
	"callout/ui/line"
	"callout/ui/theme"
)

// Goals writes goals, a row each: whether it is met, what it is, and what it came to.
func Goals(b *line.Block, t *theme.Theme, goals []game.GoalView) {
	const mark, value = 2, 14
	name := 0
	for i := range goals {
		name = max(name, line.Width(words.Goal(goals[i])))
	}
	name = max(1, min(name, b.Width()-mark-value))
	for i := range goals {
		g := &goals[i]
		sign, st := theme.Met, t.Good
		if !g.Met {
			sign, st = theme.Missed, t.Alarm
		}
		for j, l := range line.Wrap(words.Goal(*g), name) {
			if j > 0 {
				b.To(mark).Put(t.Text, l).End()
				continue
			}
			b.Put(st, sign).To(mark).Cell(t.Text, l, name).Right(st, words.GoalValue(g.Metric, g.Current), value).End()
		}
	}
}
