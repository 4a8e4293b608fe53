package proof

import (
	"fmt"
	"math"
	"math/rand/v2"
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

// Queues are the queues that are held against their formulas.
func Queues() []Queue {
	one := func(what string, rhos []float64, q func() game.Quantiles) func(int) []cell {
		return func(arrivals int) []cell {
			var list []cell
			for _, rho := range rhos {
				c := poisson(1, rho, q(), arrivals, pollaczek)
				c.what[0] = what + c.what[0]
				list = append(list, c)
			}
			return list
		}
	}
	return []Queue{
		{"M/M/c, the desk", "Erlang C (Q2, Q3, Q4)", .08, func(arrivals int) []cell {
			var list []cell
			for c := 1; c <= 3; c++ {
				for _, rho := range []float64{.5, .8, .9} {
					list = append(list, poisson(c, rho, exponential(), arrivals, func(lambda float64, s moments) float64 { return erlangC(lambda, s.mean, c) }))
				}
			}
			return list
		}},
		{"M/D/1, the desk", "Pollaczek-Khinchine (Q5)", .06, one("constant service, ", []float64{.5, .8, .9}, func() game.Quantiles { return game.Quantiles{1000} })},
		{"M/G/1, the desk", "Pollaczek-Khinchine (Q5)", .1, func(arrivals int) []cell {
			return append(one("log-normal, sigma 0.5, ", []float64{.8}, func() game.Quantiles { return logNormal(.5) })(arrivals),
				one("log-normal, sigma 1.0, ", []float64{.5, .8}, func() game.Quantiles { return logNormal(1) })(arrivals)...)
		}},
		{"pooling: two desks of one against one of two", "Erlang C (Q13)", .08, func(arrivals int) []cell {
			s := of(exponential(), service, 0)
			lambda := 1.6 / s.mean
			split := atDesk(s.mean, erlangC(lambda/2, s.mean, 1), func(uint64) (*game.Level, error) {
				l, err := textbook(lambda, arrivals)
				if err == nil {
					l.Balance.ShortSpread = exponential()
					l.Models = append(l.Models, game.Model{Name: "other", Chain: []game.Responders{theDesk("other desk", 1)}})
					for i := range l.Applications {
						l.Applications[i].Model = i % 2
					}
				}
				return l, err
			})
			split.what[0] = "split, load 0.8"
			pooled := poisson(2, .8, exponential(), arrivals, func(lambda float64, s moments) float64 { return erlangC(lambda, s.mean, 2) })
			pooled.what[0] = "pooled, load 0.8"
			return []cell{split, pooled}
		}},
		{"batch arrivals at the desk (alert storms)", "M[X]/G/1 (Q10)", .1, func(arrivals int) []cell {
			s := of(exponential(), service, 0)
			const size = 4.0
			lambda := .7 / size / s.mean
			c := atDesk(s.mean, batches(lambda, size, s), func(seed uint64) (*game.Level, error) {
				l, err := textbook(.7/s.mean, arrivals)
				if err != nil {
					return nil, err
				}
				l.Balance.ShortSpread = exponential()
				for i := range l.Applications {
					l.Applications[i].FaultsPerWeek = 0
				}
				luck := rand.New(rand.NewPCG(seed, 1))
				for at := 0.0; at < float64(l.End); at += luck.ExpFloat64() / lambda {
					for {
						l.Happenings = append(l.Happenings, game.Happening{At: game.Minute(at), Kind: game.Fault, To: int(game.ConfigurationFault), Amount: 100})
						if luck.Float64() < 1/size {
							break
						}
					}
				}
				return l, nil
			})
			c.what[0] = "geometric batches of 4, load 0.7"
			return []cell{c}
		}},
		{"priority: pages before the rest, one analyst on duty", "Cobham, not pre-emptive (Q8, Q12)", .1, twoClasses},
	}
}

// twoClasses is one analyst on duty who takes what customers feel first. Arrivals come in working hours only, and
// minutes count in working hours only, so that nights are no part of it.
func twoClasses(arrivals int) []cell {
	const share = .25 // of pages
	const hours = 40. / 168
	s := of(exponential(), service, 2) // a minute each to see what it is, and to write it up
	lambda := .8 / s.mean
	level := func(uint64) (*game.Level, error) {
		l, err := textbook(lambda, int(float64(arrivals)/hours))
		if err != nil {
			return nil, err
		}
		for i := range l.Profiles[0] {
			l.Profiles[0][i] = game.PerMille(flags(game.Minute(i)*game.Hour%game.Week < 5*game.Day && i%24 >= 9 && i%24 < 17) * 1000)
		}
		b := &l.Balance
		b.TrafficFaults = game.Curve{game.Point{X: 0, Y: 0}, game.Point{X: 1000, Y: 1000}}
		b.FaultImpact, b.PageImpact = game.Quantiles{100, 100, 100, 500}, 300
		b.ShortSpread, b.RepairSpread = game.Quantiles{1000}, exponential()
		b.InvestigateWork, b.DiagnoseWork, b.RepairWork, b.WrapUpWork, b.SwitchWork = 0, service, 0, 0, 0
		b.TelemetryTime, b.RunbookTime, b.ShiftOverrun = flat(1000), flat(1000), 0
		b.DetectCustomer = 52 * game.Week
		l.NightMinutes = 16 * 60
		l.Models[0] = game.Model{Name: "textbook", Chain: []game.Responders{{Name: "Analysts", Staffing: game.Analysts}}}
		for i := range l.Applications {
			l.Applications[i].Profile = 0
		}
		l.Profiles = l.Profiles[:1]
		return l, nil
	}
	w1, w2 := cobham(share*lambda, (1-share)*lambda, s)
	return []cell{{
		level: level, what: []string{"pages, load 0.8", "the rest, load 0.8", "all, whatever the order"},
		theory: []float64{w1, w2, pollaczek(lambda, s)},
		orders: func(give policy.Give) {
			_ = give(game.Order{Kind: game.Duty, Analyst: 0, Choice: game.On})
			_ = give(game.Order{Kind: game.OnStandby, Analyst: 1}) // refused while it is so; the rota turns on Mondays
		},
		waits: func(l *game.Level, r *game.Result, tickets []Ticket) []float64 {
			var sums, n [3]float64
			for _, t := range tickets {
				if t.Born < l.End/10 || t.Begun == game.Never {
					continue
				}
				w := float64(workingMinutes(t.Begun) - workingMinutes(t.Raised))
				class := 1
				if t.Impact >= l.Balance.PageImpact {
					class = 0
				}
				for _, k := range []int{class, 2} {
					sums[k], n[k] = sums[k]+w, n[k]+1
				}
			}
			return []float64{sums[0] / n[0], sums[1] / n[1], sums[2] / n[2]}
		},
	}}
}

// workingMinutes is the minutes of working hours before m.
func workingMinutes(m game.Minute) game.Minute {
	const day, start = 8 * game.Hour, 9 * game.Hour
	n := m / game.Week * 5 * day
	d := m % game.Week / game.Day
	if d >= 5 {
		return n + 5*day
	}
	return n + d*day + min(max(m%game.Day-start, 0), day)
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
