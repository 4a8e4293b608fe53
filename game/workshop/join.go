package workshop

import (
	"context"

	"callout/game/words"
)

// Joiner is somebody who wants a seat, or their seat back.
type Joiner struct {
	Caller   string // who is slowed down when return codes are guessed: see Limiter
	Name     string // cleaned here; a made-up one is given where it is empty
	Team     int    // the team to sit at; 0 for a place that the room finds
	TeamName string // of a new team; it makes one where Team is 0
	Key      string // fingerprint of the SSH key that the caller proved, or empty
	Return   string // code with which the player comes back, or empty
}

// Ticket is a seat that was taken.
type Ticket struct {
	Seat   int
	Return string // with which to come back; empty for who came back
	Back   bool   // it is the seat that the player had
}

// joining is somebody who joins, as the goroutine sees them.
type joining struct {
	body Joining // Seat and Team are wishes
	team bool    // a new team is wanted
}

// Join takes a seat. Who has one comes back to it, by key or return code. The error is a Refusal: the room is locked or
// full, the return code is wrong, or somebody of that name is here already and the player has to say who they are.
func (r *Room) Join(ctx context.Context, j Joiner) (Ticket, error) {
	key, back := "", ""
	if j.Key != "" {
		key = r.workshop.sealed("key", j.Key)
	}
	if j.Return != "" {
		back = r.workshop.sealed("return", NormalCode(j.Return))
		var seat *Seat
		ok, err := r.hub.tries.Try(j.Caller, func() bool {
			seat = r.seatBy(func(s *Seat) bool { return same(s.back, back) })
			return seat != nil
		})
		switch {
		case err != nil:
			return Ticket{}, r.hub.refused(TooOften, err)
		case !ok:
			return Ticket{}, r.hub.refused(WrongReturn, Refusal(words.Say("workshop.refuse.return")))
		}
		return r.backTo(seat)
	}
	if key != "" {
		if seat := r.seatBy(func(s *Seat) bool { return same(s.key, key) }); seat != nil {
			return r.backTo(seat)
		}
	}
	code := newCode(returnLength)
	back = r.workshop.sealed("return", code)
	a := &ask{join: &joining{body: Joining{Team: j.Team, Key: key, Return: back}, team: Clean(j.TeamName) != ""}}
	if name := Clean(j.Name); name != "" {
		a.names = append(a.names, Name{newSeat, name})
	}
	if name := Clean(j.TeamName); name != "" && j.Team == 0 {
		a.names = append(a.names, Name{newTeam, name})
	}
	if err := r.ask(ctx, a); err != nil {
		return Ticket{}, err
	}
	seat := r.seatBy(func(s *Seat) bool { return same(s.back, back) })
	if seat == nil {
		return Ticket{}, Refusal(words.Say("workshop.refuse.seat"))
	}
	return Ticket{Seat: seat.N, Return: code}, nil
}

// backTo lets a player back to a seat.
func (r *Room) backTo(s *Seat) (Ticket, error) {
	if s.Removed {
		return Ticket{}, r.hub.refused(IsRemoved, Refusal(words.Say("workshop.refuse.removed")))
	}
	r.hub.opt.Meter.CameBack()
	return Ticket{Seat: s.N, Back: true}, nil
}

// seatBy is the seat for which is holds. Every seat is asked, so that the time does not tell which it was.
func (r *Room) seatBy(is func(*Seat) bool) *Seat {
	var found *Seat
	for _, s := range r.Picture().Seats {
		if is(s) {
			found = s
		}
	}
	return found
}
