package race

import (
	"slices"

	"callout/game"
	"callout/game/words"
	"callout/game/workshop"
)

// Gauge is one of the three numbers that are said of a team.
type Gauge uint8

// The gauges.
const (
	Burnout Gauge = iota // mean points of a team's people
	Queue                // what waits
	Lost                 // revenue lost, as far as the board may know
)

// Gauges are all of them, in the order in which they are shown.
var Gauges = [...]Gauge{Burnout, Queue, Lost}

// names are the keys of the gauges in the catalogue, and of their drawings.
var names = [...]string{"burnout", "queue", "lost"}

// Title is the name of the gauge.
func (g Gauge) Title() string { return words.Say("race.gauge." + names[g]) }

// Of is the gauge at one point of a course.
func (g Gauge) Of(p *game.Gauge) int64 {
	switch g {
	case Burnout:
		return int64(p.Burnout)
	case Queue:
		return int64(p.Queue)
	}
	return p.Lost
}

// Now is the gauge of a team as the board has it.
func (g Gauge) Now(r *workshop.BoardRow) int64 {
	switch g {
	case Burnout:
		return int64(r.Burnout)
	case Queue:
		return int64(r.Queue)
	}
	return r.Lost
}

// Says is a value of the gauge in full, and Short in few letters.
func (g Gauge) Says(v int64) string {
	if g == Lost {
		return words.Money(v)
	}
	return words.Number(v)
}

// Short is a value of the gauge in few letters.
func (g Gauge) Short(v int64) string {
	if g == Lost {
		return words.MoneyCoarse(v)
	}
	return words.Number(v)
}

// Least is a value that a scale of the gauge reaches at the least, so that little does not look like much.
func (g Gauge) Least() int64 { return [...]int64{50, 8, 10_000_00}[g] }

// Most is the greatest value of any team at any time, and at least Least: the scale that all share.
func (g Gauge) Most(rows []workshop.BoardRow) int64 {
	most := g.Least()
	for i := range rows {
		most = max(most, g.Now(&rows[i]))
		for k := range rows[i].Course {
			most = max(most, g.Of(&rows[i].Course[k]))
		}
	}
	return most
}

// Values are the gauge of a team over its turns.
func (g Gauge) Values(r *workshop.BoardRow) []int64 {
	values := make([]int64, len(r.Course))
	for i := range r.Course {
		values[i] = g.Of(&r.Course[i])
	}
	return values
}

// until is when the team that is furthest is, or from where none has begun.
func until(rows []workshop.BoardRow, from game.Minute) game.Minute {
	last := from
	for i := range rows {
		if n := len(rows[i].Course); n > 0 {
			last = max(last, rows[i].Course[n-1].At)
		}
	}
	return min(last, from+longest)
}

// longest is the longest time that is drawn; no level is longer.
const longest = 200 * game.Week

// middle is the median of the gauge over teams, 0 where there is none.
func (g Gauge) middle(rows []workshop.BoardRow) int64 {
	if len(rows) == 0 {
		return 0
	}
	all := make([]int64, len(rows))
	for i := range rows {
		all[i] = g.Now(&rows[i])
	}
	slices.Sort(all)
	return all[len(all)/2]
}
