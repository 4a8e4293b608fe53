package debrief

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"callout/game"
	"callout/levels"
)

// long tells whether the whole of the tests is asked for: every level and support model, fifty seeds.
var long = os.Getenv("CALLOUT_LONG") != ""

// stopped is a record with only its first turns, the last one of them not ended.
func stopped(r *Record, turns int) *Record {
	s := *r
	s.Turns, s.Ended = slices.Clone(r.Turns[:min(turns+1, len(r.Turns))]), min(turns, r.Ended)
	return &s
}

// games calls see with games of many kinds: a few of them, or with CALLOUT_LONG all levels, models and fifty seeds.
func games(t *testing.T, see func(t *testing.T, name string, r *Record)) {
	t.Helper()
	names, players, seeds := []string{"one-team", "three-teams", "ten-teams", "ten-pagers", "endless"}, []string{"rule", "random"}, 1
	if long {
		names, players, seeds = nil, []string{"rule", "fifo", "random", "idle"}, 50
		for _, l := range levels.List() {
			names = append(names, l.Name)
		}
	}
	for _, name := range names {
		for seed := range uint64(seeds) {
			for _, player := range players {
				r := played(t, name, player, seed+1)
				see(t, fmt.Sprintf("%s, %s, seed %d", name, player, seed+1), r)
				if player == "rule" {
					see(t, fmt.Sprintf("%s, %s, seed %d, stopped", name, player, seed+1), stopped(r, len(r.Turns)/3))
				}
			}
		}
	}
	for _, player := range []string{"lesson", "fifo", "idle"} {
		see(t, "hand-over-the-pager, "+player, played(t, "hand-over-the-pager", player, 3))
	}
	for _, m := range levels.Models() {
		l, err := levels.LoadWithModel("three-teams", m.Name)
		if err != nil {
			t.Fatal(err)
		}
		see(t, "three-teams under "+m.Name, playedOn(t, l, "rule", 2, nil))
	}
	l, err := levels.Load("one-team")
	if err != nil {
		t.Fatal(err)
	}
	see(t, "no turn at all", &Record{Level: l, Seed: game.SeedFrom(1)})
}
