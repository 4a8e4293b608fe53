package lab

import (
	"math"
	"slices"

	"callout/game"
)

// Report is what a run came to.
type Report struct {
	Level       string
	Seed        uint64
	Games       int // played by every arm, from the first without a gap
	Asked       int // games that were asked for
	Interrupted bool
	Policy      string
	Results     []Result
	Paired      []Pair // every pair of arms, in their order
}

// Result is what one arm came to.
type Result struct {
	Model   string
	Metrics []Metric // in the order of game.MetricNames
}

// Metric is one metric over the games of one arm. Money is in pence, shares are 0 to 1, others in their unit. A game
// with nothing to measure, such as a median of no incidents, is left out; Games says how many are in.
type Metric struct {
	Name  string
	Games int
	Stats
}

// Pair is the difference between two arms, game by game on the same demand.
type Pair struct {
	A, B    string
	Metrics []Difference
}

// Difference is A less B in one metric, over the games in which both could be measured.
type Difference struct {
	Name  string
	Games int
	Mean  float64
	CI95  [2]float64

	// VarianceRatio is how many times fewer games pairing needs than unpaired runs of the same certainty: the sum of
	// the arms' variances by the variance of the difference. 0 where that is not defined.
	VarianceRatio float64
}

// report sums up the games that are done, from the first without a gap, in the order of games.
func (r *record) report(s *Spec) *Report {
	games := slices.Index(r.done, false)
	if games < 0 {
		games = len(r.done)
	}
	rep := &Report{
		Level: s.Arms[0].Level.Name, Seed: s.Seed, Games: games, Asked: s.Games, Interrupted: games < s.Games,
		Policy: s.Arms[0].Policy,
	}
	names := game.MetricNames()
	for a := range s.Arms {
		res := Result{Model: s.Arms[a].Name}
		for m, name := range names {
			list := valid(r.values[a][m][:games])
			metric := Metric{Name: name, Games: len(list), Stats: Describe(list)}
			if name == "won" {
				metric.CI95 = wilson(metric.Mean, len(list))
			}
			res.Metrics = append(res.Metrics, metric)
		}
		rep.Results = append(rep.Results, res)
	}
	for a := range s.Arms {
		for b := a + 1; b < len(s.Arms); b++ {
			p := Pair{A: s.Arms[a].Name, B: s.Arms[b].Name}
			for m, name := range names {
				d := Compare(r.values[a][m][:games], r.values[b][m][:games])
				d.Name = name
				p.Metrics = append(p.Metrics, d)
			}
			rep.Paired = append(rep.Paired, p)
		}
	}
	return rep
}

func valid(list []float64) []float64 {
	good := make([]float64, 0, len(list))
	for _, x := range list {
		if !math.IsNaN(x) {
			good = append(good, x)
		}
	}
	return good
}

// Metric is the metric of that name, or nil.
func (r *Result) Metric(name string) *Metric {
	for i := range r.Metrics {
		if r.Metrics[i].Name == name {
			return &r.Metrics[i]
		}
	}
	return nil
}

// Metric is the difference in the metric of that name, or nil.
func (p *Pair) Metric(name string) *Difference {
	for i := range p.Metrics {
		if p.Metrics[i].Name == name {
			return &p.Metrics[i]
		}
	}
	return nil
}
