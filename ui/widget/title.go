package widget

import (
	"callout/ui/line"
	"callout/ui/theme"
)

// Title writes the title row of a panel: its name, a note, and a rule to its end. The panel that has the keys shows it.
func Title(b *line.Block, t *theme.Theme, name, note string, focus bool) {
	s := t.Title
	if focus {
		s = t.Focus
		b.Put(t.Accent, theme.Cursor)
	} else {
		b.Space(1)
	}
	b.Put(s, name)
	if note != "" {
		b.Space(1).Put(t.Dim, note)
	}
	rule := t.Faint
	if focus {
		rule = t.Accent
	}
	b.Space(1).Fill(rule, theme.Rule, b.Room()).End()
}
