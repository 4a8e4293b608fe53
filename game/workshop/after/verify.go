package after

import (
	"fmt"

	"callout/game"
	"callout/game/workshop"
)

// Verdict is what a check of a kept workshop found.
type Verdict struct {
	Commitment string // that was shown before play; the seed is the one that it promises
	Demand     [32]byte
	Teams      []Checked
}

// Checked is one team's game, played again by its orders alone.
type Checked struct {
	N      int
	Turns  int
	Digest uint64
}

// Verify checks what a workshop promises: its seed is the one of the commitment, every team had the demand of that seed and
// nothing else, and every game is what its orders make of it. The error says what is wrong.
func (k *Kept) Verify() (*Verdict, error) {
	seed, err := k.seed()
	if err != nil {
		return nil, err
	}
	if err := workshop.CheckSeed(seed, k.Opening.Commitment); err != nil {
		return nil, err
	}
	v := &Verdict{Commitment: k.Opening.Commitment, Demand: workshop.DemandOf(k.Picture.Level, seed)}
	for _, t := range k.Picture.Teams {
		var demand [32]byte
		var kept uint64
		t.Look(func(g *game.Game) { demand, kept = workshop.DemandIn(g), g.Digest() })
		if demand != v.Demand {
			return nil, fmt.Errorf("team %d had another demand: fingerprint %x, and %x by the seed", t.N, demand[:6], v.Demand[:6])
		}
		g := game.New(k.Picture.Level, seed)
		for turn, orders := range t.Orders {
			for _, o := range orders {
				if err := g.Do(o); err != nil {
					return nil, fmt.Errorf("team %d, turn %d: the order %q was accepted then and is not now: %w", t.N, turn+1, k.Picture.Level.FormatOrder(o), err)
				}
			}
			if turn < t.Ended {
				g.EndTurn()
			}
		}
		if g.Digest() != kept {
			return nil, fmt.Errorf("team %d: its orders lead to a game with digest %016x, and it has %016x", t.N, g.Digest(), kept)
		}
		v.Teams = append(v.Teams, Checked{t.N, t.Ended, kept})
	}
	return v, nil
}
