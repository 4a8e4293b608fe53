package debrief

import (
	"strconv"

	"callout/game"
	"callout/game/debrief/answer"
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

// gap lies between two columns.
const gap = 6

// longest is more rows than any page has.
const longest = 3000

// View draws the page.
func (s *Screen) View(w, h int) string {
	wide := layout.SizeOf(w, h) == layout.Wide
	p := layout.NewPage(w, h, 110)
	if wide {
		p = layout.NewPage(w, h, w-12)
	}
	head := line.NewBlock(p.Title.W, p.Title.H)
	s.tabs(head)
	head.End().Fill(s.theme.Faint, theme.Rule, p.Title.W)
	s.rows = p.Body.H
	body := line.NewBlock(p.Body.W, p.Body.H)
	s.body(body, wide)
	return layout.Compose(w, h, []layout.Part{
		{Rect: p.Title, Rows: head.Rows()}, {Rect: p.Body, Rows: body.Rows()},
		{Rect: p.Keys, Rows: widget.Keys(s.theme, p.Keys.W, s.hints())},
	})
}

// tabs names the pages: this one by its question, the others by their names where there is room, else by their numbers.
func (s *Screen) tabs(b *line.Block) {
	room := b.Width()
	for p := range answer.Pages {
		text := p.Name()
		if p == s.page {
			text = p.Question()
		}
		room -= line.Width(text) + 4
	}
	for p := range answer.Pages {
		number, text := strconv.Itoa(int(p+1)%10), ""
		style := s.theme.Dim
		switch {
		case p == s.page:
			style, text = s.theme.Focus, " "+p.Question()
		case room >= -2:
			text = " " + p.Name()
		}
		b.Put(s.theme.Accent, number).Put(style, text).Space(2)
	}
}

// body draws the page, scrolled: in two columns where there is room for them.
func (s *Screen) body(b *line.Block, wide bool) {
	here, p := &s.at[s.page], &pages[s.page]
	switch {
	case here.open:
		rows := s.text(b.Width(), p.side)
		s.cursor = -1
		s.show(b, rows)
	case wide && p.side != nil:
		w := (b.Width() - gap) / 2
		side := s.text(w, p.side)
		main := []func(*Screen, *line.Block){s.answered(p.main)}
		if p.under != nil {
			main = append(main, p.under)
		}
		s.beside(b, s.text(w, main...), side, w)
	case p.side != nil && !p.opens:
		s.show(b, s.text(b.Width(), s.answered(p.main), p.side))
	default:
		s.show(b, s.text(b.Width(), s.answered(p.main)))
	}
}

// answered is a part of a page under the answer.
func (s *Screen) answered(part func(*Screen, *line.Block)) func(*Screen, *line.Block) {
	return func(s *Screen, b *line.Block) {
		b.Para(s.theme.Strong, answer.Of(s.d, s.page), 0)
		b.End()
		part(s, b)
	}
}

// text is parts of a page in rows of w cells, one under the other.
func (s *Screen) text(w int, parts ...func(*Screen, *line.Block)) []string {
	b := line.NewBlock(w, longest)
	s.cursor = -1
	for i, part := range parts {
		if i > 0 {
			b.End()
		}
		part(s, b)
	}
	n := longest - b.Left()
	return b.Rows()[:n]
}

// here tells the page that the row to be written is where the thing under the cursor begins; done, that it has ended.
func (s *Screen) here(b *line.Block) { s.cursor = longest - b.Left() }
func (s *Screen) done(b *line.Block) { s.until = longest - b.Left() }

// show writes the rows that are scrolled to. Where there is a cursor, they are those around it.
func (s *Screen) show(b *line.Block, rows []string) {
	h, top := b.Left(), &s.at[s.page].top
	s.last = max(0, len(rows)-h)
	if s.cursor >= 0 {
		if *top > s.cursor {
			*top = s.cursor
		}
		if s.until > *top+h {
			*top = s.until - h
		}
		if s.at[s.page].list.Cursor == 0 && s.until <= h {
			*top = 0 // the answer stands above the first of a list
		}
	}
	*top = max(0, min(*top, s.last))
	b.Join(rows[*top:min(len(rows), *top+h)], b.Width())
}

// beside writes two columns. What is under the cursor is beside its list; the list is scrolled and the other is not.
func (s *Screen) beside(b *line.Block, main, side []string, w int) {
	left := line.NewBlock(w, b.Left())
	s.show(left, main)
	rows, blank := left.Rows(), line.NewBlock(w, 1).Rows()[0]
	for y, r := range rows {
		other := blank
		switch {
		case y == len(rows)-1 && len(side) > len(rows):
			other = line.NewBlock(w, 1).Put(s.theme.Dim, words.Say("debriefscreen.more-rows", "n", len(side)-len(rows)+1)).Rows()[0]
		case y < len(side):
			other = side[y]
		}
		b.Styled(r, w).Space(gap/2).Put(s.theme.Faint, theme.Wall).To(w+gap).Styled(other, w).End()
	}
}

// hints are the keys that do something here.
func (s *Screen) hints() []widget.Hint {
	here, p := &s.at[s.page], &pages[s.page]
	say := func(what string) string { return words.Say("debriefscreen.key." + what) }
	hints := []widget.Hint{{Key: key.Next.Show(), What: say("next")}}
	_, _, _, can := s.turn()
	switch {
	case here.open:
		hints = append(hints, widget.Hint{Key: key.Close.Show(), What: say("back")})
	case s.page == answer.Course && here.list.Len > 0:
		hints = append(hints, widget.Hint{Key: "← →", What: say("marks")})
	case p.opens && here.list.Len > 0:
		hints = append(hints, widget.Hint{Key: "↑↓", What: say("choose")}, widget.Hint{Key: key.Choose.Show(), What: say("open")})
	case here.list.Len > 0:
		hints = append(hints, widget.Hint{Key: "↑↓", What: say("choose")})
	}
	if can {
		hints = append(hints, widget.HintOf(key.PlayOn))
	}
	if s.last > 0 && (here.open || here.list.Len == 0 || s.page == answer.Course) {
		hints = append(hints, widget.Hint{Key: "↑↓", What: say("scroll")})
	}
	if s.page == answer.Next && s.after != "" {
		hints = append(hints, widget.HintOf(key.Onward))
	}
	switch {
	case s.home != "":
		hints = append(hints, widget.Hint{Key: key.Export.Show(), What: say("home")})
	case s.page == answer.Next && s.recorded():
		hints = append(hints, widget.HintOf(key.Export))
	}
	return append(hints, widget.HintOf(key.Help), widget.Hint{Key: key.Quit.Show(), What: say("leave")}, widget.HintOf(key.Words))
}

// turn is the turn to play on from here; a game that was not recorded has none.
func (s *Screen) turn() (turn int, at game.Minute, order string, ok bool) {
	if p := &pages[s.page]; s.recorded() && p.turn != nil && s.at[s.page].list.Len > 0 {
		return p.turn(s)
	}
	return 0, 0, "", false
}

// recorded tells whether there is a save that can be branched, and beside which an export can lie.
func (s *Screen) recorded() bool { return s.d.Record != nil && s.d.Record.Path != "" }

// roomy tells whether there are rows to leave blank between the things of a list.
func (s *Screen) roomy() bool { return s.rows >= 26 }

// space leaves a row blank where there is room.
func (s *Screen) space(b *line.Block) {
	if s.roomy() {
		b.End()
	}
}

// head writes the title of a part of a page.
func (s *Screen) head(b *line.Block, title string) {
	widget.Head(b, s.theme, title, "")
}
