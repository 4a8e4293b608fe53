package widget

import (
	"callout/ui/line"
)

var eighths = [9]string{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"}

// Spark is a course as columns of blocks. Values are drawn from Floor upwards; the highest value, or Top where it is
// higher, fills the height.
type Spark struct {
	Values []int64
	Floor  int64
	Top    int64 // a value that is to fill the height at least
}

// Row writes row y, 0 the topmost, of a spark of w by h cells: its last w values, aligned right.
func (s Spark) Row(b *line.Block, st line.Style, y, w, h int) {
	values := s.Values
	if len(values) > w {
		values = values[len(values)-w:]
	}
	b.Space(w - len(values))
	top := max(s.Top, s.Floor+1)
	for _, v := range values {
		top = max(top, v)
	}
	for i := 0; i < len(values); {
		g := s.glyph(values[i], top, y, h)
		n := 1
		for i+n < len(values) && s.glyph(values[i+n], top, y, h) == g {
			n++
		}
		b.Fill(st, g, n)
		i += n
	}
}

func (s Spark) glyph(v, top int64, y, h int) string {
	steps := (v - s.Floor) * int64(8*h) / (top - s.Floor)
	if y == h-1 && steps < 1 {
		steps = 1 // a value of nothing is still a value
	}
	return eighths[max(0, min(8, steps-int64(8*(h-1-y))))]
}

// Resample brings values to at most n, each the greatest of those it stands for.
func Resample(values []int64, n int) []int64 {
	if len(values) <= n || n <= 0 {
		return values
	}
	out := make([]int64, n)
	for i := range out {
		from, to := i*len(values)/n, (i+1)*len(values)/n
		out[i] = values[from]
		for _, v := range values[from:to] {
			out[i] = max(out[i], v)
		}
	}
	return out
}
