package game

// watch puts on the agenda when incident n is noticed: by a monitor, the sooner the more telemetry there is, or by
// customers, who complain later but name what they cannot do (article: inadequate telemetry).
func (g *Game) watch(n int32) {
	inc, b := &g.incidents[n-1], &g.level.Balance
	a := &g.apps[inc.app]
	median := Minute(int64(b.DetectMonitor.At(a.telemetry)) * int64(a.slowness) / 1000)
	g.agenda.push(g.now+g.spread(median, forDetect, n, 0), atDetect, n, 0)
	spec := &g.level.Applications[inc.app]
	share := int64(g.level.Profiles[spec.Profile][g.now.hourOfWeek()])
	slow := Minute(int64(b.DetectCustomer) * 1000 / max(share, 100))
	g.agenda.push(g.now+g.spread(slow, forDetect, n, 1), atCustomers, n, 0)
}

// detect raises the alert of incident n, unless somebody did already.
func (g *Game) detect(n int32, byCustomers bool) {
	inc := &g.incidents[n-1]
	if inc.raised || inc.restored != Never {
		return
	}
	k := g.newAlert(inc.app, n)
	inc.raised, inc.alert = true, k
	if byCustomers {
		g.becomeKnown(n)
	}
	e := ev(IncidentDetected)
	e.Hidden, e.Incident, e.App, e.Amount, e.Causes = true, n, inc.app, int64(g.now-inc.began), [2]EventID{inc.event}
	e.Item = Item{Alert, k}
	a := &g.alerts[k-1]
	a.event = g.emit(e)
	a.last = a.event
	g.describe(k, byCustomers)
	g.enter(k, 0)
}

// noiseAlert raises an alert of application i behind which there is nothing.
func (g *Game) noiseAlert(i int32) {
	k := g.newAlert(i, 0)
	g.apps[i].noises++
	g.tally.noise++
	e := ev(IncidentDetected)
	e.Hidden, e.App, e.Item = true, i, Item{Alert, k}
	a := &g.alerts[k-1]
	a.event = g.emit(e)
	a.last = a.event
	g.describe(k, false)
	g.enter(k, 0)
}

func (g *Game) newAlert(i, incident int32) int32 {
	g.alerts = append(g.alerts, alert{
		incident: incident, app: i, model: g.apps[i].model, born: g.now, raised: Never, host: None, named: None, linked: None,
		analyst: None, team: None, until: Never, upstream: None, queued: Never,
	})
	n := int32(len(g.alerts))
	g.openAlerts = append(g.openAlerts, n)
	return n
}

// describe fills in what the alert says: what telemetry can show, and no more.
func (g *Game) describe(n int32, byCustomers bool) {
	a, b := &g.alerts[n-1], &g.level.Balance
	app := &g.apps[a.app]
	u := g.keys.draw(forReading, uint64(a.app), uint64(a.incident)<<32|uint64(app.noises))
	switch {
	case byCustomers:
		a.metric, a.named, a.threshold = Complaints, a.app, 5
	case chance(g.keys.draw(forHost, uint64(n), 0), int64(b.NamesApp.At(app.telemetry))*1000):
		a.metric, a.named, a.threshold = Journey, a.app, 95
	default:
		a.metric = AlertMetric(among(u, int(Journey)))
		a.threshold = [Journey]int32{5, 800, 85, 90, 85, 500, 3}[a.metric]
		if app.nHosts > 0 {
			a.host = app.hosts[among(u<<32, int(app.nHosts))]
		}
	}
	over := int32(among(u<<16, 100)) // how far past its threshold, whatever lies behind it
	switch a.metric {
	case Journey:
		a.reading = 94 - over*80/100
	case CPU, Memory, Disk:
		a.reading = a.threshold + 1 + over*(99-a.threshold)/100
	default:
		a.reading = a.threshold + 1 + a.threshold*over/40
	}
	if a.incident != 0 {
		a.page = g.incidents[a.incident-1].impact >= b.PageImpact
	} else {
		a.page = chance(u<<8, int64(b.NoisePages)*1000)
	}
}

// arrive brings alert n into the inbox of Application Operations.
func (g *Game) arrive(n int32) {
	a := &g.alerts[n-1]
	a.raised = g.now
	a.state = Waiting
	g.alertState(n, InQueue)
	g.enqueue(&a.queued)
	kind := AlertRaised
	if a.metric == Complaints {
		kind = CustomersComplained
	}
	if a.repeats > 0 {
		kind = AlertRepeated
	}
	e := ev(kind)
	e.Item, e.Causes = Item{Alert, n}, [2]EventID{a.last}
	a.last = g.emit(e)
	if a.page {
		g.paged = true
	}
	if a.page {
		g.pressLater(a.incident)
	}
	g.startAll()
}

// alertState moves the incident behind alert n, if there is one.
func (g *Game) alertState(n int32, s IncidentState) {
	if k := g.alerts[n-1].incident; k != 0 {
		g.move(k, s)
	}
}

// closeAlert takes alert n off the inbox and out of everybody's hands.
func (g *Game) closeAlert(n int32) {
	a := &g.alerts[n-1]
	if a.closed {
		return
	}
	g.dequeue(&a.queued)
	a.closed = true
	a.gen++
	if a.analyst != None {
		g.takeOff(a.analyst, Item{Alert, n})
	}
	a.analyst = None
	g.openAlerts = remove(g.openAlerts, n)
	g.chain = fold(g.chain, uint64(n)<<32|uint64(a.incident))
}

// dismiss closes alert n as noise. If it was not, nobody knows of the incident any more until it is raised again.
func (g *Game) dismiss(n int32) {
	a := &g.alerts[n-1]
	e := ev(Dismissed)
	e.Item, e.Causes = Item{Alert, n}, [2]EventID{a.last}
	a.last = g.emit(e)
	if a.incident == 0 {
		g.closeAlert(n)
		return
	}
	g.tally.misrouted++
	g.forget(a.incident)
	g.dequeue(&a.queued)
	if a.analyst != None {
		g.takeOff(a.analyst, Item{Alert, n})
	}
	g.alertState(n, InDetect)
	a.analyst, a.team, a.raised, a.linked, a.state = None, None, Never, None, Waiting
	a.phase, a.left = noPhase, 0
	a.gen++
	g.agenda.push(g.now+g.level.Balance.RepeatAfter, atRepeat, n, a.gen)
}

// raiseAgain raises a dismissed alert once more: it was not noise.
func (g *Game) raiseAgain(n, gen int32) {
	a := &g.alerts[n-1]
	if a.closed || a.gen != gen {
		return
	}
	a.repeats++
	g.enter(n, 0)
}

// link says that alert n belongs to application i, right or wrong.
func (g *Game) link(n, i int32) {
	a := &g.alerts[n-1]
	a.linked, a.confirmed = i, false
	a.phase, a.left = noPhase, 0
	g.tally.links++
	e := ev(Linked)
	e.Item, e.App, e.Causes = Item{Alert, n}, i, [2]EventID{a.last}
	a.last = g.emit(e)
	if a.analyst != None && g.analysts[a.analyst].work.item == (Item{Alert, n}) {
		g.restart(a.analyst)
	}
}

// confirm: it is known now that alert n belongs to its application; the catalogue learns from it.
func (g *Game) confirm(n int32) {
	a := &g.alerts[n-1]
	a.linked, a.confirmed = a.app, true
	g.becomeKnown(a.incident)
	if a.host != None {
		g.sawHost(a.host, a.app)
	}
}

// foundNoise closes alert n: there is nothing behind it.
func (g *Game) foundNoise(n, by int32) {
	a := &g.alerts[n-1]
	e := ev(FoundNoise)
	e.Item, e.Analyst, e.Team, e.Causes = Item{Alert, n}, by, a.team, [2]EventID{a.last}
	g.emit(e)
	if a.host != None {
		g.sawHost(a.host, a.app)
	}
	g.closeAlert(n)
}

// remove takes x out of list, keeping the order.
func remove(list []int32, x int32) []int32 {
	for i, y := range list {
		if y == x {
			return append(list[:i], list[i+1:]...)
		}
	}
	return list
}
