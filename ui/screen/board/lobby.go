package board

import (
	"strings"

	"callout/game/words"
	"callout/game/workshop"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

// lobby is how to join, who is here, and what was settled before.
func (s *Screen) lobby(b *line.Block, size layout.Size) {
	d := &s.desk
	code := widget.QR(d.Invite.QR)
	w, h := code.Size()
	if w == 0 || h > b.Left() || b.Width()-w < 40 {
		s.how(b, size)
		return
	}
	left := line.NewBlock(b.Width()-w-3, b.Left())
	s.how(left, size)
	for y, row := range left.Rows() {
		b.Styled(row, b.Width()-w-3).Space(3)
		code.Row(b, s.theme, y)
		b.End()
	}
}

func (s *Screen) how(b *line.Block, size layout.Size) {
	t, d := s.theme, &s.desk
	gap := func() {
		if size > layout.Compact {
			b.End()
		}
	}
	widget.Head(b, t, words.Say("board.join.title"), "")
	gap()
	for _, way := range [][2]string{{words.Say("board.join.terminal"), d.Invite.SSH}, {words.Say("board.join.browser"), d.Invite.Web}} {
		if way[1] == "" {
			continue
		}
		b.Cell(t.Dim, way[0], 14)
		if line.Width(way[1]) > b.Room() {
			b.End().Space(2)
		}
		b.Put(t.Strong, way[1]).End()
		gap()
	}
	if d.Picture.Locked {
		b.Line(t.Warn, words.Say("lead.room.locked"))
	}
	b.End()
	c := d.Counts()
	promise := line.Wrap(words.Say("board.promise"), b.Width())
	prints := line.Wrap(fingerprint(d.Picture.Commitment), b.Width())
	widget.Head(b, t, words.Say("board.people", "n", c.Seats), "")
	s.people(b, b.Left()-len(promise)-len(prints)-2)
	for b.Left() > len(promise)+len(prints) {
		b.End()
	}
	for _, row := range promise {
		b.Line(t.Dim, row)
	}
	for _, row := range prints {
		b.Line(t.Accent, row)
	}
}

// people writes the teams, several to a row, in so many rows, and says how many have no room.
func (s *Screen) people(b *line.Block, rows int) {
	t, d := s.theme, &s.desk
	const cell = 26
	across := max(1, b.Width()/cell)
	var names []string
	for _, team := range d.Picture.Teams {
		if crew := len(d.Crew(team.N)); crew > 0 || team.Policy != "" {
			name := team.Name
			if crew > 1 {
				name = words.Say("board.crew", "name", name, "n", crew)
			}
			names = append(names, name)
		}
	}
	room := max(rows, 1) * across
	over := len(names) - room
	if over > 0 {
		over++
		names = names[:room-1]
	}
	for i, name := range names {
		if i > 0 && i%across == 0 {
			b.End()
		}
		b.Cell(t.Text, name, cell-2).Space(2)
	}
	if over > 0 {
		if len(names)%across == 0 && len(names) > 0 {
			b.End()
		}
		b.Put(t.Dim, words.Say("board.more", "n", over))
	}
	if len(names) > 0 || over > 0 {
		b.End()
	}
}

// fingerprint is a commitment in groups that can be read out.
func fingerprint(commitment string) string {
	var groups []string
	for len(commitment) > 8 {
		groups, commitment = append(groups, commitment[:8]), commitment[8:]
	}
	return strings.Join(append(groups, commitment), " ")
}

// briefing is what the round brings, in words that can be read out.
func (s *Screen) briefing(b *line.Block) {
	t, d := s.theme, &s.desk
	r := d.Round()
	if r == nil {
		return
	}
	width := min(b.Width(), 100)
	b.End()
	for _, row := range line.Wrap(r.Says, width) {
		b.Line(t.Strong, row)
	}
	b.End()
	for _, l := range workshop.AllLevers() {
		mark, style := theme.NotYet, t.Dim
		if d.Picture.Open[l] {
			mark, style = theme.Met, t.Good
		}
		b.Put(style, mark).Space(2).Cell(t.Text, l.Title(), 18).Put(t.Dim, l.About()).End()
	}
	b.End()
	b.Line(t.Dim, words.Say("board.days", "day", r.Days))
	if b.Left() > 8 {
		b.End()
		s.race(b)
	}
}

// questions are what the room talks about.
func (s *Screen) questions(b *line.Block) {
	t, r := s.theme, s.desk.Round()
	if r == nil {
		return
	}
	for i, q := range r.Ask {
		for k, row := range line.Wrap(q, min(b.Width()-4, 100)) {
			if k == 0 {
				b.Right(t.Accent, words.Number(int64(i+1)), 2).Space(2)
			}
			b.To(4).Put(t.Strong, row).End()
		}
	}
	b.End()
}
