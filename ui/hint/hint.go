package hint

import (
	"callout/game"
	"callout/game/policy"
	"callout/game/words"
)

// Steps is how many steps a hint has.
const Steps = 3

// A Hint is about one move.
type Hint struct {
	Order game.Order // the move; its kind is game.NoOrder where nothing presses
	Texts [Steps]string
}

// For is a hint on what presses most in g. The game itself is only looked at: the rule of thumb tries its orders on a
// copy, and notes in a view of its own what it has decided.
func For(g *game.Game) Hint {
	var best game.Order
	v, noted := new(game.View), new(game.View)
	g.View(v)
	g.View(noted)
	if rule, err := policy.New("rule"); err == nil {
		trial := g.Clone()
		rule.Begin(0)
		rule.Play(noted, func(o game.Order) error {
			err := trial.Do(o)
			if err == nil && urgency(v, o) > urgency(v, best) {
				best = o
			}
			return err
		})
	}
	return Hint{Order: best, Texts: words.Hint(v, best)}
}

// urgency ranks moves: customers first, then what can be mended, then people who ask, then what waits, then quiet work.
func urgency(v *game.View, o game.Order) int {
	switch o.Item.Kind {
	case game.Alert:
		for i := range v.Alerts {
			if a := &v.Alerts[i]; a.N == o.Item.N && a.Page {
				return 6
			}
		}
		return 5
	case game.Message:
		return 4
	case game.Request:
		return 3
	}
	switch o.Kind {
	case game.NoOrder:
		return 0
	case game.RollBack:
		return 6
	case game.Rest, game.OnStandby:
		return 2
	}
	return 1
}
