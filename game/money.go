package game

// ledger is the money of a game, in pence.
type ledger struct {
	lost       Pence // revenue lost: the sum of the incidents' pence
	knownLost  Pence // the part of it that Application Operations knows of
	delay      Pence // cost of delay of finished changes that are not live
	standby    Pence
	callouts   Pence
	salaries   Pence
	leaving    Pence
	sick       Pence
	scope      Pence
	teams      Pence // hours of Delivery teams spent on running what they build
	transition Pence // set-up of support models
	burnout    int64 // analyst-hours times thousandths of a burnout point
}

// profileShare is what an application's weekly profile adds up to in [from, to), in per-mille minutes.
func (g *Game) profileShare(profile int, from, to Minute) int64 {
	c := &g.fixed.cumulative[profile]
	at := func(m Minute) int64 {
		h := m.hourOfWeek()
		return int64(m/Week)*c[168] + c[h] + int64(m%Hour)*int64(g.level.Profiles[profile][h])
	}
	return at(to) - at(from)
}

// settle books what application i has lost since it was last settled. Two incidents at once cannot lose more than
// there is: the older one is charged first.
func (g *Game) settle(i int32) {
	a := &g.apps[i]
	from := a.settled
	a.settled = g.now
	if a.incidents == 0 || from >= g.now {
		return
	}
	spec := &g.level.Applications[i]
	share := g.profileShare(spec.Profile, from, g.now) * int64(a.traffic) / 1000
	room := int64(1000)
	for n := a.incidents; n != 0 && room > 0; {
		inc := &g.incidents[n-1]
		impact := min(int64(inc.impact), room)
		room -= impact
		part := share * impact / 1000
		a.lostShare += part
		inc.acc += part * spec.Revenue
		pence := inc.acc / (1000 * int64(Hour))
		g.ledger.lost += pence - inc.pence
		if inc.known {
			g.ledger.knownLost += pence - inc.pence
		}
		inc.pence = pence
		n = inc.next
	}
}

// settleAll books the losses and the cost of delay of every application, so that the gauges are exact.
func (g *Game) settleAll() {
	for i := range g.apps {
		if g.apps[i].incidents != 0 {
			g.settle(int32(i))
		}
		if g.apps[i].waiting != 0 {
			g.settleDelay(int32(i))
		}
	}
}

// settleDelay books the cost of delay of the changes that wait.
func (g *Game) settleDelay(i int32) {
	a := &g.apps[i]
	from := a.delaySet
	a.delaySet = g.now
	if a.waiting == 0 || from >= g.now {
		return
	}
	a.delayAcc += int64(g.now-from) * int64(a.waiting) * g.level.Applications[i].ChangeValue
	pence := a.delayAcc / int64(Week)
	a.delayAcc -= pence * int64(Week)
	g.ledger.delay += pence
}

// lossRate is what application i loses per hour just now, in pence, to the incidents that want says.
func (g *Game) lossRate(i int32, want func(*incident) bool) Pence {
	a, spec := &g.apps[i], &g.level.Applications[i]
	share := int64(g.level.Profiles[spec.Profile][g.now.hourOfWeek()]) * int64(a.traffic) / 1000
	room, impact := int64(1000), int64(0)
	for n := a.incidents; n != 0 && room > 0; n = g.incidents[n-1].next {
		inc := &g.incidents[n-1]
		part := min(int64(inc.impact), room)
		room -= part
		if want(inc) {
			impact += part
		}
	}
	return spec.Revenue * share * impact / 1_000_000
}

// TotalCost is the whole cost up to the last turn's end: the metric total_cost, for whoever plays many games and wants
// nothing else of them.
func (g *Game) TotalCost() Pence { return g.total() }

// total is the whole cost of a game, the base of its score.
func (g *Game) total() Pence {
	l := &g.ledger
	burnout := l.burnout / (100 * milliPoint) * g.level.Balance.BurnoutPrice / 24
	return l.lost + l.delay + l.standby + l.callouts + l.leaving + l.sick + l.scope + l.teams + l.transition + burnout
}
