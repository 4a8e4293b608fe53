package debrief

import (
	"callout/game"
	"callout/game/debrief"
	"callout/game/debrief/answer"
	"callout/game/words"
	"callout/ui/line"
)

// decision is the one at i: those that cost most come first, then the best.
func (s *Screen) decision(i int) *debrief.Decision {
	if r := &s.d.Review; i < len(r.Worst) {
		return &r.Worst[i]
	}
	return s.d.Review.Best
}

func (s *Screen) decisionCount() int {
	n := len(s.d.Review.Worst)
	if s.d.Review.Best != nil {
		n++
	}
	return n
}

func (s *Screen) decisionTurn() (turn int, at game.Minute, order string, ok bool) {
	d := s.decision(s.at[answer.Decisions].list.Cursor)
	if d == s.d.Review.Best {
		return d.Turn, d.At, "", true
	}
	return d.Turn, d.At, d.Instead, true
}

// decisions: which of them mattered?
func (s *Screen) decisions(b *line.Block) {
	if s.waitFor(b, debrief.Reviewing) {
		return
	}
	worst := len(s.d.Review.Worst)
	for i := range s.decisionCount() {
		switch i {
		case 0:
			if worst > 0 {
				s.head(b, words.Say("debriefscreen.head.worst"))
			}
		case worst:
			b.End()
		default:
			s.space(b)
		}
		if i == worst {
			s.head(b, words.Say("debriefscreen.head.best"))
		}
		s.decisionRow(b, i)
	}
}

func (s *Screen) decisionRow(b *line.Block, i int) {
	t, d := s.theme, s.decision(i)
	best := d == s.d.Review.Best
	// The margin is two standard errors, as in the text.
	amount := words.Say("debriefscreen.decision.cost", "money", words.Money(d.Pence), "error", words.Money(2*d.Error))
	style := t.Warn
	if best {
		amount, style = words.Say("debriefscreen.decision.gain", "money", words.Money(d.Pence), "error", words.Money(2*d.Error)), t.Good
	}
	s.selected(b, answer.Decisions, i)
	b.Space(1).Cell(t.Dim, words.Date(d.At), 20).Put(style, amount).End()
	b.Para(t.Text, d.Text, 2)
	if !best {
		b.Para(t.Dim, d.Better(), 2)
	}
	if i == s.at[answer.Decisions].list.Cursor {
		s.done(b)
	}
}
