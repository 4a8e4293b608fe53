package workshop

// clock does what the time brings: the end of a run, and the turns that the room ends.
func (b *changes) clock() {
	s := b.room.state
	for range 1000 { // each time round takes an entry: a bound, should time have leapt
		c := s.clock
		var e Entry
		switch {
		case s.over || c.paused || s.phase() != Run:
			return
		case c.ends != 0 && b.at >= c.ends && s.step+1 < len(s.steps):
			e = Entry{Kind: Began, Body: Body(s.steps[s.step+1])}
		case c.due != 0 && b.at >= c.due && s.turnsLeft():
			e = Entry{Kind: Stepped, Body: Body(Step{Turn: s.turn + 1})}
		default:
			return
		}
		if err := b.add(e); err != nil {
			b.room.hub.opt.Log.Error("the clock could not do its part", "workshop", b.room.workshop.ID, "kind", e.Kind, "error", err)
			return
		}
	}
}

// turnsLeft tells whether any team has turns left in the round.
func (s *State) turnsLeft() bool {
	for _, t := range s.teams {
		if !s.done(t) {
			return true
		}
	}
	return false
}
