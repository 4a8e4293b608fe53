package history

import (
	"strconv"
	"strings"
	"time"
)

// layouts are how tools write a time, those without doubt. What has a zone says it itself.
var layouts = []string{
	time.RFC3339, "2006-01-02T15:04:05.999999999Z07:00", "2006-01-02T15:04:05-0700", "2006-01-02T15:04:05.999-0700",
	"2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 MST", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05-07:00",
	"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04:05.999", "2006-01-02 15:04",
	"02/Jan/06 3:04 PM", "02/Jan/2006 3:04 PM", "02/Jan/06 15:04", "2 Jan 2006 15:04", "2 Jan 2006 15:04:05", "Jan 2, 2006 15:04",
	"Jan 2, 2006 3:04 PM", "Jan 2, 2006 at 3:04 PM", "Mon, 02 Jan 2006 15:04:05 -0700", "Mon Jan 2 15:04:05 2006", "2006/01/02 15:04", "2006/01/02 15:04:05",
	"20060102T150405Z", "20060102T150405",
}

// doubtful are the layouts whose first two numbers may be day and month or month and day; the first pair of a row is
// day first.
var doubtful = [...][2]string{
	{"02.01.2006 15:04:05", ""}, {"02.01.2006 15:04", ""}, {"2.1.2006 15:04", ""}, {"02.01.06 15:04", ""}, // with dots the day comes first
	{"2/1/2006 15:04:05", "1/2/2006 15:04:05"}, {"2/1/2006 15:04", "1/2/2006 15:04"}, {"2/1/06 15:04", "1/2/06 15:04"},
	{"2/1/2006 3:04:05 PM", "1/2/2006 3:04:05 PM"}, {"2/1/2006 3:04 PM", "1/2/2006 3:04 PM"}, {"2/1/06 3:04 PM", "1/2/06 3:04 PM"},
	{"2-1-2006 15:04:05", "1-2-2006 15:04:05"}, {"2-1-2006 15:04", "1-2-2006 15:04"},
}

// A dial reads the times of one file. Layouts that fitted once are tried first: a file hardly ever mixes them.
type dial struct {
	zone  *time.Location // of times that do not say theirs
	dates string
	last  string
}

// read is a time, and whether its clock showed it twice or never. ok is false where it cannot be read.
func (d *dial) read(s string) (m Moment, odd, ok bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return Unknown, false, true
	}
	if d.last != "" {
		if t, err := time.ParseInLocation(d.last, s, d.zone); err == nil {
			return d.moment(t, d.last, s)
		}
	}
	if t, ok := number(s); ok {
		return d.moment(t, "", s)
	}
	for _, l := range layouts {
		if t, err := time.ParseInLocation(l, s, d.zone); err == nil {
			d.last = l
			return d.moment(t, l, s)
		}
	}
	for _, pair := range doubtful {
		l := pair[0]
		if pair[1] != "" && d.dates == MonthFirst {
			l = pair[1]
		}
		if t, err := time.ParseInLocation(l, s, d.zone); err == nil {
			d.last = l
			return d.moment(t, l, s)
		}
	}
	return Unknown, false, false
}

// number reads seconds or milliseconds since 1970.
func number(s string) (time.Time, bool) {
	n, err := strconv.ParseInt(s, 10, 64)
	switch {
	case err != nil:
		return time.Time{}, false
	case n >= 1e11 && n < 1e14:
		return time.UnixMilli(n), true
	case n >= 1e8 && n < 1e11:
		return time.Unix(n, 0), true
	}
	return time.Time{}, false
}

// plausible tells whether a time can be in a team's own past, by its year.
func plausible(t time.Time) bool { return t.Year() >= 1990 && t.Year() <= 2150 }

// moment cuts a time to its minute.
func (d *dial) moment(t time.Time, layout, s string) (m Moment, odd, ok bool) {
	if !plausible(t) {
		return Unknown, false, false
	}
	switch {
	case layout == "", strings.Contains(layout, "07"), strings.Contains(layout, "MST"):
	case strings.HasSuffix(layout, "Z"):
		t = time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
	default:
		odd = atClockChange(t, layout, s)
	}
	return Moment(t.Unix() / 60), odd, true
}

// atClockChange tells whether the wall clock shows the time s twice, or never.
func atClockChange(t time.Time, layout, s string) bool {
	_, here := t.Zone()
	for _, h := range [...]time.Duration{-2 * time.Hour, 2 * time.Hour} {
		_, there := t.Add(h).Zone()
		if there == here {
			continue
		}
		shown, err := time.Parse(layout, s)
		if err != nil || shown.Hour() != t.Hour() || shown.Minute() != t.Minute() {
			return true // never: the clock went from one side of it to the other
		}
		again := t.Add(time.Duration(here-there) * time.Second)
		if again.Hour() == t.Hour() && again.Minute() == t.Minute() {
			return true
		}
	}
	return false
}

// settle finds out from some cells how dates are written. sure is false where all of them can be read both ways.
func (d *dial) settle(cells []string) (sure bool) {
	if d.dates != "" {
		return true
	}
	day, month, open := 0, 0, 0
	for _, s := range cells {
		s = strings.TrimSpace(s)
		a, b, ok := leadingPair(s)
		switch {
		case !ok:
		case a > 12 && b <= 12:
			day++
		case b > 12 && a <= 12:
			month++
		case a != b:
			open++
		}
	}
	switch {
	case day > 0 && month == 0:
		d.dates = DayFirst
	case month > 0 && day == 0:
		d.dates = MonthFirst
	case day > 0 && month > 0:
		return false
	default:
		return open == 0
	}
	return true
}

// leadingPair is the first two numbers of a date written with slashes or hyphens that ends in its year.
func leadingPair(s string) (a, b int, ok bool) {
	i := strings.IndexAny(s, "/-")
	if i < 1 || i > 2 {
		return 0, 0, false
	}
	a, err := strconv.Atoi(s[:i])
	if err != nil {
		return 0, 0, false
	}
	rest := s[i+1:]
	j := strings.IndexByte(rest, s[i])
	if j < 1 || j > 2 {
		return 0, 0, false
	}
	b, err = strconv.Atoi(rest[:j])
	return a, b, err == nil
}
