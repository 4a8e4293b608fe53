package debrief

import (
	"fmt"
	"os"
	"slices"
	"sync"
	"testing"

	"callout/levels"
)

// long tells whether every level and support model is asked for, with many seeds, and soak whether as many are that it takes
// half an hour.
var (
	soak = os.Getenv("CALLOUT_SOAK") != ""
	long = soak || os.Getenv("CALLOUT_LONG") != ""
)

// many is how many seeds the long tests take of so many.
func many(seeds uint64) uint64 {
	if soak {
		return seeds
	}
	return max(seeds/4, 2)
}

// stopped is a record with only its first turns, the last one of them not ended.
func stopped(r *Record, turns int) *Record {
	s := *r
	s.Turns, s.Ended = slices.Clone(r.Turns[:min(turns+1, len(r.Turns))]), min(turns, r.Ended)
	return &s
}

// games calls see with games of many kinds: a few of them, and with CALLOUT_LONG also every level as played by four
// policies, with many of so many seeds, whole and stopped, and two levels under every support model.
func games(t *testing.T, seeds uint64, see func(t *testing.T, name string, r *Record)) {
	t.Helper()
	for _, g := range few(t) {
		see(t, g.name, g.record)
	}
	if !long {
		return
	}
	for _, level := range levels.List() {
		for _, player := range []string{"rule", "fifo", "random", "idle"} {
			for seed := range many(seeds) {
				r := played(t, level.Name, player, seed+1)
				name := fmt.Sprintf("%s, %s, seed %d", level.Name, player, seed+1)
				see(t, name, r)
				see(t, name+", stopped", stopped(r, len(r.Turns)/3))
			}
		}
	}
	for _, m := range levels.Models() {
		for _, level := range []string{"three-teams", "endless"} {
			l, err := levels.LoadWithModel(level, m.Name)
			if err != nil {
				t.Fatal(err)
			}
			for seed := range many(seeds) {
				see(t, fmt.Sprintf("%s under %s, seed %d", level, m.Name, seed+1), playedOn(t, l, "rule", seed+1, nil))
			}
		}
	}
}

// named is a record with what it is.
type named struct {
	name   string
	record *Record
}

// few are games that every test looks at: whole ones and one that was stopped, with one model and with several, with
// little in them and with much, and one that was not played at all.
func few(t *testing.T) []named {
	fewOnce.Do(func() { fewGames = makeFew(t) })
	return fewGames
}

var (
	fewOnce  sync.Once
	fewGames []named
)

func makeFew(t *testing.T) []named {
	var list []named
	add := func(level, player string, seed uint64) *Record {
		r := played(t, level, player, seed)
		list = append(list, named{fmt.Sprintf("%s, %s, seed %d", level, player, seed), r})
		return r
	}
	add("tutorial", "idle", 1)
	add("one-team", "rule", 1)
	add("three-teams", "random", 2)
	ten := add("ten-teams", "rule", 1)
	list = append(list, named{"ten-teams, stopped", stopped(ten, 50)})
	add("ten-teams", "random", 1)
	add("ten-pagers", "fifo", 1)
	add("ops-sometimes", "rule", 4)
	add("hand-over-the-pager", "lesson", 3)
	add("error-budgets", "rule", 5)
	add("endless", "random", 1)
	estate, err := levels.Generate(levels.Spec{Teams: 60, Seed: 1, Analysts: 8, Days: 5})
	if err != nil {
		t.Fatal(err)
	}
	list = append(list, named{"sixty teams", playedOn(t, estate, "fifo", 1, nil)})
	return append(list, named{"no turn at all", &Record{Level: ten.Level, Seed: ten.Seed}})
}
