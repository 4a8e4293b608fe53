package widget

import (
	"callout/ui/line"
	"callout/ui/theme"
)

// QR is a code for the camera of a phone: its modules, true for dark, without a border.
type QR [][]bool

// quiet is how many light modules a camera wants around a code.
const quiet = 2

// Size is the size of the code in cells: two modules to a cell, one above the other.
func (q QR) Size() (w, h int) {
	if len(q) == 0 {
		return 0, 0
	}
	n := len(q) + 2*quiet
	return n, (n + 1) / 2
}

// dark tells whether a module is dark, the border counted.
func (q QR) dark(x, y int) bool {
	x, y = x-quiet, y-quiet
	return y >= 0 && y < len(q) && x >= 0 && x < len(q[y]) && q[y][x]
}

// Row writes row y of the code: light modules are ink, so that it stands light on the dark ground of a terminal; with colour it
// is black on white wherever it stands.
func (q QR) Row(b *line.Block, t *theme.Theme, y int) {
	w, h := q.Size()
	if y < 0 || y >= h {
		b.Space(w)
		return
	}
	glyphs := [4]string{" ", "▄", "▀", "█"}
	for x := 0; x < w; {
		g := q.glyph(x, y)
		run := 1
		for x+run < w && q.glyph(x+run, y) == g {
			run++
		}
		b.Fill(t.Code, glyphs[g], run)
		x += run
	}
}

// glyph is which of the two modules of a cell are light: the lower is worth one, the upper two.
func (q QR) glyph(x, y int) int {
	g := 0
	if !q.dark(x, 2*y) {
		g += 2
	}
	if !q.dark(x, 2*y+1) {
		g++
	}
	return g
}
