package workshop

import (
	"slices"

	"callout/game/words"
)

// Known finds the seat of a caller who was here before: by the fingerprint of an SSH key that it proved, or by a return code
// that it brought. It looks in one room, or in all where that is nil: the one opened last first, and those that are over
// last. ok is false where the caller is not known, was taken out, or has to wait because it guesses.
func (h *Hub) Known(caller string, in *Room, key, code string) (r *Room, t Ticket, ok bool) {
	rooms := h.likely()
	if in != nil {
		rooms = []*Room{in}
	}
	if key != "" {
		if r, s := seatIn(rooms, func(room *Room) *Seat {
			sealed := room.workshop.sealed("key", key)
			return room.seatBy(func(s *Seat) bool { return same(s.key, sealed) })
		}); s != nil {
			return r, Ticket{Seat: s.N, Back: true}, true
		}
	}
	if code == "" {
		return nil, t, false
	}
	r, s, err := h.returns(caller, rooms, code) // whoever has to wait is not known now
	if err != nil {
		return nil, t, false
	}
	return r, Ticket{Seat: s.N, Return: NormalCode(code), Back: true}, true
}

// Returns finds the room and the seat of a return code, for a caller who may not try too often: for what belongs to a seat
// and is had without sitting down. The error is a Refusal.
func (h *Hub) Returns(caller, code string) (*Room, *Seat, error) {
	return h.returns(caller, h.likely(), code)
}

func (h *Hub) returns(caller string, rooms []*Room, code string) (r *Room, s *Seat, err error) {
	code = NormalCode(code)
	ok, err := h.tries.Try(caller, func() bool {
		r, s = seatIn(rooms, func(room *Room) *Seat {
			sealed := room.workshop.sealed("return", code)
			return room.seatBy(func(s *Seat) bool { return same(s.back, sealed) })
		})
		return s != nil
	})
	if err == nil && !ok {
		err = Refusal(words.Say("workshop.refuse.return"))
	}
	return r, s, err
}

// likely are all rooms, in the order in which somebody who comes back is looked for.
func (h *Hub) likely() []*Room {
	rooms := h.Rooms()
	slices.Reverse(rooms)
	slices.SortStableFunc(rooms, func(a, b *Room) int {
		switch over := a.Picture().Over; {
		case over == b.Picture().Over:
			return 0
		case over:
			return 1
		}
		return -1
	})
	return rooms
}

// seatIn is the first seat that is found in rooms, of somebody who was not taken out; nil where there is none.
func seatIn(rooms []*Room, seat func(*Room) *Seat) (*Room, *Seat) {
	for _, room := range rooms {
		if s := seat(room); s != nil && !s.Removed {
			return room, s
		}
	}
	return nil, nil
}
