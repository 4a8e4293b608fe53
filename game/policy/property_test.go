package policy

import (
	"testing"

	"pgregory.net/rapid"

	"callout/game"
)

// What has to hold in every game, whoever plays: minutes and pence add up, and a clone plays on alike.
func TestEveryGameAddsUp(t *testing.T) {
	for _, level := range shipped {
		l := load(t, level)
		for _, name := range []string{"random", "fifo", "rule"} {
			p := player(t, name)
			for seed := range uint64(50) {
				g := game.New(l, game.SeedFrom(seed))
				p.Play(g, seed)
				addsUp(t, g.Result(), level, name, seed)
				if t.Failed() {
					return
				}
			}
		}
	}
}

func addsUp(t rapid.TB, r game.Result, level, name string, seed uint64) {
	t.Helper()
	pence := game.Pence(0)
	for _, l := range r.Losses {
		pence += l.Pence
		minutes := game.Minute(0)
		for _, m := range l.States {
			minutes += m
		}
		if end := min(l.Restored, r.At); minutes != end-l.Began || l.Pence < 0 {
			t.Errorf("%s, %s, seed %d: incident %d lasted %d minutes, its states sum to %d, it cost %d", level, name, seed, l.Incident, end-l.Began, minutes, l.Pence)
		}
	}
	for _, v := range r.Values {
		if v.Name == "revenue_lost" && v.N != pence {
			t.Errorf("%s, %s, seed %d: losses sum to %d, revenue lost is %d", level, name, seed, pence, v.N)
		}
		if v.Unit == game.ShareUnit && v.Name != "protection" && v.Valid && (v.N < 0 || v.N > 1000) {
			t.Errorf("%s, %s, seed %d: %s is %d thousandths", level, name, seed, v.Name, v.N)
		}
	}
}

// A clone that gets the same orders comes to the same end, and what is done with it does not touch the original.
func TestClonePlaysOnAlike(t *testing.T) {
	for _, level := range shipped {
		l := load(t, level)
		for seed := range uint64(6) {
			g := game.New(l, game.SeedFrom(seed))
			p := player(t, "random")
			p.Begin(g, seed)
			for range 20 {
				p.Turn()
			}
			c, idle := g.Clone(), g.Clone()
			before := g.Digest()
			for !idle.Over() {
				idle.EndTurn()
			}
			if g.Digest() != before {
				t.Fatalf("%s, seed %d: a clone that plays on changes the original", level, seed)
			}
			var v game.View
			for !g.Over() {
				g.View(&v)
				p.Policy.Play(&v, func(o game.Order) error {
					a, b := g.Do(o), c.Do(o)
					if (a == nil) != (b == nil) {
						t.Errorf("%s, seed %d: %s is answered with %v, to the clone with %v", level, seed, v.FormatOrder(o), a, b)
					}
					return a
				})
				g.EndTurn()
				c.EndTurn()
				if g.Digest() != c.Digest() {
					t.Fatalf("%s, seed %d: the clone plays otherwise in turn %d", level, seed, v.Turn)
				}
			}
		}
	}
}
