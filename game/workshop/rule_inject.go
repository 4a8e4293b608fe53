package workshop

import (
	"errors"
	"fmt"
	"slices"

	"callout/game"
	"callout/game/journal"
	"callout/game/words"
	"callout/levels"
)

// injected puts an event on the timetable of the level, at a minute that no game has reached, and plays all games again
// under it: what was stays as it was, and what comes is the same for all.
func (s *State) injected(e *Entry) error {
	in, err := decode[Injection](e.Body)
	if err != nil {
		return err
	}
	if len(in.Brings) == 0 || !slices.Contains(Severities(), in.Severity) {
		return Refusal(words.Say("workshop.refuse.event"))
	}
	for _, h := range in.Brings {
		if h.At <= s.reached() {
			return Refusal(words.Say("workshop.refuse.late"))
		}
	}
	level := levels.Add(s.level, in.Brings...)
	again := make([]*journal.Session, len(s.teams))
	for i, t := range s.teams {
		if again[i], err = replay(t.play, level, s.seed); err != nil {
			return fmt.Errorf("team %d: %w", i+1, err)
		}
	}
	turn := 0
	for i, t := range s.teams {
		t.play, t.shown = again[i], nil
		turn = max(turn, t.play.Turns())
	}
	s.level = level
	s.moves++
	s.events = append(s.events, Happens{in, turn})
	return nil
}

// reached is the minute that the game furthest on has come to.
func (s *State) reached() game.Minute {
	at := s.from
	for _, t := range s.teams {
		at = max(at, t.play.Game.Now())
	}
	return at
}

// errPast says that an event is not only about what is still to come.
var errPast = errors.New("the game does not play out as before: an event may only change what is still to come")

// replay plays a game again under another level that differs only in what is still to come.
func replay(old *journal.Session, level *game.Level, seed game.Seed) (*journal.Session, error) {
	s, notes, before := journal.Brief(level, seed), old.Notes(), game.New(old.Game.Level(), seed)
	for turn, orders := range old.Orders() {
		if turn > 0 {
			events, err := s.EndTurn()
			if err != nil {
				return nil, err
			}
			if !slices.Equal(events, before.EndTurn()) {
				return nil, errPast
			}
		}
		for ; len(notes) > 0 && notes[0].Turn <= turn; notes = notes[1:] {
			if err := s.Note(notes[0].Kind, notes[0].Text); err != nil {
				return nil, err
			}
		}
		for _, o := range orders {
			if err := errors.Join(before.Do(o), s.Do(o)); err != nil {
				return nil, err
			}
		}
	}
	if s.Game.Now() != old.Game.Now() {
		return nil, errPast
	}
	return s, nil
}
