package debrief

import (
	"callout/game/debrief"
	"callout/game/words"
	"callout/ui/line"
	"callout/ui/widget"
)

var stageKeys = [...]string{"comparing", "reviewing"}

// study is how far that has come.
type study struct {
	debrief.Studying
	failed error
}

// Studied tells whether all is there.
func (s *Screen) Studied() bool { return s.study.Stage == debrief.Studied }

// Working shows how far a study has come, and takes over what was worked out.
func (s *Screen) Working(at debrief.Studying) {
	s.study.Studying = at
	s.study.Done = max(0, min(at.Done, 1000))
	if at.Ready != nil {
		s.d = at.Ready
		s.count()
	}
}

// Failed shows why no more can be worked out.
func (s *Screen) Failed(err error) { s.study.failed = err }

// waitFor writes how far a stage has come and tells whether it is still to come.
func (s *Screen) waitFor(b *line.Block, stage debrief.Stage) bool {
	t := s.theme
	switch {
	case s.study.failed != nil:
		b.Para(t.Warn, words.Say("debriefscreen.study.failed", "why", s.study.failed.Error()), 0)
		return true
	case s.study.Stage > stage:
		return false
	case s.study.Ahead > 0:
		b.Para(t.Dim, words.Say("debriefscreen.study.ahead", "n", s.study.Ahead), 0)
		return true
	case s.study.Stage < stage:
		b.Para(t.Dim, words.Say("debriefscreen.study.first", "what", words.Say("debriefscreen.study."+stageKeys[s.study.Stage])), 0)
	default:
		b.Para(t.Dim, words.Say("debriefscreen.study."+stageKeys[stage]), 0)
	}
	n := s.study.Done
	if s.study.Stage < stage {
		n = 0
	}
	widget.Bar(b, t, t.Accent, int64(n), 1000, min(40, b.Width()-8))
	b.Right(t.Text, words.Percent(int32(n)), 7).End()
	return true
}
