package home

import (
	"context"
	"fmt"
	"slices"
)

// begin puts a debrief into the line of those that are made, unless it is there or was made.
func (s *Shelf) begin(w *work) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if w.state().over || slices.Contains(s.line, w) {
		return
	}
	s.line = append(s.line, w)
	w.change(func() { w.now.Ahead = len(s.line) - 1 })
	if len(s.line) == 1 {
		go s.work()
	}
}

// work makes what is in the line, one after the other.
func (s *Shelf) work() {
	for {
		s.mu.Lock()
		w := s.line[0]
		s.mu.Unlock()

		formats, err := s.make(w)
		if err == nil {
			s.keep(w, size(formats))
		}
		w.done(formats, err)

		s.mu.Lock()
		s.line = slices.Delete(s.line, 0, 1)
		for i, next := range s.line {
			next.change(func() { next.now.Ahead = i })
		}
		done := len(s.line) == 0
		s.mu.Unlock()
		if done {
			return
		}
	}
}

// make makes a debrief, and packs it.
func (s *Shelf) make(w *work) (formats map[string][]byte, err error) {
	d, err := s.look(context.Background(), w)
	if err != nil {
		return nil, err
	}
	if err := d.Study(context.Background(), w.tell); err != nil {
		return nil, fmt.Errorf("study a game of a workshop: %w", err)
	}
	return pack(w.state().Ready)
}
