package result

import (
	"strconv"
	"strings"

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
	chart int // rows of a chart
}

// A page is one question and its answer.
type page struct {
	name string
	draw func(r *Result, b *line.Block)
}

// overview is how the pages lie beside each other where there is room for all of them.
var overview = [2][]int{{0, 2, 5}, {1, 3, 4}}

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

// View draws the page, or all pages where there is room for them.
func (r *Result) View(w, h int) string {
	t := r.theme
	wide := layout.SizeOf(w, h) == layout.Wide
	p := layout.NewPage(w, h, 104)
	if wide {
		p = layout.NewPage(w, h, w-4)
	}
	head := line.NewBlock(p.Title.W, p.Title.H)
	body := line.NewBlock(p.Body.W, p.Body.H)
	r.chart = max(4, min(12, (p.Body.H-9)/3))
	var hints []widget.Hint
	if wide {
		r.chart = 5
		head.Put(t.Focus, r.level.Title).Space(2).Put(t.Dim, "what it came to")
		r.drawAll(body)
	} else {
		r.drawTabs(head)
		r.scroll(body, r.text(r.page, body.Width()))
		hints = append(hints, widget.Hint{Key: "tab", What: "next page"}, widget.Hint{Key: "1–6", What: "a page"})
	}
	head.End().Fill(t.Faint, theme.Rule, p.Title.W)
	if r.last > 0 {
		hints = append(hints, widget.Hint{Key: "↑↓", What: "scroll"})
	}
	hints = append(hints, widget.HintOf(key.Words), widget.HintOf(key.Help), widget.Hint{Key: "q", What: "leave"})
	return layout.Compose(w, h, []layout.Part{
		{Rect: p.Title, Rows: head.Rows()}, {Rect: p.Body, Rows: body.Rows()},
		{Rect: p.Keys, Rows: widget.Keys(t, p.Keys.W, hints)},
	})
}

// drawTabs names the pages and shows which one this is.
func (r *Result) drawTabs(b *line.Block) {
	for i := range pages {
		st := r.theme.Dim
		if i == r.page {
			st = r.theme.Focus
		}
		b.Put(st, strconv.Itoa(i+1)+" "+pages[i].name).Space(2)
	}
}

// text is a page in rows of w cells.
func (r *Result) text(page, w int) []string {
	const most = 300
	b := line.NewBlock(w, most)
	pages[page].draw(r, b)
	n := most - b.Left()
	return b.Rows()[:n]
}

// scroll writes the rows that are scrolled to.
func (r *Result) scroll(b *line.Block, rows []string) {
	h := b.Left()
	r.last = max(0, len(rows)-h)
	r.top = min(r.top, r.last)
	b.Join(rows[r.top:min(len(rows), r.top+h)], b.Width())
}

// drawAll writes all pages in two columns.
func (r *Result) drawAll(b *line.Block) {
	const gap = 6
	w := (b.Width() - gap) / 2
	var columns [2][]string
	most := 0
	for c, list := range overview {
		for _, i := range list {
			h := line.NewBlock(w, 1)
			widget.Head(h, r.theme, strings.ToUpper(pages[i].name), "")
			columns[c] = append(append(columns[c], h.Rows()...), r.text(i, w)...)
			columns[c] = append(columns[c], line.NewBlock(w, 1).Rows()...)
		}
		most = max(most, len(columns[c]))
	}
	rows := make([]string, most)
	blank := line.NewBlock(w, 1).Rows()[0]
	for y := range rows {
		left, right := blank, blank
		if y < len(columns[0]) {
			left = columns[0][y]
		}
		if y < len(columns[1]) {
			right = columns[1][y]
		}
		rows[y] = line.NewBlock(b.Width(), 1).Styled(left, w).Space(gap).Styled(right, w).Rows()[0]
	}
	r.scroll(b, rows)
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
