package round

import (
	"callout/game/words"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

// Hall draws the screens between the games: rows about the room, a heading, what is to be read, and what there is besides.
// What does not fit can be scrolled.
type Hall struct {
	Top  int // rows that are scrolled away
	last int // the most that makes sense, known after drawing
	page int // rows that are shown
}

// Page is what a hall shows.
type Page struct {
	Title, Note string
	Main, Side  func(b *line.Block) // write as many rows as they like
	Hints       []widget.Hint
}

// mostRows is more than any page has.
const mostRows = 1200

// Draw draws a page on w by h cells.
func (s *Hall) Draw(t *theme.Theme, h *Here, w, height int, p Page) string {
	strip := Strip(t, h, layout.NewHall(w, height, 1).Room.W, 0)
	l := layout.NewHall(w, height, len(strip))
	head := line.NewBlock(l.Title.W, l.Title.H).Put(t.Focus, line.Cut(p.Title, l.Title.W-line.Width(p.Note)-2))
	head.Right(t.Dim, p.Note, head.Room()).End().Fill(t.Faint, theme.Rule, l.Title.W)

	var main, side []string
	if l.Side.Shown() {
		main, side = written(p.Main, l.Main.W), written(p.Side, l.Side.W)
	} else {
		main = written(func(b *line.Block) {
			p.Main(b)
			b.End()
			p.Side(b)
		}, l.Main.W)
	}
	s.page = l.Main.H
	s.last = max(0, max(len(main), len(side))-l.Main.H)
	s.Top = max(0, min(s.Top, s.last))
	hints := p.Hints
	if s.last > 0 {
		hints = append(hints[:len(hints):len(hints)], widget.Hint{Key: widget.UpDown(), What: words.Say("screen.scroll")})
	}
	parts := []layout.Part{
		{Rect: l.Room, Rows: strip[:l.Room.H]}, {Rect: l.Title, Rows: head.Rows()},
		{Rect: l.Main, Rows: shown(main, s.Top, l.Main)}, {Rect: l.Keys, Rows: widget.Keys(t, l.Keys.W, hints)},
	}
	if l.Side.Shown() {
		l.Wall.H = min(l.Wall.H, max(len(main), len(side)))
		wall := line.NewBlock(1, l.Wall.H)
		for range l.Wall.H {
			wall.Line(t.Faint, theme.Wall)
		}
		parts = append(parts, layout.Part{Rect: l.Side, Rows: shown(side, s.Top, l.Side)}, layout.Part{Rect: l.Wall, Rows: wall.Rows()})
	}
	return layout.Compose(w, height, parts)
}

// written is what draw writes, in rows of w cells.
func written(draw func(b *line.Block), w int) []string {
	b := line.NewBlock(w, mostRows)
	draw(b)
	n := mostRows - b.Left()
	return b.Rows()[:n]
}

// shown are the rows of a part that are not scrolled away.
func shown(rows []string, top int, r layout.Rect) []string {
	top = min(top, max(0, len(rows)-r.H))
	return line.NewBlock(r.W, r.H).Join(rows[top:min(len(rows), top+r.H)], r.W).Rows()
}

// Scroll takes a key that scrolls, and tells whether it was one.
func (s *Hall) Scroll(k string) bool {
	l := widget.List{Len: s.last + 1, Cursor: s.Top}
	if !l.Key(k, s.page) {
		return false
	}
	s.Top = l.Cursor
	return true
}
