package round

import (
	"slices"
	"time"

	"callout/game/words"
	"callout/game/workshop"
)

// Lines is what a player reads of a phase, line by line: what the screens show in a page. Of a game that is played it says
// only that it is.
func Lines(h *Here) []string {
	p, r := h.Picture, h.Round()
	head := phaseOf(h)
	if left, running := h.Left(); running {
		head = words.Say("room.line.clock", "phase", head, "n", int((left+time.Minute-1)/time.Minute))
	}
	lines := []string{words.Say("room.line.phase", "phase", head)}
	add := func(text ...string) { lines = append(lines, text...) }
	if p.Paused {
		add(words.Say("room.line.paused"))
	}
	switch {
	case p.Over:
		add(words.Say("round.over.text"))
	case p.Phase == workshop.Lobby:
		add(words.Say("lobby.you", "name", h.Own().Name, "team", h.Team().Name))
		if h.Return != "" {
			add(words.Say("room.line.return", "code", workshop.ShowCode(h.Return)))
		}
		add(words.Say("lobby.promise.what")+" "+p.Commitment, words.Say("room.line.ready"))
	case r == nil:
	case p.Phase == workshop.Prepare:
		add(r.Title, r.Says, words.Say("room.line.until", "until", words.Date(p.Until), "n", r.Run))
		add(h.levers()...)
		add(words.Say("room.line.ready"))
	case p.Phase == workshop.Run && h.Team().Done:
		add(words.Say("round.wait.done", "until", words.Date(p.Until)))
	case p.Phase == workshop.Result:
		add(h.spreads()...)
		for i := range p.Board.Rows {
			b := &p.Board.Rows[i]
			add(words.Say("room.line.board", "rank", b.Rank, "team", b.Name, "burnout", b.Burnout, "queue", b.Queue, "lost", words.MoneyCoarse(b.Lost)))
		}
	case p.Phase == workshop.Reflect:
		add(words.Say("round.talk"))
		add(r.Ask...)
	}
	return lines
}

// levers are which orders are open, and when the others are.
func (h *Here) levers() []string {
	var lines []string
	open, _ := h.Open()
	for _, l := range workshop.AllLevers() {
		switch n := h.Opens(l); {
		case slices.Contains(open, l):
			lines = append(lines, words.Say("room.line.open", "lever", l.Title(), "about", l.About()))
		case n > 0:
			lines = append(lines, words.Say("room.line.closed", "lever", l.Title(), "why", words.Say("room.opens", "n", n)))
		default:
			lines = append(lines, words.Say("room.line.closed", "lever", l.Title(), "why", words.Say("room.closed")))
		}
	}
	return lines
}

// spreads are the three gauges of the own team among those of all.
func (h *Here) spreads() []string {
	var lines []string
	for _, g := range gauges() {
		if s, ok := spreadOf(h.Picture.Board.Rows, h.Own().Team, g.of); ok {
			lines = append(lines, words.Say("room.line.spread", "gauge", g.name, "own", g.write(s.own), "least", g.write(s.least), "median", g.write(s.median), "most", g.write(s.most)))
		}
	}
	return lines
}
