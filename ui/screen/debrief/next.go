package debrief

import (
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/line"
)

// next: what next?
func (s *Screen) next(b *line.Block) {
	t := s.theme
	if s.level.Lesson != "" {
		s.head(b, words.Say("debriefscreen.head.lesson"))
		b.Para(t.Text, s.level.Lesson, 0)
		b.End()
	}
	if s.after != "" {
		s.head(b, words.Say("debriefscreen.head.onward"))
		b.Put(t.Accent, key.Onward.Show()).Space(2).Put(t.Text, s.after).End()
		b.End()
	}
	if lines := s.d.Predictions.Lines(); len(lines) > 0 {
		s.head(b, words.Say("debriefscreen.head.predictions"))
		for _, l := range lines {
			b.Para(t.Text, l, 0)
		}
		b.End()
	}
	if s.code != "" {
		s.head(b, words.Say("debriefscreen.head.code"))
		b.Para(t.Text, words.Say("debriefscreen.next.code"), 0)
		b.Para(t.Accent, s.code, 2)
		b.End()
	}
	if s.recorded() {
		s.head(b, words.Say("debriefscreen.head.keep"))
		b.Para(t.Text, words.Say("debriefscreen.next.export", "key", key.Export.Show()), 0)
		b.Para(t.Dim, words.Say("debriefscreen.next.command"), 0)
		b.Para(t.Accent, "callout debrief "+s.d.Record.Path+" -o debrief.html", 2)
	} else if s.home != "" {
		s.head(b, words.Say("debriefscreen.head.keep"))
		b.Para(t.Text, s.home, 0)
	}
}

// questions are what there is to talk about.
func (s *Screen) questions(b *line.Block) {
	if len(s.d.Questions) == 0 {
		return
	}
	t := s.theme
	s.head(b, words.Say("debriefscreen.head.talk"))
	for _, q := range s.d.Questions {
		for i, l := range line.Wrap(q, b.Width()-2) {
			if i == 0 {
				b.Put(t.Accent, "?")
			}
			b.To(2).Put(t.Text, l).End()
		}
	}
}
