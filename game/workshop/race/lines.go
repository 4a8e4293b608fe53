package race

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"

	"callout/game"
	"callout/game/drawing"
	"callout/game/words"
	"callout/game/workshop"
)

// Labelled is how many teams have a colour and a label in a chart; the others are drawn quietly behind them.
const Labelled = 8

// Room that a chart leaves around its plot, in pixels, and the least distance of two labels.
const (
	above, below = 16, 28
	labelGap     = 18
)

// nameWidth is about how wide a letter of a name is, which is large and bold.
const nameWidth = 9

// cut shortens a name to so many pixels.
func cut(name string, room int) string { return drawing.Cut(name, room*drawing.LetterWidth/nameWidth) }

// Lines is the course of one gauge for all teams, over time from the beginning of the level. The best teams have a label at
// the end of their line.
func Lines(b *workshop.Board, g Gauge, from game.Minute, width, height int) template.HTML {
	c := &drawing.Canvas{ID: "race-" + names[g], Width: width, Height: height}
	p := plotOf(b.Rows, g, from, width, height)
	p.axes(c, g)
	shown := Pick(b.Rows, Labelled, 0)
	for i := range shown.Left {
		c.Path("line rest", drawing.Path(p.points(&shown.Left[i]), false))
	}
	var ends []end
	for i := len(shown.Rows) - 1; i >= 0; i-- { // the best is drawn last, above the others
		r := &shown.Rows[i]
		points := p.points(r)
		last := points[len(points)-1]
		c.Path("line "+class(r), drawing.Path(points, false))
		c.Dot("end "+class(r), last[0], last[1], 5)
		ends = append(ends, end{row: r, y: last[1]})
	}
	spread(ends, p.top, p.bottom)
	for _, e := range ends {
		c.Text(drawing.Start+" label "+class(e.row), p.right+12, e.y+5, cut(e.row.Name, width-p.right-12))
	}
	return c.SVG(words.Say("race.chart.title", "gauge", g.Title()), says(b.Rows, g, shown))
}

// class is the look of a team, the same in every chart.
func class(r *workshop.BoardRow) string {
	return "team-" + strconv.Itoa((max(r.Team, 1)-1)%Labelled+1)
}

// says is what a chart shows, in a sentence or two.
func says(rows []workshop.BoardRow, g Gauge, shown Field) string {
	if len(rows) == 0 {
		return words.Say("race.chart.empty")
	}
	low, high := &rows[0], &rows[0]
	for i := range rows {
		if g.Now(&rows[i]) < g.Now(low) {
			low = &rows[i]
		}
		if g.Now(&rows[i]) > g.Now(high) {
			high = &rows[i]
		}
	}
	text := words.Say("race.chart.says", "gauge", g.Title(), "n", len(rows), "low", low.Name, "least", g.Says(g.Now(low)), "high", high.Name, "most", g.Says(g.Now(high)))
	if n := len(shown.Left); n > 0 {
		text += " " + words.Say("race.chart.unnamed", "n", n)
	}
	return text
}

// plot is where values and times lie on a chart.
type plot struct {
	g                        Gauge
	from, to                 game.Minute
	most                     int64
	left, right, top, bottom int
}

func plotOf(rows []workshop.BoardRow, g Gauge, from game.Minute, width, height int) plot {
	p := plot{g: g, from: from, to: max(until(rows, from), from+game.Hour), most: drawing.Nice(g.Most(rows)), top: above, bottom: height - below}
	letters := 0
	for i := range rows {
		letters = max(letters, len([]rune(drawing.Clean(rows[i].Name))))
	}
	tick := max(len([]rune(g.Short(p.most))), len([]rune(g.Short(p.most/2)))) // £5,000 is longer than £10k
	p.left = drawing.LetterWidth*tick + 16
	p.right = width - 12 - min(nameWidth*letters, width/3)
	return p
}

func (p *plot) x(m game.Minute) int {
	return p.left + drawing.Scale(int64(m-p.from), int64(p.to-p.from), p.right-p.left)
}

func (p *plot) y(v int64) int { return p.bottom - drawing.Scale(v, p.most, p.bottom-p.top) }

// points are the course of a team, from the beginning on.
func (p *plot) points(r *workshop.BoardRow) [][2]int {
	first := int64(0)
	if len(r.Course) == 0 {
		first = p.g.Now(r)
	} else if p.g != Lost {
		first = p.g.Of(&r.Course[0])
	}
	points := [][2]int{{p.x(p.from), p.y(first)}}
	for i := range r.Course {
		points = append(points, [2]int{p.x(r.Course[i].At), p.y(p.g.Of(&r.Course[i]))})
	}
	return points
}

// axes draws nothing, half and all of the scale, and the days.
func (p *plot) axes(c *drawing.Canvas, g Gauge) {
	for _, v := range []int64{0, p.most / 2, p.most} {
		c.Line("grid", p.left, p.y(v), p.right, p.y(v))
		c.Text(drawing.End+" quiet", p.left-8, p.y(v)+4, g.Short(v))
	}
	every := game.Day
	if int(p.to-p.from)/int(game.Day) > (p.right-p.left)/48 {
		every = game.Week
	}
	for m := p.from - p.from%every; m < p.to; m += every {
		x := p.x(max(m, p.from))
		if m > p.from {
			c.Line("grid", x, p.top, x, p.bottom)
		}
		if p.x(min(m+every, p.to))-x >= 5*drawing.LetterWidth {
			c.Text(drawing.Start+" quiet", x+3, p.bottom+18, p.day(m, every))
		}
	}
}

// day is the name of what begins at m.
func (p *plot) day(m, every game.Minute) string {
	if every == game.Week {
		return words.Say("race.week", "n", int(m/game.Week)+1)
	}
	return words.Weekday(m.Weekday())
}

// end is the label of a line and how high it stands.
type end struct {
	row *workshop.BoardRow
	y   int
}

// spread moves labels apart, so that none covers another and all stay beside the plot.
func spread(ends []end, top, bottom int) {
	slices.SortStableFunc(ends, func(a, b end) int { return cmp.Or(cmp.Compare(a.y, b.y), cmp.Compare(a.row.Rank, b.row.Rank)) })
	gap := labelGap
	if n := len(ends); n > 1 {
		gap = min(gap, (bottom-top)/(n-1))
	}
	for i := 1; i < len(ends); i++ {
		ends[i].y = max(ends[i].y, ends[i-1].y+gap)
	}
	limit := bottom
	for i := len(ends) - 1; i >= 0; i-- {
		ends[i].y = min(ends[i].y, limit)
		limit = ends[i].y - gap
	}
}
