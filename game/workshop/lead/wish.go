package lead

import (
	"slices"
	"strconv"

	"callout/game/words"
	"callout/game/workshop"
)

// Wish is what a facilitator wants done: a command that has no number yet.
type Wish struct {
	Kind  workshop.Kind
	Body  any // of the type that belongs to the kind, or nil
	Names []workshop.Name
}

// Command is the wish as the facilitator's command number n.
func (w *Wish) Command(n int64) workshop.Command {
	c := workshop.Command{Seat: workshop.Facilitator, N: n, Kind: w.Kind}
	if w.Body != nil {
		c.Body = workshop.Body(w.Body)
	}
	return c
}

// Final tells whether what is wished cannot be taken back, so that it must be said twice.
func (d *Desk) Final(w *Wish) bool {
	switch w.Kind {
	case workshop.Removed, workshop.Closed, workshop.Revealed, workshop.Injected, workshop.Stepped, workshop.Forgot:
		return true
	case workshop.Began:
		return d.Picture.Phase == workshop.Run && d.behind() > 0
	}
	return false
}

// Effect says what a wish will do, before it does.
func (d *Desk) Effect(w *Wish) string {
	p := d.Picture
	switch b := w.Body.(type) {
	case workshop.PhaseChange:
		return d.begins(b)
	case workshop.Extension:
		if b.Seconds < 0 {
			return words.Say("lead.effect.shorter", "n", -b.Seconds/60)
		}
		return words.Say("lead.effect.extend", "n", b.Seconds/60)
	case workshop.Step:
		return words.Say("lead.effect.step", "turn", b.Turn, "n", len(p.Teams)-d.finished())
	case workshop.Injection:
		e := event(b.Event)
		if e == nil {
			return ""
		}
		return words.Say("lead.effect.inject", "event", e.Title(), "severity", workshop.SeverityTitle(b.Severity), "about", e.About(), "turn", d.furthest()+1)
	case workshop.LeverChange:
		return words.Say("lead.effect.levers", "levers", Titles(b.Open))
	case workshop.Text:
		return words.Say("lead.effect.say", "text", b.Text)
	case workshop.TeamChange:
		if b.Policy == "" {
			return words.Say("lead.effect.people", "team", d.Team(b.Team))
		}
		return words.Say("lead.effect.policy", "team", d.Team(b.Team), "policy", PolicyTitle(b.Policy))
	case workshop.SeatChange:
		return d.seatEffect(w, b)
	}
	return words.Say("lead.effect." + string(w.Kind))
}

// begins says what a phase brings.
func (d *Desk) begins(c workshop.PhaseChange) string {
	p := d.Picture
	text := ""
	if n := d.behind(); p.Phase == workshop.Run && n > 0 {
		text = words.Say("lead.effect.behind", "n", n) + " "
	}
	switch c.Phase {
	case workshop.Debrief:
		return text + words.Say("lead.effect.phase.debrief")
	case workshop.Run:
		r := &p.Script.Rounds[c.Round]
		open := r.Open
		if p.Phase == workshop.Prepare && p.Round == c.Round {
			open = d.Open() // the facilitator may have changed what the script opened
		}
		return text + words.Say("lead.effect.phase.run", "day", r.Days, "levers", Titles(open))
	}
	return text + words.Say("lead.effect.phase."+string(c.Phase), "round", c.Round+1)
}

// seatEffect says what a change of a seat or of a team's name will do.
func (d *Desk) seatEffect(w *Wish, c workshop.SeatChange) string {
	who := d.Seat(c.Seat)
	switch w.Kind {
	case workshop.Renamed:
		name := ""
		if len(w.Names) > 0 {
			name = w.Names[0].Name
		}
		if c.Seat == 0 {
			who = d.Team(c.Team)
		}
		return words.Say("lead.effect.rename", "who", who, "name", name)
	case workshop.Moved:
		return words.Say("lead.effect.move", "who", who, "team", d.Team(c.Team))
	case workshop.GaveRole:
		if c.Role == "" {
			return words.Say("lead.effect.norole", "who", who)
		}
		return words.Say("lead.effect.role", "who", who, "role", words.Say("lead.role."+string(c.Role)))
	}
	return words.Say("lead.effect.seat."+string(w.Kind), "who", who)
}

// Titles are levers in words, in their order.
func Titles(levers []workshop.Lever) string {
	if len(levers) == 0 {
		return words.Say("lead.nothing")
	}
	text := ""
	for _, l := range workshop.AllLevers() {
		if !slices.Contains(levers, l) {
			continue
		}
		if text != "" {
			text += ", "
		}
		text += l.Title()
	}
	return text
}

// whoSeat and whoTeam are how names call a seat and a team.
func whoSeat(n int) workshop.Who { return workshop.Who("s" + strconv.Itoa(n)) }
func whoTeam(n int) workshop.Who { return workshop.Who("t" + strconv.Itoa(n)) }
