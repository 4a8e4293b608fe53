package policy

import (
	"testing"

	"callout/game"
)

// does counts events of one kind in three games of a level, played by rule without some traits.
func does(t *testing.T, level string, without trait, counts func(*game.Event) bool) int {
	t.Helper()
	l := load(t, level)
	r := newRule("rule", byClues)
	r.without = without
	p, n := NewPlayer(r), 0
	for seed := range uint64(3) {
		g := game.New(l, game.SeedFrom(seed))
		p.Begin(g, seed)
		for !g.Over() {
			for _, e := range p.Turn() {
				if counts(&e) {
					n++
				}
			}
		}
	}
	return n
}

// What each trait does is done with it, and left undone, or done less, without it; the rest stays.
func TestTraitsDoWhatTheySay(t *testing.T) {
	kind := func(kinds ...game.EventKind) func(*game.Event) bool {
		return func(e *game.Event) bool {
			for _, k := range kinds {
				if e.Kind == k {
					return true
				}
			}
			return false
		}
	}
	for _, c := range []struct {
		trait, level string
		counts       func(*game.Event) bool
		least, most  int // events with the trait at least, and without it at most
	}{
		{"read", "tutorial", kind(game.Planned), 3, 0},
		{"clues", "ten-teams", kind(game.Linked), 30, 0},
		{"owner", "ten-teams", kind(game.Bounced), 0, 1000},
		{"knowledge", "three-teams", kind(game.KnowledgeSynced, game.RunbookWritten), 50, 15}, // who owns what is asked all the same
		{"tune", "one-team", kind(game.AlertsTuned), 3, 0},
		{"rest", "endless", kind(game.Rested), 10, 0},
		{"freeze", "peak-trading", kind(game.FreezeSet), 6, 0},
		{"small", "more-than-weekly", kind(game.WishMissed), 0, 1000},
		{"move", "hand-over-the-pager", kind(game.Moved), 10, 0},
		{"enable", "own-pager", kind(game.Instrumented, game.ChaosHeld), 30, 0},
		{"renegotiate", "ten-teams", func(e *game.Event) bool { return e.Kind == game.Renegotiated && e.Amount != int64(game.Unchanged) }, 1, 0},
	} {
		with, without := does(t, c.level, 0, c.counts), does(t, c.level, traitOf(c.trait), c.counts)
		if with < c.least || without > c.most {
			t.Errorf("%s in %s: %d times with it, want at least %d; %d times without it, want at most %d", c.trait, c.level, with, c.least, without, c.most)
		}
		if c.least == 0 && with >= without { // what the trait avoids
			t.Errorf("%s in %s: %d times with it and %d without; want fewer", c.trait, c.level, with, without)
		}
	}
}

func TestTraitsHaveNames(t *testing.T) {
	seen := trait(0)
	for _, tr := range Traits() {
		bit := traitOf(tr.Name)
		if bit == 0 || seen&bit != 0 || tr.What == "" {
			t.Errorf("trait %q is bit %d, after %b", tr.Name, bit, seen)
		}
		seen |= bit
	}
	if traitOf("") != 0 || traitOf("Read") != 0 {
		t.Error("what is no trait has a bit")
	}
	if seen != renegotiates<<1-1 {
		t.Errorf("traits without a name: %b", seen)
	}
}

// The cover that rule buys follows what an hour's outage costs.
func TestCoverFollowsExposure(t *testing.T) {
	models := load(t, "hand-over-the-pager").Models
	for revenue, want := range map[game.Pence]string{
		1_000_00: "you-run-it-daytime", 4_999_99: "you-run-it-daytime", 5_000_00: "you-run-it-domain",
		19_999_99: "you-run-it-domain", 20_000_00: "you-run-it-team", 900_000_00: "you-run-it-team",
	} {
		if got := wanted(models, revenue); got == game.None || models[got].Name != want {
			t.Errorf("£%d an hour: model %d, want %s", revenue/100, got, want)
		}
	}
	if got := wanted(models[:1], 1); got != game.None {
		t.Errorf("of %s alone %d is wanted", models[0].Name, got)
	}
}
