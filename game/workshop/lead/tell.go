package lead

import (
	"strings"
	"time"

	"callout/game"
	"callout/game/words"
	"callout/game/workshop"
)

// Room tells how the room stands, in lines.
func (d *Desk) Room() []string {
	p, c := d.Picture, d.Counts()
	rows := []string{words.Say("lead.room.title", "title", p.Title, "code", workshop.ShowCode(p.Code), "phase", d.Phase())}
	rows = append(rows, d.Time())
	if next := d.NextUp(); next != "" {
		rows = append(rows, next)
	}
	for _, s := range d.SayNow() {
		rows = append(rows, words.Say("lead.room.say", "text", s))
	}
	rows = append(rows, words.Say("lead.room.seats", "here", c.Here, "n", c.Seats))
	switch {
	case c.Asked > 0 && p.Phase == workshop.Run:
		rows = append(rows, words.Say("lead.room.teams_ready", "n", c.Ready, "all", c.Asked))
	case c.Asked > 0:
		rows = append(rows, words.Say("lead.room.ready", "n", c.Ready, "all", c.Asked))
	}
	if p.Phase == workshop.Run {
		rows = append(rows, words.Say("lead.room.teams", "n", c.Teams, "done", c.Done, "stuck", c.Stuck))
	}
	rows = append(rows, words.Say("lead.room.levers", "levers", Titles(d.Open())), d.BoardState())
	if p.Locked {
		rows = append(rows, words.Say("lead.room.locked"))
	}
	if p.Trouble != "" {
		rows = append(rows, words.Say("lead.room.trouble", "why", p.Trouble))
	}
	return rows
}

// Phase names the phase, with its round where it has one.
func (d *Desk) Phase() string {
	p := d.Picture
	name := words.Say("lead.phase." + string(p.Phase))
	switch {
	case p.Over:
		return words.Say("lead.over")
	case p.Phase == workshop.Lobby || p.Phase == workshop.Debrief || p.Script == nil:
		return name
	}
	return words.Say("lead.round", "n", p.Round+1, "all", len(p.Script.Rounds), "phase", name)
}

// Time says what the clock says.
func (d *Desk) Time() string {
	left, running := d.Left()
	switch {
	case d.Picture.Over:
		return words.Say("lead.time.over")
	case d.Picture.Paused && running:
		return words.Say("lead.time.paused", "left", Clock(left))
	case d.Picture.Paused:
		return words.Say("lead.time.still")
	case !running:
		return words.Say("lead.time.none")
	}
	return words.Say("lead.time.left", "left", Clock(left))
}

// NextUp says what comes after this phase, empty where nothing does.
func (d *Desk) NextUp() string {
	next, ok := d.Next()
	if !ok {
		return ""
	}
	name := words.Say("lead.phase." + string(next.Phase))
	if next.Phase == workshop.Debrief || next.Round == d.Picture.Round && d.Picture.Phase != workshop.Lobby {
		return words.Say("lead.next", "phase", name)
	}
	return words.Say("lead.next", "phase", words.Say("lead.round", "n", next.Round+1, "all", len(d.Picture.Script.Rounds), "phase", name))
}

// SayNow is what to tell the room in this phase: from the script where it says so, else what usually helps.
func (d *Desk) SayNow() []string {
	r, p := d.Round(), d.Picture
	switch {
	case p.Over || r == nil:
		return nil
	case p.Phase == workshop.Prepare && r.Says != "":
		return []string{r.Says}
	case p.Phase == workshop.Reflect && len(r.Ask) > 0:
		return r.Ask
	}
	return []string{words.Say("lead.say." + string(p.Phase))}
}

// Open are the levers that are open, in their order.
func (d *Desk) Open() []workshop.Lever {
	var open []workshop.Lever
	for _, l := range workshop.AllLevers() {
		if d.Picture.Open[l] {
			open = append(open, l)
		}
	}
	return open
}

// BoardState says what the board does.
func (d *Desk) BoardState() string {
	switch b := &d.Picture.Board; b.Mode {
	case workshop.Frozen:
		return words.Say("lead.board.frozen", "at", b.FrozenAt.Format("15:04"))
	case workshop.RevealedAll:
		return words.Say("lead.board.revealed")
	}
	return words.Say("lead.board.live")
}

// Teams tells of every team in a line.
func (d *Desk) Teams() []string {
	if len(d.Picture.Teams) == 0 {
		return []string{words.Say("lead.noteam")}
	}
	var rows []string
	var v game.View
	for _, t := range d.Picture.Teams {
		t.View(&v)
		row := words.Say("lead.teams.row", "team", d.Team(t.N), "turn", t.Ended, "burnout", v.Burnout, "queue", v.Queue, "lost", words.Money(v.Lost))
		if note := d.Note(t); note != "" {
			row += " " + note
		}
		rows = append(rows, row)
	}
	return rows
}

// Note is what there is to know of a team besides its numbers: whether it is stuck and since when, who plays, who is away.
func (d *Desk) Note(t *workshop.Team) string {
	var notes []string
	switch {
	case t.Policy != "":
		notes = append(notes, words.Say("lead.note.policy", "policy", PolicyTitle(t.Policy)))
	case t.Stuck:
		notes = append(notes, words.Say("lead.note.stuck", "t", d.Idle(t)))
	case t.Done:
		notes = append(notes, words.Say("lead.note.done"))
	}
	crew, here := d.Crew(t.N), 0
	for _, s := range crew {
		if s.Here > 0 {
			here++
		}
	}
	switch {
	case len(crew) == 0 && t.Policy == "":
		notes = append(notes, words.Say("lead.note.empty"))
	case here == 0 && len(crew) > 0:
		notes = append(notes, words.Say("lead.note.away"))
	case here < len(crew):
		notes = append(notes, words.Say("lead.note.some", "n", here, "all", len(crew)))
	}
	return strings.Join(notes, " ")
}

// Idle is for how long nothing was done, in minutes.
func (d *Desk) Idle(t *workshop.Team) game.Minute {
	return game.Minute(min(max(d.Now.Sub(t.Last)/time.Minute, 0), 100_000))
}

// Seats tells of every seat in a line.
func (d *Desk) Seats() []string {
	var rows []string
	for _, s := range d.Picture.Seats {
		rows = append(rows, words.Say("lead.seats.row", "seat", d.Seat(s.N), "team", d.Team(s.Team), "state", d.SeatState(s)))
	}
	if rows == nil {
		return []string{words.Say("lead.noseat")}
	}
	return rows
}

// SeatState is what there is to know of a seat, in a few words.
func (d *Desk) SeatState(s *workshop.Seat) string {
	switch notes := d.SeatNotes(s); {
	case s.Removed:
		return words.Say("lead.state.removed")
	case s.Here > 0:
		return strings.Join(append([]string{words.Say("lead.state.here")}, notes...), ", ")
	default:
		return strings.Join(append([]string{words.Say("lead.state.away")}, notes...), ", ")
	}
}

// SeatNotes are what there is to know of a seat besides whether somebody is there, in a word or two each.
func (d *Desk) SeatNotes(s *workshop.Seat) []string {
	var notes []string
	if s.Team >= 1 && s.Team <= len(d.Picture.Teams) && d.Picture.Teams[s.Team-1].Driver == s.N {
		notes = append(notes, words.Say("lead.state.drives"))
	}
	if s.Role != "" {
		notes = append(notes, words.Say("lead.role."+string(s.Role)))
	}
	if s.Ready {
		notes = append(notes, words.Say("lead.state.ready"))
	}
	if s.Muted {
		notes = append(notes, words.Say("lead.state.muted"))
	}
	return notes
}

// Plan tells the script, with where the room is in it.
func (d *Desk) Plan() []string {
	p := d.Picture
	if p.Script == nil {
		return nil
	}
	rows := []string{words.Say("lead.plan.title", "title", p.Script.Title, "n", p.Script.Minutes)}
	for _, s := range p.Script.Steps() {
		name := words.Say("lead.phase." + string(s.Phase))
		if s.Phase != workshop.Lobby && s.Phase != workshop.Debrief {
			r := &p.Script.Rounds[s.Round]
			name = words.Say("lead.plan.row", "n", s.Round+1, "title", r.Title, "phase", name, "minutes", r.Minutes(s.Phase))
		}
		if s.Round == p.Round && s.Phase == p.Phase {
			name = words.Say("lead.plan.here", "row", name)
		}
		rows = append(rows, name)
	}
	return rows
}

// Join tells how to join.
func (d *Desk) Join() []string {
	var rows []string
	if d.Invite.SSH != "" {
		rows = append(rows, words.Say("lead.join.ssh", "line", d.Invite.SSH), words.Say("join.lines"))
	}
	if d.Invite.Web != "" {
		rows = append(rows, words.Say("lead.join.web", "address", d.Invite.Web))
	}
	return append(rows, words.Say("lead.join.code", "code", workshop.ShowCode(d.Picture.Code)))
}
