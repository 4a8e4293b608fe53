package lab

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
)

type reportJSON struct {
	Level       string       `json:"level"`
	Seed        uint64       `json:"seed"`
	Games       int          `json:"games"`
	Asked       int          `json:"asked,omitempty"` // only of an interrupted run
	Interrupted bool         `json:"interrupted,omitempty"`
	Policy      string       `json:"policy"`
	Results     []resultJSON `json:"results"`
	Paired      []pairJSON   `json:"paired"`
}

type resultJSON struct {
	Model   string                `json:"model"`
	Metrics map[string]metricJSON `json:"metrics"`
}

// metricJSON has null where no game had anything to measure.
type metricJSON struct {
	Games  int         `json:"games"`
	Mean   *float64    `json:"mean"`
	SD     *float64    `json:"sd"`
	Median *float64    `json:"median"`
	P10    *float64    `json:"p10"`
	P90    *float64    `json:"p90"`
	CI95   [2]*float64 `json:"ci95"`
}

type pairJSON struct {
	A       string                    `json:"a"`
	B       string                    `json:"b"`
	Metrics map[string]differenceJSON `json:"metrics"`
}

type differenceJSON struct {
	Games         int         `json:"games"`
	Mean          *float64    `json:"mean_difference"`
	CI95          [2]*float64 `json:"ci95"`
	VarianceRatio *float64    `json:"variance_ratio"`
}

// WriteJSON writes the report in the shape that programs rely on.
func (r *Report) WriteJSON(w io.Writer) error {
	out := reportJSON{
		Level: r.Level, Seed: r.Seed, Games: r.Games, Interrupted: r.Interrupted, Policy: r.Policy,
		Results: []resultJSON{}, Paired: []pairJSON{},
	}
	if r.Interrupted {
		out.Asked = r.Asked
	}
	for i := range r.Results {
		res := resultJSON{Model: r.Results[i].Model, Metrics: map[string]metricJSON{}}
		for _, m := range r.Results[i].Metrics {
			j := metricJSON{Games: m.Games}
			if m.Games > 0 {
				j.Mean, j.SD, j.Median, j.P10, j.P90 = &m.Mean, &m.SD, &m.Median, &m.P10, &m.P90
				j.CI95 = [2]*float64{&m.CI95[0], &m.CI95[1]}
			}
			res.Metrics[m.Name] = j
		}
		out.Results = append(out.Results, res)
	}
	for i := range r.Paired {
		p := pairJSON{A: r.Paired[i].A, B: r.Paired[i].B, Metrics: map[string]differenceJSON{}}
		for _, d := range r.Paired[i].Metrics {
			j := differenceJSON{Games: d.Games}
			if d.Games > 0 {
				j.Mean, j.CI95 = &d.Mean, [2]*float64{&d.CI95[0], &d.CI95[1]}
			}
			if d.VarianceRatio > 0 {
				j.VarianceRatio = &d.VarianceRatio
			}
			p.Metrics[d.Name] = j
		}
		out.Paired = append(out.Paired, p)
	}
	b, err := json.MarshalIndent(out, "", "  ")
	if err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	_, err = w.Write(append(b, '\n'))
	return err
}

// csvHeader names the columns. With "against" a row is the paired difference, model less against.
var csvHeader = []string{
	"level", "policy", "model", "against", "metric", "games", "mean", "sd", "median", "p10", "p90", "ci95_low", "ci95_high", "variance_ratio",
}

// WriteCSV writes a row for each model and metric, and one for each pair of models and metric. What was not measured
// is empty.
func (r *Report) WriteCSV(w io.Writer) error {
	c := csv.NewWriter(w)
	c.Write(csvHeader)
	for i := range r.Results {
		for _, m := range r.Results[i].Metrics {
			row := []string{r.Level, r.Policy, r.Results[i].Model, "", m.Name, strconv.Itoa(m.Games)}
			row = append(row, cells(m.Games, m.Mean, m.SD, m.Median, m.P10, m.P90, m.CI95[0], m.CI95[1])...)
			c.Write(append(row, ""))
		}
	}
	for i := range r.Paired {
		p := &r.Paired[i]
		for _, d := range p.Metrics {
			row := []string{r.Level, r.Policy, p.A, p.B, d.Name, strconv.Itoa(d.Games)}
			row = append(row, cells(d.Games, d.Mean)...)
			row = append(row, "", "", "", "")
			row = append(row, cells(d.Games, d.CI95[0], d.CI95[1])...)
			ratio := 0
			if d.VarianceRatio > 0 {
				ratio = 1
			}
			c.Write(append(row, cells(ratio, d.VarianceRatio)...))
		}
	}
	c.Flush()
	return c.Error()
}

// cells are numbers as text, empty where there were no games to measure them in.
func cells(games int, numbers ...float64) []string {
	list := make([]string, len(numbers))
	for i, x := range numbers {
		if games > 0 {
			list[i] = strconv.FormatFloat(x, 'g', -1, 64)
		}
	}
	return list
}
