package workshop

import "slices"

// Known finds the seat of a caller who was here before: by the fingerprint of an SSH key that it proved, or by a return code
// that it brought. It looks in one room, or in all where that is nil: the one opened last first, and those that are over
// last. ok is false where the caller is not known, was taken out, or has to wait because it guesses.
func (h *Hub) Known(caller string, in *Room, key, code string) (r *Room, t Ticket, ok bool) {
	rooms := h.Rooms()
	if in != nil {
		rooms = []*Room{in}
	}
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
	look := func(seat func(*Room) *Seat) bool {
		for _, room := range rooms {
			if s := seat(room); s != nil && !s.Removed {
				r, t, ok = room, Ticket{Seat: s.N, Back: true}, true
				return true
			}
		}
		return false
	}
	if key != "" && look(func(room *Room) *Seat {
		sealed := room.workshop.sealed("key", key)
		return room.seatBy(func(s *Seat) bool { return same(s.key, sealed) })
	}) || code == "" {
		return r, t, ok
	}
	_, _ = h.tries.Try(caller, func() bool { // whoever has to wait is not known now
		return look(func(room *Room) *Seat {
			sealed := room.workshop.sealed("return", NormalCode(code))
			return room.seatBy(func(s *Seat) bool { return same(s.back, sealed) })
		})
	})
	if ok {
		t.Return = NormalCode(code)
	}
	return r, t, ok
}
