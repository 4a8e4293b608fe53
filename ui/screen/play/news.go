package play

import (
	"slices"

	"callout/game"
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// weight is how much a kind of event matters to the player.
func weight(k game.EventKind) theme.Level {
	switch k {
	case game.CustomersComplained, game.Resigned, game.Pressed, game.GoalInDanger, game.WentSick, game.DeploymentFailed:
		return theme.Alarming
	case game.AlertRaised, game.AlertRepeated, game.WishMissed, game.LinkedWrongly, game.Bounced, game.NoAnswer, game.TeamChased,
		game.TeamJoined, game.CalledOut, game.Diagnosed, game.UpstreamFound, game.CampaignBegan, game.DemandRose, game.Interrupted:
		return theme.Warning
	}
	return theme.Calm
}

// news are what happened in the last turn, worded, with the weightiest first where byWeight, otherwise in order of time.
func (s *Screen) news(byWeight bool) []logged {
	list := make([]logged, 0, len(s.view.News))
	for i := range s.view.News {
		e := &s.view.News[i]
		list = append(list, Happened(s.view, e))
	}
	if s.watch != nil {
		list = slices.Clone(s.log[len(s.log)-s.latest:])
	}
	if !byWeight {
		return list
	}
	sorted := make([]logged, 0, len(list))
	for l := theme.Alarming; ; l-- {
		for _, n := range list {
			if n.mark == l {
				sorted = append(sorted, n)
			}
		}
		if l == theme.Calm {
			return sorted
		}
	}
}

// drawTicker writes the weightiest piece of news in one line.
func (s *Screen) drawTicker(b *line.Block) {
	t := s.theme
	list := s.news(true)
	if len(list) == 0 {
		if s.view.Turn > 0 {
			b.Put(t.Dim, words.Say("play.news.nothing_last"))
		}
		return
	}
	more := ""
	if len(list) > 1 {
		more = "  " + words.Say("play.news.more", "n", len(list)-1) + " "
	}
	n := &list[0]
	b.Put(t.Dim, words.When(s.view.Now, n.at)+" ").Cell(s.markStyle(n.mark), n.text, min(line.Width(n.text), b.Room()-line.Width(more)-2))
	if more != "" {
		b.Put(t.Dim, more).Put(t.Accent, key.News.Show())
	}
}

func (s *Screen) markStyle(l theme.Level) line.Style {
	if l == theme.Calm {
		return s.theme.Text
	}
	return s.theme.Of(l)
}

// markOf is the sign for how much a piece of news matters.
func markOf(l theme.Level) string {
	switch l {
	case theme.Alarming:
		return theme.Page
	case theme.Warning:
		return theme.Alert
	}
	return theme.Dot
}

func (s *Screen) drawNews(b *line.Block) {
	list := s.news(false)
	widget.Head(b, s.theme, words.Say("play.news.title"), "")
	if len(list) == 0 {
		b.Line(s.theme.Dim, words.Say("play.news.nothing"))
		return
	}
	if len(list) > b.Left() {
		list = s.news(true)
	}
	s.drawHappenings(b, list)
}

// drawHappenings writes what happened, a row each; when they are too many it says so in the last row.
func (s *Screen) drawHappenings(b *line.Block, list []logged) {
	t := s.theme
	for i := range list {
		if b.Left() == 1 && i < len(list)-1 {
			b.Put(t.Dim, words.Say("play.news.more", "n", len(list)-i)+": ").Put(t.Accent, key.News.Show()).End()
			return
		}
		n := &list[i]
		b.Cell(s.markStyle(n.mark), markOf(n.mark), 3).Cell(t.Dim, words.Clock(n.at), 10).Put(t.Text, n.text).End()
	}
}

// drawLog shows what happened before the last turn, the newest at the bottom.
func (s *Screen) drawLog(b *line.Block) {
	widget.Head(b, s.theme, words.Say("play.news.before"), "")
	list := s.log[:max(0, len(s.log)-s.latest)]
	if n := b.Left(); len(list) > n {
		list = list[len(list)-n:]
	}
	if len(list) == 0 {
		b.Line(s.theme.Dim, words.Say("play.news.unseen"))
	}
	s.drawHappenings(b, list)
}

// newsDialog shows what happened: the last turn, and what was before it.
func newsDialog(s *Screen) screen.Screen {
	list := s.log
	if len(list) == 0 {
		list = s.news(false)
	}
	return widget.NewReader(s.theme, words.Say("play.news.all"), func(w int) []string {
		b := line.NewBlock(w, max(1, len(list)))
		if len(list) == 0 {
			b.Line(s.theme.Dim, words.Say("play.news.none"))
		}
		for i := range list {
			n := &list[i]
			b.Cell(s.markStyle(n.mark), markOf(n.mark), 3).Cell(s.theme.Dim, words.Clock(n.at), 10).Put(s.markStyle(n.mark), n.text).End()
		}
		return b.Rows()
	}, true)
}

// leaveDialog asks before leaving a game. It is saved in any case.
func leaveDialog(s *Screen) screen.Screen {
	rows := []widget.Candidate{
		{Name: words.Say("play.leave.leave"), Reason: words.Say("play.leave.saved"), Do: func() screen.Action { return screen.All{screen.Back{}, screen.Home{}} }},
		{Name: words.Say("play.leave.stay"), Reason: words.Say("play.leave.work"), Do: func() screen.Action { return screen.Back{} }},
		{Name: words.Say("play.leave.stand"), Reason: words.Say("play.leave.now"), Do: func() screen.Action { return screen.All{screen.Back{}, screen.LookBack{}} }},
	}
	return widget.NewChooser(s.theme, words.Say("play.leave.title"), rows)
}
