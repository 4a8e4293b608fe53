package plain

import (
	"callout/game"
	"callout/game/words"
)

// open tells whether somebody may give such an order now.
func (t *table) open(kind game.OrderKind) bool { return t.seat == nil || !t.seat.Shut(kind) }

// others says in a sentence who may give an order, or end the turn where it is none, if not the player; empty if so.
func (t *table) others(o *game.Order) string {
	switch {
	case t.seat == nil:
		return ""
	case o.Kind != game.NoOrder:
		if why := t.seat.Closed(o.Kind); why != "" {
			return words.Say("seat.closed", "what", t.view.FormatOrder(*o), "why", why)
		}
		return ""
	}
	if who := t.seat.Follows(); who != "" {
		return words.Say("seat.others", "who", who)
	}
	return ""
}
