package widget

import (
	"callout/ui/line"
	"callout/ui/theme"
)

// Gauge is one of the numbers that rule the screen: what it is, how it changed, where it comes from.
type Gauge struct {
	Label  string
	Value  string
	Change string // since the last turn, "" for none
	Worse  bool   // the change is for the worse
	Note   string
	Level  theme.Level
	Course Spark
}

// Rows draws the gauge on w by h cells: a row of words, and the course below it with the note beside it.
func (g *Gauge) Rows(t *theme.Theme, w, h int) []string {
	b := line.NewBlock(w, h)
	b.Put(t.Title, g.Label).Space(1).Put(t.Of(g.Level), g.Value)
	if g.Change != "" {
		s := t.Dim
		if g.Worse {
			s = t.Warn
		}
		b.Space(1).Put(s, g.Change)
	}
	b.End()
	note := line.Width(g.Note)
	course := max(6, min(w-note-1, w*2/3))
	for y := range h - 1 {
		g.Course.Row(b, t, y, course, h-1)
		if y == h-2 {
			b.Space(1).Put(t.Dim, g.Note)
		}
		b.End()
	}
	return b.Rows()
}
