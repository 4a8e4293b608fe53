package game

import "slices"

// Unit is what a metric is measured in.
type Unit = string

// Units.
const (
	Count       Unit = "count"
	PenceUnit   Unit = "pence"
	MinutesUnit Unit = "minutes"
	HoursUnit   Unit = "hours"
	ShareUnit   Unit = "share"
	PointsUnit  Unit = "points"
	ItemsUnit   Unit = "items"
)

// metricSpecs are the metrics by their names in the contract (design, section 9), in the order of reports.
// Those that are not whole numbers are kept in thousandths.
var metricSpecs = []struct {
	name  string
	unit  Unit
	milli bool
	of    func(g *Game) (int64, bool)
}{
	{"revenue_lost", PenceUnit, false, func(g *Game) (int64, bool) { return g.ledger.lost, true }},
	{"cost_of_delay", PenceUnit, false, func(g *Game) (int64, bool) { return g.ledger.delay + g.ledger.scope, true }},
	{"standby_cost", PenceUnit, false, func(g *Game) (int64, bool) { return g.ledger.standby, true }},
	{"callout_cost", PenceUnit, false, func(g *Game) (int64, bool) { return g.ledger.callouts, true }},
	{"team_cost", PenceUnit, false, func(g *Game) (int64, bool) { return g.ledger.teams, true }},
	{"set_up_cost", PenceUnit, false, func(g *Game) (int64, bool) { return g.ledger.transition, true }},
	{"salaries", PenceUnit, false, func(g *Game) (int64, bool) { return g.ledger.salaries, true }},
	{"total_cost", PenceUnit, false, func(g *Game) (int64, bool) { return g.total(), true }},
	{"incidents", Count, false, func(g *Game) (int64, bool) { return int64(g.tally.incidents), true }},
	{"ttr_median", MinutesUnit, false, func(g *Game) (int64, bool) { return g.timeToRestore(500) }},
	{"ttr_p90", MinutesUnit, false, func(g *Game) (int64, bool) { return g.timeToRestore(900) }},
	{"tta_median", MinutesUnit, false, func(g *Game) (int64, bool) { return quantile(g.tally.acks, 500) }},
	{"ttr_share_detect", ShareUnit, true, func(g *Game) (int64, bool) { return g.stateShare(InDetect) }},
	{"ttr_share_bridge", ShareUnit, true, func(g *Game) (int64, bool) { return g.stateShare(InBridge) }},
	{"ttr_share_queue", ShareUnit, true, func(g *Game) (int64, bool) { return g.stateShare(InQueue) }},
	{"ttr_share_identify", ShareUnit, true, func(g *Game) (int64, bool) { return g.stateShare(InIdentify) }},
	{"ttr_share_diagnose", ShareUnit, true, func(g *Game) (int64, bool) { return g.stateShare(InDiagnose) }},
	{"ttr_share_handoff", ShareUnit, true, func(g *Game) (int64, bool) { return g.stateShare(InHandoff) }},
	{"ttr_share_repair", ShareUnit, true, func(g *Game) (int64, bool) { return g.stateShare(InRepair) }},
	{"queue_mean", ItemsUnit, true, func(g *Game) (int64, bool) { return g.queueMean(), true }},
	{"queue_max", ItemsUnit, false, func(g *Game) (int64, bool) { return int64(g.queue.most), true }},
	{"burnout_mean", PointsUnit, true, func(g *Game) (int64, bool) { return g.burnoutMean(), true }},
	{"burnout_max", PointsUnit, false, func(g *Game) (int64, bool) { return int64(g.tally.burnoutWorst / milliPoint), true }},
	{"analysts_left", Count, false, func(g *Game) (int64, bool) { return int64(g.tally.left), true }},
	{"deployments", Count, false, func(g *Game) (int64, bool) { return int64(g.tally.deployments), true }},
	{"deploy_wait_median", HoursUnit, true, func(g *Game) (int64, bool) { return g.deployWait() }},
	{"batch_mean", Count, true, func(g *Game) (int64, bool) {
		return ratio(g.tally.batches*1000, int64(g.tally.deployments))
	}},
	{"change_failure_rate", ShareUnit, true, func(g *Game) (int64, bool) {
		return ratio(int64(g.tally.failed)*1000, int64(g.tally.attempts))
	}},
	{"availability", ShareUnit, true, func(g *Game) (int64, bool) { return g.availability() }},
	{"misrouted_share", ShareUnit, true, func(g *Game) (int64, bool) { return g.misroutedShare() }},
	{"knowledge_mean", ShareUnit, true, func(g *Game) (int64, bool) { return g.knowledgeMean(), true }},
	{"knowledge_sync_hours", HoursUnit, true, func(g *Game) (int64, bool) { return g.tally.syncMinutes * 1000 / 60, true }},
	{"escalations", Count, false, func(g *Game) (int64, bool) { return int64(g.tally.escalations + g.tally.pressed), true }},
	{"protection", ShareUnit, true, func(g *Game) (int64, bool) { return g.protection() }},
	{"score", Count, false, func(g *Game) (int64, bool) { return g.score(), true }},
	{"won", Count, false, func(g *Game) (int64, bool) { return int64(flags(g.won)), true }},
}

// MetricNames are the names of all metrics, in the order of reports.
func MetricNames() []string {
	names := make([]string, len(metricSpecs))
	for i := range metricSpecs {
		names[i] = metricSpecs[i].name
	}
	return names
}

// MetricUnit tells what a metric is measured in, whether in thousandths, and whether there is a metric of that name.
func MetricUnit(name string) (unit Unit, milli, ok bool) {
	for i := range metricSpecs {
		if metricSpecs[i].name == name {
			return metricSpecs[i].unit, metricSpecs[i].milli, true
		}
	}
	return Count, false, false
}

// metric is the metric of that name as it stands.
func (g *Game) metric(name string) Value {
	for i := range metricSpecs {
		if metricSpecs[i].name == name {
			return g.valueOf(i)
		}
	}
	return Value{Name: name}
}

func (g *Game) valueOf(i int) Value {
	m := &metricSpecs[i]
	n, ok := m.of(g)
	return Value{Name: m.name, N: n, Milli: m.milli, Unit: m.unit, Valid: ok}
}

func ratio(a, b int64) (int64, bool) {
	if b == 0 {
		return 0, false
	}
	return a / b, true
}

// quantile is the value at so many thousandths of a list, by nearest rank, and whether the list has any.
func quantile(list []int32, perMille int) (int64, bool) {
	if len(list) == 0 {
		return 0, false
	}
	sorted := append([]int32(nil), list...)
	slices.Sort(sorted)
	return int64(sorted[rank(len(sorted), perMille)]), true
}

// timeToRestore is a quantile of the minutes to restore of all incidents; those still open count with the time they
// have taken so far, so that leaving things broken does not look quick.
func (g *Game) timeToRestore(perMille int) (int64, bool) {
	list := append(g.scratch[:0], g.tally.ttrs...)
	for i := range g.apps {
		for n := g.apps[i].incidents; n != 0; n = g.incidents[n-1].next {
			list = insert(list, int32(g.now-g.incidents[n-1].began))
		}
	}
	g.scratch = list
	if len(list) == 0 {
		return 0, false
	}
	return int64(list[rank(len(list), perMille)]), true
}

// stateMinutes are the minutes of all incidents by state, open ones up to now.
func (g *Game) stateMinutes() [IncidentStates]int64 {
	sum := g.tally.states
	for i := range g.apps {
		for n := g.apps[i].incidents; n != 0; n = g.incidents[n-1].next {
			inc := &g.incidents[n-1]
			for s, m := range inc.states {
				sum[s] += int64(m)
			}
			sum[inc.state] += int64(g.now - inc.since)
		}
	}
	return sum
}

func (g *Game) stateShare(s IncidentState) (int64, bool) {
	sum, all := g.stateMinutes(), int64(0)
	for _, m := range sum {
		all += m
	}
	return ratio(sum[s]*1000, all)
}

// queueMean is the mean length of the queue over the game, in thousandths.
func (g *Game) queueMean() int64 {
	area := g.queue.area + int64(g.queue.length)*int64(g.now-g.queue.since)
	return area * 1000 / max(int64(g.now-g.level.Start), 1)
}

func (g *Game) burnoutMean() int64 {
	return g.ledger.burnout / max(g.tally.burnoutHours, 1)
}

// deployWait is the median wait of deployments in thousandths of a working hour. Requests that are still open count
// with the wait they have had so far.
func (g *Game) deployWait() (int64, bool) {
	list := append(g.scratch[:0], g.tally.waits...)
	for _, n := range g.openRequests {
		list = insert(list, int32(workingMinutes(g.requests[n-1].first, g.now)))
	}
	g.scratch = list
	if len(list) == 0 {
		return 0, false
	}
	return int64(list[rank(len(list), 500)]) * 1000 / 60, true
}

// rank is the index of the quantile at so many thousandths of a rising list of length n, by nearest rank.
func rank(n, perMille int) int { return max((n*perMille+999)/1000-1, 0) }

// availability is the share of traffic served, over all applications, weighted by their revenue.
func (g *Game) availability() (int64, bool) {
	lost, all := int64(0), int64(0)
	for i := range g.apps {
		l, a := g.appTraffic(int32(i))
		r := g.level.Applications[i].Revenue / 10_000
		lost += l * r
		all += a * r
	}
	bad, ok := ratio(lost*1000, all)
	return 1000 - bad, ok
}

// appTraffic is the traffic that application i lost and would have had, in per-mille minutes of its profile.
func (g *Game) appTraffic(i int32) (lost, all int64) {
	spec := &g.level.Applications[i]
	from := max(spec.Joins, g.level.Start)
	if from >= g.now {
		return 0, 0
	}
	return g.apps[i].lostShare, g.profileShare(spec.Profile, from, g.now)
}

// misroutedShare is the share of real alerts that were linked wrongly, dismissed, or sent to the wrong team.
func (g *Game) misroutedShare() (int64, bool) {
	real := int64(0)
	for i := range g.alerts {
		if g.alerts[i].incident != 0 && g.alerts[i].raised != Never {
			real++
		}
	}
	n, ok := ratio(int64(g.tally.misrouted)*1000, real)
	return min(n, 1000), ok
}

// knowledgeMean is what an analyst knows of an application on average, over all pairs.
func (g *Game) knowledgeMean() int64 {
	sum, n := int64(0), int64(0)
	for k := range g.analysts {
		if !g.analysts[k].employed() {
			continue
		}
		for i := range g.apps {
			if g.apps[i].live {
				sum += int64(g.know(int32(k), int32(i)))
				n++
			}
		}
	}
	return sum / max(n, 1)
}

// protection is financial loss protection effectiveness (domain 4.5): the share of the loss that the availability
// target tolerates that did not happen.
func (g *Game) protection() (int64, bool) {
	tolerated := int64(0)
	for i := range g.apps {
		spec := &g.level.Applications[i]
		_, all := g.appTraffic(int32(i))
		tolerated += all / 1000 * int64(100_000-spec.Target) / 100_000 * spec.Revenue / int64(Hour)
	}
	p, ok := ratio(g.ledger.lost*1000, tolerated)
	return 1000 - p, ok
}

// score is 1000 less the whole cost in thousandths of the level's par: what the game cost, in one number.
func (g *Game) score() int64 {
	return 1000 - g.total()*1000/max(g.level.Par, 1)
}
