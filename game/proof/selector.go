package proof

import (
	"fmt"
	"math"
	"slices"

	"callout/game"
)

// Cell is one cell of the selector: how much is at stake and how often its owners want to deploy.
type Cell struct {
	Exposure, Demand int                 // indices into Exposures and Demands
	Terms            Terms               // what was assumed
	Costs            map[string]Estimate // pounds per application and week, by option
	Lost             map[string]float64  // revenue of them, by option
	Best             string
	Lead             Estimate // how much more the second cheapest costs
	Second           string
	Playbook         string // what the playbook recommends
}

// Exposure is a row of the selector.
type Exposure struct {
	Name    string
	Revenue game.Pence // per hour at its peak
}

// Demand is a column of the selector.
type Demand struct {
	Name    string
	Changes int32 // thousandths of a change a week; each is asked for as soon as it is finished
}

// Exposures and Demands are the selector's axes. The playbook's bands are $7k, $250k and $800k an hour, and anything
// above; the levels' are some twenty times smaller, and so are these.
var (
	Exposures = []Exposure{{"very high, £150,000/h", 150_000_00}, {"high, £40,000/h", 40_000_00}, {"medium, £12,500/h", 12_500_00}, {"low, £350/h", 350_00}}
	Demands   = []Demand{{"monthly", 250}, {"fortnightly", 500}, {"weekly", 1000}, {"daily", 5000}}
)

// Option is one support model that the selector may choose.
type Option struct {
	Name     string
	analysts int // who are paid by it
	change   func(*game.Level)
}

const selectorTeams = 9

func options() []Option {
	you := func(name string) func(*game.Level) {
		return func(l *game.Level) {
			runBy(ships(name), nil)(l)
			for t := range l.Teams {
				l.Teams[t].Domain = []string{"customer", "stock", "back office"}[t%3]
			}
		}
	}
	same := func(*game.Level) {}
	return []Option{
		{"O", 3, same}, {"O", 5, same}, {"O", 8, same},
		{"Y none", 0, you(youNone)},
		{"Y domain", 0, you(youDomain)},
		{"Y team", 0, you(youTeam)},
	}
}

// playbook is the playbook's own grid (research notes, 4.2).
var playbook = [][]string{
	{"Y team", "Y team", "Y team", "Y team"},
	{"O", "O", "Y team", "Y team"},
	{"O", "O", "Y domain", "Y domain"},
	{"O", "O", "Y none", "Y none"},
}

// weekly is what an application costs in a week, in pounds: all that is lost or paid under an option. Salaries count
// where Operations runs it; the hours that teams spend on running what they build, and what it costs to keep them for it,
// are in the total. The set-up is paid off within a year.
func (o *Option) weekly() Number {
	return mean(func(r *Record) float64 {
		pence := float64(r.Values["total_cost"].N)
		if o.analysts > 0 {
			pence += float64(r.Values["salaries"].N)
		}
		pence /= r.weeks() * float64(len(r.Apps))
		if o.analysts == 0 {
			pence += float64(r.Level.Models[r.Level.Applications[0].Model].SetUp) / 52
		}
		return pence / 100
	})
}

// thereAnyway makes teams cost nothing to keep: they are there for something else.
func thereAnyway(l *game.Level) {
	l.Models = slices.Clone(l.Models)
	for i := range l.Models {
		l.Models[i].Keep = 0
	}
}

// lostWeekly is the revenue that an application loses in a week, in pounds.
var lostWeekly = mean(func(r *Record) float64 {
	return float64(r.Values["revenue_lost"].N) / 100 / r.weeks() / float64(len(r.Apps))
})

// Terms are what a grid assumes of the estate.
type Terms struct {
	Kept      bool // teams that are to run what they build have to be kept for it, at the model's price
	FewFaults bool // systems that were bought and hardly fail: a seventh of the faults that come of themselves
}

// Select measures the grid.
func Select(games int, terms Terms) ([]Cell, error) {
	var cells []Cell
	for e, exposure := range Exposures {
		for d, demand := range Demands {
			c := Cell{Exposure: e, Demand: d, Terms: terms, Costs: map[string]Estimate{}, Lost: map[string]float64{}, Playbook: playbook[e][d]}
			bench := NewBench(games)
			type arm struct {
				pool Pool
				of   Number
			}
			best := map[string]arm{}
			for _, o := range options() {
				setting := Setting{Teams: selectorTeams, Analysts: max(o.analysts, 1), Days: 20}.with(fmt.Sprint(exposure.Name, demand.Name), worth(exposure.Revenue, demand.Changes, game.Hour)).with(o.Name, o.change)
				if !terms.Kept {
					setting = setting.with("teams are there anyway", thereAnyway)
				}
				if terms.FewFaults {
					setting = setting.with("few faults", eachApplication(func(a *game.Application) { a.FaultsPerWeek /= 7 }))
				}
				p, err := bench.play(setting.arm("rule"))
				if err != nil {
					return nil, err
				}
				cost := estimate(alone(o.weekly()), p)
				if old, ok := c.Costs[o.Name]; !ok || cost.Value < old.Value {
					c.Costs[o.Name] = cost
					c.Lost[o.Name] = lostWeekly(p)
					best[o.Name] = arm{p, o.weekly()}
				}
			}
			c.rank()
			a, b := best[c.Best], best[c.Second]
			c.Lead = estimate(func(p ...Pool) float64 { return b.of(p[1]) - a.of(p[0]) }, a.pool, b.pool)
			cells = append(cells, c)
		}
	}
	return cells, nil
}

// rank finds the cheapest option and the next.
func (c *Cell) rank() {
	cost := func(name string) float64 {
		if e, ok := c.Costs[name]; ok {
			return e.Value
		}
		return math.Inf(1)
	}
	for _, o := range options() {
		switch {
		case o.Name == c.Best || o.Name == c.Second:
		case cost(o.Name) < cost(c.Best):
			c.Best, c.Second = o.Name, c.Best
		case cost(o.Name) < cost(c.Second):
			c.Second = o.Name
		}
	}
}
