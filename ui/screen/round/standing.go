package round

import (
	"slices"

	"callout/game"
	"callout/game/words"
	"callout/game/workshop"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

// spread is where a number of one's own lies among those of all teams.
type spread struct {
	own, least, median, most int64
	teams                    int
}

func spreadOf(rows []workshop.BoardRow, team int, of func(*workshop.BoardRow) int64) (spread, bool) {
	var all []int64
	s, found := spread{}, false
	for i := range rows {
		n := of(&rows[i])
		all = append(all, n)
		if rows[i].Team == team {
			s.own, found = n, true
		}
	}
	if !found {
		return s, false
	}
	slices.Sort(all)
	n := len(all)
	s.least, s.most, s.median, s.teams = all[0], all[n-1], (all[(n-1)/2]+all[n/2])/2, n
	return s, true
}

// gauge is one of the three numbers of a team, as the board has it.
type gauge struct {
	name  string
	write func(int64) string
	of    func(*workshop.BoardRow) int64
}

func gauges() []gauge {
	return []gauge{
		{words.Say("play.gauge.burnout"), words.Number, func(r *workshop.BoardRow) int64 { return int64(r.Burnout) }},
		{words.Say("play.gauge.queue"), words.Number, func(r *workshop.BoardRow) int64 { return int64(r.Queue) }},
		{words.Say("play.gauge.lost"), words.MoneyCoarse, func(r *workshop.BoardRow) int64 { return r.Lost }},
	}
}

// drawSpreads writes the three gauges of the own team among those of all, without saying whose they are.
func drawSpreads(b *line.Block, t *theme.Theme, h *Here) {
	rows := h.Picture.Board.Rows
	team := h.Own().Team
	b.Line(t.Title, words.Say("round.spread.title"))
	b.Para(t.Dim, words.Say("round.spread.what"), 0).End()
	for _, g := range gauges() {
		if s, ok := spreadOf(rows, team, g.of); ok {
			s.draw(b, t, g.name, g.write)
		}
	}
}

// draw writes the range as a line with the median and the own number on it, and what they are below.
func (s *spread) draw(b *line.Block, t *theme.Theme, name string, write func(int64) string) {
	st := t.Good
	if s.own > s.median {
		st = t.Warn
	}
	b.Cell(t.Title, name, 16).Put(st, write(s.own)).End()
	switch {
	case s.teams > 1 && s.least == s.most:
		b.Para(t.Dim, words.Say("round.spread.same"), 0)
	case s.teams > 1:
		w := max(10, min(b.Width()-2, 60))
		at := func(n int64) int {
			return int(float64(n-s.least) / float64(s.most-s.least) * float64(w-1))
		}
		own, median := at(s.own), at(s.median)
		for x := range w {
			switch x {
			case own:
				b.Put(st, theme.StopWon)
			case median:
				b.Put(t.Text, "┼")
			case 0:
				b.Put(t.Dim, "├")
			case w - 1:
				b.Put(t.Dim, "┤")
			default:
				b.Put(t.Faint, theme.Rule)
			}
		}
		b.End()
		b.Para(t.Dim, words.Say("round.spread.range", "least", write(s.least), "median", write(s.median), "most", write(s.most)), 0)
	}
	b.End()
}

// drawGauges writes the own three gauges, with their course.
func drawGauges(b *line.Block, t *theme.Theme, v *game.View) {
	if v == nil {
		return
	}
	b.Cell(t.Title, words.Say("play.gauge.burnout"), 16).Put(t.Of(theme.Strain(v.BurnoutWorst)), words.Number(int64(v.Burnout))).End()
	b.Cell(t.Title, words.Say("play.gauge.queue"), 16).Put(t.Strong, words.Number(int64(v.Queue))).End()
	b.Cell(t.Title, words.Say("play.gauge.lost"), 16).Put(t.Strong, words.Money(v.Lost)).End()
	b.End()
	if len(v.Course) > 1 {
		c := widget.Course{Gauges: v.Course, From: v.Start}
		c.Draw(b, t, 3)
	}
}

// drawBoard writes the race, as everybody may see it.
func drawBoard(b *line.Block, t *theme.Theme, h *Here) {
	board := &h.Picture.Board
	note := ""
	switch board.Mode {
	case workshop.Frozen:
		note = words.Say("round.board.frozen", "at", board.FrozenAt.Format("15:04"))
	case workshop.RevealedAll:
		note = words.Say("round.board.revealed")
	}
	widget.Head(b, t, words.Say("round.board.title"), note)
	const place, burnout, queue, lost = 4, 8, 9, 11 // the longest of their names in all languages, and a blank
	name := max(8, b.Width()-place-burnout-queue-lost)
	b.Space(place).Cell(t.Dim, words.Say("round.board.team"), name).Right(t.Dim, words.Say("round.board.burnout"), burnout)
	b.Right(t.Dim, words.Say("round.board.queue"), queue).Right(t.Dim, words.Say("round.board.lost"), lost).End()
	for i := range board.Rows {
		r := &board.Rows[i]
		st := t.Text
		if r.Team == h.Own().Team {
			b.Base(t.Selected)
			st = t.Strong
		}
		b.Right(t.Accent, words.Number(int64(r.Rank)), place-1).Space(1).Cell(st, r.Name, name)
		b.Right(st, words.Number(int64(r.Burnout)), burnout).Right(st, words.Number(int64(r.Queue)), queue).Right(st, words.MoneyCoarse(r.Lost), lost).End()
	}
}
