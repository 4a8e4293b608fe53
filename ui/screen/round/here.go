package round

import (
	"time"

	"callout/game"
	"callout/game/workshop"
)

// Here is what the screens of a player in a room are drawn from. It is replaced when the room has changed, and Now with
// every second.
type Here struct {
	Picture *workshop.Picture
	Seat    int
	Return  string    // the code with which the player comes back
	Now     time.Time // by the clock that the room goes by
	View    *game.View
	Home    string // how the player's debrief is taken home
	Heard   int    // how much of what was said to everybody the player has had the time to read
}

// Own is the player's seat.
func (h *Here) Own() *workshop.Seat { return h.Picture.Seats[h.Seat-1] }

// Team is the player's team.
func (h *Here) Team() *workshop.Team { return h.Picture.Teams[h.Own().Team-1] }

// Drives tells whether the player drives the team's game.
func (h *Here) Drives() bool { return h.Team().Driver == h.Seat }

// Driver is the name of whoever drives, or empty.
func (h *Here) Driver() string {
	if d := h.Team().Driver; d > 0 && d <= len(h.Picture.Seats) {
		return h.Picture.Seats[d-1].Name
	}
	return ""
}

// Round is the round that the room is in, and nil where the script has none such.
func (h *Here) Round() *workshop.Round {
	p := h.Picture
	if p.Script == nil || p.Round < 0 || p.Round >= len(p.Script.Rounds) {
		return nil
	}
	return &p.Script.Rounds[p.Round]
}

// Left is how much time the phase has left; ok is false where it has no clock.
func (h *Here) Left() (left time.Duration, ok bool) {
	switch p := h.Picture; {
	case p.Paused:
		return p.Left, p.Left > 0
	case p.Ends.IsZero():
		return 0, false
	default:
		return max(0, p.Ends.Sub(h.Now)), true
	}
}

// Latest is what was said to everybody and the player had no time yet to read, or empty.
func (h *Here) Latest() string {
	if n := len(h.Picture.Said); n > h.Heard {
		return h.Picture.Said[n-1].Text
	}
	return ""
}

// Open are the levers that are open, in their order, and for each whether it was closed in the round before.
func (h *Here) Open() (open []workshop.Lever, fresh map[workshop.Lever]bool) {
	fresh = map[workshop.Lever]bool{}
	before := map[workshop.Lever]bool{}
	if p := h.Picture; p.Round > 0 && p.Round <= len(p.Script.Rounds) {
		for _, l := range p.Script.Rounds[p.Round-1].Open {
			before[l] = true
		}
	}
	for _, l := range workshop.AllLevers() {
		if h.Picture.Open[l] {
			open = append(open, l)
			fresh[l] = h.Picture.Round > 0 && !before[l]
		}
	}
	return open, fresh
}

// Opens is the round, from 1, that opens a lever after this one; 0 where none does.
func (h *Here) Opens(l workshop.Lever) int {
	rounds := h.Picture.Script.Rounds
	for i := h.Picture.Round + 1; i < len(rounds); i++ {
		for _, open := range rounds[i].Open {
			if open == l {
				return i + 1
			}
		}
	}
	return 0
}
