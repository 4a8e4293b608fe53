package journal

import (
	"errors"
	"fmt"
	"slices"

	"callout/game"
)

// A history is a game as far as it has come, and what is needed to take orders back.
type history struct {
	game   *game.Game
	start  *game.Game     // as the turn began; good while orders of the turn stand
	orders [][]game.Order // by turn; the last has not ended
	events []game.Event
	brief  bool // events are not kept
	notes  []Note
}

func newHistory(l *game.Level, seed game.Seed) history {
	return history{game: game.New(l, seed), start: new(game.Game), orders: [][]game.Order{nil}}
}

// turns is how many turns have ended.
func (h *history) turns() int { return len(h.orders) - 1 }

// pending are the orders of the turn that has not ended.
func (h *history) pending() []game.Order { return h.orders[len(h.orders)-1] }

// do gives an order to the game.
func (h *history) do(o game.Order) error {
	if len(h.pending()) == 0 {
		h.game.CopyTo(h.start)
	}
	if err := h.game.Do(o); err != nil {
		return err
	}
	h.orders[len(h.orders)-1] = append(h.pending(), o)
	return nil
}

var errNothingToUndo = errors.New("there is no order to take back: what is done stays done once its turn has ended")

// undo takes the last order of the turn back: it goes to the start of the turn, and gives the other orders again.
func (h *history) undo() (game.Order, error) {
	given := h.pending()
	if len(given) == 0 {
		return game.Order{}, errNothingToUndo
	}
	keep := given[:len(given)-1]
	h.start.CopyTo(h.game)
	for _, o := range keep {
		if err := h.game.Do(o); err != nil {
			return game.Order{}, fmt.Errorf("take an order back: %q was accepted before and is not now: %w", h.game.Level().FormatOrder(o), err)
		}
	}
	h.orders[len(h.orders)-1] = slices.Clip(keep)
	return given[len(keep)], nil
}

// endTurn ends the turn.
func (h *history) endTurn() []game.Event {
	events := h.game.EndTurn()
	if !h.brief {
		h.events = append(h.events, events...)
	}
	h.orders = append(h.orders, nil)
	return events
}
