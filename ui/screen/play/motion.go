package play

import (
	"callout/game"
	"callout/ui/theme"
)

// After a turn the gauges move from where they stood to where they stand, and pages that have come in pulse: both are over
// in a moment, and nothing moves while nobody does anything.

// frames is how many pictures a motion has; the last is the screen at rest.
const frames = 7

// motion is how far the gauges are on their way. The zero value is a screen at rest.
type motion struct {
	frame int // 1 to frames-1 while something moves, 0 at rest
	from  game.Gauge
}

// gaugeOf is where the gauges of a view stand.
func gaugeOf(v *game.View) game.Gauge {
	return game.Gauge{At: v.Now, Burnout: v.Burnout, Queue: v.Queue, Lost: v.Lost}
}

// Move begins the motion from where the gauges stood to where they stand. It tells whether there is anything to see.
func (s *Screen) Move(from game.Gauge) bool {
	s.motion = motion{}
	now := gaugeOf(s.view)
	moves := from.Burnout != now.Burnout || from.Queue != now.Queue || from.Lost != now.Lost
	for i := range s.inbox {
		moves = moves || s.fresh(&s.inbox[i], from.At)
	}
	if moves {
		s.motion = motion{1, from}
	}
	return moves
}

// Step shows the next picture of a motion and tells whether there is another one.
func (s *Screen) Step() bool {
	if s.motion.frame == 0 {
		return false
	}
	if s.motion.frame++; s.motion.frame >= frames {
		s.Rest()
	}
	return s.motion.frame > 0
}

// Rest ends a motion where it leads.
func (s *Screen) Rest() { s.motion = motion{} }

// Stands is where the gauges of the view stand.
func (s *Screen) Stands() game.Gauge { return gaugeOf(s.view) }

// shown is a number of a gauge on its way from one value to another: fast at first, slow at the end.
func (m *motion) shown(from, to int64) int64 {
	if m.frame == 0 {
		return to
	}
	left := int64(frames - m.frame)
	return to + (from-to)*left*left/(frames*frames)
}

// gauge is where the gauges are shown to stand.
func (s *Screen) gauge() game.Gauge {
	m, now := &s.motion, gaugeOf(s.view)
	now.Burnout = int32(m.shown(int64(m.from.Burnout), int64(now.Burnout)))
	now.Queue = int32(m.shown(int64(m.from.Queue), int64(now.Queue)))
	now.Lost = m.shown(m.from.Lost, now.Lost)
	return now
}

// fresh tells whether an entry is a page that came in after since.
func (s *Screen) fresh(e *entry, since game.Minute) bool {
	return e.item.Kind == game.Alert && e.mark == theme.Page && e.since > since
}

// pulses tells whether an entry of the inbox is marked otherwise just now: a page that has come in is, twice.
func (s *Screen) pulses(e *entry) bool {
	f := s.motion.frame
	return f > 0 && f%4 < 2 && s.fresh(e, s.motion.from.At)
}
