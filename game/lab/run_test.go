package lab

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"callout/game"
	"callout/levels"
)

func load(t testing.TB, name string) *game.Level {
	t.Helper()
	l, err := levels.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func run(t testing.TB, s Spec) *Report {
	t.Helper()
	r, err := Run(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestReportIsTheSameForAnyNumberOfWorkers(t *testing.T) {
	l := load(t, "three-teams")
	arms := []Arm{{"random", l, "random"}, {"rule", l, "rule"}, {"rule-guess", l, "rule-guess"}}
	one := run(t, Spec{Arms: arms, Games: 12, Seed: 5, Workers: 1})
	for _, workers := range []int{2, 5, 40} {
		if many := run(t, Spec{Arms: arms, Games: 12, Seed: 5, Workers: workers}); !reflect.DeepEqual(one, many) {
			t.Errorf("%d workers report something else than one", workers)
		}
	}
}

func TestGameIHasSeedPlusI(t *testing.T) {
	arms := []Arm{{"fifo", load(t, "one-team"), "fifo"}}
	both := run(t, Spec{Arms: arms, Games: 2, Seed: 40})
	first, second := run(t, Spec{Arms: arms, Games: 1, Seed: 40}), run(t, Spec{Arms: arms, Games: 1, Seed: 41})
	for m := range both.Results[0].Metrics {
		got, a, b := both.Results[0].Metrics[m], first.Results[0].Metrics[m], second.Results[0].Metrics[m]
		if got.Games == 2 && got.Mean != (a.Mean+b.Mean)/2 {
			t.Errorf("%s: mean %v of two games; alone they give %v and %v", got.Name, got.Mean, a.Mean, b.Mean)
		}
	}
}

func TestCancelledRunReportsWhatIsDone(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	arms := []Arm{{"fifo", load(t, "one-team"), "fifo"}}
	s := Spec{Arms: arms, Games: 10_000, Workers: 2, Progress: func(done int) {
		if done == 5 {
			cancel()
		}
	}}
	r, err := Run(ctx, s)
	if err != nil {
		t.Fatal(err)
	}
	if !r.Interrupted || r.Games < 4 || r.Games > 8 || r.Asked != 10_000 {
		t.Errorf("interrupted %v with %d of %d games; want about 5 and interrupted", r.Interrupted, r.Games, r.Asked)
	}
	whole := run(t, Spec{Arms: arms, Games: r.Games})
	if !reflect.DeepEqual(whole.Results, r.Results) {
		t.Error("the games that were done count otherwise than in a run of so many")
	}
}

func TestWrongSpecsAreRefused(t *testing.T) {
	arms := []Arm{{"fifo", load(t, "one-team"), "fifo"}}
	for _, test := range []struct {
		spec Spec
		want string
	}{
		{Spec{Games: 1}, "nothing to run"},
		{Spec{Arms: arms}, "0 games"},
		{Spec{Arms: arms, Games: -3}, "-3 games"},
		{Spec{Arms: arms, Games: MaxGames + 1}, "use 1 to"},
		{Spec{Arms: arms, Games: 1, Workers: -1}, "-1 workers"},
		{Spec{Arms: []Arm{{"x", arms[0].Level, "clever"}}, Games: 1}, `"clever": use one of idle`},
	} {
		if _, err := Run(context.Background(), test.spec); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("got %v; want an error with %q", err, test.want)
		}
	}
}

// A game too long to wait for is left when the run is cancelled.
func TestCancelledRunDoesNotWaitForLongGames(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	l := *load(t, "one-team")
	l.End = 100 * 52 * game.Week
	s := Spec{Arms: []Arm{{"idle", &l, "idle"}}, Games: 1}
	r := newRecord(&s)
	work(context.Background(), ctx, &s, r) // begun before, and now to be left
	if rep := r.report(&s); rep.Games != 0 || !rep.Interrupted {
		t.Errorf("a game that was left counts: %d games, interrupted %v", rep.Games, rep.Interrupted)
	}
}
