package menu

import (
	"strconv"

	"callout/ui/key"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// Saved is a saved game as a list shows it.
type Saved struct {
	Path    string
	Title   string // of its level
	Stand   string // how far it came
	Over    bool
	Problem string // why it cannot be played, or empty
}

// Menu is the first screen.
type Menu struct {
	theme   *theme.Theme
	version string
	saves   []Saved
	rows    []row
	list    widget.List
}

type row struct {
	key, name, what string
	do              screen.Action
}

// New is a menu that knows of no saved games yet.
func New(t *theme.Theme, version string) *Menu {
	m := &Menu{theme: t, version: version}
	m.Saves(nil)
	return m
}

// Saves tells the menu which games are saved, the newest first.
func (m *Menu) Saves(saves []Saved) {
	m.saves = saves
	m.rows = m.rows[:0]
	for i := range saves {
		if s := &saves[i]; s.Problem == "" && !s.Over {
			m.rows = append(m.rows, row{"c", "Continue", s.Title + ", " + s.Stand, screen.Resume{Path: s.Path}})
			break
		}
	}
	m.rows = append(m.rows, row{"n", "New game", "choose a level", screen.Levels{}})
	if len(saves) > 0 {
		m.rows = append(m.rows, row{"s", "Saved games", plural(len(saves)), nil})
	}
	m.rows = append(m.rows,
		row{"g", "Words", "what they mean, here and in the field", screen.Words{}},
		row{"?", "Help", "how it is played", screen.Help{}},
		row{"q", "Leave", "", screen.Quit{}})
	m.list.Set(len(m.rows), 0)
}

// Topic is the help page of the menu.
func (m *Menu) Topic() screen.Topic { return screen.OfMenu }

// Key takes one key.
func (m *Menu) Key(k string) screen.Action {
	if m.list.Key(k, len(m.rows)) {
		return nil
	}
	if key.Choose.Is(k) {
		return m.do(m.rows[m.list.Cursor])
	}
	for _, r := range m.rows {
		if r.key == k {
			return m.do(r)
		}
	}
	return nil
}

func (m *Menu) do(r row) screen.Action {
	if r.do != nil {
		return r.do
	}
	list := make([]widget.Candidate, len(m.saves))
	for i := range m.saves {
		s := &m.saves[i]
		list[i] = widget.Candidate{Name: s.Title, Reason: s.Stand, Faint: s.Problem != "" || s.Over, Do: func() screen.Action {
			return screen.All{screen.Back{}, screen.Resume{Path: s.Path}}
		}}
		if s.Problem != "" {
			list[i].Reason, list[i].Level = s.Problem, theme.Warning
		}
	}
	return screen.Push{Screen: widget.NewChooser(m.theme, "Saved games", list)}
}

func plural(n int) string {
	if n == 1 {
		return "one"
	}
	return strconv.Itoa(n)
}

// View draws the menu.
func (m *Menu) View(w, h int) string {
	t := m.theme
	const width = 62
	r := layout.Dialog(w, h, width, len(m.rows)+9)
	b := line.NewBlock(r.W, r.H)
	art(b, t)
	b.End()
	b.End()
	for i, r := range m.rows {
		st := t.Text
		if i == m.list.Cursor {
			b.Base(t.Selected).Put(t.Accent, theme.Cursor)
			st = t.Strong
		} else {
			b.Space(1)
		}
		b.Space(1).Put(t.Accent, r.key).Space(2).Cell(st, r.name, 14).Put(t.Dim, r.what).End()
	}
	parts := []layout.Part{{Rect: r, Rows: b.Rows()}}
	foot := line.NewBlock(w-4, 1).Put(t.Faint, m.version)
	parts = append(parts, layout.Part{Rect: layout.Rect{X: 2, Y: h - 1, W: w - 4, H: 1}, Rows: foot.Rows()})
	return layout.Compose(w, h, parts)
}

// art is the title: the name, and the course of an ordinary fortnight.
func art(b *line.Block, t *theme.Theme) {
	b.Space(2).Put(t.Accent, "▁▁▁▁▁▁▁▂▁▁▁▂▂▁▂▂▁▂▂▃▂▂▃▃▂▃").Put(t.Warn, "▄▃▄▅▄▄▅▅▄▅▆▅▅▆▆").Put(t.Alarm, "▇▆▇▇▇█▇███").End()
	b.Space(2).Put(t.Strong, "C A L L O U T").End()
	b.End()
	b.Space(2).Put(t.Dim, "They build it. You run it. Ten of them, one of you.").End()
}
