package game

// Demand is what comes from outside: faults, noise and changes. It is keyed by application and by hour or ordinal,
// so no order of the player can shift it. Neglect raises a probability and so only adds to it: everything that would
// have happened still does, at the same minute.

// drawDemand draws the faults and the noise of the hour that begins at h, for every application.
func (g *Game) drawDemand(h Minute) {
	index := uint64(h / Hour)
	for i := range g.apps {
		a := &g.apps[i]
		if !a.live {
			continue
		}
		g.rate(int32(i))
		fault := a.faultRate * int64(g.trafficFaults(int32(i), h)) / (168 * 1000)
		if u := g.keys.draw(forFault, uint64(i), index); chance(u, fault) {
			g.at(h+Minute(u&0xffff)%Hour, atFault, int32(i))
		}
		if u := g.keys.draw(forNoise, uint64(i), index); chance(u, a.noiseRate/(168*1000)) {
			g.at(h+Minute(u&0xffff)%Hour, atNoise, int32(i))
		}
	}
}

// rate keeps what the hourly chances of application i follow from, and works it out anew when that has changed.
func (g *Game) rate(i int32) {
	a := &g.apps[i]
	if a.ratedFor == [3]PerMille{a.operability, a.telemetry, a.noise} {
		return
	}
	b, spec := &g.level.Balance, &g.level.Applications[i]
	a.ratedFor = [3]PerMille{a.operability, a.telemetry, a.noise}
	a.faultRate = int64(spec.FaultsPerWeek) * int64(b.OperabilityFaults.At(a.operability))
	a.noiseRate = int64(spec.NoisePerWeek) * int64(b.TelemetryNoise.At(a.telemetry)) * int64(a.noise)
}

// trafficFaults is the factor, in per mille, that the traffic of the hour at h gives the faults of application i.
func (g *Game) trafficFaults(i int32, h Minute) int32 {
	profile, traffic := g.level.Applications[i].Profile, g.apps[i].traffic
	if traffic == 1000 {
		return g.fixed.usualFaults[profile][h.hourOfWeek()]
	}
	t := int64(g.level.Profiles[profile][h.hourOfWeek()]) * int64(traffic) / 1000
	return g.level.Balance.TrafficFaults.At(int32(t))
}

// at puts what demand brings on the agenda, unless it lies before the game began.
func (g *Game) at(m Minute, kind entryKind, app int32) {
	if m >= g.now {
		g.agenda.push(m, kind, app, 0)
	}
}

// nextChange puts the application's next finished change on the agenda. Changes are finished in working hours, or
// at any time where the level says so.
func (g *Game) nextChange(i int32) {
	a, spec := &g.apps[i], &g.level.Applications[i]
	if spec.ChangesPerWeek <= 0 {
		return
	}
	week := int64(5 * (dayEnd - dayStart))
	if g.level.ChangeWeekend {
		week = int64(Week)
	}
	spread := g.level.Balance.ArrivalSpread.pick(g.keys.draw(forChange, uint64(i), uint64(a.finished)))
	gap := Minute(week * int64(spread) * 1000 / (int64(spec.ChangesPerWeek) * int64(max(a.demand, 1))))
	a.finished++
	at := g.now + gap
	if !g.level.ChangeWeekend {
		at = addWorking(g.now, gap)
	}
	g.agenda.push(at, atChange, i, 0)
}

// addWorking is the minute that lies so many working minutes after from.
func addWorking(from, minutes Minute) Minute {
	const perWeek = 5 * (dayEnd - dayStart)
	from = from.nextShift() + minutes/perWeek*Week
	minutes %= perWeek
	for {
		left := from.shiftEnd() - from
		if minutes < left {
			return from + minutes
		}
		minutes -= left
		from = (from + left).nextShift()
	}
}

// changeFinished adds a change to those that wait, and to the open request if it is not being deployed yet.
func (g *Game) changeFinished(i int32) {
	a := &g.apps[i]
	g.settleDelay(i)
	a.waiting++
	if a.request == 0 && !a.reworking && g.model(i).Deploys == DeliveryTeam {
		g.newRequest(i, g.now, EventID(0)) // who deploys by themselves need not save changes up
	} else if a.request != 0 && g.requests[a.request-1].state != BeingDeployed {
		g.requests[a.request-1].batch++
	}
	e := ev(ChangeFinished)
	e.Hidden, e.App, e.Team, e.Amount = true, i, a.owner, int64(a.waiting)
	g.emit(e)
	g.nextChange(i)
}

// happening carries out number i of the level's timetable.
func (g *Game) happening(i int32) {
	h := &g.level.Happenings[i]
	switch h.Kind {
	case Replatform:
		a := &g.apps[h.App]
		for k := range a.hosts[:a.nHosts] {
			if a.hosts[k] == int32(h.From) {
				a.hosts[k] = int32(h.To)
			}
		}
		e := ev(HostMoved)
		e.Hidden, e.App = true, int32(h.App)
		g.emit(e)
	case Reorganise:
		g.apps[h.App].owner = int32(h.To)
		e := ev(OwnerChanged)
		e.Hidden, e.App, e.Team = true, int32(h.App), int32(h.To)
		g.emit(e)
	case Campaign:
		g.eachApp(h.App, func(i int32) { g.settle(i); g.apps[i].traffic = h.Amount })
		e := ev(CampaignBegan)
		e.App, e.Amount = int32(h.App), int64(h.Amount)
		g.emit(e)
		g.agenda.push(h.Until, atHappeningEnds, i, 0)
	case Fault:
		g.begin(int32(h.App), FaultKind(h.To), h.Amount, [2]EventID{})
	case FalseAlarm:
		g.noiseAlert(int32(h.App))
	case Demand:
		g.eachApp(h.App, func(i int32) { g.apps[i].demand = h.Amount })
		e := ev(DemandRose)
		e.App, e.Amount = int32(h.App), int64(h.Amount)
		g.emit(e)
		g.agenda.push(h.Until, atHappeningEnds, i, 0)
	}
}

// happeningEnds brings things back to usual.
func (g *Game) happeningEnds(i int32) {
	switch h := &g.level.Happenings[i]; h.Kind {
	case Campaign:
		g.eachApp(h.App, func(i int32) { g.settle(i); g.apps[i].traffic = 1000 })
	case Demand:
		g.eachApp(h.App, func(i int32) { g.apps[i].demand = 1000 })
	}
}

// eachApp calls do for one application, or for all with None.
func (g *Game) eachApp(i int, do func(int32)) {
	if i >= 0 {
		do(int32(i))
		return
	}
	for i := range g.apps {
		do(int32(i))
	}
}
