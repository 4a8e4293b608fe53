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
	w := b.Width() - axis - 1
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
		label := ""
		switch y {
		case 0:
			label = c.Label(top)
		case height / 2:
			if height > 4 {
				label = c.Label(top / 2)
			}
		case height - 1:
			label = c.Label(0)
		}
		b.Right(t.Dim, label, axis-1).Space(1).Put(t.Faint, "┤")
		spark.Row(b, t, y, w, height)
		b.End()
	}
	b.Space(axis).Put(t.Faint, "└")
	for _, m := range c.Marks {
		at := axis + 1 + m.At*w/n
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
