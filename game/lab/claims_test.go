package lab

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"callout/levels"
)

// The article's claims, as they must come out of the model unscripted. Each names its effect size; intervals must be
// apart, so that no claim rests on luck. CALLOUT_LONG=1 plays 1,000 games of each instead of 200.

func games(t *testing.T) int {
	if testing.Short() {
		t.Skip("claims are about numbers: the long run plays them")
	}
	if os.Getenv("CALLOUT_LONG") != "" {
		return 1000
	}
	return 200
}

// claimed demands that more is at least factor times less, plus by, and that their intervals are apart.
func claimed(t *testing.T, what string, less, more *Metric, factor, by float64) {
	t.Helper()
	t.Logf("%s: %.4g (%.4g to %.4g) and %.4g (%.4g to %.4g)", what, less.Mean, less.CI95[0], less.CI95[1], more.Mean, more.CI95[0], more.CI95[1])
	if more.Mean < less.Mean*factor+by {
		t.Errorf("%s: %.4g is not %.4g times %.4g and %.4g more", what, more.Mean, factor, less.Mean, by)
	}
	if more.CI95[0] <= less.CI95[1] {
		t.Errorf("%s: the intervals %.4g and %.4g overlap", what, less.CI95, more.CI95)
	}
}

// With ten teams everything that the article names is worse than with one, under the same simple policy.
func TestTenTeamsAreWorseThanOne(t *testing.T) {
	of := func(level string) *Result {
		return &run(t, Spec{Arms: []Arm{{level, load(t, level), "fifo"}}, Games: games(t), Seed: 1}).Results[0]
	}
	one, ten := of("one-team"), of("ten-teams")
	for _, claim := range []struct {
		metric     string
		factor, by float64
	}{
		{"ttr_median", 2, 0},           // time to restore: twice as long
		{"deploy_wait_median", 1.5, 0}, // deployments wait half as long again
		{"burnout_max", 1, 40},         // somebody burns out
		{"queue_max", 3, 0},            // the queue is thrice as long
		{"misrouted_share", 1, 0.05},   // one in twenty more goes to the wrong team or application
		{"escalations", 3, 0},
		{"batch_mean", 1.05, 0}, // what waits grows
	} {
		claimed(t, claim.metric, one.Metric(claim.metric), ten.Metric(claim.metric), claim.factor, claim.by)
	}
	claimed(t, "knowledge_mean, the other way", ten.Metric("knowledge_mean"), one.Metric("knowledge_mean"), 1.25, 0)
}

// Losses grow faster than the number of teams: per team, with the same people, each step costs at least 1.4
// times as much.
func TestLossGrowsFasterThanTheNumberOfTeams(t *testing.T) {
	var per []Metric
	steps := []int{2, 8, 20}
	for _, teams := range steps {
		m := *run(t, Spec{Arms: []Arm{{"estate", estateOf(t, teams, 4), "rule"}}, Games: games(t), Seed: 1}).Results[0].Metric("revenue_lost")
		m.Mean /= float64(teams)
		m.CI95[0] /= float64(teams)
		m.CI95[1] /= float64(teams)
		per = append(per, m)
	}
	for i := range per[1:] {
		claimed(t, fmt.Sprintf("loss per team with %d and %d teams", steps[i], steps[i+1]), &per[i], &per[i+1], 1.4, 0)
	}
}

// Whoever reads the clues does better than who guesses, and than who leaves it to the analysts to find out.
func TestReadingTheCluesPays(t *testing.T) {
	l := load(t, "ten-teams")
	rep := run(t, Spec{Arms: []Arm{{"rule", l, "rule"}, {"rule-guess", l, "rule-guess"}, {"rule-nolink", l, "rule-nolink"}}, Games: games(t), Seed: 1})
	for i, share := range []float64{0.2, 0.15} { // of what the other loses
		p, other := &rep.Paired[i], &rep.Results[i+1]
		d := p.Metric("revenue_lost")
		t.Logf("%s less %s: revenue lost %.4g (%.4g to %.4g), pairing saves %.1fx", p.A, p.B, d.Mean, d.CI95[0], d.CI95[1], d.VarianceRatio)
		if least := share * other.Metric("revenue_lost").Mean; -d.Mean < least || d.CI95[1] >= 0 {
			t.Errorf("%s saves %.4g (%.4g to %.4g) against %s; want at least %.4g, and all of the interval", p.A, -d.Mean, -d.CI95[1], -d.CI95[0], p.B, least)
		}
		if s := p.Metric("score"); s.CI95[0] <= 0 {
			t.Errorf("the score of %s is not above that of %s: the difference is %.4g to %.4g", p.A, p.B, s.CI95[0], s.CI95[1])
		}
	}
}

// Skill pays in every level: each policy's score is above that of the one before, and doing nothing hardly ever wins.
func TestSkillPays(t *testing.T) {
	ladder := []string{"idle", "random", "fifo", "rule"}
	for _, name := range []string{"one-team", "three-teams", "ten-teams"} {
		l := load(t, name)
		var arms []Arm
		for _, p := range ladder {
			arms = append(arms, Arm{p, l, p})
		}
		rep := run(t, Spec{Arms: arms, Games: games(t), Seed: 1})
		if won := rep.Results[0].Metric("won"); won.Mean > 0.005 {
			t.Errorf("%s: doing nothing wins %.3g of the games", name, won.Mean)
		}
		var b strings.Builder
		for i := range rep.Results {
			fmt.Fprintf(&b, " %s %.4g,", ladder[i], rep.Results[i].Metric("score").Mean)
		}
		t.Logf("%s: mean scores%s", name, strings.TrimSuffix(b.String(), ","))
		for i := range rep.Paired {
			p := &rep.Paired[i]
			if d := p.Metric("score"); d.CI95[1] >= 0 {
				t.Errorf("%s: the score of %s is not above that of %s: the difference is %.4g to %.4g", name, p.B, p.A, -d.CI95[1], -d.CI95[0])
			}
		}
	}
}

// With ten teams You Run It loses less, deploys sooner and burns nobody out; its price is standby in every team. With
// one team it makes little difference to what is lost.
func TestYouRunItIsForManyTeams(t *testing.T) {
	under := func(level string) *Report {
		var arms []Arm
		for _, model := range []string{"ops-run-it", "you-run-it"} {
			l, err := levels.LoadWithModel(level, model)
			if err != nil {
				t.Fatal(err)
			}
			arms = append(arms, Arm{model, l, "rule"})
		}
		return run(t, Spec{Arms: arms, Games: games(t), Seed: 1})
	}
	ten := under("ten-teams")
	ops, you := &ten.Results[0], &ten.Results[1]
	claimed(t, "revenue_lost", you.Metric("revenue_lost"), ops.Metric("revenue_lost"), 1.5, 0)
	claimed(t, "deploy_wait_median", you.Metric("deploy_wait_median"), ops.Metric("deploy_wait_median"), 3, 0)
	claimed(t, "burnout_max", you.Metric("burnout_max"), ops.Metric("burnout_max"), 1, 20)
	claimed(t, "batch_mean", you.Metric("batch_mean"), ops.Metric("batch_mean"), 1.3, 0)
	if paid := ten.Paired[0].Metric("standby_cost"); paid.Mean >= 0 {
		t.Errorf("standby of ten teams costs no more than that of one: the difference is %.4g", -paid.Mean)
	}
	one := under("one-team")
	gain := func(r *Report) float64 {
		return r.Paired[0].Metric("revenue_lost").Mean / r.Results[0].Metric("revenue_lost").Mean
	}
	t.Logf("you-run-it saves %.2g of what ops-run-it loses with one team, %.2g with ten", gain(one), gain(ten))
	if gain(ten) < gain(one)+0.2 {
		t.Errorf("you-run-it saves %.2g of what ops-run-it loses with ten teams, and %.2g with one: it should matter more with ten", gain(ten), gain(one))
	}
}
