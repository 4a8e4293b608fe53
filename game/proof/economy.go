package proof

import (
	"fmt"
	"maps"
	"slices"
	"sync"

	"callout/game"
	"callout/levels"
)

// shipped are the support models that the shipped files describe, with their variants, by name. A level's estate is
// large enough to use every variant.
var shipped = sync.OnceValues(func() (map[string]game.Model, error) {
	models := map[string]game.Model{}
	for _, info := range levels.Models() {
		l, err := levels.Generate(levels.Spec{Teams: 60, Analysts: 1, Days: 1, Seed: 1, Model: info.Name})
		if err != nil {
			return nil, err
		}
		for _, m := range l.Models {
			m.HandBack = 0 // an index into that level's models
			models[m.Name] = m
		}
	}
	for _, name := range []string{youTeam, youDomain, youNone, sreShared} {
		if len(models[name].Chain) == 0 {
			return nil, fmt.Errorf("the shipped models have no variant %s: there are %v", name, slices.Sorted(maps.Keys(models)))
		}
	}
	return models, nil
})

// Variants of shipped models: whoever builds an application runs it, with a rota for each team, for each domain, or none
// out of hours; and the desk of site reliability engineers.
const (
	youTeam   = "you-run-it-team"
	youDomain = "you-run-it-domain"
	youNone   = "you-run-it-daytime"
	sreShared = "sre-run-it-shared"
)

// model is a shipped model. Setting.level has seen to it that there is one of that name.
func model(name string) game.Model {
	models, _ := shipped()
	m := models[name]
	m.Chain = slices.Clone(m.Chain)
	return m
}

// ships gives a shipped model when it is wanted.
func ships(name string) func() game.Model { return func() game.Model { return model(name) } }

// runBy lets applications be run by another model, where want takes them.
func runBy(m func() game.Model, want func(i int, a *game.Application) bool) func(*game.Level) {
	return func(l *game.Level) {
		l.Models = append(l.Models, m())
		for i := range l.Applications {
			if want == nil || want(i, &l.Applications[i]) {
				l.Applications[i].Model = len(l.Models) - 1
			}
		}
	}
}

// worth gives every application the same revenue in an hour and the same changes in a week, in thousandths.
func worth(hour game.Pence, changes int32, every game.Minute) func(*game.Level) {
	return func(l *game.Level) {
		for i := range l.Applications {
			a := &l.Applications[i]
			a.Revenue, a.ChangesPerWeek, a.ReleaseEvery = hour, changes, every
		}
	}
}

// own tells of an application by its index alone.
func own(i int) bool { return i%3 == 0 }

// inApps is the median time to restore in applications that want takes.
func inApps(want func(int) bool) Number {
	return quantile(.5, ttrs(func(_ *Record, l *game.Loss) bool { return want(l.App) }))
}

var economyPredictions = []Prediction{
	{36, "Ops Run It has the lowest standby cost and, where much is at stake, the highest loss; where little is, it is the cheaper cover", "6 teams, Operations against a rota for every team; £100,000 an hour and £100", predict(func(s *sheet) {
		at := func(hour game.Pence, what string) (Arm, Arm) {
			base := Setting{Teams: 6, Analysts: 4, Days: 20}.with(what, worth(hour, 3000, game.Week))
			return base.arm(reference), base.with("team rotas", runBy(ships(youTeam), nil)).arm(onlooker)
		}
		premium := mean(func(r *Record) float64 { return float64(r.Values["standby_cost"].N + r.Values["callout_cost"].N) })
		loss := metric("revenue_lost")
		both := mean(func(r *Record) float64 {
			return float64(r.Values["standby_cost"].N + r.Values["callout_cost"].N + r.Values["revenue_lost"].N)
		})
		ops, you := at(100_000_00, "£100,000 an hour")
		s.rises("standby and callouts, team rotas over Operations", premium, 3, ops, you)
		s.falls("£100,000 an hour: revenue lost", loss, .7, ops, you)
		s.falls("£100,000 an hour: premium and loss", both, .8, ops, you)
		ops, you = at(100_00, "£100 an hour")
		s.rises("£100 an hour: premium and loss", both, 1.2, ops, you)
	})},
	{37, "a rota for every team costs in proportion to teams; a mix by exposure does not", "20 teams, a year without a fault: twenty rotas, or four teams without, twelve in three domains, four of their own", predict(func(s *sheet) {
		quiet := func(l *game.Level) {
			still(l)
			l.TurnMinutes = 480
		}
		weekly := func(name string) func() game.Model {
			return func() game.Model {
				m := model(name)
				m.Chain[0].StandbyPay = 400_00 / 7
				return m
			}
		}
		base := Setting{Teams: 20, Analysts: 1, Days: 130}.with("nothing happens", quiet)
		all := base.with("twenty rotas", runBy(weekly(youTeam), nil)).arm("idle")
		mix := base.with("seven rotas", func(l *game.Level) {
			runBy(weekly(youTeam), func(i int, _ *game.Application) bool { return i < 4 })(l)
			runBy(weekly(youDomain), func(i int, _ *game.Application) bool { return i >= 4 && i < 16 })(l)
			runBy(weekly(youNone), func(i int, _ *game.Application) bool { return i >= 16 })(l)
			for t := range l.Teams {
				l.Teams[t].Domain = ""
				if t >= 4 && t < 16 {
					l.Teams[t].Domain = []string{"customer", "stock", "back office"}[t%3]
				}
			}
		}).arm("idle")
		year := mean(func(r *Record) float64 { return float64(r.Values["standby_cost"].N) / 100 / r.weeks() * 52 / 1000 })
		s.find("twenty rotas: thousand pounds a year (20 x £20,800)", alone(year), 400, 425, none, all)
		s.find("seven rotas: thousand pounds a year", alone(year), 140, 150, none, mix)
	})},
	{39, "the selector: teams carry their own pagers for weekly demand and for the highest exposure, Operations where little is at stake, little changes and no team is there", "the grid below, where teams have to be kept", func(b *Bench) ([]Finding, error) {
		cells, err := Select(min(b.Games, 60), Terms{Kept: true})
		if err != nil {
			return nil, err
		}
		agree := 0.0
		var low *Cell
		for i := range cells {
			c := &cells[i]
			if c.Exposure == 0 || c.Demand >= 2 {
				agree += float64(flags(c.Agrees()))
			}
			if c.Exposure == len(Exposures)-1 && c.Demand == 0 {
				low = c
			}
		}
		lead := low.Lead
		if low.Best != "O" {
			lead = Estimate{-lead.Value, -lead.Hi, -lead.Lo}
		}
		return []Finding{
			{"cells of the ten for which the playbook says Y in which its choice is cheapest, or as cheap", Estimate{agree, agree, agree}, 9, 10, none},
			{"lowest exposure, monthly: pounds a week that Operations saves against the next", lead, 50, most, 0},
		}, nil
	}},
	{40, "99.9 % is out of reach under Ops Run It: one incident a week spends ten minutes before anybody mends it", "one known application, one full outage a week at ten in the morning, an attentive player", predict(func(s *sheet) {
		a := Setting{Teams: 1, Analysts: 4, Days: 40}.with("one outage a week", func(l *game.Level) {
			still(l)
			known(l)
			everythingKnown(l)
			for week := game.Minute(0); week < 8; week++ {
				l.Happenings = append(l.Happenings, game.Happening{At: week*game.Week + game.Day + 10*game.Hour, Kind: game.Fault, To: int(game.ConfigurationFault), Amount: 1000})
			}
		}).arm("rule")
		waiting := func(r *Record, give func(float64)) {
			for i := range r.Losses {
				x := r.Losses[i].States
				give(float64(x[game.InDetect] + x[game.InBridge] + x[game.InHandoff] + x[game.InQueue]))
			}
		}
		s.find("median minutes before anybody of Operations looks", alone(quantile(.5, waiting)), 15, most, none, a)
		s.find("share of outages longer than the week's budget of ten minutes", alone(average(func(r *Record, give func(float64)) {
			for i := range r.Losses {
				give(float64(flags(r.ttr(&r.Losses[i]) > 10)))
			}
		})), .95, most, none, a)
	})},
	{41, "saving on people lowers the visible cost and raises the whole, and later", "7 teams, four analysts against three; eight weeks", predict(func(s *sheet) {
		visible := mean(func(r *Record) float64 {
			return float64(r.Values["standby_cost"].N + r.Values["callout_cost"].N + r.Values["salaries"].N)
		})
		whole := mean(func(r *Record) float64 { return float64(r.Values["total_cost"].N + r.Values["salaries"].N) })
		a, b := Setting{Teams: 7, Analysts: 4, Days: 40}.arm(reference), Setting{Teams: 7, Analysts: 3, Days: 40}.arm(reference)
		s.falls("salaries, standby and callouts, three over four", visible, .85, a, b)
		s.rises("the whole cost, salaries included", whole, 1.1, a, b)
		lost := func(from, to game.Minute) Number {
			return mean(func(r *Record) float64 {
				n := 0.0
				for i := range r.Losses {
					if l := &r.Losses[i]; l.Began >= from && l.Began < to {
						n += float64(l.Pence)
					}
				}
				return n
			})
		}
		s.find("how many times as much the loss grows in weeks three and four as in the first", func(p ...Pool) float64 {
			first, later := lost(0, game.Week), lost(2*game.Week, 4*game.Week)
			return later(p[1]) / later(p[0]) / (first(p[1]) / first(p[0]))
		}, 1.1, most, 1, a, b)
	})},
	{42, "the hybrid helps only those whom it moves", "5 teams; every third application run by its team, the others by Operations", predict(func(s *sheet) {
		base := Setting{Teams: 5, Analysts: 4, Days: 20}
		you := ships(youTeam)
		ops, mixed, all := base.arm(reference), base.with("every third by its team", runBy(you, func(i int, _ *game.Application) bool { return own(i) })).arm(reference), base.with("all by their teams", runBy(you, nil)).arm(onlooker)
		rest := func(i int) bool { return !own(i) }
		s.falls("the moved: median minutes, hybrid over Operations", inApps(own), .6, ops, mixed)
		s.stays("the moved: hybrid over You Run It", inApps(own), .8, 1.25, all, mixed)
		s.stays("the others: hybrid over Operations", inApps(rest), .5, 1.1, ops, mixed)
		s.rises("the others: hybrid over You Run It", inApps(rest), 1.5, all, mixed)
	})},
	{43, "an exit rule keeps SRE from becoming Operations", "8 teams whose applications differ, an SRE desk of two; the pager handed back on a spent error budget, or never; eight weeks", predict(func(s *sheet) {
		with := func(exit bool) func(*game.Level) {
			return func(l *game.Level) {
				l.Models = append(l.Models, model(youTeam))
				sre := model(sreShared)
				sre.HandBack = len(l.Models)
				if exit {
					sre.HandBack--
				}
				runBy(func() game.Model { return sre }, nil)(l)
			}
		}
		base := Setting{Teams: 8, Analysts: 1, Days: 40}
		never, rule := base.with("SRE for ever", with(false)).arm("idle"), base.with("SRE with an exit rule", with(true)).arm("idle")
		load := func(from, to game.Minute) Number {
			return mean(func(r *Record) float64 {
				n := 0.0
				for _, e := range r.events {
					if e.Kind == game.TakenOver && e.At >= from && e.At < to {
						n++
					}
				}
				return n
			})
		}
		s.falls("incidents that SRE mends in the last four weeks, exit rule over none", load(4*game.Week, 8*game.Week), .5, never, rule)
		s.find("with the exit rule: applications handed back in the first four weeks less in the second four", alone(mean(func(r *Record) float64 {
			n := 0.0
			for _, e := range r.events {
				switch {
				case e.Kind == game.HandedBack && e.At < 4*game.Week+9*game.Hour:
					n++
				case e.Kind == game.HandedBack:
					n--
				}
			}
			return n
		})), 1, most, 0, rule)
	})},
}
