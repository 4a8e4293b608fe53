package report

import (
	"callout/game"
	"callout/game/debrief"
	"callout/game/drawing"
	"callout/game/words"
)

// frame is where the days of a game lie on a drawing, which all its panels share.
type frame struct {
	from, to    game.Minute
	left, width int
}

// frameOf leaves room at the side for the longest of the numbers that will stand there.
func frameOf(course []debrief.Point, start game.Minute, width int, numbers ...string) frame {
	left := 30
	for _, n := range numbers {
		left = max(left, drawing.LetterWidth*len([]rune(n))+10)
	}
	return frame{from: start, to: course[len(course)-1].At, left: left, width: width - left - 12}
}

// x is where a minute lies.
func (f frame) x(m game.Minute) int {
	return f.left + drawing.Scale(int64(m-f.from), int64(f.to-f.from), f.width)
}

// days draws a line at the beginning of each day, or of each week where days are many, with its name below.
func (f frame) days(c *drawing.Canvas, top, bottom int) {
	every, name := game.Day, func(m game.Minute) string { return words.Weekday(m.Weekday()) }
	if int(f.to-f.from)/int(game.Day) > f.width/40 {
		every, name = game.Week, func(m game.Minute) string { return words.Say("report.chart.week", "n", int(m/game.Week)+1) }
	}
	for m := f.from - f.from%every; m < f.to; m += every {
		x := f.x(max(m, f.from))
		if m > f.from {
			c.Line("grid", x, top, x, bottom)
		}
		next := f.x(min(m+every, f.to))
		if label := name(m); next-x >= drawing.LetterWidth*len([]rune(label)) {
			c.Text(drawing.Start+" quiet", x+3, bottom+15, label)
		}
	}
}

// panel is one gauge over the course of a game.
type panel struct {
	name  string
	title string
	class string
	least int64 // that its scale reaches
	of    func(p *debrief.Point) int64
	says  func(n int64) string
}

// panelHeight is how high a gauge is drawn, and panelHead what its title takes.
const (
	panelHeight = 84
	panelHead   = 26
)

// drawCourse draws the gauges below each other, with the decisions as numbered lines through all of them.
func drawCourse(id string, d *debrief.Debrief, panels []panel, width int) *drawing.Canvas {
	c := &drawing.Canvas{ID: id, Width: width}
	var numbers []string
	for i := range panels {
		numbers = append(numbers, panels[i].says(panels[i].most(d.Course)))
	}
	f := frameOf(d.Course, d.Record.Level.Start, width, numbers...)
	marks := shownMarks(d)
	rows, top := markRows(f, marks), 0
	if len(marks) > 0 {
		top = 8
		for _, r := range rows {
			top = max(top, 8+(r+1)*18)
		}
	}
	bottom := top + len(panels)*(panelHeight+panelHead)
	f.days(c, top, bottom)
	for i, m := range marks {
		x := f.x(m.At)
		c.Line("mark", x, 10+rows[i]*18, x, bottom)
		c.Dot("mark", x, 10+rows[i]*18, 8)
		c.Text(drawing.Middle+" number", x, 14+rows[i]*18, words.Number(int64(i+1)))
	}
	for i := range panels {
		panels[i].draw(c, f, d.Course, top+i*(panelHeight+panelHead)+panelHead)
	}
	c.Height = bottom + 20
	return c
}

// markRows puts marks that would cover each other into rows of their own.
func markRows(f frame, marks []debrief.Mark) []int {
	rows, last := make([]int, len(marks)), []int{}
	for i, m := range marks {
		x, r := f.x(m.At), 0
		for r < len(last) && x-last[r] < 18 {
			r++
		}
		if r == len(last) {
			last = append(last, 0)
		}
		last[r], rows[i] = x, r
	}
	return rows
}

// most is the end of the gauge's scale.
func (p *panel) most(course []debrief.Point) int64 {
	most := p.least
	for i := range course {
		most = max(most, p.of(&course[i]))
	}
	return drawing.Nice(most)
}

// draw draws one gauge: its title above, its line over its area, and its scale at the side.
func (p *panel) draw(c *drawing.Canvas, f frame, course []debrief.Point, top int) {
	y := p.scale(c, f, top, p.most(course))
	line := p.line(f, course, y)
	area := append(append([][2]int{}, line...), [2]int{f.x(f.to), y(0)})
	c.Path("area "+p.class, drawing.Path(area, true))
	c.Path("line "+p.class, drawing.Path(line, false))
}

// scale draws the gauge's title and its scale, and returns where a number lies on it.
func (p *panel) scale(c *drawing.Canvas, f frame, top int, most int64) func(int64) int {
	y := func(n int64) int { return top + panelHeight - drawing.Scale(n, most, panelHeight) }
	c.Text(drawing.Start+" strong", f.left, top-9, p.title)
	for _, n := range []int64{0, most} {
		c.Line("grid", f.left, y(n), f.left+f.width, y(n))
		c.Text(drawing.End+" quiet", f.left-6, y(n)+4, p.says(n))
	}
	return y
}

// line goes through the points of a course.
func (p *panel) line(f frame, course []debrief.Point, y func(int64) int) [][2]int {
	line := [][2]int{{f.x(f.from), y(0)}}
	for i := range course {
		line = append(line, [2]int{f.x(course[i].At), y(p.of(&course[i]))})
	}
	return line
}

// drawFlow draws the flow of changes: bands between cumulative numbers, the lowest of what is live.
func drawFlow(id string, d *debrief.Debrief, keys []key, width int) *drawing.Canvas {
	const height, top = 200, 10
	c := &drawing.Canvas{ID: id, Width: width, Height: top + height + 20}
	most := int64(1)
	for _, p := range d.Course {
		most = max(most, int64(p.Finished))
	}
	most = drawing.Nice(most)
	f := frameOf(d.Course, d.Record.Level.Start, width, words.Number(most))
	y := func(n int32) int { return top + height - drawing.Scale(int64(n), most, height) }
	f.days(c, top, top+height)
	for _, n := range []int64{0, most / 2, most} {
		if n == 0 || n*2 == most || n == most {
			c.Line("grid", f.left, y(int32(n)), f.left+f.width, y(int32(n)))
			c.Text(drawing.End+" quiet", f.left-6, y(int32(n))+4, words.Number(n))
		}
	}
	for k := range keys {
		band, floor, widest, at := [][2]int{}, [][2]int{}, 0, [2]int{}
		for _, p := range d.Course {
			low, high := bandOf(p, k)
			x := f.x(p.At)
			band, floor = append(band, [2]int{x, y(high)}), append(floor, [2]int{x, y(low)})
			if h := y(low) - y(high); h > widest && x > f.left+8 && x < f.left+f.width-8 {
				widest, at = h, [2]int{x, (y(low)+y(high))/2 + 4}
			}
		}
		for i := len(floor) - 1; i >= 0; i-- {
			band = append(band, floor[i])
		}
		c.Path("part "+keys[k].Class, drawing.Path(band, true))
		if widest >= 14 {
			c.Text(drawing.Middle+" letter", at[0], at[1], keys[k].Letter)
		}
	}
	return c
}

// bandOf is between which numbers a band lies: of what is live, planned, asked for, finished.
func bandOf(p debrief.Point, k int) (low, high int32) {
	edges := [...]int32{0, p.Deployed, p.Planned, p.Requested, p.Finished}
	return edges[k], edges[k+1]
}
