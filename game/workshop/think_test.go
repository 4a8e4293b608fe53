package workshop_test

import (
	"callout/game"
	"callout/game/policy"
	"callout/game/workshop"
)

// think is what a policy orders in a team's next turn, as people would write it.
func think(p policy.Policy, t *workshop.Team) []string {
	var v game.View
	var orders []string
	g := t.Copy()
	g.View(&v)
	p.Play(&v, func(o game.Order) error {
		err := g.Do(o)
		if err == nil {
			orders = append(orders, v.FormatOrder(o))
		}
		return err
	})
	return orders
}
