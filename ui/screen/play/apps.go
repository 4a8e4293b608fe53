package play

import (
	"cmp"
	"slices"
	"strconv"

	"callout/game"
	"callout/game/words"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

// appsOf are the applications that are live, those that hurt first.
func appsOf(v *game.View, list []int) []int {
	for i := range v.Apps {
		if v.Apps[i].Live {
			list = append(list, i)
		}
	}
	slices.SortStableFunc(list, func(a, b int) int {
		p, q := &v.Apps[a], &v.Apps[b]
		return cmp.Or(-cmp.Compare(p.Health, q.Health), -cmp.Compare(p.LossRate, q.LossRate))
	})
	return list
}

// health is an application's mark, how serious it is, and the word for it with the time since; or the page that is linked
// to it and not confirmed, which puts its health in doubt.
func (s *Screen) health(app int) (mark string, level theme.Level, text string) {
	v, p := s.view, &s.view.Apps[app]
	text = words.Health(p.Health)
	switch p.Health {
	case game.Down:
		mark, level = theme.DownMark, theme.Alarming
	case game.Degraded:
		mark, level = theme.Slow, theme.Warning
	default:
		if n := s.unsure(app); n != 0 {
			return theme.Doubt, theme.Warning, words.Say("play.app.doubt", "item", game.Item{Kind: game.Alert, N: n})
		}
		return theme.Up, theme.Calm, text
	}
	return mark, level, words.Say("play.app.since", "health", text, "time", brief(v.Now-p.DownSince))
}

func (s *Screen) drawApps(b *line.Block) {
	t, v, l := s.theme, s.view, &s.lists[appPane]
	ill := 0
	for _, i := range s.apps {
		if v.Apps[i].Health != game.Healthy {
			ill++
		}
	}
	widget.Title(b, t, words.Say("play.apps.title"), note(len(s.apps), ill, words.Say("play.apps.ill", "n", ill))+below(l, b.Left()-1), s.focus == appPane)
	from, to := l.Show(b.Left())
	for i := from; i < to; i++ {
		s.drawApp(b, i)
	}
}

func (s *Screen) drawApp(b *line.Block, row int) {
	t, v := s.theme, s.view
	p := &v.Apps[s.apps[row]]
	mark, level, text := s.health(s.apps[row])
	st := t.Good
	if level != theme.Calm {
		st = t.Of(level)
	}
	s.cursor(b, appPane, row)
	b.Put(st, mark).Space(1)
	const fixed = 11 + 10 + 7
	name := max(10, min(18, b.Room()-fixed))
	b.Cell(t.Text, p.Name, name).Space(1)
	if level == theme.Calm {
		st = t.Dim
	}
	b.Cell(st, text, 9).Space(1)
	loss := ""
	if p.LossRate > 0 {
		loss = words.Say("play.app.loss", "money", words.Money(p.LossRate))
	}
	b.Cell(t.Warn, loss, 10)
	if b.Width() >= 52 {
		b.Cell(t.Dim, words.Version([2]int32{p.Major, p.Minor}), 6)
	}
	waits := ""
	if p.Waiting > 0 {
		waits = theme.Request + strconv.Itoa(int(p.Waiting))
	}
	b.Right(t.Dim, waits, min(6, b.Room())).End()
}
