package policy

import (
	"strings"
	"testing"

	"callout/game"
	"callout/levels"
)

var shipped = []string{"tutorial", "one-team", "three-teams", "ten-teams"}

func load(t testing.TB, name string) *game.Level {
	t.Helper()
	l, err := levels.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func player(t testing.TB, name string) *Player {
	t.Helper()
	p, err := New(name)
	if err != nil {
		t.Fatal(err)
	}
	if p.Name() != name {
		t.Fatalf("the policy %s calls itself %s", name, p.Name())
	}
	return NewPlayer(p)
}

func TestUnknownPolicyIsRefusedWithTheOnesThereAre(t *testing.T) {
	for _, name := range []string{"", "Rule", "clever", strings.Repeat("x", 9999)} {
		_, err := New(name)
		if err == nil || !strings.Contains(err.Error(), "use one of idle, random, fifo") || len(err.Error()) > 200 {
			t.Errorf("New(%.20q) says %v", name, err)
		}
	}
}

// A policy looks at the view before it gives an order, so hardly any is refused.
func TestPoliciesGiveOrdersThatAreAccepted(t *testing.T) {
	for _, name := range Names() {
		p := player(t, name)
		orders, refused := 0, 0
		for _, level := range shipped {
			l := load(t, level)
			seeds := uint64(10)
			if name == "lookahead" {
				seeds = 1 // it plays hundreds of games for one
			}
			for seed := range seeds {
				p.Play(game.New(l, game.SeedFrom(seed)), seed)
				orders += p.Orders
				refused += p.Refused
			}
		}
		if refused*200 > orders {
			t.Errorf("%s: %d of %d orders were refused; want at most one in 200", name, refused, orders)
		}
		if (orders == 0) != (name == "idle") {
			t.Errorf("%s gave %d orders", name, orders)
		}
	}
}

// What a player did in earlier games leaves no trace in the next.
func TestGamesDoNotDependOnEarlierOnes(t *testing.T) {
	l := load(t, "ten-teams")
	for _, name := range Names() {
		used := player(t, name)
		for seed := range uint64(2) {
			used.Play(game.New(l, game.SeedFrom(seed)), seed)
		}
		a, b := game.New(l, game.SeedFrom(7)), game.New(l, game.SeedFrom(7))
		used.Play(a, 7)
		player(t, name).Play(b, 7)
		if a.Digest() != b.Digest() {
			t.Errorf("%s plays game 7 otherwise after other games", name)
		}
	}
}

func TestRandomDependsOnTheGamesNumber(t *testing.T) {
	l := load(t, "three-teams")
	a, b := game.New(l, game.SeedFrom(1)), game.New(l, game.SeedFrom(1))
	p := player(t, "random")
	p.Play(a, 1)
	p.Play(b, 2)
	if a.Digest() == b.Digest() {
		t.Error("random plays games 1 and 2 alike")
	}
}

func TestTurnsOfAPolicyAllocateNothing(t *testing.T) {
	l := load(t, "ten-teams")
	for _, name := range Names() {
		if name == "lookahead" {
			continue // results of the games that it plays are made anew
		}
		p := player(t, name)
		g := game.New(l, game.SeedFrom(3))
		p.Play(g, 3) // so that buffers have their size
		g = game.New(l, game.SeedFrom(3))
		p.Begin(g, 3)
		for range 40 {
			p.Turn()
		}
		var v game.View
		g.View(&v)
		give := func(game.Order) error { return nil }
		if n := testing.AllocsPerRun(20, func() { p.Policy.Play(&v, give) }); n > 0 {
			t.Errorf("%s: a turn allocates %v times", name, n)
		}
	}
}
