package lab

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"
	"strings"
	"sync"
	"time"

	"callout/game"
	"callout/game/policy"
)

// MaxGames is the most games that one run plays; their values are kept until the report.
const MaxGames = 100_000

// MaxWorkers is the most games that are played at once.
const MaxWorkers = 1024

// Arm is one of the things that are compared: a level, under its support model, played by a policy.
type Arm struct {
	Name   string // as in the report; with support models, the model's
	Level  *game.Level
	Policy string // as policy.New takes it
}

// Spec says what to run. Game i of every arm has seed Seed+i, so all arms face the same demand.
type Spec struct {
	Arms    []Arm
	Games   int
	Seed    uint64
	Workers int // games at once; 0 for as many as there are processors

	// Progress, if not nil, is called after every game of all arms with how many are done; never by two goroutines
	// at once.
	Progress func(done int)
}

// grace is how long games that were begun may go on when a run is cancelled.
const grace = time.Second

// Run plays the games and reports. When ctx is cancelled no more games are begun, and those that were are finished if
// that does not take long. Then the report is about the games that are done, from the first without a gap, and
// Report.Interrupted says so. The error tells what in s is wrong.
func Run(ctx context.Context, s Spec) (*Report, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	r := newRecord(&s)
	workers := s.Workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	begun, abandon := context.WithCancel(context.WithoutCancel(ctx))
	defer abandon()
	stop := context.AfterFunc(ctx, func() { time.AfterFunc(grace, abandon) })
	defer stop()
	var wait sync.WaitGroup
	for range min(workers, s.Games) {
		wait.Go(func() { work(ctx, begun, &s, r) })
	}
	wait.Wait()
	return r.report(&s), nil
}

func (s *Spec) check() error {
	switch {
	case len(s.Arms) == 0:
		return errors.New("there is nothing to run: give at least one level")
	case s.Games < 1 || s.Games > MaxGames:
		return fmt.Errorf("%d games cannot be run: use 1 to %d", s.Games, MaxGames)
	case s.Workers < 0 || s.Workers > MaxWorkers:
		return fmt.Errorf("%d workers cannot work: use 1 to %d, or 0 for one per processor", s.Workers, MaxWorkers)
	}
	for i := range s.Arms {
		if _, err := policy.New(s.Arms[i].Policy); err != nil {
			return err
		}
	}
	return nil
}

// record keeps what the games came to, by arm, metric and game.
type record struct {
	mu     sync.Mutex
	next   int    // the next game to begin
	done   []bool // by game
	count  int
	values [][][]float64 // NaN where there was nothing to measure
}

func newRecord(s *Spec) *record {
	metrics := len(game.MetricNames())
	r := &record{done: make([]bool, s.Games), values: make([][][]float64, len(s.Arms))}
	for a := range r.values {
		all := make([]float64, metrics*s.Games)
		for m := range metrics {
			r.values[a] = append(r.values[a], all[m*s.Games:(m+1)*s.Games:(m+1)*s.Games])
		}
	}
	return r
}

// take is the next game to play, until there is none or the run is cancelled.
func (r *record) take(ctx context.Context) (i int, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if ctx.Err() != nil || r.next == len(r.done) {
		return 0, false
	}
	r.next++
	return r.next - 1, true
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

// work begins games until none is left or ctx is cancelled, and leaves them when begun is. Each worker has policies and
// memory of its own.
func work(ctx, begun context.Context, s *Spec, r *record) {
	players := make([]*policy.Player, len(s.Arms))
	played := make([]game.Game, len(s.Arms))
	for a := range s.Arms {
		p, err := policy.New(s.Arms[a].Policy)
		if err != nil {
			return // checked before
		}
		players[a] = policy.NewPlayer(p)
	}
	for {
		i, ok := r.take(ctx)
		if !ok {
			return
		}
		for a := range s.Arms {
			number := s.Seed + uint64(i)
			g := &played[a]
			g.Reset(s.Arms[a].Level, game.SeedFrom(number))
			players[a].Begin(g, number)
			for !g.Over() {
				if begun.Err() != nil {
					return
				}
				players[a].Turn()
			}
			r.keep(a, i, g)
		}
		r.finish(i, s.Progress)
	}
}

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
