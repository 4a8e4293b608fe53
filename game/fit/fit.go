package fit

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"callout/game"
	"callout/game/policy"
	"callout/levels"
	"callout/levels/month"
)

// Quantity is one thing that really happened and that games come to as well.
type Quantity uint8

// Quantities, as they are named in the catalogue under fit.quantity.
const (
	Incidents   Quantity = iota // that somebody recorded
	Deployments                 // to production
	TTRMedian                   // minutes
	TTRP90                      // minutes
	Nights                      // incidents that began out of hours
	quantities
)

var quantityNames = [quantities]string{"incidents", "deployments", "ttr_median", "ttr_p90", "nights"}

// String is the quantity's name, as in exports.
func (q Quantity) String() string { return quantityNames[q] }

// Row is one quantity: what it really was, and what games came to.
type Row struct {
	Quantity Quantity
	Real     int64 // for as long as the level is, counts scaled to it
	Known    bool  // the data tells it
	Median   int64
	Lo, Hi   int64 // between these lay 95 of 100 games; they hold what is true of the team in four months of five, see TestCoversTheTruth
	Fits     bool
}

// Report is how well a level fits.
type Report struct {
	Games int
	Rows  []Row
}

// Fits tells whether every quantity that is known lies where most games came out: only then may the level be asked what
// would have been.
func (r *Report) Fits() bool {
	return !slices.ContainsFunc(r.Rows, func(w Row) bool { return w.Known && !w.Fits })
}

// player is who plays the months: people who know their work, as whoever exports data from it does.
const player = "rule"

// Of plays the level of m so many times, under the support model that was in use and no other, and compares. A single month says how often incidents come with an error of its
// own, the larger the fewer there were and the more they came in bursts; the games are spread over what may be true, so
// that the bounds hold for another month of the same team.
func Of(ctx context.Context, m *month.Month, games int, progress func(done int)) (*Report, error) {
	if games < 2*spread {
		return nil, fmt.Errorf("%d games tell no interval: play %d or more", games, 2*spread)
	}
	var list []*game.Level
	for k := range spread {
		other := *m
		other.Faults.N = max(m.Faults.N*likely(m, k)/1000, 1)
		l, err := levels.Parse("fitted level", other.Level(), m.Model)
		if err != nil {
			return nil, fmt.Errorf("make a level of the month: %w", err)
		}
		list = append(list, l)
	}
	came, err := play(ctx, list, games, progress)
	if err != nil {
		return nil, err
	}
	r := &Report{Games: games}
	for q := range quantities {
		real, known := realOf(m, q)
		list := came[q]
		slices.Sort(list)
		w := Row{Quantity: q, Real: real, Known: known, Median: list[games/2], Lo: list[games*25/1000], Hi: list[games-1-games*25/1000]}
		w.Fits = w.Lo <= real && real <= w.Hi
		r.Rows = append(r.Rows, w)
	}
	return r, nil
}

// spread is over how many levels the games of a report are spread.
const spread = 20

// deviates are the middles of twenty equal parts of a normal distribution, in thousandths of its standard deviation.
var deviates = [spread]int64{
	-1960, -1440, -1150, -935, -755, -598, -454, -319, -189, -63, 63, 189, 319, 454, 598, 755, 935, 1150, 1440, 1960,
}

// likely is the factor per mille on the faults of the level in part k of what may be true. The standard error of a count
// of n that varies b times as much as by chance is the root of b/n, as a share of it. Upwards the factor grows as that of a
// log-normal: few incidents may have been luck more easily than many.
func likely(m *month.Month, k int) int64 {
	n := int64(max(m.Real.Incidents, 1))
	deviation := root(m.Bursts * 1000 / n) // thousandths
	step := deviation * deviates[k] / 1000
	if step > 0 {
		step += step * step / 2000
	}
	return max(1000+step, 100)
}

// root is the whole square root.
func root(n int64) int64 {
	r := n
	for next := (r + 1) / 2; next < r; next = (r + n/r) / 2 {
		r = next
	}
	return r
}

// realOf is what a quantity really was, for as long as the level is.
func realOf(m *month.Month, q Quantity) (n int64, known bool) {
	scaled := func(n int) int64 { return (int64(n)*int64(m.Days)*1000/5 + m.Weeks/2) / m.Weeks }
	switch q {
	case Incidents:
		return scaled(m.Real.Incidents), true
	case Deployments:
		return scaled(m.Real.Deployments), m.Real.Deployments > 0
	case TTRMedian:
		return m.Real.TTRMedian, m.Real.Closed >= enough
	case TTRP90:
		return m.Real.TTRP90, m.Real.Closed >= enough
	}
	return scaled(m.Real.Nights), true
}

// enough is how many incidents with an end it takes for their median to say something.
const enough = 5

// play plays games with seeds from 0, of the levels in turn, and returns what each came to, by quantity.
func play(ctx context.Context, list []*game.Level, games int, progress func(done int)) ([quantities][]int64, error) {
	var came [quantities][]int64
	for q := range came {
		came[q] = make([]int64, games)
	}
	var next, done atomic.Int64
	var wait sync.WaitGroup
	var telling sync.Mutex
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			p, err := policy.New(player)
			if err != nil {
				panic(err) // it is one of the shipped ones
			}
			one, g := policy.NewPlayer(p), new(game.Game)
			for {
				i := int(next.Add(1)) - 1
				if i >= games || ctx.Err() != nil {
					return
				}
				g.Reset(list[i%len(list)], game.SeedFrom(uint64(i)))
				one.Play(g, uint64(i))
				for q, n := range outcome(g) {
					came[q][i] = n
				}
				if progress != nil {
					telling.Lock()
					progress(int(done.Add(1)))
					telling.Unlock()
				}
			}
		})
	}
	wait.Wait()
	return came, ctx.Err()
}

// outcome is what one game came to.
func outcome(g *game.Game) (n [quantities]int64) {
	r := g.Result()
	for _, v := range r.Values {
		switch v.Name {
		case "deployments":
			n[Deployments] = v.N
		case "ttr_median":
			n[TTRMedian] = v.N
		case "ttr_p90":
			n[TTRP90] = v.N
		}
	}
	for i := range r.Losses {
		n[Incidents]++
		if !r.Losses[i].Began.InHours() {
			n[Nights]++
		}
	}
	return n
}

// Calibrate finds how many faults, release requests and how much work the level of m must have for its games to come to as many incidents
// and as long a median time to restore as there really were, and writes both into m. It plays a few hundred games.
func Calibrate(ctx context.Context, m *month.Month, progress func(done, of int)) error {
	const games, rounds = 60, 7
	faults, work, releases := int64(1000), int64(1000), int64(1000)
	for round := range rounds {
		m.Faults.N, m.Work.N, m.Releases.N, m.Work.Basis = faults, work, releases, month.Estimated
		l, err := levels.Parse("fitted level", m.Level(), m.Model)
		if err != nil {
			return fmt.Errorf("fit a level to the month: %w", err)
		}
		came, err := play(ctx, []*game.Level{l}, games, func(done int) {
			if progress != nil {
				progress(round*games+done, rounds*games)
			}
		})
		if err != nil {
			return err
		}
		if real, _ := realOf(m, Incidents); real > 0 {
			faults = step(faults, real*1000, mean(came[Incidents]))
		}
		if real, known := realOf(m, Deployments); known && real > 0 {
			releases = step(releases, real*1000, mean(came[Deployments]))
		}
		if real, known := realOf(m, TTRMedian); known && real > 0 {
			slices.Sort(came[TTRMedian])
			work = step(work, real*1000, came[TTRMedian][games/2]*1000)
		}
	}
	how := "found by playing the level until its games came to as many incidents and deployments and as long a median time to restore as there really were"
	m.Faults = month.Figure{N: faults, Basis: month.Estimated, How: how}
	m.Releases = month.Figure{N: releases, Basis: month.Estimated, How: how}
	m.Work = month.Figure{N: work, Basis: month.Estimated, How: how}
	return nil
}

// step moves a factor towards what would have made got come out as want; both in thousandths.
func step(factor, want, got int64) int64 {
	ratio := int64(2000)
	if got > 0 {
		ratio = min(max(want*1000/got, 400), 2000)
	}
	return min(max(factor*ratio/1000, 20), 10_000)
}

// mean is the mean of whole numbers in thousandths.
func mean(list []int64) int64 {
	sum := int64(0)
	for _, n := range list {
		sum += n
	}
	return sum * 1000 / int64(len(list))
}
