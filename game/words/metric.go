package words

import (
	"strings"

	"callout/game"
)

// Metric is the title of a metric of the contract, such as "median time to restore", and the unit in which Value
// writes it, such as "minutes". A name that is not known is its own title.
func Metric(name string) (title, unit string) {
	title, ok := english.metrics[name]
	if !ok {
		return strings.ReplaceAll(name, "_", " "), ""
	}
	key, _, _ := game.MetricUnit(name)
	return title, english.units[key]
}

// Value is a metric's value with its unit: "£48,200", "25 min", "12.5 h", "64 %", "3.2".
func Value(v game.Value) string {
	if !v.Valid {
		return english.nothingToMeasure
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
		return decimal(milli, 1) + english.hours
	case game.ShareUnit:
		return decimal(milli*100, 2) + english.percent
	}
	return decimal(milli, 1)
}

// Goal is a goal in words, without where it stands: "revenue lost at most £60,000".
func Goal(g game.GoalView) string {
	title, _ := Metric(g.Metric)
	text := fill(english.goal, func(name, _, _ string) string {
		switch {
		case name == "title":
			return title
		case name == "value":
			return GoalValue(g.Metric, g.Value)
		case g.AtMost:
			return english.atMost
		}
		return english.atLeast
	})
	if g.Relaxed {
		text += english.goalRelaxed
	}
	return text
}

// GoalValue is a number of a goal, its bound or where it stands, with the metric's unit.
func GoalValue(name string, n int64) string {
	unit, milli, _ := game.MetricUnit(name)
	return Value(game.Value{Name: name, N: n, Unit: unit, Milli: milli, Valid: true})
}

// Rate is money by the hour: "£18,600 an hour".
func Rate(pencePerHour game.Pence) string {
	return fill(english.rate, func(string, string, string) string { return Money(pencePerHour) })
}
