package words

import (
	"strings"

	"callout/game"
)

// Metric is the title of a metric of the contract, such as "median time to restore", and the unit in which Value
// writes it, such as "minutes". A name that is not known is its own title.
func Metric(name string) (title, unit string) {
	title, ok := inUse().metrics[name]
	if !ok {
		return strings.ReplaceAll(name, "_", " "), ""
	}
	key, _, _ := game.MetricUnit(name)
	return title, inUse().units[key]
}

// Value is a metric's value with its unit: "£48,200", "25 min", "12.5 h", "64 %", "3.2".
func Value(v game.Value) string {
	if !v.Valid {
		return inUse().nothingToMeasure
	}
	milli := v.N
	if !v.Milli {
		milli = v.N * 1000
	}
	switch v.Unit {
	case game.PenceUnit:
		return Money(milli / 1000)
	case game.MinutesUnit:
		return Span(minute((milli + 500) / 1000))
	case game.HoursUnit:
		return inUse().hours.around(decimal(milli, 1))
	case game.ShareUnit:
		return inUse().percent.around(decimal(milli*100, 2))
	}
	return decimal(milli, 1)
}

// Goal is a goal in words, without where it stands: "revenue lost at most £60,000".
func Goal(g game.GoalView) string {
	title, _ := Metric(g.Metric)
	template := inUse().goalAtLeast
	if g.AtMost {
		template = inUse().goalAtMost
	}
	text := fill(template, func(name, _, _ string) string {
		if name == "title" {
			return title
		}
		return GoalValue(g.Metric, g.Value)
	})
	if g.Relaxed {
		text += inUse().goalRelaxed
	}
	return text
}

// GoalValue is a number of a goal, its bound or where it stands, with the metric's unit.
func GoalValue(name string, n int64) string {
	unit, milli, _ := game.MetricUnit(name)
	return Value(game.Value{Name: name, N: n, Unit: unit, Milli: milli, Valid: true})
}
