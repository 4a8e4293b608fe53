package game

// Minute counts minutes of game time from Monday 00:00 of the first week.
type Minute int32

// Lengths of time in minutes.
const (
	Hour Minute = 60
	Day         = 24 * Hour
	Week        = 7 * Day
)

// Working hours: weekdays from nine to five (design, section 2).
const (
	dayStart = 9 * Hour
	dayEnd   = 17 * Hour
)

// Never is later than any minute of any game.
const Never Minute = 1<<31 - 1

// InHours tells whether m lies in working hours, Monday to Friday 09:00 to 17:00.
func (m Minute) InHours() bool {
	t := m % Day
	return m%Week < 5*Day && t >= dayStart && t < dayEnd
}

// Day is the number of the day, 0 for the first Monday.
func (m Minute) Day() int { return int(m / Day) }

// Weekday is 0 for Monday to 6 for Sunday.
func (m Minute) Weekday() int { return int(m % Week / Day) }

// Clock is the hour and the minute of the day.
func (m Minute) Clock() (hour, minute int) { return int(m % Day / Hour), int(m % Hour) }

// hourOfWeek is 0 to 167, the index into a weekly profile.
func (m Minute) hourOfWeek() int { return int(m % Week / Hour) }

// shiftEnd is the end of the working day that m lies in, or m itself out of hours.
func (m Minute) shiftEnd() Minute {
	if !m.InHours() {
		return m
	}
	return m - m%Day + dayEnd
}

// nextShift is the next minute at or after m that lies in working hours.
func (m Minute) nextShift() Minute {
	if m.InHours() {
		return m
	}
	d := m - m%Day
	if m%Day >= dayEnd {
		d += Day
	}
	for d%Week >= 5*Day {
		d += Day
	}
	return d + dayStart
}

// nextBoundary is the next minute after m at which working hours begin or end, or at which a day out of
// hours passes nine o'clock: a turn never crosses it.
func (m Minute) nextBoundary() Minute {
	if m.InHours() {
		return m.shiftEnd()
	}
	d := m - m%Day + dayStart
	if d <= m {
		d += Day
	}
	return d
}

// workingMinutes counts the minutes of working hours in [from, to).
func workingMinutes(from, to Minute) Minute {
	var n Minute
	for from < to {
		s := from.nextShift()
		if s >= to {
			break
		}
		e := min(s.shiftEnd(), to)
		n += e - s
		from = e
	}
	return n
}

// Weekdays are the short English names of the days, Monday first; screens in another language bring their own.
var Weekdays = [7]string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}

// String is the weekday and the time of day, such as "Tue 14:05".
func (m Minute) String() string {
	h, mm := m.Clock()
	b := []byte(Weekdays[m.Weekday()])
	b = append(b, ' ', byte('0'+h/10), byte('0'+h%10), ':', byte('0'+mm/10), byte('0'+mm%10))
	return string(b)
}
