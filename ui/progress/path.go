package progress

import (
	"callout/levels"
)

// State is how a level of the path looks to somebody who comes by.
type State uint8

// States. A level is never locked.
const (
	Open    State = iota // never finished
	Tried                // finished, and never won
	Skipped              // left out for now
	Won
)

// Stop is one level of the path.
type Stop struct {
	levels.Info
	Standing
	State State
	Next  bool // the path suggests it
}

// Path is the campaign in its order. One level at most is suggested: the first that is neither won nor skipped, or else
// the first skipped one.
func (p *Progress) Path() []Stop {
	list := levels.List()
	path := make([]Stop, len(list))
	for i, l := range list {
		s := &path[i]
		s.Info, s.Standing = l, p.Of(l.Name)
		switch {
		case s.Won > 0:
			s.State = Won
		case p.Skipped(l.Name):
			s.State = Skipped
		case s.Played > 0:
			s.State = Tried
		}
	}
	if i := suggested(path); i >= 0 {
		path[i].Next = true
	}
	return path
}

func suggested(path []Stop) int {
	skipped := -1
	for i := range path {
		switch path[i].State {
		case Open, Tried:
			return i
		case Skipped:
			if skipped < 0 {
				skipped = i
			}
		}
	}
	return skipped
}

// Next is the level that the path suggests; it is false where all are won.
func (p *Progress) Next() (Stop, bool) {
	for _, s := range p.Path() {
		if s.Next {
			return s, true
		}
	}
	return Stop{}, false
}

// Due is the round of questions that is to be offered now, or empty: before the first level somebody plays, and once the
// last level of the path was played, or all others were won.
func (p *Progress) Due() Kind {
	path := p.Path()
	if len(p.Games) == 0 && len(p.Rounds) == 0 {
		return Before
	}
	_, open := p.Next()
	if len(path) > 0 && (path[len(path)-1].Played > 0 || !open) && !p.Asked(After) {
		return After
	}
	return ""
}
