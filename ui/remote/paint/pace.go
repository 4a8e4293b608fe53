package paint

import "time"

// haste is how soon a frame is wanted.
type haste uint8

const (
	never haste = iota
	evenly
	soon
	now
)

// Frames that no key caused: thirty a second over time, three of them at once.
const (
	interval = time.Second / 30
	burst    = 3
)

// pace says when the next frame may be shown.
type pace struct {
	due  time.Time                 // of the frame that is wanted; zero for none
	full time.Time                 // when all of the burst is there again
	late func(time.Time) time.Time // the session's own time for what comes to everybody
}

// want notes that a frame is wanted, and tells when to show it. It never puts off what was due before.
func (p *pace) want(h haste, at time.Time) {
	switch h {
	case never:
		return
	case evenly:
		if p.late != nil {
			at = p.late(at)
		}
		fallthrough
	case soon:
		if free := p.full.Add(-(burst - 1) * interval); at.Before(free) {
			at = free
		}
	}
	if p.due.IsZero() || at.Before(p.due) {
		p.due = at
	}
}

// shown notes that a frame was shown.
func (p *pace) shown(at time.Time) {
	p.due = time.Time{}
	if p.full.Before(at) {
		p.full = at
	}
	p.full = p.full.Add(interval)
	if most := at.Add(burst * interval); p.full.After(most) {
		p.full = most // keys do not run up a debt
	}
}
