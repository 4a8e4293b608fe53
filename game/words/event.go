package words

import "callout/game"

// Event is what happened, in one sentence. Hidden events have sentences too, for the time after the game.
func Event(v *game.View, e *game.Event) string {
	if int(e.Kind) >= len(eventNames) {
		return inUse().something
	}
	f := blanks{
		v: v, item: e.Item, app: int(e.App), team: int(e.Team), analyst: int(e.Analyst), amount: e.Amount,
		until: game.Never,
	}
	return f.sentence(inUse().events[e.Kind])
}
