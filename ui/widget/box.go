package widget

import (
	"callout/ui/line"
	"callout/ui/theme"
)

// Box frames rows of w cells with rounded corners and a title, one blank at each side.
// The result is len(rows)+2 rows of w+4 cells.
func Box(t *theme.Theme, title string, rows []string, w int) string {
	b := line.NewBlock(w+4, len(rows)+2)
	title = line.Cut(title, w-2)
	b.Put(t.Accent, "╭─ ").Put(t.Focus, title).Put(t.Accent, " ")
	b.Fill(t.Accent, "─", b.Room()-1).Put(t.Accent, "╮").End()
	side := line.NewBlock(1, 1).Put(t.Accent, "│").Rows()[0]
	blank := line.NewBlock(w, 1).Rows()[0]
	for _, r := range rows {
		if r == "" {
			r = blank
		}
		b.Join([]string{side + " " + r + " " + side}, w+4)
	}
	b.Put(t.Accent, "╰").Fill(t.Accent, "─", w+2).Put(t.Accent, "╯").End()
	return b.View()
}
