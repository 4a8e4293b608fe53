package widget

import (
	"callout/game/words"
	"callout/ui/line"
	"callout/ui/theme"
)

// TooSmall asks for a larger terminal, on one of w by h cells.
func TooSmall(t *theme.Theme, w, h int) string {
	b := line.NewBlock(w, h)
	for range max(0, h/2-2) {
		b.End()
	}
	for _, s := range []struct {
		style line.Style
		text  string
	}{
		{t.Warn, words.Say("screen.small")},
		{t.Text, words.Say("screen.cells", "w", w, "h", h)},
		{t.Dim, words.Say("screen.larger")},
	} {
		for _, l := range line.Wrap(s.text, w) {
			b.Space((w-line.Width(l))/2).Put(s.style, l).End()
		}
	}
	return b.View()
}
