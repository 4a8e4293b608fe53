package proof

import (
	"math"
	"testing"
)

// The formulas themselves, against the reference values of the research notes (mean service 1).
func TestFormulas(t *testing.T) {
	exponential := moments{1, 2}
	pages, rest := cobham(.2, .6, exponential)
	for _, c := range []struct {
		what      string
		got, want float64
	}{
		{"M/M/1 at 0.8", erlangC(.8, 1, 1), 4},
		{"M/M/2 at 0.9", erlangC(1.8, 1, 2), 4.263},
		{"M/M/3 at 0.5", erlangC(1.5, 1, 3), .158},
		{"M/M/8 at 0.95", erlangC(7.6, 1, 8), 2.110},
		{"M/D/1 at 0.8", pollaczek(.8, moments{1, 1}), 2},
		{"M/G/1 log-normal, sigma 1.25, at 0.8", pollaczek(.8, moments{1, 4.771}), 9.541},
		{"priority, first", pages, 1},
		{"priority, second", rest, 5},
		{"batches of 4 at 0.7", batches(.7/4, 4, exponential), 12.33},
	} {
		if math.Abs(c.got-c.want) > .005*c.want {
			t.Errorf("%s: %.4g, want %.4g", c.what, c.got, c.want)
		}
	}
}

// A table of quantiles keeps the mean of its distribution, and nearly its variation.
func TestTablesKeepTheirMoments(t *testing.T) {
	for _, c := range []struct {
		what   string
		m      moments
		square float64
	}{{"exponential", of(exponential(), service, 0), 2}, {"log-normal, sigma 1", of(logNormal(1), service, 0), math.E}} {
		mean, square := c.m.mean/float64(service), c.m.square/c.m.mean/c.m.mean
		if math.Abs(mean-1) > .01 || math.Abs(square/c.square-1) > .02 {
			t.Errorf("%s: mean %.4f, square %.4f; want 1 and %.4f", c.what, mean, square, c.square)
		}
	}
}

func TestQueuesMeetTheirFormulas(t *testing.T) {
	if testing.Short() {
		t.Skip("left out for speed: a hundred thousand arrivals")
	}
	games, arrivals, slack := 4, 8000, 3.0 // a short run is as far off as chance makes it
	if many {
		games, arrivals, slack = 6, 60_000, 1
	}
	for _, q := range Queues() {
		waits, err := q.Measure(games, arrivals)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range waits {
			t.Logf("%s: %s: %.0f minutes by %s, measured %.0f", q.Name, w.What, w.Theory, q.Law, w.Measured.Value)
			if !(w.Error() <= q.Within*slack) {
				t.Errorf("%s: %s: %.1f %% off; stated %.0f %%", q.Name, w.What, 100*w.Error(), 100*q.Within)
			}
		}
	}
}

// A queue that is served in another way than its formula says is noticed.
func TestQueuesCanFail(t *testing.T) {
	q := Queues()[0]
	c := poisson(1, .8, exponential(), 5000, pollaczek)
	c.theory[0] = erlangC(1.6/600, 600, 2) // as if there were two
	q.cells = func(int) []cell { return []cell{c} }
	waits, err := q.Measure(2, 5000)
	if err != nil {
		t.Fatal(err)
	}
	if waits[0].Error() < .5 {
		t.Errorf("one person at the desk passes for two: %.1f %% off", 100*waits[0].Error())
	}
}
