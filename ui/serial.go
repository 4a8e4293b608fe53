package ui

import (
	"sync"

	"callout/game"
	"callout/game/debrief"
	"callout/ui/hint"
	"callout/ui/progress"
)

// serial lets one thing at a time happen to a game: when the program is told to stop while a turn is being played, closing
// waits for the turn to be on the disk.
type serial struct {
	Play
	mu sync.Mutex
}

// Do gives an order.
func (s *serial) Do(o game.Order) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.Play.Do(o)
}

// Undo takes back the last order of the turn.
func (s *serial) Undo() (game.Order, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.Play.Undo()
}

// CanUndo tells whether there is an order to take back.
func (s *serial) CanUndo() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.Play.CanUndo()
}

// Note writes down something about the game.
func (s *serial) Note(kind, text string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.Play.Note(kind, text)
}

// EndTurn ends the turn.
func (s *serial) EndTurn() ([]game.Event, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.Play.EndTurn()
}

// View fills v.
func (s *serial) View(v *game.View) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.Play.View(v)
}

// Hint is a hint on what presses most.
func (s *serial) Hint() hint.Hint {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.Play.Hint()
}

// ResultCode is the code of the result.
func (s *serial) ResultCode() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.Play.ResultCode()
}

// LookBack is the debrief of the game.
func (s *serial) LookBack() (*debrief.Debrief, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.Play.LookBack()
}

// Entry is the game as the player's progress keeps it.
func (s *serial) Entry() (progress.Game, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.Play.Entry()
}

// Close ends the game here.
func (s *serial) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.Play.Close()
}
