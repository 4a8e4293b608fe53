package retro

import (
	"context"
	"fmt"

	"callout/game/lab"
	"callout/levels"
)

// Model is the month under one support model.
type Model struct {
	Name, Title string
	Own         bool // the one that was in use
	Metrics     []Metric
}

// Metric is what a support model comes to in one metric, in its unit (money in pence): the mean of many games and its
// interval, and what lies between it and the own model on the same demand.
type Metric struct {
	Name       string
	Mean       float64
	CI95       [2]float64
	Difference float64
	DiffCI95   [2]float64
	Measured   bool // there was something to measure
}

// compared are the metrics that the report shows, by their names in the contract.
var compared = []string{"incidents", "ttr_median", "ttr_p90", "deployments", "revenue_lost", "standby_cost", "callout_cost", "team_cost", "set_up_cost", "cost_of_delay", "burnout_max", "total_cost"}

// compare plays the month under every shipped support model, on the same demand.
func (r *Retro) compare(ctx context.Context, o Options) error {
	own := r.Month.Model
	names, titles := []string{own}, map[string]string{}
	for _, i := range levels.Models() {
		titles[i.Name] = i.Title
		if i.Name != own {
			names = append(names, i.Name)
		}
	}
	var arms []lab.Arm
	for _, name := range names {
		l, err := levels.Parse("fitted level", r.Month.Level(), name)
		if err != nil {
			return fmt.Errorf("play the month under %s: %w", name, err)
		}
		arms = append(arms, lab.Arm{Name: name, Level: l, Policy: "rule"})
	}
	spec := lab.Spec{Arms: arms, Games: o.Games, Seed: 1}
	if o.Progress != nil {
		spec.Progress = func(done int) { o.Progress(done, o.Games) }
	}
	report, err := lab.Run(ctx, spec)
	if err != nil {
		return fmt.Errorf("play the month under other support models: %w", err)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	for i := range report.Results {
		res := &report.Results[i]
		m := Model{Name: res.Model, Title: titles[res.Model], Own: i == 0}
		if m.Title == "" {
			m.Title = res.Model
		}
		for _, name := range compared {
			from := res.Metric(name)
			metric := Metric{Name: name, Mean: from.Mean, CI95: from.CI95, Measured: from.Games > 0}
			if i > 0 {
				d := report.Paired[i-1].Metric(name) // the pairs of the first arm come first
				metric.Difference, metric.DiffCI95 = -d.Mean, [2]float64{-d.CI95[1], -d.CI95[0]}
			}
			m.Metrics = append(m.Metrics, metric)
		}
		r.Models = append(r.Models, m)
	}
	return nil
}

// Metric is the metric of that name, or nil.
func (m *Model) Metric(name string) *Metric {
	for i := range m.Metrics {
		if m.Metrics[i].Name == name {
			return &m.Metrics[i]
		}
	}
	return nil
}
