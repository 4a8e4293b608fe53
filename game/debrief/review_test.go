package debrief

import (
	"context"
	"errors"
	"reflect"
	"runtime"
	"testing"

	"callout/game"
	"callout/levels"
)

func reviewed(t testing.TB, r *Record) *Debrief {
	t.Helper()
	d, err := Look(r)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.ReviewDecisions(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestReviewIsSound: over games of several levels the decisions told lie in the game, the dearest first, at most three,
// each about another thing, each beyond two standard errors, and each in words.
func TestReviewIsSound(t *testing.T) {
	if testing.Short() {
		t.Skip("many games: the runs without the race detector play them")
	}
	for _, c := range []struct{ level, by string }{
		{"tutorial", "idle"}, {"one-team", "random"}, {"three-teams", "fifo"}, {"own-pager", "random"},
	} {
		r := played(t, c.level, c.by, 5)
		d := reviewed(t, r)
		all := d.Review.Worst
		if len(all) > 3 {
			t.Errorf("%s: %d are told", c.level, len(all))
		}
		if d.Review.Best != nil {
			all = append(all, *d.Review.Best)
		}
		for i, w := range all {
			if w.Turn < 0 || w.Turn >= r.Ended || w.Goals[0] == w.Goals[1] && (w.Pence <= 0 || float64(w.Pence) < 2*float64(w.Error)) || w.Text == "" || w.Kind == "" {
				t.Errorf("%s: %+v", c.level, w)
			}
			if i > 0 && i < len(d.Review.Worst) && w.Pence > all[i-1].Pence && w.Usual == all[i-1].Usual && all[i-1].Goals == [2]game.PerMille{} {
				t.Errorf("%s: %d is dearer than the one before it", c.level, i)
			}
			for _, order := range []string{w.Order, w.Instead} {
				if order == "" {
					continue
				}
				if _, err := r.Level.ParseOrder(order); err != nil {
					t.Errorf("%s: %q cannot be typed: %v", c.level, order, err)
				}
			}
		}
	}
}

// TestReviewIsTheSameOnAnyNumberOfProcessors, tells its progress to the end, and stops when it is told to.
func TestReviewIsTheSameOnAnyNumberOfProcessors(t *testing.T) {
	r := played(t, "three-teams", "fifo", 2)
	want := reviewed(t, r).Review
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	last := -1
	d, err := Make(context.Background(), r, func(done int) {
		if done < last || done > 1000 {
			t.Errorf("progress went from %d to %d", last, done)
		}
		last = done
	})
	if err != nil || last != 1000 {
		t.Errorf("ended at %d of 1000: %v", last, err)
	}
	if !reflect.DeepEqual(d.Review, want) {
		t.Errorf("one processor: %+v\nall of them: %+v", d.Review, want)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := d.ReviewDecisions(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped with %v", err)
	}
}

// TestReviewOfNothing: games in which nothing was done, or nothing has ended yet, are no trouble.
func TestReviewOfNothing(t *testing.T) {
	l, err := levels.Load("one-team")
	if err != nil {
		t.Fatal(err)
	}
	r := playedOn(t, l, "idle", 1, nil)
	r.Turns, r.Ended = r.Turns[:1], 0
	if d := reviewed(t, r); len(d.Review.Worst) > 0 || d.Review.Best != nil {
		t.Errorf("before the first turn: %+v", d.Review)
	}
}

func BenchmarkReview(b *testing.B) {
	for _, level := range []string{"one-team", "three-teams", "ten-teams", "endless"} {
		r := played(b, level, "fifo", 1)
		d, err := Look(r)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(level, func(b *testing.B) {
			for range b.N {
				if err := d.ReviewDecisions(context.Background(), nil); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(d.Review.Games), "games/op")
		})
	}
}

// TestReviewOfAGameThatGoesOn: what was left undone in a game that is not over can still be done, so it costs no more than
// what it has cost until now and in the little while until the costs are compared.
func TestReviewOfAGameThatGoesOn(t *testing.T) {
	r := played(t, "three-teams", "idle", 5)
	whole := reviewed(t, r)
	r.Turns, r.Ended = r.Turns[:30], 29
	part := reviewed(t, r)
	if len(whole.Review.Worst) == 0 || len(part.Review.Worst) == 0 {
		t.Fatalf("nothing is told of a game in which nothing was done: %+v, %+v", whole.Review, part.Review)
	}
	if w, p := whole.Review.Worst[0].Pence, part.Review.Worst[0].Pence; p >= w || p > 2*metric(&part.Result, "total_cost").N {
		t.Errorf("the worst costs %d in a third of the game and %d in all of it; a third cost %d", p, w, metric(&part.Result, "total_cost").N)
	}
}
