package game_test

import (
	_ "embed"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"callout/game"
	"callout/levels"
)

var update = flag.Bool("update", false, "write golden files anew")

//go:embed testdata/digests.txt
var goldenDigests string

// monkey gives orders of every kind to whatever there is, by its own small chance: a player who touches everything.
type monkey struct{ x uint64 }

func (m *monkey) n(n int) int {
	m.x = m.x*6364136223846793005 + 1442695040888963407
	return int(m.x>>33) % max(n, 1)
}

func (m *monkey) play(v *game.View, give func(game.Order)) {
	for range 6 {
		o := game.Order{
			Kind: game.OrderKind(1 + m.n(int(game.Answer))), Analyst: m.n(len(v.Analysts)), App: m.n(len(v.Apps)),
			Team: m.n(len(v.Teams)), Choice: game.Choice(m.n(9)),
		}
		switch kind := m.n(3); {
		case kind == 0 && len(v.Alerts) > 0:
			o.Item = game.Item{Kind: game.Alert, N: v.Alerts[m.n(len(v.Alerts))].N}
		case kind == 1 && len(v.Requests) > 0:
			o.Item = game.Item{Kind: game.Request, N: v.Requests[m.n(len(v.Requests))].N}
		case len(v.Messages) > 0:
			o.Item = game.Item{Kind: game.Message, N: v.Messages[m.n(len(v.Messages))].N}
		}
		give(o)
	}
}

// digests plays a game with the monkey and folds the digest of every turn into one number.
func digests(t *testing.T, l *game.Level, seed uint64, each func(g *game.Game) *game.Game) (uint64, int) {
	t.Helper()
	g := game.New(l, game.SeedFrom(seed))
	m := monkey{seed}
	var v game.View
	sum := uint64(0)
	for !g.Over() {
		g.View(&v)
		m.play(&v, func(o game.Order) { _ = g.Do(o) })
		g.EndTurn()
		sum = sum*31 + g.Digest()
		g = each(g)
	}
	return sum, g.Result().Turns
}

func same(g *game.Game) *game.Game { return g }

var goldenLevels = []string{"tutorial", "one-team", "three-teams", "ten-teams"}

// TestGoldenDigests holds every turn of a few games to what they were when the rules got their version: the same
// everywhere, on every processor. When the rules are meant to change, raise game.Rules and run the test with -update.
func TestGoldenDigests(t *testing.T) {
	var b strings.Builder
	fmt.Fprintf(&b, "rules %d\n", game.Rules)
	for _, name := range goldenLevels {
		l, err := levels.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		for seed := range uint64(5) {
			sum, turns := digests(t, l, seed, same)
			fmt.Fprintf(&b, "%s seed %d: %d turns, %016x\n", name, seed, turns, sum)
		}
	}
	if *update {
		if err := os.WriteFile("testdata/digests.txt", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if b.String() != goldenDigests {
		t.Errorf("games play differently than recorded in testdata/digests.txt:\n%s", b.String())
	}
}

// The same seed and orders give the same game: in a reused process, through a clone at every turn, through copies
// into used memory.
func TestSameGameEveryWay(t *testing.T) {
	l, err := levels.Load("ten-teams")
	if err != nil {
		t.Fatal(err)
	}
	want, _ := digests(t, l, 42, same)
	used := game.New(l, game.SeedFrom(7))
	for range 50 {
		used.EndTurn()
	}
	for name, each := range map[string]func(*game.Game) *game.Game{
		"played again":               same,
		"through a clone every turn": (*game.Game).Clone,
		"through used memory": func(g *game.Game) *game.Game {
			g.CopyTo(used)
			g, used = used, g
			return g
		},
		"looked at all the time": func(g *game.Game) *game.Game {
			var v game.View
			g.View(&v)
			g.Result()
			return g
		},
	} {
		if got, _ := digests(t, l, 42, each); got != want {
			t.Errorf("%s: digest %016x, want %016x", name, got, want)
		}
	}
}

// A game begun in the memory of another, of another level, is the game that New would have made.
func TestResetLeavesNothingBehind(t *testing.T) {
	other, err := levels.Load("three-teams")
	if err != nil {
		t.Fatal(err)
	}
	l, err := levels.Load("ten-teams")
	if err != nil {
		t.Fatal(err)
	}
	used := game.New(other, game.SeedFrom(1))
	play := func(g *game.Game) (sum uint64) {
		m := monkey{5}
		var v game.View
		for !g.Over() {
			g.View(&v)
			m.play(&v, func(o game.Order) { _ = g.Do(o) })
			g.EndTurn()
			sum = sum*31 + g.Digest()
		}
		return sum
	}
	play(used)
	want := play(game.New(l, game.SeedFrom(2)))
	for range 3 {
		used.Reset(l, game.SeedFrom(2))
		if got := play(used); got != want {
			t.Fatalf("digest %016x in used memory, %016x in new", got, want)
		}
	}
}

// A clone that plays on does not touch the game that it was taken from.
func TestCloneIsIndependent(t *testing.T) {
	l, err := levels.Load("three-teams")
	if err != nil {
		t.Fatal(err)
	}
	g := game.New(l, game.SeedFrom(3))
	m := monkey{3}
	var v game.View
	for !g.Over() {
		before := g.Digest()
		c := g.Clone()
		for range 5 {
			c.View(&v)
			m.play(&v, func(o game.Order) { _ = c.Do(o) })
			c.EndTurn()
		}
		if g.Digest() != before {
			t.Fatalf("turn %d changed under the hands of its clone", g.Result().Turns)
		}
		g.View(&v)
		m.play(&v, func(o game.Order) { _ = g.Do(o) })
		g.EndTurn()
	}
}
