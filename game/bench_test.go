package game_test

import (
	"testing"

	"callout/game"
	"callout/levels"
)

// BenchmarkIdleGame is the engine alone: a whole game in which nobody gives an order.
func BenchmarkIdleGame(b *testing.B) {
	l, err := levels.Load("ten-teams")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	turns := 0
	for i := range b.N {
		g := game.New(l, game.SeedFrom(uint64(i)))
		for !g.Over() {
			g.EndTurn()
			turns++
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(turns*len(l.Applications)), "ns/team-turn")
}

// BenchmarkDigest is the fingerprint of the whole state in the middle of a game.
func BenchmarkDigest(b *testing.B) {
	l, err := levels.Load("ten-teams")
	if err != nil {
		b.Fatal(err)
	}
	g := game.New(l, game.SeedFrom(1))
	for range 40 {
		g.EndTurn()
	}
	b.ReportAllocs()
	for range b.N {
		g.Digest()
	}
}
