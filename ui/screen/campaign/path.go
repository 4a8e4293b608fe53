package campaign

import (
	"strconv"

	"callout/game/words"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/progress"
	"callout/ui/theme"
)

// place is where level i stands: the path runs to the right, turns, runs back, and turns again.
func (m *Map) place(i int) (row, column int) {
	row, column = i/m.columns, i%m.columns
	if row%2 == 1 {
		column = m.columns - 1 - column
	}
	return row, column
}

// levelAt is the level that stands there, or nil.
func (m *Map) levelAt(row, column int) (*Level, int) {
	i := row*m.columns + column
	if row%2 == 1 {
		i = row*m.columns + m.columns - 1 - column
	}
	if column < 0 || column >= m.columns || i < 0 || i >= len(m.data.Levels) {
		return nil, i
	}
	return &m.data.Levels[i], i
}

// edge is the room for the turns at both sides.
const edge = 2

// path draws the map.
func (m *Map) path(p layout.Campaign) []string {
	b := line.NewBlock(p.Map.W, p.Map.H)
	width := (p.Map.W - 2*edge) / m.columns
	rows := (len(m.data.Levels) + m.columns - 1) / m.columns
	for row := range rows {
		for y := range p.StopHeight {
			m.turn(b, row, y, true)
			for column := range m.columns {
				m.cell(b, row, column, y, width)
			}
			b.To(b.Width() - edge)
			m.turn(b, row, y, false)
			b.End()
		}
	}
	return b.Rows()
}

// Rows of a stop.
const (
	articleRow = iota
	railRow
	titleRow
	stateRow
	bestRow
)

// cell draws row y of the stop at a place.
func (m *Map) cell(b *line.Block, row, column, y, width int) {
	t, to := m.theme, b.Col()+width
	l, i := m.levelAt(row, column)
	if l == nil {
		b.To(to)
		return
	}
	chosen := i == m.at
	switch y {
	case articleRow:
		m.district(b, row, column, width)
	case railRow:
		st, node := m.node(l)
		if chosen {
			st = t.Focus
		}
		b.Put(st, node).Space(1).Put(t.Accent, strconv.Itoa(i+1)).Space(1)
		ahead := i // the piece to the right of the node leads from this level to the next
		if row%2 == 1 {
			ahead = i - 1
		}
		m.rail(b, ahead, to-b.Col())
	case titleRow:
		st := t.Text
		if chosen {
			st = t.Focus
			b.Put(t.Accent, theme.Cursor)
		} else {
			b.Space(1)
		}
		b.Put(st, line.Cut(l.Title, to-b.Col()-1))
	case stateRow:
		st, text := m.state(l)
		b.Space(1).Put(st, line.Cut(text, to-b.Col()-1))
	case bestRow:
		if best := l.Best; best != nil {
			b.Space(1).Put(t.Dim, line.Cut(words.Say("campaign.map.best", "score", best.Score, "lost", words.Money(best.Lost)), to-b.Col()-1))
		}
	}
	b.To(to)
}

// district writes the name of the article where its first stop of a row stands, and a line as far as it reaches.
func (m *Map) district(b *line.Block, row, column, width int) {
	l, _ := m.levelAt(row, column)
	if before, _ := m.levelAt(row, column-1); before != nil && before.Article == l.Article {
		if l.Article.Title != "" {
			b.Fill(m.theme.Faint, theme.Rule, width-1)
		}
		return
	}
	name := l.Article.Short
	if name == "" {
		name = words.Say("campaign.map.beyond")
	}
	b.Put(m.theme.Dim, line.Cut(name, width-1)).Space(1)
	end := width - 1 - line.Width(line.Cut(name, width-1)) - 1
	if after, _ := m.levelAt(row, column+1); after != nil && after.Article == l.Article {
		end++
	}
	b.Fill(m.theme.Faint, theme.Rule, end)
}

// rail draws n cells of the path that leads on from level i: whole where the level is won.
func (m *Map) rail(b *line.Block, i, n int) {
	if i < 0 || i >= len(m.data.Levels)-1 {
		return
	}
	st, glyph := m.road(i)
	b.Fill(st, glyph, n)
}

// road is how the piece of the path after level i looks.
func (m *Map) road(i int) (line.Style, string) {
	if m.data.Levels[i].State == progress.Won {
		return m.theme.Good, theme.Road
	}
	return m.theme.Faint, theme.RoadAhead
}

// turn draws one side of row y, where the path may turn into the next row or come from the one before.
func (m *Map) turn(b *line.Block, row, y int, left bool) {
	leaves := (row%2 == 1) == left // the path of this row ends at this side
	last := (row+1)*m.columns - 1  // its last level
	if !leaves {
		last = row*m.columns - 1 // the last level of the row before, whose path comes in here
	}
	if last < 0 || last >= len(m.data.Levels)-1 {
		b.Space(edge)
		return
	}
	st, road := m.road(last)
	corner := map[[2]bool]string{{true, true}: "╭", {true, false}: "╰", {false, true}: "╮", {false, false}: "╯"}[[2]bool{left, leaves}]
	upright := leaves && y > railRow || !leaves && y < railRow
	switch {
	case y == railRow && left:
		b.Put(st, corner).Put(st, road)
	case y == railRow:
		b.Put(st, road).Put(st, corner)
	case upright && left:
		b.Put(st, theme.Wall).Space(edge - 1)
	case upright:
		b.Space(edge-1).Put(st, theme.Wall)
	default:
		b.Space(edge)
	}
}

// node is the mark of a level on the path.
func (m *Map) node(l *Level) (line.Style, string) {
	t := m.theme
	switch l.State {
	case progress.Won:
		return t.Good, theme.StopWon
	case progress.Tried:
		return t.Warn, theme.StopTried
	case progress.Skipped:
		return t.Dim, theme.StopSkipped
	}
	if l.Next {
		return t.Accent, theme.StopNext
	}
	return t.Dim, theme.StopOpen
}

// state is how a level stands, in a word or two.
func (m *Map) state(l *Level) (line.Style, string) {
	t := m.theme
	text := progress.StateName(l.Stop)
	switch {
	case l.State == progress.Won:
		return t.Good, stars(l.Medal) + " " + text
	case l.State == progress.Tried:
		return t.Warn, text
	case l.Next:
		return t.Accent, text
	case l.State == progress.Open && l.Resume != "":
		return t.Text, words.Say("campaign.state.begun")
	}
	return t.Dim, text
}

// stars are as many as a medal is worth; a level that was won without one has the mark of what is met.
func stars(m progress.Medal) string {
	switch m {
	case progress.Gold:
		return theme.Star + theme.Star + theme.Star
	case progress.Silver:
		return theme.Star + theme.Star
	case progress.Bronze:
		return theme.Star
	}
	return theme.Met
}
