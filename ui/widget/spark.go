package widget

import (
	"callout/ui/line"
	"callout/ui/theme"
)

var eighths = [9]string{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"}

// Spark is a course as columns of blocks. The highest value, or Top where it is higher, fills the height.
type Spark struct {
	Values []int64
	Rise   bool  // only what was added is drawn: the first value shown is the ground
	Top    int64 // a value, or with Rise an addition, that fills the height at least
	Warn   int64 // from here on a value is drawn as a warning; 0 for never
	Alarm  int64 // from here on a value is drawn as an alarm; 0 for never
}

// Level is how serious a value is.
func (s Spark) Level(v int64) theme.Level {
	switch {
	case s.Alarm > 0 && v >= s.Alarm:
		return theme.Alarming
	case s.Warn > 0 && v >= s.Warn:
		return theme.Warning
	}
	return theme.Calm
}

// Row writes row y, 0 the topmost, of a spark of w by h cells: its last w values, aligned right. What was before the first
// value is a faint ground.
func (s Spark) Row(b *line.Block, t *theme.Theme, y, w, h int) {
	values := s.Values
	if len(values) > w {
		values = values[len(values)-w:]
	}
	if y == h-1 {
		b.Fill(t.Faint, eighths[1], w-len(values))
	} else {
		b.Space(w - len(values))
	}
	floor := int64(0)
	if s.Rise && len(values) > 0 {
		floor = values[0]
	}
	top := floor + max(s.Top, 1)
	for _, v := range values {
		top = max(top, v)
	}
	for i := 0; i < len(values); {
		g, l := glyph(values[i]-floor, top-floor, y, h), s.Level(values[i])
		n := 1
		for i+n < len(values) && glyph(values[i+n]-floor, top-floor, y, h) == g && s.Level(values[i+n]) == l {
			n++
		}
		if g == eighths[0] {
			b.Space(n)
		} else {
			b.Fill(t.Line(l), g, n)
		}
		i += n
	}
}

// glyph is what stands in row y of h for a value, where top fills all rows.
func glyph(v, top int64, y, h int) string {
	steps := v / max(top/int64(8*h), 1)
	if top < 1<<50 {
		steps = v * int64(8*h) / top
	}
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
