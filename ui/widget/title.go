package widget

import (
	"callout/ui/line"
	"callout/ui/theme"
)

// Head writes the title row of a panel that is only read: its name, a note, and a rule to its end.
func Head(b *line.Block, t *theme.Theme, name, note string) {
	b.Put(t.Title, name)
	if note != "" {
		b.Space(1).Put(t.Dim, note)
	}
	b.Space(1).Fill(t.Faint, theme.Rule, b.Room()).End()
}

// Title writes the title row of a panel that can have the keys, and shows whether it has them.
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
