package widget

import (
	"callout/ui/line"
)

// Part is one part of a bar.
type Part struct {
	N     int64
	Glyph string // takes one cell, and tells the part apart without colour
	Style line.Style
}

// Stack writes parts beside each other as one bar of w cells that stands for whole. What is not a part is left blank. The
// edges of the parts are rounded, not their widths, so that the bar is as long as their sum.
func Stack(b *line.Block, parts []Part, whole int64, w int) {
	used, past := 0, int64(0)
	for _, p := range parts {
		past += max(p.N, 0)
		to := used
		if whole > 0 {
			to = int((past*int64(w) + whole/2) / whole)
		}
		to = min(max(to, used), w)
		b.Fill(p.Style, p.Glyph, to-used)
		used = to
	}
	b.Space(w - used)
}
