package workshop

import "time"

// clock is the time of a phase. All times are Unix milliseconds; those of zero are not there. While it is paused the
// times are kept as what was left of them.
type clock struct {
	paused bool
	ends   int64 // the phase is over; while paused, milliseconds left, and -1 for none
	due    int64 // the next turn of all ends; the same
}

// start sets the clock for a phase that begins now and lasts so many seconds, with a turn every so many; 0 for none.
func (c *clock) start(now int64, seconds, every int) {
	*c = clock{paused: c.paused}
	if c.paused {
		c.ends, c.due = -1, -1
		now = 0
	}
	if seconds > 0 {
		c.ends = now + int64(seconds)*1000
	}
	if every > 0 {
		c.due = now + int64(every)*1000
	}
}

// stop keeps what is left from now on.
func (c *clock) stop(now int64) {
	left := func(t int64) int64 {
		if t == 0 {
			return -1
		}
		return max(t-now, 0)
	}
	c.paused, c.ends, c.due = true, left(c.ends), left(c.due)
}

// run lets time go on from now.
func (c *clock) run(now int64) {
	at := func(left int64) int64 {
		if left < 0 {
			return 0
		}
		return now + left
	}
	c.paused, c.ends, c.due = false, at(c.ends), at(c.due)
}

// extend gives the phase more time, or less: never less than now.
func (c *clock) extend(now, by int64) {
	switch {
	case c.paused:
		c.ends = max(max(c.ends, 0)+by, 0)
	case c.ends == 0:
		c.ends = max(now+by, now)
	default:
		c.ends = max(c.ends+by, now)
	}
}

// left is what is left of the phase, and false where it has no clock.
func (c *clock) left(now int64) (int64, bool) {
	if c.paused {
		return c.ends, c.ends >= 0
	}
	return max(c.ends-now, 0), c.ends != 0
}

// moment is a time of an entry.
func moment(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms)
}
