package ui

import (
	"context"

	"callout/game"
	"callout/game/debrief"
	"callout/game/journal"
	"callout/game/predict"
	"callout/ui/hint"
	"callout/ui/progress"
	"callout/ui/saves"
)

// Play is a game being played, as the screens need it: a recorded one, or one in a room somewhere else.
type Play interface {
	// Do gives an order. The error says what would be right; then nothing has changed.
	Do(game.Order) error
	// EndTurn plays on to the end of the turn.
	EndTurn() ([]game.Event, error)
	// Undo takes back the last order of the turn, and returns it. The error says why that cannot be; then nothing has changed.
	Undo() (game.Order, error)
	// CanUndo tells whether there is an order to take back.
	CanUndo() bool
	// Note writes down something about the game that does not change it, as journal.Session.Note does.
	Note(kind, text string) error
	// Book is what was asked and predicted in the game so far, or nil where that is not kept.
	Book() *predict.Book
	// Path is the file that the game is recorded in, or empty.
	Path() string
	// View fills v with what Application Operations knows.
	View(v *game.View)
	// Level is what is played: names, and the public constants of the rules.
	Level() *game.Level
	// NeedsDecision tells whether something waits for the player.
	NeedsDecision() bool
	// Hint is a hint on what presses most. It changes nothing.
	Hint() hint.Hint
	// Over tells whether the game has ended.
	Over() bool
	// LookBack is the debrief of a game that has ended, as far as it can be had at once. All of it is the truth.
	LookBack() (*debrief.Debrief, error)
	// Study works out what takes long in that debrief, and tells how far it is; see [debrief.Debrief.Study].
	Study(context.Context, *debrief.Debrief, func(debrief.Studying)) error
	// ResultCode is what a game that has ended came to, as a code to paste to a colleague; empty where there is none.
	ResultCode() string
	// Entry is the game as the player's progress keeps it; false where it is not over, or not of the campaign.
	Entry() (progress.Game, bool)
	// Close ends the game here; it can be resumed where it was recorded.
	Close() error
}

// recorded is a game with a journal.
type recorded struct{ *journal.Session }

func (r recorded) View(v *game.View)   { r.Game.View(v) }
func (r recorded) Level() *game.Level  { return r.Game.Level() }
func (r recorded) NeedsDecision() bool { return r.Game.NeedsDecision() }
func (r recorded) Hint() hint.Hint     { return hint.For(r.Game, nil) }
func (r recorded) Over() bool          { return r.Game.Over() }
func (r recorded) LookBack() (*debrief.Debrief, error) {
	return debrief.Look(debrief.Of(r.Session, saves.Load))
}
func (r recorded) Study(ctx context.Context, d *debrief.Debrief, tell func(debrief.Studying)) error {
	return d.Study(ctx, tell)
}

func (r recorded) Book() *predict.Book { return saves.Book(r.Session) }

func (r recorded) ResultCode() string { return saves.ResultCode(r.Session) }

func (r recorded) Entry() (progress.Game, bool) { return progress.EntryOf(r.Session) }
