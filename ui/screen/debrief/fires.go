package debrief

import (
	"callout/game"
	"callout/game/debrief/answer"
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/line"
)

// fires: why did it burn?
func (s *Screen) fires(b *line.Block) {
	t := s.theme
	for i := range s.d.Fires {
		f := &s.d.Fires[i]
		s.selected(b, answer.Fires, i)
		b.Right(t.Warn, words.Money(f.Incident.Pence), 12-b.Col()).Right(t.Dim, words.Percent(f.Share), 7).Space(2)
		b.Cell(t.Strong, f.Incident.Name, 16).Put(t.Dim, words.Date(f.Incident.Began)).End()
		b.Para(t.Text, f.Why, 3)
		if answer.Found(&f.Cut) {
			b.Para(t.Dim, answer.Cut(&f.Cut), 3)
		}
		if i == s.at[answer.Fires].list.Cursor {
			s.done(b)
		}
		b.End()
	}
}

func (s *Screen) fireCount() int { return len(s.d.Fires) }

func (s *Screen) fireTurn() (turn int, at game.Minute, order string, ok bool) {
	f := &s.d.Fires[s.at[answer.Fires].list.Cursor]
	return f.Cut.Turn, s.began(f.Cut.Turn), f.Cut.Order, answer.Found(&f.Cut)
}

// began is the minute at which a turn began.
func (s *Screen) began(turn int) game.Minute {
	if c := s.d.Result.Course; turn > 0 && turn <= len(c) {
		return c[turn-1].At
	}
	return s.level.Start
}

// fire tells the loss under the cursor: why, the steps back, the cheapest move, and where its minutes went.
func (s *Screen) fire(b *line.Block) {
	if len(s.d.Fires) == 0 {
		return
	}
	t, f := s.theme, &s.d.Fires[s.at[answer.Fires].list.Cursor]
	b.Para(t.Strong, f.Why, 0)
	b.End()
	s.head(b, words.Say("debriefscreen.head.cut"))
	if !answer.Found(&f.Cut) {
		b.Para(t.Text, words.Say("debriefscreen.fires.no-cut"), 0)
	} else {
		says := f.Cut.Text
		if says == "" || f.Cut.Price > 0 {
			says = answer.Cut(&f.Cut)
		}
		b.Para(t.Text, says, 0)
		b.Put(t.Accent, key.PlayOn.Show()).Space(1).Put(t.Dim, words.Say("debriefscreen.play-on.from", "when", words.Date(s.began(f.Cut.Turn)))).End()
	}
	b.End()
	s.life(b, &f.Incident)
}
