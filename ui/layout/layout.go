package layout

// The smallest terminal the game is played on.
const (
	MinWidth  = 80
	MinHeight = 24
)

// Rect is a part of the screen, in cells. A part that is not shown has no area.
type Rect struct{ X, Y, W, H int }

// Shown tells whether the part is on the screen.
func (r Rect) Shown() bool { return r.W > 0 && r.H > 0 }

// Size is how much a play screen shows: more space shows more, it does not stretch.
type Size uint8

// Sizes of the play screen.
const (
	Compact Size = iota // from 80×24
	Medium              // from 110×34
	Wide                // from 168×44
)

// SizeOf is the size of a screen of w by h cells.
func SizeOf(w, h int) Size {
	switch {
	case w >= 168 && h >= 44:
		return Wide
	case w >= 110 && h >= 34:
		return Medium
	}
	return Compact
}

// Counts says how much there is to show, so that a list is not given rows that it cannot fill.
type Counts struct {
	Apps, People int
	Coach        bool // the coach speaks
	Room         int  // rows about the room that the game is played in, 0 where it is played alone
}

// coachRows are a title, two rows of what there is to think of, and one of what to try.
const coachRows = 4

// mostRoom is how many rows the room takes at the most, and coachedRoom how many while the coach speaks: so many that all
// orders about a thing still fit under it.
const (
	mostRoom    = 4
	coachedRoom = 2
)

// Play is the play screen.
type Play struct {
	Size   Size
	Room   Rect // the round, its clock, what is said to everybody
	Header Rect // the clock
	Gauges Rect // burnout, queue, revenue lost
	Goals  Rect
	Coach  Rect // one thing to think of, where somebody is being shown around
	Inbox  Rect
	Apps   Rect
	People Rect
	Detail Rect // the thing selected
	News   Rect // what happened in the last turn
	Course Rect // the gauges over the last day
	Plan   Rect // what is to be deployed when
	Needs  Rect // dependencies found out
	Log    Rect // what happened before
	Queues Rect // what waits for whom
	Status Rect // the answer to the last order
	Keys   Rect
	Walls  []Rect // between columns
}

// margin is left blank at both sides of the screen; gap lies between columns, with a wall in its middle.
const (
	margin = 1
	gap    = 3
)

// NewPlay lays the play screen out on w by h cells. It wants at least MinWidth by MinHeight.
func NewPlay(w, h int, n Counts) Play {
	p := Play{Size: SizeOf(w, h)}
	top := stack{x: margin, w: w - 2*margin}
	most := mostRoom
	if n.Coach {
		most = coachedRoom
	}
	p.Room = top.take(min(n.Room, most))
	spare := p.Room.H // blank rows that make room for it
	air := func() {
		if spare--; spare < 0 || p.Size != Medium {
			top.skip(1)
		}
	}
	p.Header = top.take(1)
	switch p.Size {
	case Compact:
		p.Gauges = top.take(2)
		p.Goals = top.take(1)
	case Medium:
		air()
		p.Gauges = top.take(3)
		air()
		p.Goals = top.take(1)
	case Wide:
		top.skip(1)
		p.Gauges = top.take(4)
		top.skip(1)
		p.Goals = top.take(1)
	}
	if n.Coach {
		if p.Size > Compact {
			top.skip(1)
		}
		p.Coach = top.take(coachRows)
	}
	if !n.Coach || p.Size > Compact {
		air() // the panels begin with a rule: where rows are scarce that parts them from the coach
	}
	p.Status = Rect{margin, h - 2, w - 2*margin, 1}
	p.Keys = Rect{margin, h - 1, w - 2*margin, 1}
	body := Rect{margin, top.y, w - 2*margin, h - 2 - top.y}
	if p.Size > Compact {
		body.H--
	}
	switch p.Size {
	case Compact:
		p.compact(body, n)
	case Medium:
		p.medium(body, n)
	case Wide:
		p.wide(body, n)
	}
	return p
}

func (p *Play) compact(body Rect, n Counts) {
	left, right := p.split(body, body.W*54/100)
	p.lists(left, n, 3+(body.H-17)/4, 5)
	p.Detail = right
}

func (p *Play) medium(body Rect, n Counts) {
	left, right := p.split(body, min(56, body.W*47/100))
	p.lists(left, n, 6+(body.H-24)/4, 8)
	if n.Coach {
		p.beside(right)
		return
	}
	s := stack{x: right.X, y: right.Y, w: right.W}
	course := max(4, min(7, right.H/6))
	news := max(4, (right.H-course-2)*2/10)
	p.Detail = s.take(right.H - course - news - 2)
	s.skip(1)
	p.News = s.take(news)
	s.skip(1)
	p.Course = s.take(course)
}

func (p *Play) wide(body Rect, n Counts) {
	third := (body.W - 2*gap) / 3
	left, rest := p.split(body, third)
	middle, right := p.split(rest, third)
	s := stack{x: left.X, y: left.Y, w: left.W}
	people := min(n.People+1, 11, (left.H-2-leastInbox)/2)
	p.Inbox = s.take(left.H - 2*people - 2)
	s.skip(1)
	p.People = s.take(people)
	s.skip(1)
	p.Queues = s.take(people)

	if n.Coach {
		p.beside(middle)
	} else {
		s = stack{x: middle.X, y: middle.Y, w: middle.W}
		course := 11
		both := middle.H - course - 2
		news := min(both*4/10, both-leastDetail)
		p.Detail = s.take(middle.H - course - news - 2)
		s.skip(1)
		p.News = s.take(news)
		s.skip(1)
		p.Course = s.take(course)
	}

	s = stack{x: right.X, y: right.Y, w: right.W}
	apps := min(n.Apps+1, right.H*2/5)
	p.Apps = s.take(apps)
	s.skip(1)
	below := right.H - apps - 3
	p.Plan = s.take(below * 45 / 100)
	s.skip(1)
	p.Needs = s.take(below * 25 / 100)
	s.skip(1)
	p.Log = s.take(right.Y + right.H - s.y)
}

// beside puts the thing selected and the news under each other in r, while the coach takes rows: the gauges show their
// course too.
func (p *Play) beside(r Rect) {
	s := stack{x: r.X, y: r.Y, w: r.W}
	news := max(4, r.H/4)
	p.Detail = s.take(r.H - news - 1)
	s.skip(1)
	p.News = s.take(news)
}

// leastInbox and leastDetail are how many rows the inbox and the thing selected have at the least, titles included.
const (
	leastInbox  = 4
	leastDetail = 12
)

// lists puts inbox, applications and people under each other; apps and people are the most rows of each without the title.
func (p *Play) lists(r Rect, n Counts, apps, people int) {
	apps = max(1, min(n.Apps, apps)) + 1
	people = max(1, min(n.People, people)) + 1
	blank := 0
	if p.Size > Compact {
		blank = 1
	}
	if short := leastInbox - (r.H - apps - people - 2*blank); short > 0 {
		less := min(short, people-2)
		people, apps = people-less, max(apps-(short-less), 2)
	}
	s := stack{x: r.X, y: r.Y, w: r.W}
	p.Inbox = s.take(r.H - apps - people - 2*blank)
	s.skip(blank)
	p.Apps = s.take(apps)
	s.skip(blank)
	p.People = s.take(people)
}

// split cuts a column of width w off the left of r and puts a wall after it.
func (p *Play) split(r Rect, w int) (left, right Rect) {
	left = Rect{r.X, r.Y, w, r.H}
	p.Walls = append(p.Walls, Rect{r.X + w + gap/2, r.Y, 1, r.H})
	return left, Rect{r.X + w + gap, r.Y, r.W - w - gap, r.H}
}

// stack hands out rows from top to bottom.
type stack struct{ x, y, w int }

func (s *stack) take(h int) Rect {
	h = max(h, 0)
	r := Rect{s.x, s.y, s.w, h}
	s.y += h
	return r
}

func (s *stack) skip(h int) { s.y += h }

// Page is a screen that is read: a heading, a body no wider than is easy to read, a line of keys.
type Page struct{ Title, Body, Keys Rect }

// reading is the widest column of prose.
const reading = 76

// NewPage lays a page out on w by h cells, with a body of at most width cells; 0 for prose.
func NewPage(w, h, width int) Page {
	if width == 0 {
		width = reading
	}
	x := margin + 1
	width = min(width, w-2*x)
	if w >= 110 {
		x = (w - width) / 2
	}
	top := 1
	if h >= 32 {
		top = 2
	}
	return Page{
		Title: Rect{x, top, width, 2},
		Body:  Rect{x, top + 3, width, h - top - 3 - 2},
		Keys:  Rect{x, h - 1, width, 1},
	}
}

// Dialog is where a box of w by h cells lies on a screen of sw by sh: in the middle, a little high.
func Dialog(sw, sh, w, h int) Rect {
	w, h = min(w, sw-2), min(h, sh-2)
	return Rect{(sw - w) / 2, max(1, (sh-h)*2/5), w, h}
}

// Low is where such a box lies when it is to leave the upper part of the screen free.
func Low(sw, sh, w, h int) Rect {
	w, h = min(w, sw-2), min(h, sh-2)
	return Rect{(sw - w) / 2, sh - 2 - h, w, h}
}
