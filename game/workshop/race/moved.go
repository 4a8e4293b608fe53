package race

import (
	"cmp"
	"slices"

	"callout/game"
	"callout/game/workshop"
)

// Moved is by how many places each row rose in its last day of play, below 0 where it fell; nothing for a team that has not
// played for more than a day. Places are by what was lost for each minute played, as the board has them before the reveal.
func Moved(rows []workshop.BoardRow, start game.Minute) []int {
	moved := make([]int, len(rows))
	type runner struct {
		row          int
		then, now    game.Gauge
		before, gone game.Minute // minutes played then and now
	}
	var field []runner
	for i := range rows {
		course := rows[i].Course
		if len(course) == 0 {
			continue
		}
		now := course[len(course)-1]
		for k := len(course) - 1; k >= 0; k-- {
			if then := course[k]; now.At-then.At >= game.Day {
				field = append(field, runner{i, then, now, max(then.At-start, 1), max(now.At-start, 1)})
				break
			}
		}
	}
	rate := func(a, b game.Gauge, x, y game.Minute) int {
		return cmp.Or(workshop.CompareRates(a.Lost, x, b.Lost, y), cmp.Compare(a.Burnout, b.Burnout))
	}
	slices.SortStableFunc(field, func(a, b runner) int { return rate(a.then, b.then, a.before, b.before) })
	for place, r := range field {
		moved[r.row] = place
	}
	slices.SortStableFunc(field, func(a, b runner) int { return rate(a.now, b.now, a.gone, b.gone) })
	for place, r := range field {
		moved[r.row] -= place
	}
	return moved
}
