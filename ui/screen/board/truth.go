package board

import (
	"callout/game"
	"callout/game/words"
	"callout/game/workshop/race"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

// truth is the comparison after the reveal: of teams with what doing nothing and the rule of thumb would have come to, of
// support models, and of who moved what.
func (s *Screen) truth(b *line.Block, size layout.Size) {
	p := s.desk.Picture
	if len(p.Board.Rows) == 0 {
		b.Line(s.theme.Dim, words.Say("lead.noteam"))
		return
	}
	models := race.Models(p.Level, p.Board.Rows)
	moves := s.moves()
	below := len(models) + 2
	if size > layout.Compact && len(moves) > 0 {
		below += 2 + min(len(moves), 4)
	}
	if size == layout.Compact && len(models) < 2 {
		below = 0
	}
	s.outcome(b, b.Left()-below)
	if below == 0 {
		return
	}
	for b.Left() > below {
		b.End()
	}
	b.End()
	s.models(b, models)
	if size > layout.Compact && len(moves) > 0 {
		b.End()
		widget.Head(b, s.theme, words.Say("board.moves.title"), "")
		for i, m := range moves {
			if b.Left() == 1 && i < len(moves)-1 {
				b.Line(s.theme.Dim, words.Say("board.more", "n", len(moves)-i))
				break
			}
			b.Line(s.theme.Text, m)
		}
	}
}

// entrant is a row of the comparison: a team, or what it is compared with.
type entrant struct {
	rank, name  string
	lost, total game.Pence
	score       int64
	team        bool
}

// outcome writes the teams as bars, in so many rows; the baselines are always there.
func (s *Screen) outcome(b *line.Block, rows int) {
	t, p := s.theme, s.desk.Picture
	room := max(rows-1-len(s.baselines), 1)
	shown := race.Pick(p.Board.Rows, room, 0)
	if says := len(shown.Left) > 0; says {
		shown = race.Pick(p.Board.Rows, max(room-1, 1), 0)
	}
	var all []entrant
	for i := range shown.Rows {
		r := &shown.Rows[i]
		all = append(all, entrant{words.Number(int64(r.Rank)), r.Name, r.Lost, r.Total, r.Score, true})
	}
	for i := range s.baselines {
		base := &s.baselines[i]
		all = append(all, entrant{"", base.Title(), base.Lost, base.Total, base.Score, false})
	}
	name := leastName
	for i := range all {
		name = max(name, line.Width(all[i].name))
	}
	const money, score = 12, 9
	name = min(name, mostName)
	bar := max(0, b.Width()-rankCells-name-2-2*money-score)
	b.Space(rankCells).Cell(t.Title, words.Say("board.team"), name).Space(2+bar).Right(t.Title, words.Say("board.total"), money)
	b.Right(t.Title, words.Say("board.short.lost"), money).Right(t.Title, words.Say("board.score"), score).End()
	most := race.Scale(p.Board.Rows, s.baselines)
	height := 1
	if len(all)*2 <= rows-1 {
		height = 2
	}
	for i := range all {
		e := &all[i]
		style, first, second := t.Dim, t.Dim, t.Faint
		if e.team {
			style, first, second = t.Strong, t.Warn, t.Accent
		}
		b.Right(t.Accent, e.rank, rankCells-1).Space(1).Cell(style, e.name, name).Space(1)
		lost := min(max(e.lost, 0), e.total)
		parts := []widget.Part{{N: lost, Glyph: "█", Style: first}, {N: e.total - lost, Glyph: "░", Style: second}}
		if e.total > most {
			widget.Stack(b, parts, e.total, bar)
			b.Put(t.Alarm, theme.Beyond)
		} else {
			widget.Stack(b, parts, most, bar)
			b.Space(1)
		}
		b.Right(style, words.Money(e.total), money).Right(t.Dim, words.Money(e.lost), money).Right(style, words.Number(e.score), score).End()
		if i == len(shown.Rows)-1 && len(shown.Left) > 0 {
			b.Space(rankCells).Put(t.Dim, theme.More+" "+words.Say("board.more", "n", len(shown.Left))).End()
		}
		if height == 2 {
			b.End()
		}
	}
}

// models writes what teams under each support model came to.
func (s *Screen) models(b *line.Block, list []race.Model) {
	t := s.theme
	widget.Head(b, t, words.Say("board.models.title"), words.Say("board.models.note"))
	name := leastName
	for i := range list {
		name = max(name, line.Width(list[i].Title))
	}
	name = min(name, max(b.Width()-49, leastName))
	for i := range list {
		m := &list[i]
		b.Cell(t.Strong, m.Title, name).Right(t.Dim, words.Say("board.models.teams", "n", m.Teams), 12)
		b.Right(t.Strong, words.Money(m.Total), 12).Right(t.Dim, words.Say("board.models.lost", "money", words.Money(m.Lost)), 25).End()
	}
}

// moves are what teams moved to another support model, in the order of ranks.
func (s *Screen) moves() []string {
	p := s.desk.Picture
	var list []string
	for i := range p.Board.Rows {
		r := &p.Board.Rows[i]
		if r.Team < 1 || r.Team > len(p.Teams) {
			continue
		}
		for turn, orders := range p.Teams[r.Team-1].Orders {
			for m := range p.Level.Models {
				if apps := moved(p.Level, orders, m); apps != "" {
					list = append(list, words.Say("board.moves.row", "team", r.Name, "turn", turn+1, "apps", apps, "model", p.Level.Models[m].Title))
				}
			}
		}
	}
	return list
}

// moved are the applications that orders move to a model, empty where none does.
func moved(l *game.Level, orders []game.Order, model int) string {
	text := ""
	for _, o := range orders {
		if o.Kind != game.Move || o.Model != model || o.App < 0 || o.App >= len(l.Applications) {
			continue
		}
		if text != "" {
			text += ", "
		}
		text += l.Applications[o.App].Name
	}
	return text
}
