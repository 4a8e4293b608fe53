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
	rotas     = []string{"team", "domain"}
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
func (d *decoder) model(f *modelFile) *family {
	m := &family{name: string(f.Name), title: string(f.Title), article: string(f.Article), file: d.file}
	if len(f.Variants) == 0 {
		m.variants = []variant{d.terms("", &f.terms)}
		m.variants[0].name(m, "", "")
		return m
	}
	d.reachable(f.Variants)
	for i := range f.Variants {
		file := &f.Variants[i]
		v := d.terms(string(file.At), &file.terms)
		v.target, v.exposure = int32(file.Target), game.Pence(file.Exposure)
		v.name(m, string(file.Name), string(file.Title))
		if len(v.model.Name) > maxName {
			d.problem(join(string(file.At), "name"), "the name %s is too long: the model's name, a hyphen and this one have %d characters together at most", v.model.Name, maxName)
		}
		m.variants = append(m.variants, v)
	}
	return m
}

// terms compiles what stands in the model itself, or in its variant at path.
func (d *decoder) terms(path string, f *terms) variant {
	m := game.Model{
		Incentive: int32(f.Incentive), Rota: game.Rota(d.choice(path, "rota", f.Rota, rotas)),
		Keep: game.Pence(f.Keep), SetUp: game.Pence(f.SetUp), SetUpFor: game.Minute(f.SetUpFor), Evidence: int32(f.Evidence), Entry: game.PerMille(f.Entry),
	}
	switch f.Deploys {
	case "analysts":
		m.Deploys = game.Analysts
	case "delivery-team":
		m.Deploys = game.DeliveryTeam
	case "":
		if !d.scan.has(join(path, "deploys")) && !d.broken {
			d.problem(path, "deploys is missing: add deploys = \"analysts\"")
		}
	default:
		d.problem(join(path, "deploys"), "deploys is %s: use analysts or delivery-team", shown(string(f.Deploys)))
	}
	if f.Board != nil {
		m.Approval = d.board(f.Board)
	}
	for i := range f.Responders {
		m.Chain = append(m.Chain, d.responders(&f.Responders[i]))
	}
	if len(m.Chain) == 0 && !d.broken && !d.scan.has(join(path, "responders")) {
		d.problem(path, "responders is missing: add [[responders]]")
	}
	if m.Deploys == game.Analysts && len(m.Chain) > 0 && !slices.ContainsFunc(m.Chain, func(r game.Responders) bool { return r.Staffing == game.Analysts }) {
		d.problem(join(path, "deploys"), "deploys is analysts, but no responders are: add a link with staffing = \"analysts\", or write deploys = \"delivery-team\"")
	}
	v := variant{model: m}
	if b := f.Budget; b != nil {
		v.model.Review = game.Minute(b.Period)
		v.handBackTo, v.handBackAt = string(b.HandBack), join(string(b.At), "hand_back")
	}
	return v
}

// reachable demands that every application fits a variant, that every variant may be the first that fits one, and that
// no two have one name.
func (d *decoder) reachable(list []variantFile) {
	for i := range list {
		v, at := &list[i], string(list[i].At)
		anybody := v.Target == 0 && v.Exposure == 0
		if last := i == len(list)-1; last && !anybody {
			d.problem(at, "some applications fit no variant: let the last one be for any, without target_at_least and exposure_at_least")
		} else if !last && anybody {
			d.problem(at, "this variant is for any application, so no other is reached after it: put it last, or add exposure_at_least or target_at_least")
		}
		if v.Name != "" && slices.ContainsFunc(list[:i], func(o variantFile) bool { return fold(string(o.Name)) == fold(string(v.Name)) }) {
			d.problem(join(at, "name"), "there is already a variant called %s: names differ in more than case", shown(string(v.Name)))
		}
	}
}

// board compiles an approval board.
func (d *decoder) board(b *boardFile) game.Approval {
	a := game.Approval{At: game.Minute(b.Time), Notice: game.Minute(b.Notice), Minutes: int32(b.Work)}
	for i, day := range b.Days {
		at := index(join(string(b.At), "days"), i)
		n := slices.Index(game.Weekdays[:], string(day))
		if n < 0 {
			d.problem(at, "days has %s: use Mon, Tue, Wed, Thu, Fri, Sat or Sun", shown(string(day)))
			continue
		}
		if a.Days[n] {
			d.problem(at, "days names %s twice: once is enough", day)
		}
		a.Days[n] = true
	}
	return a
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
		TakesOver:  game.PerMille(r.TakesOver),
		Handoff:    game.Minute(r.Handoff),
		StandbyPay: game.Pence(r.Standby),
		CalloutPay: game.Pence(r.Callout),
		Budget:     game.Budget(d.choice(at, "budget", r.Budget, budgets)),
	}
	if string(r.Staffing) == staffings[game.Desk] && c.Staff == 0 {
		d.problem(at, "a desk needs people: add staff = 2")
	}
	if c.TakesOver > 0 && c.Staffing == game.Desk && !c.Code {
		d.problem(join(at, "takes_over"), "who takes over has to change code at times: add code = true")
	}
	if c.Staffing != game.Desk { // what only a desk has
		for _, key := range []string{"staff", "handling", "restores", "takes_over"} {
			if d.scan.has(join(at, key)) {
				d.problem(join(at, key), "%s is only for a desk: remove it, or write staffing = \"desk\"", key)
			}
		}
	}
	return c
}
