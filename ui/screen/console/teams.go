package console

import (
	"strings"

	"callout/game"
	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/lead"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

// drawTeams writes the teams, a row each, with what there is to know of them.
func (s *Screen) drawTeams(b *line.Block) {
	t, d := s.theme, &s.desk
	note := ""
	from, to := s.teams.Show(b.Left() - 2)
	if all := len(d.Picture.Teams); to-from < all {
		note = words.Say("console.some", "from", from+1, "to", to, "all", all)
	}
	widget.Title(b, t, words.Say("console.teams"), note, true)
	if len(d.Picture.Teams) == 0 {
		b.End().Line(t.Dim, words.Say("lead.noteam"))
		return
	}
	const number, mark, turn, burnout, queue, lost, here = 4, 3, 5, 5, 6, 9, 6
	name := 8
	for _, team := range d.Picture.Teams {
		name = max(name, line.Width(team.Name))
	}
	name = min(name, 24, b.Width()-number-mark-turn-burnout-queue-lost-here-1)
	b.Space(number+mark).Cell(t.Dim, words.Say("console.column.team"), name).Right(t.Dim, words.Say("console.column.turn"), turn)
	b.Right(t.Dim, words.Say("console.column.burnout"), burnout).Right(t.Dim, words.Say("console.column.queue"), queue)
	b.Right(t.Dim, words.Say("console.column.lost"), lost).Right(t.Dim, words.Say("console.column.here"), here).End()
	for i := from; i < to; i++ {
		team, g := d.Picture.Teams[i], &s.gauges[i]
		style := t.Text
		if i == s.teams.Cursor {
			b.Base(t.Selected)
			b.Put(t.Accent, theme.Cursor)
			style = t.Strong
		}
		b.To(1).Right(t.Dim, words.Number(int64(team.N)), number-1)
		sign, st := s.sign(team)
		b.To(number+1).Put(st, sign).To(number+mark).Cell(style, team.Name, name).Right(style, words.Number(int64(team.Ended)), turn)
		b.Right(t.Of(theme.Strain(g.burnout)), words.Number(int64(g.burnout)), burnout).Right(style, words.Number(int64(g.queue)), queue)
		b.Right(style, words.MoneyCoarse(g.lost), lost)
		crew, present := d.Crew(team.N), 0
		for _, seat := range crew {
			if seat.Here > 0 {
				present++
			}
		}
		there := t.Dim
		if present < len(crew) {
			there = t.Warn
		}
		if len(crew) > 0 {
			b.Right(there, words.Say("console.present", "n", present, "all", len(crew)), here)
		} else if team.Policy == "" {
			b.Space(here)
		}
		if s.plan.Size > layout.Compact {
			b.Space(2).Put(st, s.short(team, b.Room()-2))
		}
		b.To(b.Width()).End()
	}
}

// short is in a word or two why a team wants to be looked at, or does not, in so many cells.
func (s *Screen) short(team *workshop.Team, room int) string {
	switch {
	case team.Policy != "":
		title := lead.PolicyTitle(team.Policy)
		if text := words.Say("console.short.policy", "policy", title); line.Width(text) <= room {
			return text
		}
		return title
	case team.Stuck:
		return words.Say("console.short.stuck", "t", s.desk.Idle(team))
	case team.Done:
		return words.Say("console.short.done")
	}
	return ""
}

// sign is a mark for how a team is: it wants looking after, it is through, a policy plays.
func (s *Screen) sign(team *workshop.Team) (string, line.Style) {
	t := s.theme
	switch {
	case team.Policy != "":
		return theme.Dot, t.Dim
	case team.Stuck:
		return theme.Alert, t.Warn
	case team.Done:
		return theme.Met, t.Good
	}
	return " ", t.Dim
}

// drawTeam is what there is to know of the team under the cursor: whether it is stuck and why, who sits at it, and what was
// ordered last.
func (s *Screen) drawTeam(b *line.Block) {
	t, d, team := s.theme, &s.desk, s.team()
	if team == nil {
		return
	}
	widget.Head(b, t, d.Team(team.N), "")
	if note := d.Note(team); note != "" {
		st := t.Text
		if team.Stuck {
			st = t.Warn
		}
		b.Para(st, note, 0)
	}
	for _, seat := range d.Crew(team.N) {
		if b.Left() < 4 {
			break
		}
		mark, st := theme.Up, t.Good
		if seat.Here == 0 {
			mark, st = theme.NotYet, t.Warn
		}
		b.Put(st, mark).Space(1).Put(t.Text, line.Cut(seat.Name, b.Width()*2/3)).Space(1).Put(t.Dim, strings.Join(d.SeatNotes(seat), ", ")).End()
	}
	orders, turn := latest(team)
	if len(orders) == 0 {
		b.Para(t.Dim, words.Say("console.team.noorders"), 0)
		return
	}
	b.Para(t.Dim, words.Say("console.team.orders", "turn", turn+1), 0)
	for i := len(orders) - 1; i >= 0 && b.Left() > 0; i-- {
		b.Put(t.Accent, theme.Cursor+" ").Put(t.Text, d.Picture.Level.FormatOrder(orders[i])).End()
	}
}

// latest are the orders of the last turn in which there were any, and that turn.
func latest(team *workshop.Team) ([]game.Order, int) {
	for turn := len(team.Orders) - 1; turn >= 0; turn-- {
		if len(team.Orders[turn]) > 0 {
			return team.Orders[turn], turn
		}
	}
	return nil, 0
}
