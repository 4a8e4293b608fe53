package levelchoice

import (
	"strconv"

	"callout/ui/key"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// Level is a level as the screen shows it.
type Level struct {
	Name  string // as Brief wants it
	Title string
	Model string // title of its support model
	Teams int
	Days  int // working days
}

// Choice is the screen on which a level is chosen.
type Choice struct {
	theme  *theme.Theme
	levels []Level
	list   widget.List
	shown  int
}

// New offers the levels in their order.
func New(t *theme.Theme, list []Level) *Choice {
	c := &Choice{theme: t, levels: list}
	c.list.Set(len(list), 0)
	return c
}

// Topic is the help page of the screen.
func (c *Choice) Topic() screen.Topic { return screen.OfLevels }

// Key takes one key.
func (c *Choice) Key(k string) screen.Action {
	switch {
	case c.list.Key(k, c.shown):
		return nil
	case key.Close.Is(k), key.Quit.Is(k):
		return screen.Back{}
	case key.Help.Is(k):
		return screen.Help{}
	case key.Words.Is(k):
		return screen.Words{Term: "support model"}
	case key.Choose.Is(k) && len(c.levels) > 0:
		return screen.Brief{Level: c.levels[c.list.Cursor].Name}
	}
	if n, err := strconv.Atoi(k); err == nil && n >= 1 && n <= len(c.levels) {
		return screen.Brief{Level: c.levels[n-1].Name}
	}
	return nil
}

// View draws the screen.
func (c *Choice) View(w, h int) string {
	t := c.theme
	p := layout.NewPage(w, h, 0)
	head := line.NewBlock(p.Title.W, p.Title.H).Put(t.Focus, "Choose a level")
	head.Right(t.Dim, strconv.Itoa(c.list.Cursor+1)+" of "+strconv.Itoa(len(c.levels)), head.Room()).End().Fill(t.Faint, theme.Rule, p.Title.W)
	b := line.NewBlock(p.Body.W, p.Body.H)
	c.shown = max(1, (b.Left()+1)/3)
	from, to := c.list.Show(c.shown)
	for i := from; i < to; i++ {
		l := &c.levels[i]
		b.Base(c.ground(i)).Put(t.Accent, c.mark(i)).Right(t.Accent, strconv.Itoa(i+1), 2).Space(2).Cell(t.Strong, l.Title, 22)
		b.Put(t.Dim, size(l)).End()
		b.Base(c.ground(i)).Space(5).Put(t.Dim, l.Model).End()
		b.End()
	}
	hints := []widget.Hint{{Key: "↑↓", What: "move"}, {Key: "enter", What: "briefing"}, {Key: "g", What: "words"}, {Key: "?", What: "help"}, {Key: "esc", What: "back"}}
	return layout.Compose(w, h, []layout.Part{
		{Rect: p.Title, Rows: head.Rows()}, {Rect: p.Body, Rows: b.Rows()},
		{Rect: p.Keys, Rows: widget.Keys(t, p.Keys.W, hints)},
	})
}

func (c *Choice) mark(i int) string {
	if i == c.list.Cursor {
		return theme.Cursor
	}
	return " "
}

func (c *Choice) ground(i int) line.Style {
	if i == c.list.Cursor {
		return c.theme.Selected
	}
	return line.Style{}
}

// size is how big a level is.
func size(l *Level) string {
	return count(l.Teams, "team", "teams") + ", " + count(l.Days, "working day", "working days")
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
