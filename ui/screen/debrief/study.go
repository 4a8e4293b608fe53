package debrief

import (
	"callout/game/debrief"
	"callout/game/words"
	"callout/ui/line"
	"callout/ui/widget"
)

// Stage is a part of the debrief that takes long to work out.
type Stage uint8

// The stages, in the order in which they are worked out.
const (
	Comparing Stage = iota // the ladder and the support models
	Reviewing              // the decisions
	Studied                // all is there
)

var stageKeys = [...]string{"comparing", "reviewing"}

// study is how far that has come.
type study struct {
	stage  Stage
	done   int // of 1000, within the stage
	failed error
}

// Studied tells whether all is there.
func (s *Screen) Studied() bool { return s.study.stage == Studied }

// Working shows how far a stage has come, of 1000.
func (s *Screen) Working(stage Stage, done int) {
	s.study.stage, s.study.done = stage, max(0, min(done, 1000))
}

// Learn takes over what was worked out by then.
func (s *Screen) Learn(d *debrief.Debrief) {
	s.d = d
	s.count()
}

// Failed shows why no more can be worked out.
func (s *Screen) Failed(err error) { s.study.failed = err }

// waitFor writes how far a stage has come and tells whether it is still to come.
func (s *Screen) waitFor(b *line.Block, stage Stage) bool {
	t := s.theme
	switch {
	case s.study.failed != nil:
		b.Para(t.Warn, words.Say("debriefscreen.study.failed", "why", s.study.failed.Error()), 0)
		return true
	case s.study.stage > stage:
		return false
	case s.study.stage < stage:
		b.Para(t.Dim, words.Say("debriefscreen.study.first", "what", words.Say("debriefscreen.study."+stageKeys[s.study.stage])), 0)
	default:
		b.Para(t.Dim, words.Say("debriefscreen.study."+stageKeys[stage]), 0)
	}
	n := s.study.done
	if s.study.stage < stage {
		n = 0
	}
	widget.Bar(b, t, t.Accent, int64(n), 1000, min(40, b.Width()-8))
	b.Right(t.Text, words.Percent(int32(n)), 7).End()
	return true
}
