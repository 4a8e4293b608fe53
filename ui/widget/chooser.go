package widget

import (
	"strconv"
	"strings"

	"callout/game/words"
	"callout/ui/key"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/theme"
)

// Candidate is one thing to choose, with the reason to choose it or not.
type Candidate struct {
	Name   string
	Reason string
	More   []string // further reasons
	Level  theme.Level
	Faint  bool // nothing speaks for it
	Do     func() screen.Action
}

// Chooser is a dialog that asks for one of several things. Enter takes the one under the cursor, a digit the one it stands
// before, Escape none.
type Chooser struct {
	theme *theme.Theme
	title string
	note  string // under the rows, where the one under the cursor has no further reasons
	rows  []Candidate
	list  List
	shown int
}

// NewChooser asks for one of rows, the most likely first.
func NewChooser(t *theme.Theme, title string, rows []Candidate) *Chooser {
	c := &Chooser{theme: t, title: title, rows: rows}
	c.list.Set(len(rows), 0)
	return c
}

// At puts the cursor on row i, and returns the chooser.
func (c *Chooser) At(i int) *Chooser {
	c.list.Set(len(c.rows), i)
	return c
}

// Note puts a sentence under the rows, and returns the chooser.
func (c *Chooser) Note(text string) *Chooser {
	c.note = text
	return c
}

// Topic is the help page of a chooser.
func (c *Chooser) Topic() screen.Topic { return screen.OfChoice }

// Key takes one key.
func (c *Chooser) Key(k string) screen.Action {
	switch {
	case c.list.Key(k, c.shown):
		return nil
	case key.Close.Is(k), key.Quit.Is(k):
		return screen.Back{}
	case key.Help.Is(k):
		return screen.Help{}
	case key.Choose.Is(k) && len(c.rows) > 0:
		return c.rows[c.list.Cursor].Do()
	}
	if i := digitAt(k); i >= 0 && i < len(c.rows) {
		return c.rows[i].Do()
	}
	return nil
}

// digitAt is the row that a digit picks, -1 for another key. 0 stands for the tenth.
func digitAt(k string) int {
	if len(k) != 1 || k[0] < '0' || k[0] > '9' {
		return -1
	}
	return (int(k[0]-'0') + 9) % 10
}

// Size is as high as the candidates need.
func (c *Chooser) Size(w, h int) (int, int) {
	w = min(w-4, 92)
	return w, min(h-4, max(len(c.rows), 1)+5+c.below(w-4))
}

// name is how wide the column of names is.
func (c *Chooser) name() int {
	name, reasons := 8, false
	for _, r := range c.rows {
		name, reasons = max(name, line.Width(r.Name)), reasons || r.Reason != ""
	}
	if reasons {
		name = min(name, 20)
	}
	return name
}

// lead is how wide a row is before its name: cursor, digit and blank.
const lead = 4

// about is what stands under the rows, w cells wide, for row i: what its row has no room for, its further reasons, and where
// there are none the note.
func (c *Chooser) about(i, w int) (rows []string) {
	if i < len(c.rows) {
		r := &c.rows[i]
		if line.Width(r.Reason) > w-lead-c.name()-2 {
			rows = line.Wrap(r.Reason, w)
		}
		if len(r.More) > 0 {
			return append(rows, line.Wrap(strings.Join(r.More, "; "), w)...)
		}
	}
	if c.note == "" {
		return rows
	}
	return append(rows, line.Wrap(c.note, w)...)
}

// below is how many rows stand under the candidates at the most, so that the dialog does not jump.
func (c *Chooser) below(w int) int {
	n := 1
	for i := range c.rows {
		n = max(n, len(c.about(i, w)))
	}
	return min(n, 3)
}

// View draws the dialog.
func (c *Chooser) View(w, h int) string {
	t := c.theme
	b := line.NewBlock(w-4, h-2)
	b.End()
	below := c.below(b.Width())
	c.shown = b.Left() - 2 - below
	if len(c.rows) == 0 {
		b.Line(t.Dim, words.Say("screen.nobody"))
	}
	name := c.name()
	from, to := c.list.Show(c.shown)
	for i := from; i < to; i++ {
		c.row(b, i, name)
	}
	for b.Left() > 1+below {
		b.End()
	}
	for _, l := range c.about(c.list.Cursor, b.Width()) {
		if b.Left() > 1 {
			b.Line(t.Dim, l)
		}
	}
	for b.Left() > 1 {
		b.End()
	}
	b.Join(Keys(t, b.Width(), []Hint{
		{UpDown(), words.Say("screen.move")}, HintOf(key.Choose), {"1–9 0", words.Say("screen.at_once")}, HintOf(key.Close), HintOf(key.Help),
	}), b.Width())
	return Box(t, c.title, b.Rows(), w-4)
}

func (c *Chooser) row(b *line.Block, i, name int) {
	t, r := c.theme, &c.rows[i]
	if i == c.list.Cursor {
		b.Base(t.Selected).Put(t.Accent, theme.Cursor)
	} else {
		b.Space(1)
	}
	digit := ""
	if i < 10 {
		digit = strconv.Itoa((i + 1) % 10)
	}
	text, reason := t.Text, t.Dim
	if r.Faint {
		text = t.Dim
	}
	if r.Level != theme.Calm {
		reason = t.Of(r.Level)
	}
	b.Right(t.Accent, digit, 2).Space(1).Cell(text, r.Name, name).Space(2)
	b.Put(reason, r.Reason)
	for _, m := range r.More {
		if b.Room() < line.Width(m)+2 {
			b.Put(t.Dim, "; "+theme.More)
			break
		}
		b.Put(t.Dim, "; "+m)
	}
	b.End()
}
