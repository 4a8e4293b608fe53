package widget

import "callout/ui/key"

// List is a cursor in a list of Len rows, of which some are on the screen.
type List struct {
	Len    int
	Cursor int
	Top    int // first row shown
}

// Set makes the list n rows long and puts the cursor on row at, or near it.
func (l *List) Set(n, at int) {
	l.Len = n
	l.Cursor = max(0, min(at, n-1))
}

// Key moves the cursor and tells whether k was one of its keys. page is the number of rows shown.
func (l *List) Key(k string, page int) bool {
	switch {
	case key.Up.Is(k):
		l.Cursor--
	case key.Down.Is(k):
		l.Cursor++
	case key.PageUp.Is(k):
		l.Cursor -= max(1, page-1)
	case key.PageDown.Is(k):
		l.Cursor += max(1, page-1)
	case key.First.Is(k):
		l.Cursor = 0
	case key.Last.Is(k):
		l.Cursor = l.Len - 1
	default:
		return false
	}
	l.Cursor = max(0, min(l.Cursor, l.Len-1))
	return true
}

// Show scrolls so that the cursor is among h rows, and returns the rows to draw: from up to, not including, to.
func (l *List) Show(h int) (from, to int) {
	h = max(h, 1)
	if l.Cursor < l.Top {
		l.Top = l.Cursor
	}
	if l.Cursor >= l.Top+h {
		l.Top = l.Cursor - h + 1
	}
	l.Top = max(0, min(l.Top, l.Len-h))
	return l.Top, min(l.Top+h, l.Len)
}
