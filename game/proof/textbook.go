package proof

import (
	"math/rand/v2"

	"callout/game"
	"callout/game/policy"
)

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
		{"feedback: repairs that do not hold, one analyst on duty", "Pollaczek-Khinchine with the load over 1 - p (Q11)", .1, again},
	}
}

// onDuty is a level in which one analyst takes alerts on duty. Arrivals come in working hours only, at lambda a minute, and
// minutes count in working hours only, so that nights are no part of it. Besides what change makes long, an incident
// takes a minute each to look at, to mend, and to write up.
func onDuty(lambda float64, arrivals int, change func(*game.Balance)) func(uint64) (*game.Level, error) {
	const hours = 40. / 168
	return func(uint64) (*game.Level, error) {
		l, err := textbook(lambda, int(float64(arrivals)/hours))
		if err != nil {
			return nil, err
		}
		l.Profiles = l.Profiles[:1]
		for i := range l.Profiles[0] {
			l.Profiles[0][i] = game.PerMille(flags(game.Minute(i)*game.Hour%game.Week < 5*game.Day && i%24 >= 9 && i%24 < 17) * 1000)
		}
		for i := range l.Applications {
			l.Applications[i].Profile = 0
		}
		l.Models[0] = game.Model{Name: "textbook", Chain: []game.Responders{{Name: "Analysts", Staffing: game.Analysts}}}
		b := &l.Balance
		b.TrafficFaults = game.Curve{game.Point{X: 0, Y: 0}, game.Point{X: 1000, Y: 1000}}
		b.ShortSpread, b.RepairSpread = game.Quantiles{1000}, exponential()
		b.InvestigateWork, b.DiagnoseWork, b.RepairWork, b.WrapUpWork, b.SwitchWork = 0, 0, 0, 0, 0
		b.TelemetryTime, b.RunbookTime, b.ShiftOverrun = flat(1000), flat(1000), 0
		b.DetectCustomer = 52 * game.Week
		change(b)
		return l, nil
	}
}

// keepOnDuty has the first analyst take alerts and the second one be on standby, who is never called.
func keepOnDuty(give policy.Give) {
	_ = give(game.Order{Kind: game.Duty, Analyst: 0, Choice: game.On})
	_ = give(game.Order{Kind: game.OnStandby, Analyst: 1}) // refused while it is so; the rota turns on Mondays
}

// waited is the mean of the working minutes until an analyst begins on the alerts that want takes.
func waited(l *game.Level, tickets []Ticket, want func(*Ticket) bool) float64 {
	sum, n := 0.0, 0.0
	for i := range tickets {
		if t := &tickets[i]; t.Born >= l.End/10 && t.Begun != game.Never && want(t) {
			sum += float64(workingMinutes(t.Begun) - workingMinutes(t.Raised))
			n++
		}
	}
	return sum / n
}

// twoClasses is an analyst who takes what customers feel first.
func twoClasses(arrivals int) []cell {
	const share = .25 // of pages
	s := of(exponential(), service, 3)
	lambda := .8 / s.mean
	w1, w2 := cobham(share*lambda, (1-share)*lambda, s)
	return []cell{{
		level: onDuty(lambda, arrivals, func(b *game.Balance) {
			b.DiagnoseWork = service
			b.FaultImpact, b.PageImpact = game.Quantiles{100, 100, 100, 500}, 300
		}),
		what:   []string{"pages, load 0.8", "the rest, load 0.8", "all, whatever the order"},
		theory: []float64{w1, w2, pollaczek(lambda, s)},
		orders: keepOnDuty,
		waits: func(l *game.Level, _ *game.Result, tickets []Ticket) []float64 {
			page := func(t *Ticket) bool { return t.Impact >= l.Balance.PageImpact }
			return []float64{
				waited(l, tickets, page),
				waited(l, tickets, func(t *Ticket) bool { return !page(t) }),
				waited(l, tickets, func(*Ticket) bool { return true }),
			}
		},
	}}
}

// again is an analyst whose repairs do not hold with a chance of two in five, and are done again at once, at the same length.
func again(arrivals int) []cell {
	const p = .4
	x := of(exponential(), service, 0)
	tries, square := 1/(1-p), (1+p)/(1-p)/(1-p) // mean, and mean square, of a geometric number from 1 on
	s := moments{x.mean*tries + 3, x.square*square + 6*x.mean*tries + 9}
	lambda := .7 / s.mean
	return []cell{{
		level: onDuty(lambda, arrivals, func(b *game.Balance) {
			b.RepairWork, b.MistakeChance = service, flat(p*1000)
		}),
		what:   []string{"two in five come back, load 0.7 (0.42 without)"},
		theory: []float64{pollaczek(lambda, s)},
		orders: keepOnDuty,
		waits: func(l *game.Level, _ *game.Result, tickets []Ticket) []float64 {
			return []float64{waited(l, tickets, func(*Ticket) bool { return true })}
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
