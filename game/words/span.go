package words

import (
	"strings"

	"callout/game"
)

// Times are how a language writes times and lengths of time.
type times struct {
	minutes, hours, days   affix
	never, before, justNow string
	ago, agoDays           affix
	weekdays               []string
	week                   string
}

// affix is a template with one placeholder, taken apart: what stands before it and after it.
type affix struct{ before, after string }

// affixOf takes a template apart. What stands in the placeholder is not looked at.
func affixOf(template string) affix {
	before, rest, _ := strings.Cut(template, "{")
	_, after, _ := strings.Cut(rest, "}")
	return affix{before, after}
}

func (a affix) around(text string) string { return a.before + text + a.after }

func timesOf(text func(string) string, row func(string, []string) []string) times {
	return times{
		minutes: affixOf(text("time.minutes")), hours: affixOf(text("time.hours")), days: affixOf(text("time.days")),
		never: text("time.never"), before: text("time.before"),
		justNow: text("time.just_now"), ago: affixOf(text("time.ago")), agoDays: affixOf(text("time.ago_days")),
		weekdays: row("time.weekday", weekdayNames), week: text("time.week"),
	}
}

// Span is a length of time as people say it: "25 min", "1 h 40", "3 days". Days are days of the clock.
func Span(m game.Minute) string {
	t := inUse()
	switch {
	case m == game.Never:
		return t.never
	case m < 0:
		return "-" + Span(-max(m, -game.Never+1))
	case m < game.Hour:
		return t.minutes.around(Number(int64(m)))
	case m < 2*game.Day && m%game.Hour == 0:
		return t.hours.around(Number(int64(m / game.Hour)))
	case m < 2*game.Day:
		return t.hours.around(Number(int64(m/game.Hour))) + " " + twoDigits(int(m%game.Hour))
	}
	return t.days.around(Number(wholeDays(m)))
}

// SpanIn is a length of time whose days are called otherwise than usual: in German a time takes {n} Tage, and is over
// after {n} Tagen.
func SpanIn(m game.Minute, day, days string) string {
	if m < 2*game.Day || m == game.Never {
		return Span(m)
	}
	return Count(wholeDays(m), day, days)
}

// wholeDays is a length of time in whole days, rounded to the nearest.
func wholeDays(m game.Minute) int64 { return int64((m + game.Day/2) / game.Day) }

// Weekday is the short name of a day, 0 for Monday: "Mon".
func Weekday(day int) string { return pick(inUse().weekdays, day) }

// Clock is a minute as weekday and time of day: "Tue 14:05".
func Clock(m game.Minute) string {
	switch {
	case m == game.Never:
		return inUse().never
	case m < 0:
		return inUse().before
	}
	return Weekday(m.Weekday()) + " " + timeOfDay(m)
}

// Day is the day of a minute with its week, without the time: "week 2, Tue".
func Day(m game.Minute) string {
	if m == game.Never || m < 0 {
		return Clock(m)
	}
	return weekOf(m, Weekday(m.Weekday()))
}

// Date is a minute with its week: "week 2, Tue 14:05".
func Date(m game.Minute) string {
	if m == game.Never || m < 0 {
		return Clock(m)
	}
	return weekOf(m, Clock(m))
}

// weekOf puts the week of m before a time in it.
func weekOf(m game.Minute, when string) string {
	return fill(inUse().week, func(name, _, _ string) string {
		if name == "when" {
			return when
		}
		return Number(int64(m/game.Week) + 1)
	})
}

// When is a minute to come, as short as it can be said on the day of now: "14:05", "Wed 12:00", and with the week
// where it is not this one.
func When(now, m game.Minute) string {
	switch {
	case m < 0 || m == game.Never:
		return Clock(m)
	case m/game.Day == now/game.Day:
		return timeOfDay(m)
	case m/game.Week != now/game.Week && m-now > 6*game.Day:
		return Date(m)
	}
	return Clock(m)
}

// Ago is how long before now something was: "just now", "20 min ago", "3 days ago".
func Ago(now, m game.Minute) string {
	t := inUse()
	past := now - m
	switch {
	case m >= now:
		return t.justNow
	case past >= 2*game.Day && past != game.Never:
		return t.agoDays.around(Number(wholeDays(past)))
	}
	return t.ago.around(Span(past))
}

func timeOfDay(m game.Minute) string {
	h, mm := m.Clock()
	return twoDigits(h) + ":" + twoDigits(mm)
}

func twoDigits(n int) string { return string([]byte{byte('0' + n/10%10), byte('0' + n%10)}) }
