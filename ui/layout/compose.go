package layout

import (
	"cmp"
	"slices"
	"strings"

	"callout/ui/line"
)

// Part is a rectangle with what is in it: H rows of W cells.
type Part struct {
	Rect
	Rows []string
}

// Compose puts parts that do not overlap on a screen of w by h cells and returns its rows.
func Compose(w, h int, parts []Part) []string {
	slices.SortFunc(parts, func(a, b Part) int { return cmp.Compare(a.X, b.X) })
	size := 0
	for i := range parts {
		for _, r := range parts[i].Rows {
			size += len(r)
		}
	}
	var b strings.Builder
	b.Grow(size + w*h/2)
	ends := make([]int, h)
	for y := range h {
		x := 0
		for i := range parts {
			p := &parts[i]
			if y < p.Y || y >= p.Y+p.H || p.W <= 0 || y-p.Y >= len(p.Rows) {
				continue
			}
			b.WriteString(blanks(p.X - x))
			b.WriteString(p.Rows[y-p.Y])
			x = p.X + p.W
		}
		b.WriteString(blanks(w - x))
		ends[y] = b.Len()
	}
	all, from := b.String(), 0
	rows := make([]string, h)
	for y, to := range ends {
		rows[y] = all[from:to]
		from = to
	}
	return rows
}

// Over lays a dialog over a screen; what is around it loses its colours and steps back.
func Over(rows []string, w int, shade line.Style, d Part) []string {
	out := make([]string, len(rows))
	for y, row := range rows {
		plain := line.Plain(row)
		b := line.NewBlock(w, 1)
		if y < d.Y || y >= d.Y+d.H || y-d.Y >= len(d.Rows) {
			out[y] = b.Put(shade, plain).Rows()[0]
			continue
		}
		left := line.NewBlock(d.X, 1).Put(shade, line.Head(plain, d.X)).Rows()[0]
		right := line.NewBlock(w-d.X-d.W, 1).Put(shade, line.Skip(plain, d.X+d.W)).Rows()[0]
		out[y] = left + d.Rows[y-d.Y] + right
	}
	return out
}

const space = "                                                                                                                        "

func blanks(n int) string {
	if n <= 0 {
		return ""
	}
	if n <= len(space) {
		return space[:n]
	}
	return strings.Repeat(" ", n)
}
