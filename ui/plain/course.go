package plain

import (
	"fmt"
	"slices"
	"strings"

	"callout/game"
	"callout/game/words"
)

// course tells the three gauges day by day: a row of numbers each, and a sentence that says what it shows.
func course(say func(string, ...any), r *game.Result) {
	say("COURSE, the evening of each day")
	days := evenings(r.Course)
	if len(days) == 0 {
		say("  No turn was ended.")
		return
	}
	burnout := row(days, func(g *game.Gauge) int64 { return int64(g.Burnout) })
	queue := row(days, func(g *game.Gauge) int64 { return int64(g.Queue) })
	lost := row(days, func(g *game.Gauge) int64 { return g.Lost })
	say("  Burnout: %s. %s", numbers(burnout, words.Number), trend(burnout, days, words.Number))
	say("  Queue: %s. %s", numbers(queue, words.Number), trend(queue, days, words.Number))
	say("  Revenue lost: %s.", numbers(lost, words.Money))
	if day, worst := steepest(lost); worst > 0 {
		say("  The dearest day was %s: %s.", day0(days, day), words.Money(worst))
	}
}

// evenings are the last gauges of each day.
func evenings(course []game.Gauge) []game.Gauge {
	var days []game.Gauge
	for i := range course {
		if n := len(days); n > 0 && dayOf(&days[n-1]) == dayOf(&course[i]) {
			days[n-1] = course[i]
			continue
		}
		days = append(days, course[i])
	}
	return days
}

// dayOf is the day that a gauge tells of: midnight belongs to the day that ends with it.
func dayOf(g *game.Gauge) int { return (g.At - 1).Day() }

func row(days []game.Gauge, of func(*game.Gauge) int64) []int64 {
	list := make([]int64, len(days))
	for i := range days {
		list[i] = of(&days[i])
	}
	return list
}

func numbers(list []int64, write func(int64) string) string {
	texts := make([]string, len(list))
	for i, n := range list {
		texts[i] = write(n)
	}
	return strings.Join(texts, "; ")
}

// trend says from where to where a row goes, and when it stood highest.
func trend(list []int64, days []game.Gauge, write func(int64) string) string {
	top := 0
	for i := range list {
		if list[i] > list[top] {
			top = i
		}
	}
	if list[top] == slices.Min(list) {
		return "It stayed at " + write(list[0]) + "."
	}
	first, last := list[0], list[len(list)-1]
	way := "It came back to " + write(first)
	switch {
	case last > first:
		way = "It rose from " + write(first) + " to " + write(last)
	case last < first:
		way = "It fell from " + write(first) + " to " + write(last)
	}
	return fmt.Sprintf("%s; highest %s, %s.", way, write(list[top]), day0(days, top))
}

// steepest is the day on which a growing row grew most, and by how much.
func steepest(list []int64) (day int, by int64) {
	var before int64
	for i, n := range list {
		if n-before > by {
			day, by = i, n-before
		}
		before = n
	}
	return day, by
}

// day0 names a day of the row: "week 2, Tue".
func day0(days []game.Gauge, i int) string {
	return words.Day(days[i].At - 1)
}
