package game_test

import (
	"fmt"
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

// BenchmarkTurn is one turn of the engine in hours, with nobody giving orders, over the number of teams.
func BenchmarkTurn(b *testing.B) {
	for _, teams := range []int{10, 100, 1000} {
		b.Run(fmt.Sprintf("teams=%d", teams), func(b *testing.B) {
			l, err := levels.Generate(levels.Spec{Teams: teams, Seed: 1, Analysts: min(4*teams/10, 40), Days: 10})
			if err != nil {
				b.Fatal(err)
			}
			start := game.New(l, game.SeedFrom(1))
			g := start.Clone()
			b.ReportAllocs()
			b.ResetTimer()
			n := 0
			for range b.N {
				if n++; n%40 == 0 { // four working days and nights, then the same again
					start.CopyTo(g)
				}
				g.EndTurn()
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*teams), "ns/team-turn")
		})
	}
}
