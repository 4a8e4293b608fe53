package layout

// Board is the projector in a terminal: what is read from far away at the top, the race below it, and at the bottom what was
// said and how to join.
type Board struct {
	Size   Size
	Title  Rect // what is played, in which round
	Clock  Rect // in large letters, with what goes on beside it
	Banner Rect // that it is paused or frozen; without area where it is neither
	Main   Rect // the race, or what stands in its place
	Ticker Rect // what was said and what happened
	Join   Rect // how to join
	Great  bool // large letters are great ones
}

// NewBoard lays the board out on w by h cells, with rows for the ticker, and with a banner or without.
func NewBoard(w, h, ticker int, banner bool) Board {
	p := Board{Size: SizeOf(w, h)}
	side := margin
	if p.Size > Compact {
		side = 2
	}
	s := stack{x: side, w: w - 2*side}
	blank := 0
	if p.Size > Compact {
		blank = 1
	}
	s.skip(blank)
	p.Title = s.take(1)
	s.skip(blank)
	if p.Great = p.Size == Wide; p.Great {
		p.Clock = s.take(5)
	} else {
		p.Clock = s.take(3)
	}
	s.skip(blank)
	if banner {
		p.Banner = s.take(1)
	}
	s.skip(blank)
	foot := 1 + min(ticker, 3) + blank
	p.Main = s.take(h - s.y - foot)
	s.skip(blank)
	p.Ticker = s.take(min(ticker, 3))
	p.Join = s.take(1)
	return p
}
