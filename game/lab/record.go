package lab

import (
	"context"
	"math"
	"strings"
	"sync"
	"sync/atomic"

	"callout/game"
)

// record keeps what the games came to, by arm, metric and game.
type record struct {
	mu     sync.Mutex
	next   int    // the next game to begin
	done   []bool // by game
	count  int
	values [][][]float64 // NaN where there was nothing to measure

	failure error        // of the earliest game that could not be played
	failed  atomic.Int64 // its number; past the last where none failed
}

func newRecord(s *Spec) *record {
	metrics := len(game.MetricNames())
	r := &record{done: make([]bool, s.Games), values: make([][][]float64, len(s.Arms))}
	r.failed.Store(int64(s.Games))
	for a := range r.values {
		all := make([]float64, metrics*s.Games)
		for m := range metrics {
			r.values[a] = append(r.values[a], all[m*s.Games:(m+1)*s.Games:(m+1)*s.Games])
		}
	}
	return r
}

// take is the next games to play, at most so many, until there is none, the run is cancelled or a game failed.
func (r *record) take(ctx context.Context, most int) (first, n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if ctx.Err() != nil || r.failure != nil {
		return 0, 0
	}
	first, n = r.next, min(most, len(r.done)-r.next)
	r.next += n
	return first, n
}

func (r *record) finish(i int, progress func(int)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.done[i] = true
	r.count++
	if progress != nil {
		progress(r.count)
	}
}

// fail notes that the games from the first could not be played. What fails after the run was abandoned does not count,
// and of several failures the earliest game's is told, whichever worker was quicker.
func (r *record) fail(begun context.Context, first int, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if begun.Err() == nil && int64(first) < r.failed.Load() {
		r.failure = err
		r.failed.Store(int64(first))
	}
}

// failedBefore tells whether a game before the first failed, so that the rest is of no use any more.
func (r *record) failedBefore(first int) bool { return r.failed.Load() < int64(first) }

// keep takes down what game i of arm a came to. Shares of time to restore are taken from whole minutes, so that they sum
// to 1; the metrics themselves are cut to thousandths.
func (r *record) keep(a, i int, g *game.Game) {
	result := g.Result()
	all := int64(0)
	for _, n := range result.StateMinutes {
		all += n
	}
	for m := range result.Values {
		v := &result.Values[m]
		x := number(v)
		if state, ok := strings.CutPrefix(v.Name, "ttr_share_"); ok && v.Valid {
			for s, n := range result.StateMinutes {
				if game.IncidentState(s).String() == state {
					x = float64(n) / float64(all)
				}
			}
		}
		r.values[a][m][i] = x
	}
}

// number is a metric as reports give it: in its unit, shares from 0 to 1; NaN where there was nothing to measure.
func number(v *game.Value) float64 {
	switch {
	case !v.Valid:
		return math.NaN()
	case v.Milli:
		return float64(v.N) / 1000
	}
	return float64(v.N)
}
