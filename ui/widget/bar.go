package widget

import (
	"callout/ui/line"
	"callout/ui/theme"
)

// Bar writes a share of whole as a bar of w cells. Anything above nothing shows at least one cell.
func Bar(b *line.Block, t *theme.Theme, s line.Style, share, whole int64, w int) {
	n := 0
	if whole > 0 && share > 0 {
		n = max(1, min(w, int((share*int64(w)+whole/2)/whole)))
	}
	b.Fill(s, theme.BarFull, n).Fill(t.Faint, theme.BarEmpty, w-n)
}
