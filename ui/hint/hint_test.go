package hint

import (
	"testing"

	"callout/game"
	"callout/levels"
)

// TestHintsAreMoves: over a game of each level every hint has its steps, the move is one that the game accepts, asking
// twice gives the same, and asking changes nothing.
func TestHintsAreMoves(t *testing.T) {
	for _, info := range levels.List() {
		l, err := levels.Load(info.Name)
		if err != nil {
			t.Fatal(err)
		}
		g := game.New(l, game.SeedFrom(4))
		moves := 0
		for !g.Over() {
			before := g.Digest()
			h := For(g)
			if h != For(g) || g.Digest() != before {
				t.Fatalf("%s: asking again gave another hint, or changed the game", info.Name)
			}
			for _, text := range h.Texts {
				if text == "" {
					t.Fatalf("%s: a step is missing: %q", info.Name, h.Texts)
				}
			}
			if h.Order.Kind != game.NoOrder {
				moves++
				if err := g.Do(h.Order); err != nil {
					t.Fatalf("%s: %q: %v", info.Name, h.Texts[2], err)
				}
			}
			g.EndTurn()
		}
		if moves == 0 {
			t.Errorf("%s: no hint had a move", info.Name)
		}
	}
}
