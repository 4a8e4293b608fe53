package layout

// Console is the facilitator's screen: where the room is and what comes next at the top, the teams below it with the one that
// is selected, and where there is room the script and what was said.
type Console struct {
	Size   Size
	Head   Rect // the phase, its clock, what comes next, how many are here
	Say    Rect // what to say now
	Script Rect // the plan, where there is room
	Teams  Rect
	Team   Rect // the one that is selected
	Room   Rect // levers, board, door, what was said and let happen
	Status Rect
	Keys   Rect
	Walls  []Rect
}

// leastBody is how many rows the teams and the room have, however much is to be said.
const leastBody = 12

// NewConsole lays the console out on w by h cells, with rows for what is to be said now and for the status.
func NewConsole(w, h, say, status int) Console {
	p := Console{Size: SizeOf(w, h)}
	s := stack{x: margin, w: w - 2*margin}
	blank := 0
	if p.Size > Compact {
		blank = 1
	}
	s.skip(blank)
	p.Head = s.take(2)
	s.skip(blank)
	foot := 1 + max(1, min(status, 3))
	p.Say = s.take(max(1, min(say, max(2, h-s.y-1-blank-foot-leastBody))))
	s.skip(1)
	p.Status = Rect{margin, h - foot, w - 2*margin, foot - 1}
	p.Keys = Rect{margin, h - 1, w - 2*margin, 1}
	body := Rect{margin, s.y, w - 2*margin, h - foot - blank - s.y}
	if p.Size == Wide {
		p.Script, body = p.split(body, 46)
	}
	var right Rect
	p.Teams, right = p.split(body, body.W*63/100)
	s = stack{x: right.X, y: right.Y, w: right.W}
	room := 6
	switch p.Size {
	case Medium:
		room = 12
	case Wide:
		room = 18
	}
	p.Team = s.take(right.H - room - 1)
	s.skip(1)
	p.Room = s.take(room)
	return p
}

// split cuts a column of width w off the left of r and puts a wall after it.
func (p *Console) split(r Rect, w int) (left, right Rect) {
	p.Walls = append(p.Walls, Rect{r.X + w + gap/2, r.Y, 1, r.H})
	return Rect{r.X, r.Y, w, r.H}, Rect{r.X + w + gap, r.Y, r.W - w - gap, r.H}
}
