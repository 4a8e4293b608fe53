package policy

import (
	"testing"

	"callout/game"
)

// The usual style is always among those that lookahead tries, and the copies have the luck of the game, so it is never
// worse than rule on the same seed.
func TestLookaheadIsNeverWorseThanRule(t *testing.T) {
	seeds := uint64(3)
	if testing.Short() {
		seeds = 1
	}
	for _, level := range shipped {
		l := load(t, level)
		better := 0
		for seed := range seeds {
			rule, ahead := outcome(t, l, "rule", seed), outcome(t, l, "lookahead", seed)
			if ahead < rule {
				t.Errorf("%s, seed %d: lookahead comes to %d, rule to %d", level, seed, ahead, rule)
			}
			if ahead > rule {
				better++
			}
		}
		if level == "ten-teams" && better == 0 {
			t.Errorf("%s: lookahead is never better than rule", level)
		}
	}
}

// outcome is the score, and much more for a game that is won.
func outcome(t *testing.T, l *game.Level, name string, seed uint64) int64 {
	t.Helper()
	g := game.New(l, game.SeedFrom(seed))
	player(t, name).Play(g, seed)
	r := g.Result()
	n := int64(0)
	for _, v := range r.Values {
		if v.Name == "score" {
			n = v.N
		}
	}
	if r.Won {
		n += 1_000_000
	}
	return n
}
