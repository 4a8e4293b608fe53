package lab

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"testing"

	"callout/game"
)

// The shape that programs rely on, read as a stranger would.
func TestJSONHasTheAgreedShape(t *testing.T) {
	l := load(t, "three-teams")
	rep := run(t, Spec{Arms: []Arm{{"a", l, "fifo"}, {"b", l, "rule"}}, Games: 8, Seed: 3})
	var text bytes.Buffer
	if err := rep.WriteJSON(&text); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Level, Policy string
		Seed          uint64
		Games         int
		Results       []struct {
			Model   string
			Metrics map[string]struct {
				Mean, SD, Median, P10, P90 *float64
				CI95                       [2]*float64
			}
		}
		Paired []struct {
			A, B    string
			Metrics map[string]struct {
				Mean *float64 `json:"mean_difference"`
				CI95 [2]*float64
			}
		}
	}
	if err := json.Unmarshal(text.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Level != "three-teams" || got.Policy != "fifo" || got.Seed != 3 || got.Games != 8 || len(got.Results) != 2 || len(got.Paired) != 1 {
		t.Fatalf("got %+v", got)
	}
	shares := 0.0
	for _, name := range game.MetricNames() {
		a, b, p := got.Results[0].Metrics[name], got.Results[1].Metrics[name], got.Paired[0].Metrics[name]
		if a.Mean == nil || a.SD == nil || a.Median == nil || a.P10 == nil || a.P90 == nil || a.CI95[0] == nil || a.CI95[1] == nil || p.Mean == nil {
			t.Errorf("%s is not whole: %+v, paired %+v", name, a, p)
			continue
		}
		if *a.P10 > *a.Median || *a.Median > *a.P90 || *a.CI95[0] > *a.Mean || *a.Mean > *a.CI95[1] {
			t.Errorf("%s is out of order", name)
		}
		if d := *a.Mean - *b.Mean; math.Abs(d-*p.Mean) > 1e-6*max(1, math.Abs(d)) {
			t.Errorf("%s: means differ by %v, paired by %v", name, d, *p.Mean)
		}
		if strings.HasPrefix(name, "ttr_share_") {
			shares += *a.Mean
		}
	}
	if math.Abs(shares-1) > 1e-9 {
		t.Errorf("the shares of time to restore sum to %v", shares)
	}
}

// Where nothing was measured JSON has null and CSV nothing, never a number that was not measured.
func TestNothingMeasuredIsNotANumber(t *testing.T) {
	rep := run(t, Spec{Arms: []Arm{{"a", load(t, "one-team"), "idle"}}, Games: 2})
	var text bytes.Buffer
	if err := rep.WriteJSON(&text); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Results []struct {
			Metrics map[string]map[string]any
		}
	}
	if err := json.Unmarshal(text.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if m := got.Results[0].Metrics["batch_mean"]; m["mean"] != nil || m["games"] != 0.0 {
		t.Errorf("without deployments the mean batch is %v", m)
	}
	text.Reset()
	if err := rep.WriteCSV(&text); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(text.String(), "one-team,idle,a,,batch_mean,0,,,,,,,,\n") {
		t.Errorf("without deployments CSV says\n%s", text.String())
	}
}

func TestCSVIsOneRectangle(t *testing.T) {
	l := load(t, "one-team")
	rep := run(t, Spec{Arms: []Arm{{"a", l, "fifo"}, {"b", l, "rule"}, {"c", l, "idle"}}, Games: 4})
	var text bytes.Buffer
	if err := rep.WriteCSV(&text); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&text).ReadAll() // refuses rows of different lengths
	if err != nil {
		t.Fatal(err)
	}
	if want := 1 + (3+3)*len(game.MetricNames()); len(rows) != want {
		t.Errorf("%d rows; want %d", len(rows), want)
	}
	for _, row := range rows[1:] {
		for _, cell := range row[5:] {
			if _, err := strconv.ParseFloat(cell, 64); cell != "" && err != nil {
				t.Errorf("%v has a cell that is no number", row)
			}
		}
	}
}
