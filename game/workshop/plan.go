package workshop

import (
	"fmt"

	"callout/game"
)

// Limits of a script.
const (
	maxRounds  = 30
	maxMinutes = 24 * 60 // of a phase
)

// playable tells why a script cannot be played, wherever it comes from.
func (s *Script) playable() error {
	if len(s.Rounds) == 0 || len(s.Rounds) > maxRounds {
		return fmt.Errorf("the script %q has %d rounds: it needs 1 to %d", s.Name, len(s.Rounds), maxRounds)
	}
	if s.Seats < 0 || s.Seats > 20 {
		return fmt.Errorf("the script %q has %d seats at one game: write 1 to 20", s.Name, s.Seats)
	}
	days := 0
	for i := range s.Rounds {
		r := &s.Rounds[i]
		for _, minutes := range []int{r.Prepare, r.Run, r.Result, r.Reflect} {
			if minutes < 0 || minutes > maxMinutes {
				return fmt.Errorf("round %d of the script %q has a phase of %d minutes: write 0 to %d", i+1, s.Name, minutes, maxMinutes)
			}
		}
		switch {
		case r.Days <= days:
			return fmt.Errorf("round %d of the script %q goes on to day %d: write a day after %d", i+1, s.Name, r.Days, days)
		case r.Pace != Own && r.Pace != Together:
			return fmt.Errorf("round %d of the script %q has the pace %q: write own or together", i+1, s.Name, r.Pace)
		case r.Every < 0 || r.Every > 60*maxMinutes:
			return fmt.Errorf("round %d of the script %q ends a turn every %d seconds: write 0 to %d", i+1, s.Name, r.Every, 60*maxMinutes)
		}
		for _, l := range r.Open {
			if l.Orders() == nil {
				return fmt.Errorf("round %d of the script %q opens %q: the levers are %v", i+1, s.Name, l, AllLevers())
			}
		}
		days = r.Days
	}
	return nil
}

// Steps are the phases of a workshop in their order. A run of no minutes is there too: the facilitator ends it.
func (s *Script) Steps() []PhaseChange {
	list := []PhaseChange{{0, Lobby}}
	for i := range s.Rounds {
		r := &s.Rounds[i]
		for _, phase := range []Phase{Prepare, Run, Result, Reflect} {
			if phase == Run || r.Minutes(phase) > 0 {
				list = append(list, PhaseChange{i, phase})
			}
		}
	}
	return append(list, PhaseChange{len(s.Rounds) - 1, Debrief})
}

// Minutes is how long a phase is by the script; 0 where it has no clock.
func (r *Round) Minutes(phase Phase) int {
	switch phase {
	case Prepare:
		return r.Prepare
	case Run:
		return r.Run
	case Result:
		return r.Result
	case Reflect:
		return r.Reflect
	}
	return 0
}

// endOfDay is five o'clock on working day n of a level, counted from 1: there its shift ends, and so does the level on its last.
func endOfDay(l *game.Level, n int) game.Minute {
	const five = 17 * game.Hour
	for m := l.Start - l.Start%game.Day + five; ; m += game.Day {
		if m.Weekday() < 5 && m > l.Start {
			n--
		}
		if n <= 0 || m >= l.End {
			return min(m, l.End)
		}
	}
}
