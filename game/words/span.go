package words

import "callout/game"

// Span is a length of time as people say it: "25 min", "1 h 40", "3 days". Days are days of the clock.
func Span(m game.Minute) string {
	switch {
	case m == game.Never:
		return english.never
	case m < 0:
		return "-" + Span(-max(m, -game.Never+1))
	case m < game.Hour:
		return Number(int64(m)) + english.minutes
	case m < 2*game.Day && m%game.Hour == 0:
		return Number(int64(m/game.Hour)) + english.hours
	case m < 2*game.Day:
		return Number(int64(m/game.Hour)) + english.hours + " " + twoDigits(int(m%game.Hour))
	}
	return Number(int64((m+game.Day/2)/game.Day)) + english.days
}

// Clock is a minute as weekday and time of day: "Tue 14:05".
func Clock(m game.Minute) string {
	if m == game.Never {
		return english.never
	}
	if m < 0 {
		return english.before
	}
	h, mm := m.Clock()
	return english.weekdays[m.Weekday()] + " " + twoDigits(h) + ":" + twoDigits(mm)
}

// Date is a minute with its week: "week 2, Tue 14:05".
func Date(m game.Minute) string {
	if m == game.Never || m < 0 {
		return Clock(m)
	}
	return english.week + Number(int64(m/game.Week)+1) + ", " + Clock(m)
}

// When is a minute to come, as short as it can be said on the day of now: "14:05", "Wed 12:00", and with the week
// where it is not this one.
func When(now, m game.Minute) string {
	switch {
	case m < 0 || m == game.Never:
		return Clock(m)
	case m/game.Day == now/game.Day:
		return Clock(m)[len(english.weekdays[m.Weekday()])+1:]
	case m/game.Week != now/game.Week && m-now > 6*game.Day:
		return Date(m)
	}
	return Clock(m)
}

// Ago is how long before now something was: "just now", "20 min ago", "3 days ago".
func Ago(now, m game.Minute) string {
	if m >= now {
		return english.justNow
	}
	return Span(now-m) + english.ago
}

func twoDigits(n int) string { return string([]byte{byte('0' + n/10%10), byte('0' + n%10)}) }
