package debrief

import (
	"fmt"
	"os"
	"testing"

	"callout/game"
	"callout/game/policy"
	"callout/levels"
)

// long tells whether the whole of the tests is asked for: every level, fifty seeds.
var long = os.Getenv("CALLOUT_LONG") != ""

// played is the record of a game that a policy played for so many turns, or to its end with a negative number.
func played(t testing.TB, level, model, player string, seed uint64, turns int) *Record {
	t.Helper()
	l, err := levels.Load(level, model)
	if err != nil {
		t.Fatal(err)
	}
	return playedOn(t, l, player, seed, turns)
}

func playedOn(t testing.TB, l *game.Level, player string, seed uint64, turns int) *Record {
	t.Helper()
	r := &Record{Level: l, Seed: game.SeedFrom(seed), Turns: [][]game.Order{nil}}
	g := game.New(l, r.Seed)
	p, err := policy.New(player)
	if err != nil {
		t.Fatal(err)
	}
	policy.NewPlayer(p).Begin(g, seed)
	var v game.View
	for !g.Over() && turns != 0 {
		g.View(&v)
		p.Play(&v, func(o game.Order) error {
			err := g.Do(o)
			if err == nil {
				r.Turns[r.Ended] = append(r.Turns[r.Ended], o)
			}
			return err
		})
		g.EndTurn()
		r.Turns, r.Ended = append(r.Turns, nil), r.Ended+1
		turns--
	}
	return r
}

// games calls see with games of many kinds: a few of them, or with long all levels, models, players and seeds.
func games(t *testing.T, see func(t *testing.T, name string, r *Record)) {
	names := []string{"one-team", "three-teams", "ten-teams", "ten-pagers", "endless"}
	seeds := 1
	if long {
		names, seeds = nil, 50
		for _, l := range levels.Names() {
			names = append(names, l)
		}
	}
	players := []string{"rule", "fifo", "random", "idle"}
	for i, name := range names {
		for seed := range seeds {
			for k, player := range players {
				if !long && k > 1 && i > 1 {
					continue
				}
				n := fmt.Sprintf("%s/%s/%d", name, player, seed+1)
				see(t, n, played(t, name, "", player, uint64(seed+1), -1))
			}
		}
	}
}
