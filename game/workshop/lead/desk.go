package lead

import (
	"fmt"
	"time"

	"callout/game/words"
	"callout/game/workshop"
)

// Desk is what a facilitator sits at.
type Desk struct {
	Picture *workshop.Picture
	Now     time.Time // by the clock that the room goes by
	Invite  Invite
}

// Invite is how to join, as it is told to the room. The code is the picture's.
type Invite struct {
	SSH string   // a line to type
	Web string   // an address
	QR  [][]bool // its modules, true for dark, without a border; none where it was not made
}

// event is the event of that name, or nil.
func event(name string) *workshop.Event {
	events := workshop.Events()
	for i := range events {
		if events[i].Name == name {
			return &events[i]
		}
	}
	return nil
}

// Next is the phase that comes after this one; false where there is none.
func (d *Desk) Next() (workshop.PhaseChange, bool) {
	p := d.Picture
	if p.Over || p.Script == nil {
		return workshop.PhaseChange{}, false
	}
	steps := p.Script.Steps()
	for i, s := range steps {
		if s.Round == p.Round && s.Phase == p.Phase && i+1 < len(steps) {
			return steps[i+1], true
		}
	}
	return workshop.PhaseChange{}, false
}

// Round is the round that the room is in, nil where there is none.
func (d *Desk) Round() *workshop.Round {
	p := d.Picture
	if p.Script == nil || p.Round < 0 || p.Round >= len(p.Script.Rounds) {
		return nil
	}
	return &p.Script.Rounds[p.Round]
}

// Left is how much time the phase has; false where it has no clock.
func (d *Desk) Left() (time.Duration, bool) {
	switch p := d.Picture; {
	case p.Paused:
		return p.Left, p.Left > 0
	case p.Ends.IsZero():
		return 0, false
	default:
		return max(p.Ends.Sub(d.Now), 0), true
	}
}

// Clock is a time that is left, or that has gone by, as minutes and seconds.
func Clock(t time.Duration) string {
	s := int64((t + time.Second - 1) / time.Second) // 0:00 is the end, and not the last second
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// PolicyTitle is a policy as people read it.
func PolicyTitle(name string) string {
	if words.Has("debriefscreen.policy." + name) {
		return words.Say("debriefscreen.policy." + name)
	}
	return name
}

// Team is the name of a team with its number, and Seat that of a seat.
func (d *Desk) Team(n int) string {
	name := ""
	if n >= 1 && n <= len(d.Picture.Teams) {
		name = d.Picture.Teams[n-1].Name
	}
	return words.Say("lead.team", "n", n, "name", name)
}

// Seat is the name of a seat with its number.
func (d *Desk) Seat(n int) string {
	name := ""
	if n >= 1 && n <= len(d.Picture.Seats) {
		name = d.Picture.Seats[n-1].Name
	}
	return words.Say("lead.seat", "n", n, "name", name)
}

// Crew are the seats of a team that are not removed.
func (d *Desk) Crew(team int) []*workshop.Seat {
	var crew []*workshop.Seat
	for _, s := range d.Picture.Seats {
		if s.Team == team && !s.Removed {
			crew = append(crew, s)
		}
	}
	return crew
}

// Count is how a room is filled. Ready is how many of those Asked are ready, seats or teams as workshop.Picture.Ready says.
type Count struct{ Seats, Here, Ready, Asked, Teams, Stuck, Done, Turn int }

// Counts counts the room.
func (d *Desk) Counts() Count {
	c := Count{Teams: len(d.Picture.Teams), Done: d.finished(), Turn: d.furthest()}
	for _, s := range d.Picture.Seats {
		if s.Removed {
			continue
		}
		c.Seats++
		if s.Here > 0 {
			c.Here++
		}
	}
	c.Ready, c.Asked = d.Picture.Ready()
	for _, t := range d.Picture.Teams {
		if t.Stuck {
			c.Stuck++
		}
	}
	return c
}

// finished is how many teams have come to the end of the round, and behind how many have not.
func (d *Desk) finished() int {
	n := 0
	for _, t := range d.Picture.Teams {
		if t.Done {
			n++
		}
	}
	return n
}

func (d *Desk) behind() int { return len(d.Picture.Teams) - d.finished() }

// furthest is how many turns the team that is furthest has ended.
func (d *Desk) furthest() int {
	n := 0
	for _, t := range d.Picture.Teams {
		n = max(n, t.Ended)
	}
	return n
}

// EventTitle is what an event is called; its name where there is no such event any more.
func EventTitle(name string) string {
	if e := event(name); e != nil {
		return e.Title()
	}
	return name
}
