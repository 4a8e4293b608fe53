package briefing

import (
	"strconv"

	"callout/game"
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// Briefing is the screen before a game.
type Briefing struct {
	theme *theme.Theme
	level *game.Level
	goals []game.GoalView
	top   int
	last  int // the highest top that makes sense, known after drawing
}

// New briefs on level l; goals are what its game asks for.
func New(t *theme.Theme, l *game.Level, goals []game.GoalView) *Briefing {
	return &Briefing{theme: t, level: l, goals: goals}
}

// Term is what is asked of the player.
func (s *Briefing) Term() string { return "goal" }

// Topic is the help page of the screen.
func (s *Briefing) Topic() screen.Topic { return screen.OfBriefing }

// Key takes one key.
func (s *Briefing) Key(k string) screen.Action {
	switch {
	case key.Choose.Is(k), key.EndTurn.Is(k):
		return screen.Begin{}
	case key.Close.Is(k), key.Quit.Is(k):
		return screen.Home{}
	case key.Help.Is(k):
		return screen.Help{}
	case key.Down.Is(k), key.PageDown.Is(k):
		s.top = min(s.top+1, s.last)
	case key.Up.Is(k), key.PageUp.Is(k):
		s.top = max(s.top-1, 0)
	}
	return nil
}

// View draws the screen.
func (s *Briefing) View(w, h int) string {
	t, l := s.theme, s.level
	p := layout.NewPage(w, h, 0)
	head := line.NewBlock(p.Title.W, p.Title.H).Put(t.Focus, l.Title)
	days := 0
	for m := l.Start; m < l.End; m += game.Day {
		if (m - m%game.Day + 12*game.Hour).InHours() {
			days++
		}
	}
	head.Right(t.Dim, words.Say("briefing.days", "n", days), head.Room()).End().Fill(t.Faint, theme.Rule, p.Title.W)
	rows := s.text(p.Body.W)
	s.last = max(0, len(rows)-p.Body.H)
	s.top = min(s.top, s.last)
	b := line.NewBlock(p.Body.W, p.Body.H).Join(rows[s.top:min(len(rows), s.top+p.Body.H)], p.Body.W)
	hints := []widget.Hint{
		{Key: key.Choose.Show(), What: words.Say("briefing.begin")}, widget.HintOf(key.Words), widget.HintOf(key.Help),
		{Key: key.Close.Show(), What: words.Say("briefing.back")},
	}
	if s.last > 0 {
		hints = append(hints, widget.Hint{Key: widget.UpDown(), What: words.Say("screen.scroll")})
	}
	return layout.Compose(w, h, []layout.Part{
		{Rect: p.Title, Rows: head.Rows()}, {Rect: p.Body, Rows: b.Rows()},
		{Rect: p.Keys, Rows: widget.Keys(t, p.Keys.W, hints)},
	})
}

// text is the whole briefing in rows of w cells.
func (s *Briefing) text(w int) []string {
	t, l := s.theme, s.level
	const most, column = 200, 17
	b := line.NewBlock(w, most)
	for _, p := range l.Briefing {
		b.Para(t.Text, p, 0).End()
	}
	b.Put(t.Title, words.Say("briefing.asked")).End()
	for _, g := range s.goals {
		b.Space(1).Put(t.Accent, theme.Dot).Space(1).Put(t.Text, words.Goal(g)).End()
	}
	if len(s.goals) == 0 {
		b.Line(t.Dim, " "+words.Say("briefing.nothing"))
	}
	b.End()
	b.Put(t.Title, words.Say("briefing.have")).End()
	names := ""
	for i := range l.Analysts {
		if l.Analysts[i].Reserve {
			continue
		}
		if names != "" {
			names += ", "
		}
		names += l.Analysts[i].Name
	}
	live := 0
	for i := range l.Applications {
		if l.Applications[i].Joins <= l.Start {
			live++
		}
	}
	b.Cell(t.Dim, " "+words.Say("briefing.analysts"), column).Put(t.Text, names).End()
	b.Cell(t.Dim, " "+words.Say("briefing.applications"), column).Put(t.Text, strconv.Itoa(live))
	if later := len(l.Applications) - live; later > 0 {
		b.Put(t.Text, ", "+words.Say("briefing.later", "n", later))
	}
	b.End()
	b.Cell(t.Dim, " "+words.Say("briefing.teams"), column).Put(t.Text, strconv.Itoa(len(l.Teams))).End()
	for i := range l.Models {
		b.Cell(t.Dim, " "+words.Say("briefing.model"), column).Put(t.Text, l.Models[i].Title).End()
	}
	n := most - b.Left()
	return b.Rows()[:n]
}
