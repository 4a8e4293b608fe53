package ssh

import "sync/atomic"

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
