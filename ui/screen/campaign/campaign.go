package campaign

import (
	"strconv"

	"callout/game"
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/progress"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// Level is one stop of the map.
type Level struct {
	progress.Stop
	Model   string          // title of its support model
	Goals   []game.GoalView // what is asked in it
	Resume  string          // its newest game that is not over, or empty
	Stand   string          // how far that game came
	Article Article
}

// Article is what a level belongs to; without a title it belongs to none.
type Article struct{ Title, Short, About, URL string }

// Data is what the map shows.
type Data struct {
	Levels []Level
	Models []Model // to play a level under, freely
	Packs  int     // packs of other levels
	Notice string  // what is to be said besides, or empty
}

// Model is a support model.
type Model struct{ Name, Title string }

// Map is the screen.
type Map struct {
	theme   *theme.Theme
	data    Data
	at      int // the chosen level
	columns int // beside each other, as drawn last
}

// New shows the map; the level that the path suggests is chosen.
func New(t *theme.Theme, d Data) *Map {
	m := &Map{theme: t, columns: 4}
	m.Show(d)
	for i := range d.Levels {
		if d.Levels[i].Next {
			m.at = i
		}
	}
	return m
}

// Show shows the map anew; the same level stays chosen.
func (m *Map) Show(d Data) {
	m.data = d
	m.at = max(0, min(m.at, len(d.Levels)-1))
}

// Term is what the levels are about.
func (m *Map) Term() string { return "support model" }

// Topic is the help page of the screen.
func (m *Map) Topic() screen.Topic { return screen.OfLevels }

// Key takes one key.
func (m *Map) Key(k string) screen.Action {
	switch {
	case key.Close.Is(k), key.Quit.Is(k):
		return screen.Back{}
	case key.Help.Is(k):
		return screen.Help{}
	case k == "t":
		return screen.Today{}
	case k == "p" && m.data.Packs > 0:
		return screen.Packs{}
	case k == "y":
		return screen.Questions{}
	}
	if len(m.data.Levels) == 0 {
		return nil
	}
	if m.move(k) {
		return nil
	}
	l := &m.data.Levels[m.at]
	switch {
	case key.Choose.Is(k):
		return screen.Brief{Level: l.Name}
	case k == "r" && l.Resume != "":
		return screen.Resume{Path: l.Resume}
	case k == "s":
		return screen.Skip{Level: l.Name, Skip: l.State != progress.Skipped}
	case k == "m" && len(m.data.Models) > 0:
		return screen.Push{Screen: m.models(l)}
	case k == "n":
		for i := range m.data.Levels {
			if m.data.Levels[i].Next {
				return screen.Brief{Level: m.data.Levels[i].Name}
			}
		}
	}
	return nil
}

// move chooses another level and tells whether k was one of the keys for that. Arrows go where they point; tab follows the
// path.
func (m *Map) move(k string) bool {
	row, column := m.place(m.at)
	switch {
	case k == "left":
		column--
	case k == "right":
		column++
	case key.Up.Is(k):
		row--
	case key.Down.Is(k):
		row++
	case k == "tab":
		m.at = min(m.at+1, len(m.data.Levels)-1)
		return true
	case k == "shift+tab":
		m.at = max(m.at-1, 0)
		return true
	case key.First.Is(k):
		m.at = 0
		return true
	case key.Last.Is(k):
		m.at = len(m.data.Levels) - 1
		return true
	default:
		n, err := strconv.Atoi(k)
		if err == nil && n >= 1 && n <= len(m.data.Levels) {
			m.at = n - 1
		}
		return err == nil
	}
	for i := range m.data.Levels {
		if r, c := m.place(i); r == row && c == column {
			m.at = i
		}
	}
	return true
}

// models asks under which support model a level is to be played freely.
func (m *Map) models(l *Level) screen.Screen {
	var list []widget.Candidate
	for _, model := range m.data.Models {
		list = append(list, widget.Candidate{Name: model.Name, Reason: model.Title, Do: func() screen.Action {
			return screen.All{screen.Back{}, screen.Brief{Level: l.Name, Model: model.Name}}
		}})
	}
	return widget.NewChooser(m.theme, words.Say("campaign.map.free", "level", l.Title), list)
}

// View draws the screen.
func (m *Map) View(w, h int) string {
	t := m.theme
	p := layout.NewCampaign(w, h, len(m.data.Levels))
	m.columns = p.Columns
	parts := []layout.Part{
		{Rect: p.Title, Rows: m.head(p.Title)}, {Rect: p.Map, Rows: m.path(p)}, {Rect: p.Keys, Rows: widget.Keys(t, p.Keys.W, m.hints())},
		{Rect: p.Status, Rows: line.NewBlock(p.Status.W, 1).Put(t.Warn, m.data.Notice).Rows()},
	}
	if len(m.data.Levels) > 0 {
		parts = append(parts, layout.Part{Rect: p.Chosen, Rows: m.chosen(p.Chosen)}, layout.Part{Rect: p.About, Rows: m.about(p.About)},
			layout.Part{Rect: p.Goals, Rows: m.goals(p.Goals)})
	}
	if p.Table.Shown() {
		parts = append(parts, layout.Part{Rect: p.Table, Rows: m.table(p.Table)})
	}
	for _, wall := range p.Walls {
		b := line.NewBlock(1, wall.H)
		for range wall.H {
			b.Line(t.Faint, theme.Wall)
		}
		parts = append(parts, layout.Part{Rect: wall, Rows: b.Rows()})
	}
	return layout.Compose(w, h, parts)
}

// head is the title, with how far one came.
func (m *Map) head(r layout.Rect) []string {
	won, medals := 0, 0
	for i := range m.data.Levels {
		if m.data.Levels[i].State == progress.Won {
			won++
		}
		if m.data.Levels[i].Medal.Shines() {
			medals++
		}
	}
	b := line.NewBlock(r.W, r.H).Put(m.theme.Focus, words.Say("campaign.map.title")).Space(2)
	sum := words.Say("campaign.map.sum", "won", won, "all", len(m.data.Levels))
	if medals > 0 {
		sum = words.Say("campaign.map.medals", "won", won, "all", len(m.data.Levels), "n", medals)
	}
	return b.Right(m.theme.Dim, sum, b.Room()).End().Fill(m.theme.Faint, theme.Rule, r.W).Rows()
}

// hints are the keys that work now.
func (m *Map) hints() []widget.Hint {
	back := widget.Hint{Key: key.Close.Show(), What: words.Say("campaign.key.back")}
	if len(m.data.Levels) == 0 {
		return []widget.Hint{back}
	}
	l := &m.data.Levels[m.at]
	list := []widget.Hint{{Key: key.Choose.Show(), What: words.Say("campaign.key.play")}}
	for i := range m.data.Levels {
		if m.data.Levels[i].Next {
			list = append(list, widget.Hint{Key: "n", What: words.Say("campaign.key.next")})
		}
	}
	if l.Resume != "" {
		list = append(list, widget.Hint{Key: "r", What: words.Say("campaign.key.resume")})
	}
	skip := words.Say("campaign.key.skip")
	if l.State == progress.Skipped {
		skip = words.Say("campaign.key.unskip")
	}
	list = append(list, widget.Hint{Key: "s", What: skip}, back)
	if len(m.data.Models) > 0 {
		list = append(list, widget.Hint{Key: "m", What: words.Say("campaign.key.model")})
	}
	list = append(list, widget.Hint{Key: "t", What: words.Say("campaign.key.today")}, widget.Hint{Key: "y", What: words.Say("campaign.key.answers")}, widget.Hint{Key: "←↑↓→", What: words.Say("campaign.key.move")})
	if m.data.Packs > 0 {
		list = append(list, widget.Hint{Key: "p", What: words.Say("pack.screen.key")})
	}
	return append(list, widget.HintOf(key.Words), widget.HintOf(key.Help))
}
