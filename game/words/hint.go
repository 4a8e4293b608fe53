package words

import "callout/game"

// Hint tells a move in three steps: where to look, what to think of, and the order itself. Without an order it says
// that nothing presses.
func Hint(v *game.View, o game.Order) [3]string {
	h, ok := inUse().hints[o.Kind]
	if !ok {
		h = inUse().hintElse
	}
	f := blanks{v: v, item: o.Item, app: o.App, team: o.Team, analyst: o.Analyst, amount: int64(o.Choice)}
	value := func(name, one, many string) string {
		if name == "order" {
			return v.FormatOrder(o)
		}
		return f.value(name, one, many)
	}
	steps := [3]string{begin(fill(h.where, value)), begin(fill(h.why, value)), begin(fill(inUse().hintMove, value))}
	if o.Kind == game.NoOrder {
		steps[2] = steps[1]
	}
	return steps
}

// OrderHelp is what an order does, as the help lists it: no capital at its beginning, no full stop.
func OrderHelp(kind game.OrderKind) string { return pick(inUse().helps, int(kind)) }
