package standing

import (
	"callout/game"
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// Screen shows how the game stands that v is a view of.
type Screen struct {
	theme *theme.Theme
	level *game.Level
	view  *game.View
	top   int
	last  int // the lowest row that can be scrolled to
	rows  int // that are shown
}

// New shows how a game of level l stands.
func New(t *theme.Theme, l *game.Level, v *game.View) *Screen {
	return &Screen{theme: t, level: l, view: v}
}

// Term is what is shown.
func (s *Screen) Term() string { return "result" }

// Topic is the help page of the screen.
func (s *Screen) Topic() screen.Topic { return screen.OfStanding }

// Key takes one key.
func (s *Screen) Key(k string) screen.Action {
	switch {
	case key.Down.Is(k):
		s.top++
	case key.Up.Is(k):
		s.top--
	case key.PageDown.Is(k), key.EndTurn.Is(k):
		s.top += max(1, s.rows-2)
	case key.PageUp.Is(k):
		s.top -= max(1, s.rows-2)
	case key.Help.Is(k):
		return screen.Help{}
	case key.Close.Is(k), key.Quit.Is(k), key.Choose.Is(k):
		return screen.Back{}
	}
	s.top = max(0, min(s.top, s.last))
	return nil
}

// View draws the screen.
func (s *Screen) View(w, h int) string {
	t := s.theme
	p := layout.NewPage(w, h, 104)
	head := line.NewBlock(p.Title.W, p.Title.H)
	head.Put(t.Focus, words.Say("debriefscreen.standing.title")).Space(2).Put(t.Dim, s.level.Title+", "+words.Date(s.view.Now)).End()
	head.Fill(t.Faint, theme.Rule, p.Title.W)
	const most = 1500
	text := line.NewBlock(p.Body.W, most)
	s.rows = p.Body.H
	s.draw(text)
	n := most - text.Left()
	rows := text.Rows()[:n]
	s.last = max(0, len(rows)-p.Body.H)
	s.top = min(s.top, s.last)
	body := line.NewBlock(p.Body.W, p.Body.H)
	body.Join(rows[s.top:min(len(rows), s.top+p.Body.H)], p.Body.W)
	var hints []widget.Hint
	if s.last > 0 {
		hints = append(hints, widget.Hint{Key: "↑↓", What: words.Say("debriefscreen.key.scroll")})
	}
	hints = append(hints, widget.HintOf(key.Words), widget.HintOf(key.Help), widget.Hint{Key: key.Close.Show(), What: words.Say("debriefscreen.key.back")})
	return layout.Compose(w, h, []layout.Part{
		{Rect: p.Title, Rows: head.Rows()}, {Rect: p.Body, Rows: body.Rows()}, {Rect: p.Keys, Rows: widget.Keys(t, p.Keys.W, hints)},
	})
}

func (s *Screen) draw(b *line.Block) {
	t, v, met := s.theme, s.view, 0
	for i := range v.Goals {
		if v.Goals[i].Met {
			met++
		}
	}
	b.Para(t.Strong, words.Say("debriefscreen.standing.answer", "met", met, "all", len(v.Goals)), 0)
	b.Para(t.Dim, words.Say("debriefscreen.standing.known"), 0)
	b.End()
	widget.Goals(b, t, v.Goals)
	b.End()
	if len(v.Course) > 0 {
		c := widget.Course{Gauges: v.Course, From: v.Start}
		for _, g := range v.Goals {
			if g.Metric == "revenue_lost" && g.AtMost {
				c.Ceiling = g.Value
			}
		}
		c.Draw(b, t, max(3, min(8, (s.rows-len(v.Goals)-8)/3)))
		b.End()
	}
	s.people(b)
}

// people are those who are there, by how they do.
func (s *Screen) people(b *line.Block) {
	t := s.theme
	widget.Head(b, t, words.Say("debriefscreen.head.people"), "")
	for i := range s.view.Analysts {
		a := &s.view.Analysts[i]
		if a.Presence == game.Arriving {
			continue
		}
		b.Cell(t.Text, a.Name, 16)
		widget.Bar(b, t, t.Line(theme.Strain(a.Burnout)), int64(a.Burnout), 100, 20)
		b.Right(t.Of(theme.Strain(a.Burnout)), words.Number(int64(a.Burnout)), 5).Space(3).Put(t.Dim, words.Presence(a.Presence)).End()
	}
	b.Para(t.Dim, words.Say("debriefscreen.standing.burnout"), 0)
}
