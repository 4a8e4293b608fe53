package month

import (
	"fmt"
	"slices"
	"sync"

	"callout/game"
	"callout/levels"
	"callout/levels/history"
)

// shortly is how long after a deployment an incident of the same application is taken to come from it. In the model
// such faults come within 45 minutes at the median; in a day most of them have shown (domain C14 for how many there are).
const shortly = 24 * 60

// Traits of an application that exports do not tell: the usual ones of the level format.
const (
	usualOperability = 500 // per mille
	usualTelemetry   = 350
)

// factors are what the rules make of the rates of a level, per mille: of faults at the usual operability and the traffic
// of an average hour of the week, and of noise at the usual telemetry.
func (m *Month) factors() (faults, noise int64) {
	b, week := rules()
	if m.Profile != nil {
		week = m.Profile.week()
	}
	sum := int64(0)
	for _, share := range week {
		sum += int64(b.TrafficFaults.At(share))
	}
	return sum / int64(len(week)) * int64(b.OperabilityFaults.At(usualOperability)) / 1000, int64(b.TelemetryNoise.At(usualTelemetry))
}

// rules are the shipped constants, and the shipped course of revenue over a week that applications have without their own.
var rules = sync.OnceValues(func() (*game.Balance, game.Profile) {
	l, err := levels.Generate(levels.Spec{Teams: 1, Analysts: 1, Days: 1})
	if err != nil {
		panic(err) // it is made from what is shipped
	}
	return &l.Balance, l.Profiles[l.Applications[0].Profile]
})

// real measures what really happened, and which incidents followed a deployment.
func (m *Month) real(d *data, _ *Options) {
	r := &m.Real
	for i := range d.deployments {
		if !d.deployments[i].Failed {
			r.Deployments++
		}
	}
	d.afterChange, d.latent = make([]bool, len(d.incidents)), make([]int, len(m.Apps))
	m.Bursts = m.bursts(d)
	var ttr, tta []int64
	for i := range d.incidents {
		inc := &d.incidents[i]
		if inc.Noise {
			continue
		}
		r.Incidents++
		if !inHours(d.at(inc.Began)) {
			r.Nights++
		}
		if inc.Restored != history.Unknown {
			ttr = append(ttr, int64(inc.Restored-inc.Began))
		}
		if inc.Acknowledged != history.Unknown {
			tta = append(tta, int64(inc.Acknowledged-inc.Began))
		}
		d.afterChange[i] = d.follows(inc)
		if !d.afterChange[i] {
			d.latent[inc.App]++
		}
	}
	r.Closed, r.Acked = len(ttr), len(tta)
	r.TTRMedian, r.TTRP90, r.TTAMedian = quantile(ttr, 500), quantile(ttr, 900), quantile(tta, 500)
}

// bursts is the variance of the number of incidents from time to time over its mean, in thousandths: 1000 where they come
// by themselves, more where one brings others along (C8). What brings them along may take hours or days, so the steps of
// time are from one day to five, and the most counts.
func (m *Month) bursts(d *data) int64 {
	most := int64(1000)
	for length := int64(1); length <= 5; length++ {
		n := m.Weeks * 7 / 1000 / length
		if n < 5 {
			break
		}
		counts, sum := make([]int64, n), int64(0)
		for i := range d.incidents {
			if k := (int64(d.incidents[i].Began)*60 - m.From.Unix()) / (length * 24 * 3600); !d.incidents[i].Noise && k >= 0 && k < n {
				counts[k]++
				sum++
			}
		}
		squares := int64(0) // of the differences from the mean, times n squared
		for _, k := range counts {
			squares += (k*n - sum) * (k*n - sum)
		}
		most = max(most, squares*1000/(n-1)/max(sum, 1)/n)
	}
	return most
}

// follows tells whether a deployment of its application came shortly before an incident.
func (d *data) follows(inc *history.Incident) bool {
	list := d.byApp[inc.App]
	i, _ := slices.BinarySearchFunc(list, inc.Began, func(k int, at history.Moment) int { return int(d.deployments[k].At) - int(at) - 1 })
	return i > 0 && inc.Began-d.deployments[list[i-1]].At <= shortly
}

// quantile is the value at so many thousandths, by nearest rank; 0 of nothing.
func quantile(list []int64, perMille int) int64 {
	if len(list) == 0 {
		return 0
	}
	slices.Sort(list)
	return list[max((len(list)*perMille+999)/1000-1, 0)]
}

// changeFailure finds the chance that one change fails: from how deployments ended, where the data says so, and from
// incidents that followed them beyond what chance would bring.
func (m *Month) changeFailure(d *data) {
	failed, told, changes := 0, 0, int64(0)
	for i := range d.deployments {
		if d.deployments[i].Failed {
			failed++
		}
		changes += int64(max(d.deployments[i].Changes, 1))
	}
	if failed > 0 {
		told = failed
	}
	followed := 0
	for i := range d.incidents {
		if !d.incidents[i].Noise && d.afterChange[i] {
			followed++
		}
	}
	if len(d.deployments) < 10 {
		m.ChangeFailure = assumed(120, "%s tell too little; C17 C23: three changes fail together at 17 %%", count(len(d.deployments), "deployment", "deployments"))
		return
	}
	chance := m.byChance(d)
	bad := int64(told)*1000 + max(int64(followed)*1000-chance, 0)
	share := min(bad/int64(len(d.deployments)), 950)
	batch := max(changes*1000/int64(len(d.deployments)), 1000)
	m.ChangeFailure = estimated(perChange(share, batch),
		"%s of %s failed or were followed by an incident within a day, beyond the %s that chance brings",
		tenths(bad), count(len(d.deployments), "deployment", "deployments"), tenths(chance))
}

// byChance is how many incidents, in thousandths, would lie shortly after a deployment if they had nothing to do with it:
// the rate at which they come elsewhere, over the time after deployments.
func (m *Month) byChance(d *data) int64 {
	all := m.Weeks * 7 * 24 * 60 / 1000
	sum := int64(0)
	for app, list := range d.byApp {
		covered := int64(0)
		for k, i := range list {
			span := int64(shortly)
			if k+1 < len(list) {
				span = min(span, int64(d.deployments[list[k+1]].At-d.deployments[i].At))
			}
			covered += span
		}
		if rest := all - covered; rest > all/10 {
			sum += int64(d.latent[app]) * 1000 * covered / rest
		}
	}
	return sum
}

// perChange is the chance per mille p of one change with which a batch of so many thousandths of a change fails at a
// given share: 1-(1-p)^n, by trying.
func perChange(share, batch int64) int64 {
	for p := int64(1); p < 900; p++ {
		if batchFails(p, batch) >= share {
			return p
		}
	}
	return 900
}

// batchFails is 1-(1-p)^n per mille; between whole sizes it goes straight.
func batchFails(p, batch int64) int64 {
	holds, n := int64(1_000_000), batch/1000
	for range min(n, 64) {
		holds = holds * (1000 - p) / 1000
	}
	next := holds * (1000 - p) / 1000
	holds -= (holds - next) * (batch % 1000) / 1000
	return 1000 - holds/1000
}

// rates works out the rates of application i.
func (m *Month) rates(i int, d *data, _ *Options) {
	a := &m.Apps[i]
	weekly := func(n int64) int64 { return n * 1_000_000 / m.Weeks }
	changes, told := int64(0), false
	for _, k := range d.byApp[i] {
		n := d.deployments[k].Changes
		told = told || n > 0
		changes += int64(max(n, 1))
	}
	within := "in " + tenths(m.Weeks) + " weeks"
	switch {
	case a.Deployments == 0:
		a.Changes = assumed(0, "no deployment %s", within)
		a.Release = assumed(7*24*60, "no deployment %s", within)
	case told:
		a.Changes = measured(weekly(changes), "%s %s", count(int(changes), "change", "changes"), within)
	default:
		a.Changes = estimated(weekly(changes), "%s %s, one change in each: the data does not say how many", count(a.Deployments, "deployment", "deployments"), within)
	}
	if a.Deployments > 0 {
		a.Release = m.cadence(d.byApp[i], within)
	}
	faultFactor, noiseFactor := m.factors()
	latent := int64(d.latent[i])*1000 + m.chanceOf(d, i)
	a.Faults = estimated(latent*1000/m.Weeks*1000/faultFactor, "%s of %s came from no deployment, at the usual operability and traffic",
		tenths(latent), count(a.Incidents, "incident", "incidents"))
	if a.Incidents == 0 {
		a.Faults = estimated(500_000/m.Weeks*1000/faultFactor, "no incident %s: half of one, so that it is not never", within)
	}
	switch {
	case a.Noise > 0:
		a.NoiseRate = measured(int64(a.Noise)*1_000_000*1000/m.Weeks/noiseFactor, "%s %s, at the usual telemetry", count(a.Noise, "false alarm", "false alarms"), within)
	case m.anyNoise():
		a.NoiseRate = measured(0, "no false alarm %s", within)
	default:
		a.NoiseRate = assumed(2000, "the data does not tell false alarms apart; guess: fewer than the usual ten, for somebody opened an incident for each")
	}
}

// chanceOf is the part of byChance that is one application's.
func (m *Month) chanceOf(d *data, app int) int64 {
	one := &data{deployments: d.deployments, byApp: make([][]int, len(d.byApp)), latent: d.latent}
	one.byApp[app] = d.byApp[app]
	return m.byChance(one)
}

func (m *Month) anyNoise() bool {
	return slices.ContainsFunc(m.Apps, func(a App) bool { return a.Noise > 0 })
}

// cadence is how often an application asks for a deployment. It is the mean time between two: the median would be that of
// attempts which follow a failed one.
func (m *Month) cadence(list []int, within string) Figure {
	every := m.Weeks * 7 * 24 * 60 / 1000 / int64(len(list))
	return estimated(min(max(every, 60), 26*7*24*60), "%s %s", count(len(list), "deployment", "deployments"), within)
}

// warn says what a reader should know before believing it.
func (m *Month) warn(h *history.History) {
	say := func(format string, args ...any) { m.Warnings = append(m.Warnings, fmt.Sprintf(format, args...)) }
	if m.Real.Incidents < 52 {
		say("%s are few: a median that halves would not be noticed with fewer than 52 a side", count(m.Real.Incidents, "incident", "incidents"))
	}
	if m.Real.Closed < m.Real.Incidents {
		say("%s of %d have no end: they count, their length does not", count(m.Real.Incidents-m.Real.Closed, "incident", "incidents"), m.Real.Incidents)
	}
	if m.Real.Deployments == 0 {
		say("there are no deployments in it: what changes do to incidents is not in this level")
	}
	if !m.AnalystsKnown {
		say("there is no rota in it: how many people there were is assumed")
	}
	if m.Weeks < 2000 {
		say("%s weeks are short: what came in them may have been luck", tenths(m.Weeks))
	}
	if n := h.Doubtful(history.Overlap); n > 0 && m.Real.Incidents > 0 && n*4 > m.Real.Incidents {
		say("%s began while another of the same application was open: some may be one", count(n, "incident", "incidents"))
	}
}
