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

// Compose puts parts that do not overlap on a screen of w by h cells.
func Compose(w, h int, parts []Part) string {
	slices.SortFunc(parts, func(a, b Part) int { return cmp.Compare(a.X, b.X) })
	size, cells := 0, 0
	for i := range parts {
		cells += parts[i].W * parts[i].H
		for _, r := range parts[i].Rows {
			size += len(r)
		}
	}
	var b strings.Builder
	b.Grow(size + w*h - cells + h)
	for y := range h {
		if y > 0 {
			b.WriteByte('\n')
		}
		x := 0
		for i := range parts {
			p := &parts[i]
			if y < p.Y || y >= p.Y+p.H || p.W <= 0 || y-p.Y >= len(p.Rows) {
				continue
			}
			b.WriteString(line.Blanks(p.X - x))
			b.WriteString(p.Rows[y-p.Y])
			x = p.X + p.W
		}
		b.WriteString(line.Blanks(w - x))
	}
	return b.String()
}

// Over lays a dialog over a screen; what is around it loses its colours and steps back.
func Over(screen string, w int, shade line.Style, at Rect, dialog string) string {
	rows, over := strings.Split(screen, "\n"), strings.Split(dialog, "\n")
	for y, row := range rows {
		plain := line.Plain(row)
		if y < at.Y || y-at.Y >= len(over) {
			rows[y] = line.NewBlock(w, 1).Put(shade, plain).Rows()[0]
			continue
		}
		left := line.NewBlock(at.X, 1).Put(shade, line.Head(plain, at.X)).Rows()[0]
		right := line.NewBlock(w-at.X-at.W, 1).Put(shade, line.Skip(plain, at.X+at.W)).Rows()[0]
		rows[y] = left + over[y-at.Y] + right
	}
	return strings.Join(rows, "\n")
}
