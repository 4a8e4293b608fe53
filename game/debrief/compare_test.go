package debrief

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"strings"
	"testing"

	"callout/game"
	"callout/game/journal"
	"callout/game/policy"
	"callout/levels"
)

// played is the record of a game of a level played by a policy, as a person would have played it.
func played(t testing.TB, level, by string, seed uint64) *Record {
	t.Helper()
	l, err := levels.Load(level)
	if err != nil {
		t.Fatal(err)
	}
	return playedOn(t, l, by, seed, func(m string) (*game.Level, error) { return levels.LoadWithModel(level, m) })
}

func playedOn(t testing.TB, l *game.Level, by string, seed uint64, with func(string) (*game.Level, error)) *Record {
	t.Helper()
	p, err := policy.New(by)
	if err != nil {
		t.Fatal(err)
	}
	r := &Record{Level: l, Seed: game.SeedFrom(seed), With: with}
	g, v := game.New(l, r.Seed), new(game.View)
	p.Begin(seed)
	for !g.Over() {
		var orders []game.Order
		g.View(v)
		p.Play(v, func(o game.Order) error {
			err := g.Do(o)
			if err == nil {
				orders = append(orders, o)
			}
			return err
		})
		g.EndTurn()
		r.Turns, r.Ended = append(r.Turns, orders), r.Ended+1
	}
	r.Turns = append(r.Turns, nil)
	return r
}

func compared(t *testing.T, r *Record) *Debrief {
	t.Helper()
	d, err := Look(r)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Compare(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestLadderRises: rungs never fall, idle comes first, medals stand on their rungs, and who plays as a rung does not get
// the medal above it.
func TestLadderRises(t *testing.T) {
	if testing.Short() {
		t.Skip("many games: the runs without the race detector play them")
	}
	for _, level := range []string{"one-team", "three-teams"} {
		for seed := range uint64(4) {
			d := compared(t, played(t, level, "fifo", seed))
			l := &d.Ladder
			if len(l.Rungs) != len(ladderPolicies) || l.Rungs[0].Policy != "idle" {
				t.Fatalf("%s: the ladder is %+v", level, l.Rungs)
			}
			for i := 1; i < len(l.Rungs); i++ {
				if l.Rungs[i].Score < l.Rungs[i-1].Score {
					t.Errorf("%s, seed %d: rung %s is below %s", level, seed, l.Rungs[i].Policy, l.Rungs[i-1].Policy)
				}
			}
			if l.Rungs[2].Score > l.Score {
				continue // random did better by luck
			}
			if l.Medal != NoMedal && l.Score < l.Rungs[3].Score {
				t.Errorf("%s, seed %d: first come, first served got %v on %+v with %d", level, seed, l.Medal, l.Rungs, l.Score)
			}
		}
	}
}

// TestMedals reads medals off ladders that are written down.
func TestMedals(t *testing.T) {
	for _, c := range []struct {
		name   string
		rungs  [5]int64 // idle, random, fifo, rule, lookahead
		score  int64
		hints  int64
		open   bool
		want   Medal
		wanted string // in the sentence
	}{
		{"nothing reached", [5]int64{-900, -500, 100, 300, 400}, 100, 0, false, NoMedal, "1 point more"},
		{"above first come, first served", [5]int64{-900, -500, 100, 300, 400}, 101, 0, false, Bronze, "200 points more"},
		{"as the rule of thumb is not above it", [5]int64{-900, -500, 100, 300, 400}, 300, 0, false, Bronze, "silver"},
		{"above the rule of thumb", [5]int64{-900, -500, 100, 300, 400}, 301, 0, false, Silver, "gold"},
		{"as good as looking ahead", [5]int64{-900, -500, 100, 300, 400}, 400, 0, false, Gold, "Gold"},
		{"hints cost it", [5]int64{-900, -500, 100, 300, 400}, 400, 4, false, Silver, "4 points more"},
		{"a worse rung by luck counts as the one before", [5]int64{-900, 200, 100, 300, 250}, 300, 0, false, Gold, "Gold"},
		{"not over", [5]int64{-900, -500, 100, 300, 400}, 500, 0, true, NoMedal, "not over"},
		{"nothing to do", [5]int64{7, 7, 7, 7, 7}, 7, 0, false, NoMedal, "no difference"},
		{"nothing to do, and done harm", [5]int64{7, 7, 7, 7, 7}, 3, 0, false, NoMedal, "no difference"},
	} {
		d := &Debrief{Record: &Record{HintPoints: c.hints}, Result: scored(c.score)}
		d.Result.Over = !c.open
		var trials []trial
		for i := len(ladderPolicies) - 1; i >= 0; i-- {
			trials = append(trials, trial{policy: ladderPolicies[i], result: scored(c.rungs[i])})
		}
		d.climb(trials)
		if d.Ladder.Medal != c.want || !strings.Contains(d.Ladder.Says, c.wanted) {
			t.Errorf("%s: medal %d, want %d: %s", c.name, d.Ladder.Medal, c.want, d.Ladder.Says)
		}
	}
}

func scored(n int64) game.Result {
	return game.Result{Values: []game.Value{{Name: "score", N: n, Valid: true}}}
}

// TestModelsFaceTheSameDemand: every shipped support model has a row, the own one is marked once beside the game
// itself, and what is played by the rule of thumb under the own model is the very game that the rule of thumb played.
func TestModelsFaceTheSameDemand(t *testing.T) {
	for _, level := range []string{"three-teams", "ops-sometimes", "hand-over-the-pager"} {
		r := played(t, level, "rule", 3)
		r.Seed = game.SeedFrom(3)
		d := compared(t, r)
		own, names := 0, []string{}
		for _, m := range d.Models {
			names = append(names, m.Model)
			if m.Own && !m.Played {
				own++
				if m.Total != d.Models[0].Total {
					t.Errorf("%s: the rule of thumb cost %d in the game and %d beside it", level, d.Models[0].Total, m.Total)
				}
			}
			if m.Title == "" || len(m.Values) != len(comparedMetrics) {
				t.Errorf("%s: row %+v is not whole", level, m)
			}
		}
		if !d.Models[0].Played || own != 1 {
			t.Errorf("%s: the game itself must come first and its own model once: %+v", level, names)
		}
		for _, m := range levels.Models() {
			if !slices.Contains(names, m.Name) {
				t.Errorf("%s: %s is missing in %v", level, m.Name, names)
			}
		}
		if !slices.Contains(names, "idle") || len(d.Missing) > 0 {
			t.Errorf("%s: rows %v, missing %v", level, names, d.Missing)
		}
	}
}

// TestModelsThatAreGone: a level that cannot be loaded again is compared with itself and with nothing done, and says why
// there is no more.
func TestModelsThatAreGone(t *testing.T) {
	r := played(t, "tutorial", "rule", 1)
	for _, with := range []func(string) (*game.Level, error){
		nil, func(string) (*game.Level, error) { return nil, errors.New("no such file\nand more") },
	} {
		r.With = with
		d := compared(t, r)
		if len(d.Models) != 3 || len(d.Missing) == 0 {
			t.Errorf("rows %+v, missing %q", d.Models, d.Missing)
		}
		for _, s := range d.Missing {
			if strings.Contains(s, "\n") {
				t.Errorf("more than a line: %q", s)
			}
		}
	}
}

// TestCompareIsTheSameOnAnyNumberOfProcessors, and stops when it is told to.
func TestCompareIsTheSameOnAnyNumberOfProcessors(t *testing.T) {
	r := played(t, "three-teams", "fifo", 2)
	want := compared(t, r)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	got := compared(t, r)
	if !slices.Equal(got.Ladder.Rungs, want.Ladder.Rungs) || got.Models[2].Total != want.Models[2].Total {
		t.Errorf("one processor: %+v, all of them: %+v", got.Ladder, want.Ladder)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := got.Compare(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped with %v", err)
	}
}

func BenchmarkCompare(b *testing.B) {
	for _, level := range []string{"one-team", "ten-teams", "endless"} {
		r := played(b, level, "fifo", 1)
		b.Run(level, func(b *testing.B) {
			d, err := Look(r)
			if err != nil {
				b.Fatal(err)
			}
			for range b.N {
				if err := d.Compare(context.Background(), nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestHintsAskedTwiceCostOnce: a step that is asked for again in its turn is not new; in another turn it is.
func TestHintsAskedTwiceCostOnce(t *testing.T) {
	kind, text := HintNote(2, "assign A-113 Asha")
	notes := []journal.Note{{Turn: 1, Kind: kind, Text: text}, {Turn: 1, Kind: kind, Text: text}, {Turn: 2, Kind: kind, Text: text}, {Turn: 2, Kind: "prediction", Text: text}}
	if got := HintPoints(notes); got != 2*HintPrice(2) {
		t.Errorf("they cost %d points, want %d", got, 2*HintPrice(2))
	}
}
