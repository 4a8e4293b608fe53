package workshop

import (
	"slices"

	"callout/game"
	"callout/game/words"
)

// maxExtension is how far a phase is extended or cut at once, in seconds.
const maxExtension = 3 * 60 * 60

// began goes on to a later phase of the script. A run that is left, or passed over, is played to its end for all.
func (s *State) began(e *Entry) error {
	change, err := decode[PhaseChange](e.Body)
	if err != nil {
		return err
	}
	next := slices.Index(s.steps, change)
	switch {
	case next < 0:
		return Refusal(words.Say("workshop.refuse.phase"))
	case next <= s.step:
		return Refusal(words.Say("workshop.refuse.past"))
	}
	for i := s.step; i < next; i++ {
		if s.steps[i].Phase == Run {
			s.playOn(s.endOf(s.steps[i].Round))
		}
	}
	r := &s.opening.Script.Rounds[change.Round]
	if change.Round != s.steps[s.step].Round || s.phase() == Lobby {
		s.from = s.level.Start
		if change.Round > 0 {
			s.from = s.endOf(change.Round - 1)
		}
		s.until = s.endOf(change.Round)
		s.open = slices.Clone(r.Open)
		s.turn = 0
	}
	s.step = next
	every := 0
	if change.Phase == Run && r.Pace == Together {
		every = r.Every
	}
	s.clock.start(e.At, 60*r.Minutes(change.Phase), every)
	for _, seat := range s.seats {
		seat.Ready = false
	}
	s.redrawAll()
	return nil
}

// endOf is the minute to which a round goes.
func (s *State) endOf(round int) game.Minute {
	return endOfDay(s.level, s.opening.Script.Rounds[round].Days)
}

// playOn plays the games of those behind to a minute, without further orders.
func (s *State) playOn(until game.Minute) {
	for _, t := range s.teams {
		s.catchUp(t, until)
	}
}

// catchUp plays one game to a minute without further orders. Turns end at five o'clock, so no game goes beyond the end
// of a round.
func (s *State) catchUp(t *team, until game.Minute) {
	for t.play.Game.Now() < until && !t.play.Game.Over() {
		t.play.EndTurn()
	}
	s.turned(t)
}

// endTurn ends a team's turn.
func (s *State) endTurn(t *team) {
	t.play.EndTurn() // cannot fail: nothing is recorded
	s.turned(t)
}

// turned draws a team anew whose turn has ended.
func (s *State) turned(t *team) {
	t.shown = nil
	t.draw()
	s.moves++
}

// running tells whether games are played now.
func (s *State) running() error {
	switch {
	case s.phase() != Run:
		return Refusal(words.Say("workshop.refuse.idle"))
	case s.clock.paused:
		return Refusal(words.Say("workshop.refuse.paused"))
	}
	return nil
}

// done tells whether a team has come to the end of the round.
func (s *State) done(t *team) bool {
	return t.play.Game.Over() || t.play.Game.Now() >= s.until
}

// stepped ends a turn for all teams that have turns left in the round.
func (s *State) stepped(e *Entry) error {
	if err := s.running(); err != nil {
		return err
	}
	step, err := decode[Step](e.Body)
	switch {
	case err != nil:
		return err
	case s.round().Pace != Together:
		return Refusal(words.Say("workshop.refuse.ownpace"))
	case !s.turnsLeft():
		return Refusal(words.Say("workshop.refuse.alldone"))
	case step.Turn != s.turn+1:
		return Refusal(words.Say("workshop.refuse.step", "turn", s.turn))
	}
	for _, t := range s.teams {
		if !s.done(t) {
			s.endTurn(t)
			t.last = e.At
		}
	}
	s.turn++
	if every := s.round().Every; every > 0 {
		s.clock.due = e.At + int64(every)*1000
	}
	for _, seat := range s.seats {
		seat.Ready = false
	}
	return nil
}

// paused lets everything stand still, from now on or since some time after the last entry.
func (s *State) paused(e *Entry) error {
	since := e.At
	if e.Seat == 0 {
		still, err := decode[Still](e.Body)
		if err != nil {
			return err
		}
		since = min(max(still.Since, s.at), e.At)
	}
	if s.clock.paused {
		return Refusal(words.Say("workshop.refuse.already"))
	}
	s.clock.stop(since)
	return nil
}

func (s *State) resumed(e *Entry) error {
	if !s.clock.paused {
		return Refusal(words.Say("workshop.refuse.already"))
	}
	s.clock.run(e.At)
	for _, t := range s.teams {
		t.last = e.At
	}
	return nil
}

// extended gives the phase more time, or less.
func (s *State) extended(e *Entry) error {
	x, err := decode[Extension](e.Body)
	switch {
	case err != nil:
		return err
	case x.Seconds == 0 || x.Seconds < -maxExtension || x.Seconds > maxExtension:
		return Refusal(words.Say("workshop.refuse.extension", "hours", maxExtension/3600))
	case s.phase() == Lobby || s.phase() == Debrief:
		return Refusal(words.Say("workshop.refuse.noclock"))
	}
	s.clock.extend(e.At, int64(x.Seconds)*1000)
	return nil
}

// changedLevers opens these levers and closes the others, until the next round opens its own.
func (s *State) changedLevers(e *Entry) error {
	c, err := decode[LeverChange](e.Body)
	if err != nil {
		return err
	}
	var open []Lever
	for _, l := range AllLevers() {
		if slices.Contains(c.Open, l) {
			open = append(open, l)
		}
	}
	for _, l := range c.Open {
		if !slices.Contains(open, l) {
			return Refusal(words.Say("workshop.refuse.lever"))
		}
	}
	s.open = open
	return nil
}
