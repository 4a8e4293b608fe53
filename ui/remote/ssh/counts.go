package ssh

import (
	"sync/atomic"

	"callout/ui/remote/metrics"
)

// Counts are what a server has seen, for its metrics.
type Counts struct {
	Sessions int64 // now
	Open     int64 // connections now, with those that have not logged in
	Began    int64 // sessions since the start
	Refused  int64 // connections and sessions that were not let in
	Failed   int64 // connections that were let in and did not log in
	Stalled  int64 // sessions ended because the caller did not read
	Lost     int64 // sessions ended because the caller was not there any more
	Idle     int64 // sessions ended because nobody typed anything
	Flooded  int64 // sessions ended because of what was sent
	TooFast  int64 // keys that were not taken
	Panics   int64 // faults in the program, each of which cost a session
	Frames   int64 // shown, by sessions that have ended
}

type counters struct {
	sessions, open, began, refused, failed, stalled, lost, idle, flooded, tooFast, panics, frames atomic.Int64
}

// Counts are the numbers as they are now.
func (s *Server) Counts() Counts {
	c := &s.counters
	return Counts{
		Sessions: c.sessions.Load(), Open: c.open.Load(), Began: c.began.Load(), Refused: c.refused.Load(), Failed: c.failed.Load(),
		Stalled: c.stalled.Load(), Lost: c.lost.Load(), Idle: c.idle.Load(), Flooded: c.flooded.Load(),
		TooFast: c.tooFast.Load(), Panics: c.panics.Load(), Frames: c.frames.Load(),
	}
}

// measure lets a registry tell the numbers.
func (s *Server) measure(r *metrics.Registry) {
	c := &s.counters
	of := func(n *atomic.Int64) func() float64 { return func() float64 { return float64(n.Load()) } }
	r.GaugeOf("callout_connections", "Connections that are open, by kind.", "kind", "ssh", of(&c.open))
	r.Gauge("callout_ssh_sessions", "Sessions by SSH that are open.", of(&c.sessions))
	r.Reading("callout_ssh_sessions_total", "Sessions by SSH that were begun.", of(&c.began))
	r.Reading("callout_ssh_refusals_total", "Connections and sessions that were not let in.", of(&c.refused))
	r.Reading("callout_ssh_unfinished_total", "Connections that were let in and did not log in.", of(&c.failed))
	r.Reading("callout_ssh_keys_dropped_total", "Times that keys came too fast to be taken.", of(&c.tooFast))
	r.Reading("callout_ssh_frames_total", "Frames shown, by sessions that have ended.", of(&c.frames))
	r.Reading("callout_ssh_faults_total", "Faults in the program, each of which cost a session.", of(&c.panics))
	for _, end := range []struct {
		why string
		n   *atomic.Int64
	}{{"stalled", &c.stalled}, {"lost", &c.lost}, {"idle", &c.idle}, {"flooded", &c.flooded}} {
		r.ReadingOf("callout_ssh_ended_total", "Sessions that the server ended, by reason.", "why", end.why, of(end.n))
	}
}
