package hint

import (
	"testing"

	"callout/game"
	"callout/levels"
)

// TestHintsAreMoves: in every twelfth turn of a game of each level a hint has its steps, the move is one that the game accepts, asking
// twice gives the same, and asking changes nothing.
func TestHintsAreMoves(t *testing.T) {
	if testing.Short() {
		t.Skip("many games: the runs without the race detector play them")
	}
	for _, info := range levels.List() {
		l, err := levels.Load(info.Name)
		if err != nil {
			t.Fatal(err)
		}
		g := game.New(l, game.SeedFrom(4))
		moves := 0
		for turn := 0; !g.Over(); turn++ {
			if turn%12 != 0 {
				g.EndTurn()
				continue
			}
			before := g.Digest()
			h := For(g, nil)
			if h != For(g, nil) || g.Digest() != before {
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

// TestHintsDoNotKnowTheLuck: games that differ in nothing but the luck to come get the same hint.
func TestHintsDoNotKnowTheLuck(t *testing.T) {
	l, err := levels.Load("three-teams")
	if err != nil {
		t.Fatal(err)
	}
	g, other := game.New(l, game.SeedFrom(8)), new(game.Game)
	told := 0
	for turn := 0; !g.Over(); turn++ {
		if turn%5 != 0 {
			g.EndTurn()
			continue
		}
		if h := For(g, nil); h.Order.Kind != game.NoOrder {
			g.Fork(other, game.SeedFrom(uint64(1000+turn)))
			if o := For(other, nil); o != h {
				t.Fatalf("turn %d: %q, and with other luck to come %q", turn, h.Texts[2], o.Texts[2])
			}
			told++
		}
		g.EndTurn()
	}
	if told == 0 {
		t.Error("nothing was told")
	}
}

// TestFirstStepsAreFree: where to look costs nothing, every step costs no less than the one before it, and where nothing
// presses nothing costs.
func TestFirstStepsAreFree(t *testing.T) {
	h := Hint{Order: game.Order{Kind: game.Rest}}
	if h.Price(0) != 0 || h.Price(1) <= 0 || h.Price(2) < h.Price(1) {
		t.Errorf("the steps cost %d, %d and %d", h.Price(0), h.Price(1), h.Price(2))
	}
	for i := range Steps {
		if nothing := (&Hint{}).Price(i); nothing != 0 {
			t.Errorf("step %d of nothing costs %d", i, nothing)
		}
	}
}

func BenchmarkHint(b *testing.B) {
	l, err := levels.Load("ten-teams")
	if err != nil {
		b.Fatal(err)
	}
	g := game.New(l, game.SeedFrom(1))
	for range 34 {
		g.EndTurn()
	}
	for range b.N {
		For(g, nil)
	}
}
