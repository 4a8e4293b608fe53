package layout

// Front is the front page: a title, and rows to choose from below it.
type Front struct {
	Title   Rect
	Rows    Rect
	Foot    Rect
	Between int // blank rows between two rows
}

// NewFront lays the front page out on w by h cells for n rows.
func NewFront(w, h, n int) Front {
	const width = 66
	f := Front{Foot: Rect{margin + 1, h - 1, w - 2*margin - 2, 1}}
	title, gap := 4, 2
	if h >= 32 {
		title, gap, f.Between = 9, 3, 1
	}
	rows := n + (n-1)*f.Between
	x, y := (w-width)/2, max(1, (h-1-title-gap-rows)*2/5)
	f.Title = Rect{x + 2, y, width - 2, title}
	f.Rows = Rect{x, y + title + gap, width, min(rows, h-1-y-title-gap)}
	return f
}
