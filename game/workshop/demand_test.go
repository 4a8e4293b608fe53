package workshop_test

import (
	"encoding/hex"
	"testing"

	"callout/game"
	"callout/game/policy"
	"callout/game/workshop"
	"callout/levels"
)

// The fingerprint of demand is shown to people, and checked by another program than the one that made it: it may not change.
func TestDemandDigestIsFrozen(t *testing.T) {
	l, err := levels.Load("one-team")
	if err != nil {
		t.Fatal(err)
	}
	sum := workshop.DemandOf(l, game.SeedFrom(1))
	const want = "a4a07a90e8caafb417fec39146fc224c3e66075aa38a1a11e93745469a1a4e57"
	if got := hex.EncodeToString(sum[:]); got != want {
		t.Errorf("the demand of one-team with seed 1 has fingerprint %s; want %s", got, want)
	}
}

// Whatever is done in a game, its demand is that of its seed; and any other seed, level or timetable has another one.
func TestDemandDigestIsThatOfTheSeed(t *testing.T) {
	l, err := levels.Load("ten-teams")
	if err != nil {
		t.Fatal(err)
	}
	seed := game.SeedFrom(7)
	want := workshop.DemandOf(l, seed)
	for _, name := range []string{"idle", "rule"} {
		p, err := policy.New(name)
		if err != nil {
			t.Fatal(err)
		}
		g := game.New(l, seed)
		policy.NewPlayer(p).Play(g, 1)
		if workshop.DemandIn(g) != want {
			t.Errorf("%s had other demand than its seed brings", name)
		}
	}
	other, err := levels.Load("three-teams")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[[32]byte]string{want: "the seed"}
	differs := func(what string, sum [32]byte) {
		if was, ok := seen[sum]; ok {
			t.Errorf("%s has the demand of %s", what, was)
		}
		seen[sum] = what
	}
	for i := range seed {
		for _, bit := range []uint{0, 31, 63} {
			near := seed
			near[i] ^= 1 << bit
			differs("a seed with one bit turned", workshop.DemandOf(l, near))
		}
	}
	differs("another level", workshop.DemandOf(other, seed))
	differs("a level with one more event", workshop.DemandOf(levels.Add(l, game.Happening{At: l.Start + 60, Kind: game.FalseAlarm}), seed))
	fork := new(game.Game)
	game.New(l, seed).Fork(fork, game.SeedFrom(8))
	differs("a game with other luck", workshop.DemandIn(fork))
}
