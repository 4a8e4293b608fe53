package layout

// Hall is a screen of a workshop between its rounds: rows about the room, a heading, what is to be read, and beside it, or
// below it on a narrow screen, what there is besides.
type Hall struct {
	Room  Rect // the round and its clock, what is said to everybody
	Title Rect
	Main  Rect // what is to be read first
	Side  Rect // what there is besides; without area where it stands below the main part
	Wall  Rect // between them
	Keys  Rect
}

// widest is how wide a hall gets: more would be far to look.
const widest = 150

// NewHall lays a hall out on w by h cells, with rows about the room.
func NewHall(w, h, rows int) Hall {
	width := min(widest, w-2*margin-2)
	x := margin + 1
	if w >= 110 {
		x = (w - width) / 2
	}
	s := stack{x: x, w: width}
	l := Hall{Room: s.take(min(rows, mostRoom))}
	if h >= 32 {
		s.skip(1)
	}
	l.Title = s.take(2)
	if h >= 32 {
		s.skip(1)
	}
	l.Main = Rect{x, s.y, width, h - s.y - 2}
	l.Keys = Rect{x, h - 1, width, 1}
	if w >= 110 {
		left := (width - gap) * 56 / 100
		l.Wall = Rect{x + left + gap/2, s.y, 1, l.Main.H}
		l.Side = Rect{x + left + gap, s.y, width - left - gap, l.Main.H}
		l.Main.W = left
	}
	return l
}
