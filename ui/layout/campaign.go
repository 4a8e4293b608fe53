package layout

// Campaign is the map of the levels with what is to be said about the chosen one.
type Campaign struct {
	Size   Size
	Title  Rect
	Map    Rect
	Chosen Rect // the title row of what is said about the chosen level
	About  Rect // what it is
	Goals  Rect // what is asked, and what came of it
	Table  Rect // the best runs of all levels, where there is room
	Status Rect // what is to be said besides
	Keys   Rect
	Walls  []Rect

	Columns    int // stops beside each other
	StopHeight int // rows of a stop; the first names its article, the second is the rail
}

// NewCampaign lays the map out on w by h cells for a number of levels.
func NewCampaign(w, h, levels int) Campaign {
	const columns = 4
	p := Campaign{Size: SizeOf(w, h), Columns: columns}
	rows := max(1, (levels+columns-1)/columns)
	side := margin + 1
	s := stack{x: side, w: w - 2*side}
	p.Status = Rect{side, h - 2, w - 2*side, 1}
	p.Keys = Rect{side, h - 1, w - 2*side, 1}
	switch p.Size {
	case Compact:
		p.StopHeight = 4
		p.Title = s.take(2)
	case Medium:
		p.StopHeight = 6
		s.skip(1)
		p.Title = s.take(2)
		s.skip(1)
	case Wide:
		p.StopHeight = 8
		s.skip(1)
		p.Title = s.take(2)
		s.skip(1)
	}
	below := h - 2
	if p.Size == Wide {
		left, right := p.split(Rect{side, s.y, s.w, below - s.y}, (s.w-gap)*2/3)
		s = stack{x: left.X, y: left.Y, w: left.W}
		p.Map = s.take(min(rows*p.StopHeight, left.H))
		s.skip(1)
		p.Table = s.take(below - s.y - 1)
		s = stack{x: right.X, y: right.Y, w: right.W}
		p.Chosen = s.take(1)
		s.skip(1)
		p.About = s.take(12)
		s.skip(1)
		p.Goals = s.take(below - s.y)
		return p
	}
	p.Map = s.take(min(rows*p.StopHeight, below-s.y-6))
	p.Chosen = s.take(1)
	if p.Size == Medium {
		s.skip(1)
	}
	half := (s.w - gap) / 2
	body := Rect{side, s.y, s.w, below - s.y}
	p.About = Rect{body.X, body.Y, half, body.H}
	p.Goals = Rect{body.X + half + gap, body.Y, body.W - half - gap, body.H}
	return p
}

// split cuts a column of width w off the left of r and puts a wall after it.
func (p *Campaign) split(r Rect, w int) (left, right Rect) {
	p.Walls = append(p.Walls, Rect{r.X + w + gap/2, r.Y, 1, r.H})
	return Rect{r.X, r.Y, w, r.H}, Rect{r.X + w + gap, r.Y, r.W - w - gap, r.H}
}
