package report

import "callout/game/drawing"

// bars is a chart of rows, each a bar that is made of parts.
type bars struct {
	rows []barRow
}

type barRow struct {
	label, value string
	parts        []int64 // by key
	of           int64   // what the whole length stands for; 0 for the most of all rows
	strong       bool    // it is the game itself, or all of it together
}

// A key says what a part of a bar, or a band, is. Its letter stands in the drawing, so that no colour is needed.
type key struct {
	Letter, Class, Text string
}

// barHeight is how high a bar is, and rowGap what lies between rows.
const (
	barHeight = 22
	rowGap    = 12
)

// draw draws the rows below each other: with their label before the bar where there is room, else above it.
func (b *bars) draw(id string, width int, keys []key) *drawing.Canvas {
	c := &drawing.Canvas{ID: id, Width: width}
	narrow := width < 500
	left, right, above := b.room(func(r *barRow) string { return r.label }), b.room(func(r *barRow) string { return r.value }), 0
	if narrow {
		left, right, above = 0, 0, 20
	}
	most := int64(0)
	for _, r := range b.rows {
		if r.of == 0 {
			most = max(most, sumOf(r.parts))
		}
	}
	length, y := width-left-right, 2
	for _, r := range b.rows {
		look := ""
		if r.strong {
			look = " strong"
		}
		if narrow {
			c.Text(drawing.Start+look, 0, y+13, drawing.Cut(r.label, width-drawing.LetterWidth*(len([]rune(r.value))+2)))
			c.Text(drawing.End+look, width, y+13, r.value)
		} else {
			c.Text(drawing.Start+look, 0, y+16, drawing.Cut(r.label, left-10))
		}
		y += above
		all := r.of
		if all == 0 {
			all = most
		}
		end := left + b.parts(c, r, keys, left, y, length, all)
		if !narrow {
			c.Text(drawing.Start+look, end+8, y+16, r.value)
		}
		y += barHeight + rowGap
	}
	c.Height = y - rowGap + 2
	return c
}

// room is how much the texts beside the bars take, within reason.
func (b *bars) room(of func(r *barRow) string) int {
	longest := 0
	for i := range b.rows {
		longest = max(longest, drawing.LetterWidth*len([]rune(clean(of(&b.rows[i])))))
	}
	return max(60, min(longest+14, 260))
}

// parts draws the parts of one bar and returns how long it is.
func (b *bars) parts(c *drawing.Canvas, r barRow, keys []key, x, y, length int, all int64) int {
	sum := int64(0)
	for i, n := range r.parts {
		from := drawing.Scale(sum, all, length)
		sum += n
		to := drawing.Scale(sum, all, length)
		if to <= from {
			continue
		}
		c.Rect("part "+keys[i].Class, x+from, y, to-from, barHeight)
		if to-from >= 16 {
			c.Text(drawing.Middle+" letter", x+(from+to)/2, y+16, keys[i].Letter)
		}
	}
	end := drawing.Scale(sum, all, length)
	if r.strong {
		c.Rect("frame", x, y-1, max(end, 1), barHeight+2)
	}
	return end
}

func sumOf(parts []int64) int64 {
	sum := int64(0)
	for _, n := range parts {
		sum += n
	}
	return sum
}
