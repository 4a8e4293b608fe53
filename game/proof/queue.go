package proof

import (
	"fmt"
	"math"
	"runtime"
	"sync"

	"callout/game"
	"callout/game/policy"
)

// Queue is a queue of the engine that a level makes a textbook queue.
type Queue struct {
	Name   string
	Law    string  // the formula
	Within float64 // stated error, as a share of the formula's value, with many arrivals
	cells  func(arrivals int) []cell
}

// Wait is a mean wait, measured and by the formula.
type Wait struct {
	What     string
	Theory   float64
	Measured Estimate
}

// Error is the measured wait's distance from the formula's, as a share of it.
func (w *Wait) Error() float64 { return math.Abs(w.Measured.Value/w.Theory - 1) }

// cell is one setting of a queue: its level, who plays, and the waits that a finished game tells.
type cell struct {
	level  func(seed uint64) (*game.Level, error)
	orders func(policy.Give) // given every turn, nil for none; a view would cost more than the game
	what   []string
	theory []float64
	waits  func(*game.Level, *game.Result, []Ticket) []float64
}

// service is the mean service of every textbook queue in minutes; long, so that whole minutes are fine enough.
const service game.Minute = 600

// textbook is a level in which nothing varies but what a queue is about: applications that fail at a constant rate, in
// all lambda a minute, until about so many arrivals.
func textbook(lambda float64, arrivals int) (*game.Level, error) {
	apps := 2 * max(int(math.Ceil(lambda*30/.006)), 1) // so few faults each hour that two at once hardly happen
	l, err := Setting{Teams: apps, Analysts: 2, Days: 1}.level(1)
	if err != nil {
		return nil, err
	}
	still(l)
	even(l)
	l.TurnMinutes, l.NightMinutes = 480, 16*60
	l.Start = 0
	l.End = game.Minute(float64(arrivals)/lambda) / game.Week * game.Week
	b := &l.Balance
	b.TrafficFaults, b.OperabilityFaults, b.DetectMonitor = flat(1000), flat(1000), flat(0)
	b.FaultShares, b.FaultImpact, b.PageImpact = [4]game.PerMille{1000}, game.Quantiles{100}, 1001
	b.PressIncident = 10 * 52 * game.Week
	for i := range l.Applications {
		a := &l.Applications[i]
		a.FaultsPerWeek = int32(math.Round(lambda * float64(game.Week) * 1000 / float64(apps)))
		a.ReleaseEvery, a.Joins = 26*game.Week, 0
	}
	l.Models = []game.Model{{Name: "textbook", Chain: []game.Responders{theDesk("desk", 1)}}}
	return l, nil
}

// theDesk is a desk that restores everything.
func theDesk(name string, staff int) game.Responders {
	return game.Responders{Name: name, Staffing: game.Desk, Nights: game.AroundTheClock, Staff: int32(staff), Handling: service, Restores: 1000}
}

// atDesk is a cell that measures the waits at a desk, given the mean of its service.
func atDesk(mean, theory float64, level func(uint64) (*game.Level, error)) cell {
	return cell{
		level: level, what: []string{""}, theory: []float64{theory},
		waits: func(l *game.Level, r *game.Result, _ []Ticket) []float64 {
			sum, n := 0.0, 0.0
			for i := range r.Losses {
				if x := &r.Losses[i]; x.Began > l.End/10 && x.Restored != game.Never {
					sum += float64(x.States[game.InBridge]) - mean
					n++
				}
			}
			return []float64{sum / n}
		},
	}
}

// poisson is a desk of c people with Poisson arrivals at the given load, service drawn from a table.
func poisson(c int, rho float64, q game.Quantiles, arrivals int, theory func(lambda float64, s moments) float64) cell {
	s := of(q, service, 0)
	lambda := rho * float64(c) / s.mean
	level := func(uint64) (*game.Level, error) {
		l, err := textbook(lambda, arrivals)
		if err == nil {
			l.Balance.ShortSpread = q
			l.Models[0].Chain[0].Staff = int32(c)
		}
		return l, err
	}
	c1 := atDesk(s.mean, theory(lambda, s), level)
	c1.what[0] = fmt.Sprintf("%d at work, load %.1f", c, rho)
	return c1
}

// Measure plays games of every cell of the queue with so many arrivals each, and compares.
func (q *Queue) Measure(games, arrivals int) ([]Wait, error) {
	var waits []Wait
	for _, c := range q.cells(arrivals) {
		values := make([][]float64, games)
		errs := make([]error, games)
		next := make(chan int, games)
		for i := range games {
			next <- i
		}
		close(next)
		var wait sync.WaitGroup
		for range runtime.GOMAXPROCS(0) {
			wait.Go(func() {
				for i := range next {
					values[i], errs[i] = c.play(uint64(i + 1))
				}
			})
		}
		wait.Wait()
		for _, err := range errs {
			if err != nil {
				return nil, fmt.Errorf("%s: %w", q.Name, err)
			}
		}
		for k := range c.what {
			var x []float64
			for i := range values {
				x = append(x, values[i][k])
			}
			m, sd := meanSD(x)
			d := 2.2 * sd / math.Sqrt(float64(games))
			waits = append(waits, Wait{c.what[k], c.theory[k], Estimate{m, m - d, m + d}})
		}
	}
	return waits, nil
}

// play plays one game of a cell.
func (c *cell) play(seed uint64) ([]float64, error) {
	l, err := c.level(seed)
	if err != nil {
		return nil, err
	}
	g := game.New(l, game.SeedFrom(seed))
	r := &Record{Counts: map[game.EventKind]int{}}
	for !g.Over() {
		if c.orders != nil {
			c.orders(g.Do)
		}
		events := g.EndTurn()
		if c.orders != nil {
			for i := range events {
				r.note(&events[i])
			}
		}
	}
	result := g.Result()
	return c.waits(l, &result, r.Tickets), nil
}
