package workshop

import (
	"errors"
	"fmt"

	"callout/game"
)

// CheckDemand tells whether all teams had the same demand, and the one that was committed to before play. It can be told
// when the seed is revealed; before that it is an error too.
func (p *Picture) CheckDemand() error {
	if p.Seed == nil {
		return errors.New("the seed is not revealed yet: it is when the debrief begins")
	}
	if err := CheckSeed(*p.Seed, p.Commitment); err != nil {
		return err
	}
	want := p.Level.DemandDigest(*p.Seed)
	for _, t := range p.Teams {
		var got [32]byte
		t.Look(func(g *game.Game) { got = g.DemandDigest() })
		if got != want {
			return fmt.Errorf("team %d had other demand than the seed brings: its fingerprint is %.12x, that of the seed %.12x", t.N, got, want)
		}
	}
	return nil
}
