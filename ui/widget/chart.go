package widget

import (
	"callout/ui/line"
	"callout/ui/theme"
)

// Chart is a course over time with its axes.
type Chart struct {
	Values []int64
	Top    int64                // a value that the axis reaches at least
	Label  func(v int64) string // a value on the axis, with its unit
	Marks  []Mark               // on the time axis, in order
	Warn   int64                // see Spark
	Alarm  int64
}

// Mark is a name at a place on the time axis.
type Mark struct {
	At   int // index into Values
	Name string
}

// axis is the room for labels on the left.
const axis = 10

// Draw writes the chart: height rows and one for time.
func (c *Chart) Draw(b *line.Block, t *theme.Theme, height int) {
	c.Plot(b, t, height)
	TimeAxis(b, t, len(c.Values), c.Marks)
}

// Plot writes the chart without its axis of time, so that several may share one.
func (c *Chart) Plot(b *line.Block, t *theme.Theme, height int) {
	w := max(b.Width()-axis-1, 0)
	n := max(len(c.Values), 1)
	cols := make([]int64, w)
	for x := range cols {
		from, to := x*n/w, (x+1)*n/w
		for i := from; i < max(to, from+1) && i < len(c.Values); i++ {
			cols[x] = max(cols[x], c.Values[i])
		}
	}
	top := max(c.Top, 1)
	for _, v := range cols {
		top = max(top, v)
	}
	top = nice(top)
	spark := Spark{Values: cols, Top: top, Warn: c.Warn, Alarm: c.Alarm}
	for y := range height {
		axisLabel(b, t, c.Label, top, y, height)
		spark.Row(b, t, y, w, height)
		b.End()
	}
}

// axisLabel writes what stands left of row y of a plot of h rows: its value where the axis has one there.
func axisLabel(b *line.Block, t *theme.Theme, label func(int64) string, top int64, y, h int) {
	text := ""
	switch y {
	case 0:
		text = label(top)
	case h / 2:
		if h > 4 {
			text = label(top / 2)
		}
	case h - 1:
		text = label(0)
	}
	b.Right(t.Dim, text, axis-1).Space(1).Put(t.Faint, "┤")
}

// TimeAxis writes the axis of time under a plot of n values.
func TimeAxis(b *line.Block, t *theme.Theme, n int, marks []Mark) {
	w := b.Width() - axis - 1
	b.Space(axis).Put(t.Faint, "└")
	for _, m := range marks {
		at := axis + 1 + m.At*w/max(n, 1)
		if at < b.Col() || at+line.Width(m.Name) > b.Width() {
			continue
		}
		b.Fill(t.Faint, "─", at-b.Col()).Put(t.Dim, m.Name)
	}
	b.Fill(t.Faint, "─", b.Room()).End()
}

// nice is the next round number, so that the axis has labels that can be read.
func nice(v int64) int64 {
	if v <= 10 {
		return max(v, 1)
	}
	for step := int64(1); step < 1<<58; step *= 10 {
		for _, m := range [...]int64{12, 16, 20, 24, 30, 40, 50, 60, 80, 100} {
			if v <= m*step {
				return m * step
			}
		}
	}
	return v
}
