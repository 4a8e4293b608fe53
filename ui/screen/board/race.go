package board

import (
	"callout/game"
	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/lead"
	"callout/game/workshop/race"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

// field is a board with what all its rows share.
type field struct {
	rows  []workshop.BoardRow
	moved []int
	most  [3]int64 // of each gauge
	turns int
}

// columns are the widths of a row's cells.
type columns struct {
	rank, moved, name int
	value, spark      [3]int
	big               bool // values are in large letters
}

// grow makes room for values in large letters, at the cost of the courses.
func (c *columns) grow() {
	c.big = true
	for g, width := range [...]int{11, 11, 24} {
		c.spark[g] -= width - c.value[g]
		c.value[g] = width
	}
}

// Room of cells that does not depend on the screen.
const (
	rankCells, movedCells = 4, 5
	leastName, mostName   = 10, 24
	leastSpark, mostSpark = 6, 40
)

// race writes the teams, best first, with their gauges. Where they do not fit, the first stay and the others take turns.
func (s *Screen) race(b *line.Block) {
	t, p := s.theme, s.desk.Picture
	rows := p.Board.Rows
	if len(rows) == 0 {
		b.End().Line(t.Dim, words.Say("lead.noteam"))
		return
	}
	start := game.Minute(0)
	if p.Level != nil {
		start = p.Level.Start
	}
	f := &field{rows: rows, moved: race.Moved(rows, start)}
	for _, g := range race.Gauges {
		f.most[g] = g.Most(rows)
	}
	for i := range rows {
		f.turns = max(f.turns, len(rows[i].Course))
	}
	across, room := 1, b.Left()-1
	for len(rows) > across*room && b.Width()/(across+1) >= 58 {
		across++
	}
	shown := f.pick(s, across*room)
	w := (b.Width() - 3*(across-1)) / across
	height := max(1, min(8, room/max(len(shown), 1)))
	if across > 1 || len(shown) > len(rows) {
		height = 1
	}
	cols := f.columns(w, height, across == 1)
	if height >= 5 && w >= 150 {
		cols.grow()
	}
	for i := range across {
		s.head(b, cols)
		b.To(min((i+1)*(w+3), b.Width()))
	}
	b.End()
	down := (len(shown) + across - 1) / across
	for y := range down {
		for line := range height {
			for i := range across {
				if k := i*down + y; k < len(shown) {
					s.row(b, f, cols, shown[k], line, height)
				}
				b.To(min((i+1)*(w+3), b.Width()))
			}
			b.End()
		}
	}
}

// note is the index of a row that says what is left out, in the place of a team.
const note = -1

// pick are the indices of the rows that are shown in so many places.
func (f *field) pick(s *Screen, room int) []int {
	var shown []int
	if len(f.rows) <= room {
		for i := range f.rows {
			shown = append(shown, i)
		}
		return shown
	}
	top := min(3, max(room-2, 0))
	for i := range top {
		shown = append(shown, i)
	}
	shown = append(shown, note)
	page := max(room-top-1, 1)
	from := top + page*s.page((len(f.rows)-top+page-1)/page)
	for i := from; i < min(from+page, len(f.rows)); i++ {
		shown = append(shown, i)
	}
	return shown
}

// columns fits the cells of a team of so many rows into w cells.
func (f *field) columns(w, height int, sparks bool) columns {
	c := columns{rank: rankCells, moved: movedCells, value: [3]int{4, 4, 9}}
	longest := leastName
	for i := range f.rows {
		longest = max(longest, line.Width(f.rows[i].Name))
		if p := f.rows[i].Policy; p != "" && height > 1 {
			longest = max(longest, line.Width(program(p, mostName)))
		}
	}
	c.name = min(longest, mostName)
	rest := w - c.rank - c.moved - c.name - c.value[0] - c.value[1] - c.value[2] - 3*3
	if rest < 0 {
		c.name = max(c.name+rest, 1)
		return c
	}
	if each := min((rest-3)/3, mostSpark); sparks && each >= leastSpark {
		for g := range c.spark {
			c.spark[g] = each
		}
	} else if rest >= leastSpark+1 {
		c.spark[race.Lost] = min(rest-1, mostSpark/2)
	}
	return c
}

// program says which policy plays for a team, in so many cells where that can be.
func program(policy string, room int) string {
	title := lead.PolicyTitle(policy)
	if text := words.Say("board.policy", "policy", title); line.Width(text) <= room {
		return text
	}
	return title
}

// head names the columns.
func (s *Screen) head(b *line.Block, c columns) {
	t := s.theme
	b.Space(c.rank+c.moved).Cell(t.Title, words.Say("board.team"), c.name)
	for _, g := range race.Gauges {
		width := c.value[g]
		if c.spark[g] > 0 {
			width += 1 + c.spark[g]
		}
		key := [...]string{"burnout", "queue", "lost"}[g]
		name := words.Say("board.gauge." + key)
		if line.Width(name) > width {
			name = words.Say("board.short." + key)
		}
		if c.spark[g] > 0 {
			b.Space(3).Cell(t.Title, name, width)
		} else {
			b.Right(t.Title, name, 3+width)
		}
	}
}

// row writes one of the height rows of a team.
func (s *Screen) row(b *line.Block, f *field, c columns, i, y, height int) {
	t, from := s.theme, b.Col()
	if i == note {
		if y == 0 {
			b.Space(c.rank).Put(t.Dim, theme.More+" ").Put(t.Dim, words.Say("board.turns", "n", len(f.rows), "page", s.page(s.pages)+1, "pages", s.pages))
		}
		return
	}
	r, middle := &f.rows[i], (height-1)/2
	if height >= 4 { // a row between teams
		height--
		if y == height {
			return
		}
		middle = (height - 1) / 2
	}
	place := words.Number(int64(r.Rank))
	style := t.Text
	if r.Rank == 1 {
		style = t.Focus
	}
	switch {
	case height >= 3:
		widget.Big{Text: place}.Row(b, style, y-(height-3)/2)
	case y == middle:
		b.Right(style, place, c.rank-1)
	}
	b.To(from + c.rank + 1)
	if y == middle {
		s.arrow(b, f.moved[i])
	}
	b.To(from + c.rank + c.moved)
	switch {
	case y == middle:
		b.Cell(t.Strong, r.Name, c.name)
	case y == middle+1 && r.Policy != "":
		b.Cell(t.Dim, program(r.Policy, c.name), c.name)
	}
	b.To(from + c.rank + c.moved + c.name)
	for _, g := range race.Gauges {
		b.Space(3)
		s.value(b, g, g.Now(r), c, y, height)
		if c.spark[g] > 0 {
			b.Space(1)
			s.spark(b, f, g, r, y, c.spark[g], height)
		}
	}
}

// value writes row y of what a gauge of a team stands at.
func (s *Screen) value(b *line.Block, g race.Gauge, now int64, c columns, y, height int) {
	big := widget.Big{Text: g.Short(now)}
	if w, _ := big.Size(); c.big && w <= c.value[g] {
		b.Space(c.value[g] - w)
		from := b.Col()
		big.Row(b, s.strength(g, now), y-(height-3)/2)
		b.To(from + w)
		return
	}
	if y == (height-1)/2 {
		b.Right(s.strength(g, now), g.Short(now), c.value[g])
		return
	}
	b.Space(c.value[g])
}

// arrow says by how many places a team rose or fell.
func (s *Screen) arrow(b *line.Block, n int) {
	switch t := s.theme; {
	case n > 0:
		b.Put(t.Good, "▲"+words.Number(int64(n)))
	case n < 0:
		b.Put(t.Warn, "▼"+words.Number(int64(-n)))
	}
}

// strength is how a value of a gauge looks.
func (s *Screen) strength(g race.Gauge, v int64) line.Style {
	if g == race.Burnout {
		return s.theme.Of(theme.Strain(int32(max(0, min(v, 100)))))
	}
	return s.theme.Strong
}

// stretch brings values to n cells: each stays as long as its turn is wide, and where turns share a cell the greatest stands.
func stretch(values []int64, n int) []int64 {
	if len(values) >= n {
		return widget.Resample(values, n)
	}
	wide := make([]int64, n)
	for i := range wide {
		wide[i] = values[i*len(values)/n]
	}
	return wide
}

// spark writes row y of a team's course of a gauge: as long as the team has come, by a scale that all share.
func (s *Screen) spark(b *line.Block, f *field, g race.Gauge, r *workshop.BoardRow, y, w, h int) {
	from := b.Col()
	if n := len(r.Course); n > 0 {
		cells := max(1, n*w/max(f.turns, 1))
		spark := widget.Spark{Values: stretch(g.Values(r), cells), Top: f.most[g]}
		if g == race.Burnout {
			spark.Warn, spark.Alarm = 45, 70
		}
		spark.Row(b, s.theme, y, min(cells, len(spark.Values)), h)
	}
	b.To(from + w)
}
