package play

import (
	"strconv"

	"callout/game"
	"callout/game/words"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

// staffOf are the analysts who have not left, without those who may be hired one day.
func staffOf(v *game.View, list []int) []int {
	for i := range v.Analysts {
		if p := &v.Analysts[i]; p.Presence != game.Gone && !(p.Presence == game.Arriving && p.Back == game.Never) {
			list = append(list, i)
		}
	}
	return list
}

// here tells whether an analyst can work now.
func here(a *game.AnalystView) bool { return a.Presence == game.AtWork || a.Presence == game.CalledIn }

// doing is what an analyst does, or where she is; until is when that ends, "" where it does not matter.
func doing(v *game.View, a *game.AnalystView) (text, until string, level theme.Level) {
	switch {
	case a.Presence == game.Sick:
		return words.Presence(a.Presence), words.When(v.Now, a.Back), theme.Warning
	case a.Presence == game.OnLeave, a.Presence == game.Arriving:
		return words.Presence(a.Presence), words.When(v.Now, a.Back), theme.Calm
	case !here(a):
		return words.Presence(a.Presence), "", theme.Calm
	case a.Work == game.Idle:
		return words.Work(v, a), "", theme.Calm
	}
	if a.Until != game.Never && a.Until > 0 {
		until = words.When(v.Now, a.Until)
	}
	return words.Work(v, a), until, theme.Calm
}

func (s *Screen) drawPeople(b *line.Block) {
	t, v, l := s.theme, s.view, &s.lists[peoplePane]
	free := 0
	for _, i := range s.staff {
		if a := &v.Analysts[i]; here(a) && a.Work == game.Idle {
			free++
		}
	}
	widget.Title(b, t, words.Say("play.people.title"), note(len(s.staff), free, words.Say("play.people.free", "n", free))+below(l, b.Left()-1), s.focus == peoplePane)
	from, to := l.Show(b.Left())
	for i := from; i < to; i++ {
		s.drawPerson(b, i)
	}
}

func (s *Screen) drawPerson(b *line.Block, row int) {
	t, v := s.theme, s.view
	a := &v.Analysts[s.staff[row]]
	text, until, level := doing(v, a)
	s.cursor(b, peoplePane, row)
	b.Cell(t.Text, a.Name, 8)
	bar := 3
	if b.Width() >= 52 {
		bar = 6
	}
	if v.Standby == s.staff[row] && a.Presence != game.OnCall {
		text = words.Say("play.person.standby", "text", text)
	}
	if n := len(a.Queue); n > 0 {
		until += " +" + strconv.Itoa(n)
	}
	st := t.Dim
	switch {
	case level != theme.Calm:
		st = t.Of(level)
	case here(a) && a.Work == game.Idle:
		st = t.Good
	case here(a):
		st = t.Text
	}
	after := min(line.Width(until), 12)
	room := b.Room() - bar - 5
	b.Cell(st, text, room-after-1).Space(1).Right(t.Dim, until, after).Space(1)
	widget.Bar(b, t, t.Line(theme.Strain(a.Burnout)), int64(a.Burnout), 100, bar)
	burnout := t.Dim
	if l := theme.Strain(a.Burnout); l != theme.Calm {
		burnout = t.Of(l)
	}
	b.Right(burnout, strconv.Itoa(int(a.Burnout)), 4).End()
}

// drawQueues shows what waits for each analyst after what they do now.
func (s *Screen) drawQueues(b *line.Block) {
	t, v := s.theme, s.view
	all := 0
	for _, i := range s.staff {
		all += len(v.Analysts[i].Queue)
	}
	widget.Head(b.Space(1), t, words.Say("play.queues.title"), note(all, 0, ""))
	for _, i := range s.staff {
		a := &v.Analysts[i]
		b.Space(1).Cell(t.Dim, a.Name, 8)
		for j, task := range a.Queue {
			if j > 0 {
				b.Put(t.Faint, " → ")
			}
			b.Put(t.Text, words.Task(v, task))
		}
		if len(a.Queue) == 0 {
			b.Put(t.Faint, theme.Dot)
		}
		b.End()
	}
}
