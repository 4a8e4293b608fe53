package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

func sim(ctx context.Context, args ...string) (code int, out, errors string) {
	var o, e bytes.Buffer
	code = run(ctx, append([]string{"sim"}, args...), terminal{in: strings.NewReader(""), out: &o, err: &e})
	return code, o.String(), e.String()
}

func TestSimThatIsStoppedAtOnceShowsNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if code, out, errors := sim(ctx, "one-team"); code != failure || out != "" || !strings.Contains(errors, "before the first game") {
		t.Errorf("exit %d, shows %q, says %q", code, out, errors)
	}
}

func TestMetricText(t *testing.T) {
	for _, test := range []struct {
		name  string
		x     float64
		games int
		want  string
	}{
		{"revenue_lost", 4_820_012.6, 1, "£48,200"},
		{"revenue_lost", -30, 1, "£0"},
		{"ttr_median", 25.4, 1, "25 min"},
		{"deploy_wait_median", 12.54, 1, "12.5 h"},
		{"deploy_wait_median", -0.04, 1, "0 h"},
		{"availability", 0.9984, 1, "99.8 %"},
		{"won", 0.245, 1, "24.5 %"},
		{"incidents", 3.26, 1, "3.3"},
		{"batch_mean", 0, 0, "nothing to measure"},
	} {
		if got := metricText(test.name, test.x, test.games); got != test.want {
			t.Errorf("%s %v is written %q; want %q", test.name, test.x, got, test.want)
		}
	}
}

func TestTableFitsOneLevelIntoAHundredColumns(t *testing.T) {
	_, out, _ := sim(context.Background(), "ten-teams", "--games", "10")
	for _, line := range strings.Split(out, "\n") {
		if n := len([]rune(line)); n > 100 {
			t.Errorf("%d columns: %s", n, line)
		}
	}
}
