package campaign

import (
	"strconv"

	"callout/game/words"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/progress"
	"callout/ui/theme"
)

// chosen is the title row of the chosen level.
func (m *Map) chosen(r layout.Rect) []string {
	t, l := m.theme, &m.data.Levels[m.at]
	b := line.NewBlock(r.W, r.H)
	size := words.Say("campaign.level.size", "teams", l.Teams, "days", l.Days)
	b.Put(t.Focus, l.Title).Space(1)
	b.Fill(t.Faint, theme.Rule, b.Room()-line.Width(size)-1).Space(1).Put(t.Dim, size)
	return b.Rows()
}

// about is what the chosen level is.
func (m *Map) about(r layout.Rect) []string {
	t, l := m.theme, &m.data.Levels[m.at]
	b := line.NewBlock(r.W, r.H)
	b.Para(t.Text, l.Lesson, 0)
	if r.H > 8 {
		b.End()
	}
	const name = 8
	row := func(label, text string, st line.Style) {
		for _, l := range line.Wrap(text, r.W-name) {
			b.Cell(t.Dim, label, name).Put(st, l).End()
			label = ""
		}
	}
	if l.Resume != "" {
		row(words.Say("campaign.level.saved"), l.Stand, t.Accent)
	}
	row(words.Say("campaign.level.model"), l.Model, t.Text)
	if l.Article.Title != "" {
		row(words.Say("campaign.level.article"), l.Article.Title, t.Text)
	}
	if l.Article.About != "" && b.Left() > 4 {
		row("", l.Article.About, t.Dim)
		row("", l.Article.URL, t.Accent)
	}
	if l.Free > 0 {
		row(words.Say("campaign.level.free"), words.Say("campaign.level.freely", "n", l.Free), t.Dim)
	}
	return b.Rows()
}

// goals are what the chosen level asks, and what came of it in the best run.
func (m *Map) goals(r layout.Rect) []string {
	t, l := m.theme, &m.data.Levels[m.at]
	b := line.NewBlock(r.W, r.H)
	best := l.Best
	switch {
	case best == nil:
		b.Line(t.Title, words.Say("campaign.goals.asked"))
	case l.State == progress.Won:
		st, state := m.state(l)
		b.Put(t.Title, words.Say("campaign.goals.best")).Space(1).Right(st, state, b.Room()).End()
	default:
		b.Line(t.Title, words.Say("campaign.goals.best"))
	}
	if best == nil {
		for _, g := range l.Goals {
			b.Put(t.Accent, theme.Dot).Space(1).Put(t.Text, words.Goal(g)).End()
		}
		if len(l.Goals) == 0 {
			b.Line(t.Dim, words.Say("campaign.goals.none"))
		}
		return b.Rows()
	}
	for _, g := range best.Goals {
		mark, st := theme.Met, t.Good
		if !g.Met {
			mark, st = theme.Missed, t.Alarm
		}
		b.Put(st, mark).Space(1)
		m.outcome(b, g, st)
	}
	if b.Left() > 3 {
		b.End()
	}
	b.Line(t.Dim, words.Say("campaign.goals.score", "score", best.Score, "when", progress.Day(best.Begun)))
	b.Line(t.Dim, words.Say("campaign.goals.played", "n", l.Played, "won", l.Won, "least", words.Money(l.Least)))
	return b.Rows()
}

// narrow is how wide a goal must be to be written in words.
const narrow = 50

// outcome writes a goal and what came of it.
func (m *Map) outcome(b *line.Block, g progress.Goal, st line.Style) {
	t, value := m.theme, words.GoalValue(g.Metric, g.Current)
	if b.Width() >= narrow {
		b.Put(t.Text, line.Cut(words.Goal(g.View()), b.Room()-line.Width(value)-1)).Right(st, value, b.Room()).End()
		return
	}
	title, _ := words.Metric(g.Metric)
	limit := theme.AtMost
	if !g.AtMost {
		limit = theme.AtLeast
	}
	limit += words.GoalValue(g.Metric, g.Value)
	const limits, values = 10, 10
	b.Put(t.Text, line.Cut(title, b.Room()-limits-values-1)).To(b.Width()-limits-values).Right(st, value, values).Right(t.Dim, limit, limits).End()
}

// table is the best runs of all levels.
func (m *Map) table(r layout.Rect) []string {
	t := m.theme
	b := line.NewBlock(r.W, r.H)
	b.Put(t.Title, words.Say("campaign.table.title")).Space(1).Fill(t.Faint, theme.Rule, b.Room()).End().End()
	columns := []struct {
		name  string
		width int
	}{
		{words.Say("campaign.table.played"), 9}, {words.Say("campaign.table.won"), 9}, {words.Say("campaign.table.score"), 9},
		{words.Say("campaign.table.lost"), 16}, {words.Say("campaign.table.when"), 20},
	}
	const name, medal = 32, 16
	b.Space(4+name).Cell(t.Dim, words.Say("campaign.table.medal"), medal)
	for _, c := range columns {
		b.Right(t.Dim, c.name, c.width)
	}
	b.End()
	for i := range m.data.Levels {
		l := &m.data.Levels[i]
		if i == m.at {
			b.Base(t.Selected).Put(t.Accent, theme.Cursor)
		} else {
			b.Space(1)
		}
		b.Right(t.Accent, strconv.Itoa(i+1), 2).Space(2).Cell(t.Text, line.Cut(l.Title, name-1), name)
		st, state := m.state(l)
		b.Cell(st, line.Cut(state, medal-1), medal)
		if best := l.Best; best != nil {
			for c, text := range []string{words.Number(int64(l.Played)), words.Number(int64(l.Won)), words.Number(best.Score), words.Money(best.Lost), progress.Day(best.Begun)} {
				b.Right(t.Text, text, columns[c].width)
			}
		}
		b.End()
	}
	return b.Rows()
}
