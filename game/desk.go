package game

// maxDesks is how many different desks the models of one level may share out their first line to.
const maxDesks = 4

// desk is a shared group outside the player's command, such as Ops Bridge: so many people, one ticket each, first
// come first served.
type desk struct {
	busy    int32
	waiting []int32 // alerts
}

// findDesks gives desks of the same name, in whatever model, the same people.
func findDesks(models []Model) [][]int32 {
	var names []string
	of := make([][]int32, len(models))
	for m := range models {
		for _, r := range models[m].Chain {
			d := int32(None)
			if r.Staffing == Desk {
				for k, n := range names {
					if n == r.Name {
						d = int32(k)
					}
				}
				if d == None && len(names) < maxDesks {
					names = append(names, r.Name)
					d = int32(len(names) - 1)
				}
			}
			of[m] = append(of[m], d)
		}
	}
	return of
}

// enter brings alert n to link k of its application's chain. Behind the last link there is nobody: the last answers.
func (g *Game) enter(n, k int32) {
	a := &g.alerts[n-1]
	if a.closed {
		return
	}
	model := a.model
	chain := g.level.Models[model].Chain
	k = min(k, int32(len(chain)-1))
	a.link = k
	switch chain[k].Staffing {
	case Desk:
		g.alertState(n, InBridge)
		d := g.fixed.deskOf[model][k]
		if d == None {
			g.enter(n, k+1)
			return
		}
		g.desks[d].waiting = append(g.desks[d].waiting, n)
		g.deskNext(d, &chain[k])
	case Analysts:
		g.arrive(n)
	case DeliveryTeam:
		a.raised = g.now
		g.ask(n, g.apps[a.app].owner)
	}
}

// deskNext lets free people of a desk begin on the tickets that wait there.
func (g *Game) deskNext(d int32, r *Responders) {
	q := &g.desks[d]
	for q.busy < max(r.Staff, 1) && len(q.waiting) > 0 {
		n := q.waiting[0]
		q.waiting = q.waiting[:copy(q.waiting, q.waiting[1:])]
		q.busy++
		g.agenda.push(g.now+g.spread(r.Handling, forBridge, n, 0), atDeskDone, n, 0)
	}
}

// deskDone ends a desk's work on alert n: restored with a restart script, thrown out as noise, or handed over.
func (g *Game) deskDone(n int32) {
	a := &g.alerts[n-1]
	model := a.model
	r := &g.level.Models[model].Chain[a.link]
	d := g.fixed.deskOf[model][a.link]
	g.desks[d].busy--
	if !a.closed {
		helped := chance(g.keys.draw(forBridge, uint64(n), 1), int64(r.Restores)*1000)
		switch {
		case helped && a.incident == 0:
			g.closeAlert(n)
		case a.incident != 0 && r.Code && chance(g.keys.draw(forBridge, uint64(n), 2), int64(r.TakesOver)*1000):
			g.takeOver(n)
			return
		case helped && g.restartHelps(a.incident):
			e := ev(BridgeRestored)
			e.Item, e.Incident, e.App, e.Causes = Item{Alert, n}, a.incident, a.app, [2]EventID{a.last}
			g.restore(a.incident, g.emit(e))
		default:
			g.alertState(n, InHandoff)
			g.agenda.push(g.now+r.Handoff, atHandedOver, n, a.link+1)
		}
	}
	g.deskNext(d, r)
}

// takeOver lets a desk that may change code diagnose and mend the incident behind alert n by itself, as its team would,
// and keep its hands full with it.
func (g *Game) takeOver(n int32) {
	a := &g.alerts[n-1]
	e := ev(TakenOver)
	e.Item, e.App, e.Causes = Item{Alert, n}, a.app, [2]EventID{a.last}
	a.last = g.emit(e)
	g.confirm(n)
	diagnosis, mending := g.teamEffort(n)
	a.cause = g.incidents[a.incident-1].fault
	g.alertState(n, InDiagnose)
	a.split = g.now + diagnosis
	a.state, a.until = WithDesk, g.now+max(diagnosis+mending, 1)
	if d := g.fixed.deskOf[a.model][a.link]; d != None {
		g.desks[d].busy++
	}
	g.agenda.push(a.until, atDeskMended, n, 0)
}

// deskMended ends what takeOver began.
func (g *Game) deskMended(n int32) {
	a := &g.alerts[n-1]
	d := g.fixed.deskOf[a.model][a.link]
	if d != None {
		g.desks[d].busy--
	}
	if !a.closed {
		inc := &g.incidents[a.incident-1]
		if inc.state == InDiagnose && a.split < g.now {
			g.splitState(a.incident, a.split)
		}
		switch how := a.last; inc.fault {
		case DependencyFault:
			g.upstreamByTeam(n)
		case ChangeFaultKind:
			g.restore(a.incident, g.undo(None, a.app))
		default:
			g.restore(a.incident, how)
		}
	}
	if d != None {
		g.deskNext(d, &g.modelOf(a).Chain[a.link])
	}
}

// restartHelps: a restart script mends what sits in configuration or infrastructure, not data, code or a dependency.
func (g *Game) restartHelps(n int32) bool {
	k := g.incidents[n-1].fault
	return k == ConfigurationFault || k == InfrastructureFault
}

// handOver brings alert n to the next link.
func (g *Game) handOver(n, link int32) {
	a := &g.alerts[n-1]
	if a.closed {
		return
	}
	g.tally.handoffs++
	e := ev(HandedOver)
	e.Item, e.Amount, e.Hidden, e.Causes = Item{Alert, n}, int64(link), true, [2]EventID{a.last}
	a.last = g.emit(e)
	g.enter(n, link)
}
