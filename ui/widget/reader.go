package widget

import (
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/theme"
)

// Reader is a dialog with text to scroll through.
type Reader struct {
	theme *theme.Theme
	title string
	text  func(w int) []string // rows of w cells
	list  List
	end   bool // it opens at its end
	shown int
}

// NewReader shows the rows that text returns for a width; it opens at the end of them where atEnd.
func NewReader(t *theme.Theme, title string, text func(w int) []string, atEnd bool) *Reader {
	return &Reader{theme: t, title: title, text: text, end: atEnd}
}

// Topic is the help page of a reader.
func (r *Reader) Topic() screen.Topic { return screen.OfChoice }

// Key takes one key: what does not scroll closes.
func (r *Reader) Key(k string) screen.Action {
	switch {
	case key.Up.Is(k):
		r.list.Top--
	case key.Down.Is(k):
		r.list.Top++
	case key.PageUp.Is(k):
		r.list.Top -= r.shown
	case key.PageDown.Is(k), key.EndTurn.Is(k):
		r.list.Top += r.shown
	case key.First.Is(k):
		r.list.Top = 0
	case key.Last.Is(k):
		r.list.Top = r.list.Len
	default:
		return screen.Back{}
	}
	return nil
}

// Size is most of the screen, and no more than there is to read.
func (r *Reader) Size(w, h int) (int, int) {
	w = min(w-4, 96)
	return w, min(h-4, len(r.text(w-4))+4)
}

// View draws the dialog.
func (r *Reader) View(w, h int) string {
	rows := r.text(w - 4)
	b := line.NewBlock(w-4, h-2)
	r.shown = b.Left() - 2
	r.list.Len = len(rows)
	last := max(0, len(rows)-r.shown)
	if r.end {
		r.list.Top, r.end = last, false
	}
	r.list.Top = max(0, min(r.list.Top, last))
	b.Join(rows[r.list.Top:min(r.list.Top+r.shown, len(rows))], w-4)
	for b.Left() > 1 {
		b.End()
	}
	hints := []Hint{HintOf(key.Close)}
	if last > 0 {
		hints = []Hint{{UpDown(), words.Say("screen.scroll")}, {key.PageUp.Show() + " " + key.PageDown.Show(), words.Say("screen.pages")}, HintOf(key.Close)}
	}
	b.Join(Keys(r.theme, b.Width(), hints), b.Width())
	return Box(r.theme, r.title, b.Rows(), w-4)
}
