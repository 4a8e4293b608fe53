package plain

import (
	"context"

	"callout/game"
	"callout/game/debrief"
	"callout/game/journal"
	"callout/game/predict"
	"callout/ui/saves"
)

// Game is a game as it is played line by line: a recorded one, or one in a room somewhere else.
type Game interface {
	// Do gives an order. The error says what would be right; then nothing has changed.
	Do(game.Order) error
	// EndTurn plays on to the end of the turn, where that is the player's to do.
	EndTurn() ([]game.Event, error)
	// Undo takes back the last order of the turn, and returns it.
	Undo() (game.Order, error)
	// CanUndo tells whether there is an order to take back.
	CanUndo() bool
	// Note writes down something about the game that does not change it.
	Note(kind, text string) error
	// Err is why the game cannot go on, or nil.
	Err() error
	// Now is the game as it stands. It is not to be changed.
	Now() *game.Game
	// Events are all that happened, hidden or not, where the game is over and all may be known.
	Events() []game.Event
	// LookBack is the debrief of a game that has ended, as far as it can be had at once.
	LookBack() (*debrief.Debrief, error)
	// Study works out what takes long in that debrief, and tells how far it is; see [debrief.Debrief.Study].
	Study(context.Context, *debrief.Debrief, func(debrief.Studying)) error
	// Book is what was asked and predicted so far, or nil where that is not kept.
	Book() *predict.Book
	// ResultCode is what a game that has ended came to, as a code; empty where there is none.
	ResultCode() string
	// Path is the file that the game is recorded in, or empty.
	Path() string
}

// recorded is a game with a journal.
type recorded struct{ *journal.Session }

func (r recorded) Now() *game.Game    { return r.Game }
func (r recorded) ResultCode() string { return saves.ResultCode(r.Session) }
func (r recorded) LookBack() (*debrief.Debrief, error) {
	return debrief.Look(debrief.Of(r.Session, saves.Load))
}
func (r recorded) Study(ctx context.Context, d *debrief.Debrief, tell func(debrief.Studying)) error {
	return d.Study(ctx, tell)
}

func (r recorded) Book() *predict.Book { return saves.Book(r.Session) }
