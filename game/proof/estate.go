package proof

import (
	"fmt"

	"callout/game"
	"callout/levels"
)

// estates is how many different estates an arm is played on; game i is played on estate i modulo estates.
const estates = 8

// Setting describes a level: an estate with one change to it. An estate of fewer teams is the beginning of one with more
// from the same seed, so that the same applications face the same demand in both.
type Setting struct {
	Teams, Analysts, Days int
	What                  string            // names the change
	Change                func(*game.Level) // the one factor that differs; nil for none
}

func (s Setting) level(seed uint64) (*game.Level, error) {
	if _, err := shipped(); err != nil {
		return nil, err
	}
	l, err := levels.Generate(levels.Spec{Teams: s.Teams, Analysts: s.Analysts, Days: s.Days, Seed: seed})
	if err != nil {
		return nil, err
	}
	l.Goals = nil // nobody renegotiates in a measurement
	if s.Change != nil {
		s.Change(l)
	}
	return l, nil
}

// arm is the setting played by a policy.
func (s Setting) arm(policy string) Arm {
	return Arm{
		Name:  fmt.Sprintf("%d teams, %d analysts, %d days, %s, %s", s.Teams, s.Analysts, s.Days, s.What, policy),
		Level: s.level, Policy: policy,
	}
}

// with is the setting with one more change.
func (s Setting) with(what string, change func(*game.Level)) Setting {
	before := s.Change
	if s.What != "" {
		what = s.What + ", " + what
	}
	s.What = what
	s.Change = func(l *game.Level) {
		if before != nil {
			before(l)
		}
		change(l)
	}
	return s
}

// habit is the arm with a habit that plays before its policy.
func (a Arm) habit(what string, make func() Habit) Arm {
	a.Name += ", " + what
	a.Habit = make
	return a
}

// eachApplication changes every application of a level.
func eachApplication(change func(*game.Application)) func(*game.Level) {
	return func(l *game.Level) {
		for i := range l.Applications {
			change(&l.Applications[i])
		}
	}
}

// flat is a curve that is y everywhere.
func flat(y int32) game.Curve { return game.Curve{game.Point{X: 0, Y: y}} }
