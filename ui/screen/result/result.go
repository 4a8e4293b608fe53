package result

import (
	"strconv"

	"callout/game"
	"callout/ui/key"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// Result is the screen after a game.
type Result struct {
	theme *theme.Theme
	level *game.Level
	game  game.Result
	page  int
	top   int
	last  int
}

// A page is one question and its answer.
type page struct {
	name string
	draw func(r *Result, b *line.Block)
}

var pages = []page{
	{"Goals", (*Result).goals},
	{"Course", (*Result).course},
	{"Time to restore", (*Result).restore},
	{"Applications", (*Result).applications},
	{"Losses", (*Result).losses},
	{"People", (*Result).people},
}

// New shows what a game of level l came to.
func New(t *theme.Theme, l *game.Level, r game.Result) *Result {
	return &Result{theme: t, level: l, game: r}
}

// Topic is the help page of the screen.
func (r *Result) Topic() screen.Topic { return screen.OfResult }

// Key takes one key.
func (r *Result) Key(k string) screen.Action {
	switch {
	case key.Next.Is(k), key.EndTurn.Is(k), key.Choose.Is(k):
		r.page, r.top = (r.page+1)%len(pages), 0
	case key.Prev.Is(k):
		r.page, r.top = (r.page+len(pages)-1)%len(pages), 0
	case key.Down.Is(k):
		r.top = min(r.top+1, r.last)
	case key.Up.Is(k):
		r.top = max(r.top-1, 0)
	case key.PageDown.Is(k):
		r.top = min(r.top+10, r.last)
	case key.PageUp.Is(k):
		r.top = max(r.top-10, 0)
	case key.Help.Is(k):
		return screen.Help{}
	case key.Words.Is(k):
		return screen.Words{Term: "time to restore"}
	case key.Close.Is(k), key.Quit.Is(k):
		if r.game.Over {
			return screen.Home{}
		}
		return screen.Back{}
	default:
		if n, err := strconv.Atoi(k); err == nil && n >= 1 && n <= len(pages) {
			r.page, r.top = n-1, 0
		}
	}
	return nil
}

// View draws the page.
func (r *Result) View(w, h int) string {
	t := r.theme
	p := layout.NewPage(w, h, 104)
	head := line.NewBlock(p.Title.W, p.Title.H)
	for i := range pages {
		name, st := strconv.Itoa(i+1)+" "+pages[i].name, t.Dim
		if i == r.page {
			st = t.Focus
		}
		b := head.Put(st, name)
		if i < len(pages)-1 {
			b.Space(2)
		}
	}
	head.End().Fill(t.Faint, theme.Rule, p.Title.W)
	const most = 300
	body := line.NewBlock(p.Body.W, most)
	pages[r.page].draw(r, body)
	n := most - body.Left()
	rows := body.Rows()[:n]
	r.last = max(0, n-p.Body.H)
	r.top = min(r.top, r.last)
	b := line.NewBlock(p.Body.W, p.Body.H).Join(rows[r.top:min(n, r.top+p.Body.H)], p.Body.W)
	hints := []widget.Hint{{Key: "tab", What: "next page"}, {Key: "1–6", What: "a page"}}
	if r.last > 0 {
		hints = append(hints, widget.Hint{Key: "↑↓", What: "scroll"})
	}
	hints = append(hints, widget.Hint{Key: "g", What: "words"}, widget.Hint{Key: "?", What: "help"}, widget.Hint{Key: "q", What: "leave"})
	return layout.Compose(w, h, []layout.Part{
		{Rect: p.Title, Rows: head.Rows()}, {Rect: p.Body, Rows: b.Rows()},
		{Rect: p.Keys, Rows: widget.Keys(t, p.Keys.W, hints)},
	})
}

// value is a metric of the result.
func (r *Result) value(name string) game.Value {
	for _, v := range r.game.Values {
		if v.Name == name {
			return v
		}
	}
	return game.Value{Name: name}
}

// total is the sum of all losses.
func (r *Result) total() game.Pence {
	var sum game.Pence
	for i := range r.game.Losses {
		sum += r.game.Losses[i].Pence
	}
	return sum
}
