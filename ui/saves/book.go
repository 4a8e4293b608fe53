package saves

import (
	"callout/game/journal"
	"callout/game/predict"
)

// Book is what was asked and predicted in a game that was recorded; nil where it cannot be played again. A game without
// predictions is a game as well.
func Book(s *journal.Session) *predict.Book {
	h := s.Header()
	b, err := predict.Replay(s.Game.Level(), h.Seeded(), s.Orders(), s.Turns(), s.Notes())
	if err != nil {
		return nil
	}
	return b
}
