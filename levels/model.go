package levels

import (
	"slices"

	"callout/game"
)

// The words of a model file, in the order of the constants of package game.
var (
	staffings = []string{"desk", "analysts", "delivery-team"}
	covers    = []string{"none", "best-endeavours", "standby", "around-the-clock"}
	budgets   = []string{"opex", "capex"}
)

// choice is the index of a word among those allowed; the first one when it is missing.
func (d *decoder) choice(path, key string, w word, words []string) int {
	if w == "" {
		return 0
	}
	i := slices.Index(words, string(w))
	if i < 0 {
		d.problem(join(path, key), "%s is %s: %s", key, shown(string(w)), suggestion(string(w), words))
		return 0
	}
	return i
}

// model compiles a model file.
func (d *decoder) model(f *modelFile) game.Model {
	m := game.Model{
		Name: string(f.Name), Title: string(f.Title), Article: string(f.Article),
		Incentive: int32(f.Incentive),
	}
	switch f.Deploys {
	case "analysts", "":
		m.Deploys = game.Analysts
	case "delivery-team":
		m.Deploys = game.DeliveryTeam
	default:
		d.problem("deploys", "deploys is %s: use analysts or delivery-team", shown(string(f.Deploys)))
	}
	if b := f.Board; b != nil {
		m.Approval = game.Approval{At: game.Minute(b.Time), Notice: game.Minute(b.Notice), Minutes: int32(b.Work)}
		for i, day := range b.Days {
			at := index(join(string(b.At), "days"), i)
			n := slices.Index(game.Weekdays[:], string(day))
			if n < 0 {
				d.problem(at, "days has %s: use Mon, Tue, Wed, Thu, Fri, Sat or Sun", shown(string(day)))
				continue
			}
			if m.Approval.Days[n] {
				d.problem(at, "days names %s twice: once is enough", day)
			}
			m.Approval.Days[n] = true
		}
	}
	for i := range f.Responders {
		m.Chain = append(m.Chain, d.responders(&f.Responders[i]))
	}
	if m.Deploys == game.Analysts && len(m.Chain) > 0 && !slices.ContainsFunc(m.Chain, func(r game.Responders) bool { return r.Staffing == game.Analysts }) {
		d.problem("deploys", "deploys is analysts, but no responders are: add a link with staffing = \"analysts\", or write deploys = \"delivery-team\"")
	}
	return m
}

// responders compiles one link of the chain.
func (d *decoder) responders(r *respondersFile) game.Responders {
	at := string(r.At)
	c := game.Responders{
		Name:       string(r.Name),
		Staffing:   game.Staffing(d.choice(at, "staffing", r.Staffing, staffings)),
		Nights:     game.Cover(d.choice(at, "nights", r.Nights, covers)),
		Staff:      int32(r.Staff),
		Handling:   game.Minute(r.Handling),
		Restores:   game.PerMille(r.Restores),
		Code:       r.Code,
		Handoff:    game.Minute(r.Handoff),
		StandbyPay: game.Pence(r.Standby),
		CalloutPay: game.Pence(r.Callout),
		Budget:     game.Budget(d.choice(at, "budget", r.Budget, budgets)),
	}
	if string(r.Staffing) == staffings[game.Desk] && c.Staff == 0 {
		d.problem(at, "a desk needs people: add staff = 2")
	}
	if c.Staffing != game.Desk { // what only a desk has
		for _, key := range []string{"staff", "handling", "restores"} {
			if d.scan.has(join(at, key)) {
				d.problem(join(at, key), "%s is only for a desk: remove it, or write staffing = \"desk\"", key)
			}
		}
	}
	return c
}
