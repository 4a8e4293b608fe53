package home

import (
	"cmp"
	"slices"
)

// kept is a debrief that was made and is kept in all formats.
type kept struct {
	place
	size int // bytes
}

// keep notes that a debrief is kept. What is too much goes, and what belongs to rooms that are gone.
func (s *Shelf) keep(w *work, size int) {
	here := map[string]bool{}
	for _, r := range s.hub.Rooms() {
		here[r.ID()] = true
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.count++
	newest := cmp.Or(s.works[w.place], w) // somebody may have asked for a newer version meanwhile
	s.drop(func(p place) bool { return p == w.place || !here[p.room] })
	s.works[w.place] = newest
	s.order = append(s.order, kept{w.place, size})
	s.size += size
	for s.size > s.most && len(s.order) > 1 {
		oldest := s.order[0].place
		s.drop(func(p place) bool { return p == oldest })
	}
}

// drop takes debriefs off the shelf.
func (s *Shelf) drop(is func(place) bool) {
	s.order = slices.DeleteFunc(s.order, func(k kept) bool {
		if !is(k.place) {
			return false
		}
		s.size -= k.size
		delete(s.works, k.place)
		return true
	})
}
