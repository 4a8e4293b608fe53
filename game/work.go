package game

// begun marks the item of analyst k's new work as being worked on.
func (g *Game) begun(k int32) {
	p := &g.analysts[k]
	t := &p.work
	e := ev(Started)
	e.Analyst, e.Item, e.App, e.Amount = k, t.item, t.app, int64(t.work)
	switch t.item.Kind {
	case Alert:
		a := &g.alerts[t.item.N-1]
		a.analyst = k
		g.dequeue(&a.queued)
		if inc := a.incident; inc != 0 && g.incidents[inc-1].acked == Never {
			g.incidents[inc-1].acked = g.now
			g.tally.acknowledged(g.now - g.incidents[inc-1].began)
		}
		if a.phase == noPhase && a.tries == 0 {
			ack := ev(Acknowledged)
			ack.Item, ack.Analyst, ack.Amount, ack.Causes = t.item, k, int64(g.now-a.raised), [2]EventID{a.last}
			a.last = g.emit(ack)
		}
		g.choosePhase(t)
		return
	case Request:
		r := &g.requests[t.item.N-1]
		r.analyst, r.state = k, BeingDeployed
		g.dequeue(&r.queued)
		e.Kind, e.App, e.Amount, e.Causes = DeploymentBegan, r.app, int64(r.batch), [2]EventID{r.last}
		r.last = g.emit(e)
		return
	}
	g.emit(e)
}

// choosePhase decides what is to be done about the alert of task t, and moves its incident accordingly.
func (g *Game) choosePhase(t *task) {
	n := t.item.N
	a := &g.alerts[n-1]
	right := a.linked == a.app && a.incident != 0
	ph := diagnose
	state, seen := InIdentify, Investigating
	switch {
	case t.work == WorkWorkaround:
		ph, state, seen = workAround, InRepair, Repairing
	case a.linked == None:
		ph = investigate
	case a.cause != UnknownFault:
		ph, state, seen = repair, InRepair, Repairing
	case right:
		state, seen = InDiagnose, Diagnosing
	default:
		seen = Diagnosing
	}
	if a.phase != ph {
		a.phase, a.left = ph, 0
	}
	a.state = seen
	g.alertState(n, state)
}

// effortOf is the work that analyst k's present task takes, in minutes at full speed.
func (g *Game) effortOf(k int32) int32 {
	p, b := &g.analysts[k], &g.level.Balance
	t := &p.work
	switch t.work {
	case WorkAlert, WorkWorkaround:
		a := &g.alerts[t.item.N-1]
		if a.left == 0 {
			a.left = g.alertEffort(k, t.item.N)
		}
		return a.left
	case WorkDeploy:
		r := &g.requests[t.item.N-1]
		if r.left == 0 {
			r.left = g.deployEffort(k, t.item.N)
		}
		return r.left
	}
	if t.left > 0 {
		return t.left
	}
	median := Minute(0)
	switch t.work {
	case WorkRollBack:
		median = b.RollbackWork
	case WorkSync:
		return int32(b.SyncWork)
	case WorkRunbook:
		median = b.RunbookWork
	case WorkTune:
		median = b.TuneWork
	case WorkWrapUp:
		median = b.WrapUpWork
	case WorkInstrument:
		median = b.InstrumentWork
	case WorkChaos:
		median = b.ChaosWork
	case WorkReport:
		return int32(b.StatusWork)
	}
	p.done++
	return int32(g.spread(median, forSpread, k<<16|int32(t.work), uint64(p.done)))
}

// alertEffort is the work of the phase that alert n is in, for analyst k. How long it takes belongs to the incident,
// not to the moment: median, spread (C2), what the analyst knows, the runbook (C45), the telemetry. Severity has no
// say in it (C4).
func (g *Game) alertEffort(k, n int32) int32 {
	a, b := &g.alerts[n-1], &g.level.Balance
	entity := uint64(a.incident)
	long := func(median Minute, index uint64) int64 {
		return int64(median) * int64(b.RepairSpread.pick(g.keys.draw(forSpread, entity, index))) / 1000
	}
	short := func(median Minute, index uint64) int64 { return int64(g.spread(median, forTriage, n, index)) }
	know := func(i int32) int64 { return int64(b.KnowledgeTime.At(g.know(k, i))) }
	w := int64(0)
	switch a.phase {
	case investigate:
		w = short(b.InvestigateWork, uint64(a.tries)) * know(a.app) / 1000
		if !chance(g.keys.draw(forTriage, uint64(n), 99), int64(b.AlertsAtOnce.At(int32(len(g.openAlerts))))*1000) {
			w *= 2 // missed at the first look, among all the others
		}
	case diagnose:
		if a.linked != a.app || a.incident == 0 {
			w = short(b.DiagnoseWork, 50+uint64(a.tries)) * know(a.linked) * int64(b.WrongLinkCost) / 1_000_000
			break
		}
		w = long(b.DiagnoseWork, 2) * know(a.app) / 1000
		w = w * int64(b.TelemetryTime.At(g.apps[a.app].telemetry)) / 1000
		w = w * g.runbookFactor(a.app, a.incident) / 1000
	case repair:
		w = long(b.RepairWork, 3) * know(a.app) / 1000
		w = w * g.runbookFactor(a.app, a.incident) / 1000
		if a.cause == ChangeFaultKind {
			w = short(b.RollbackWork, 70)
		}
	case workAround:
		w = short(b.WorkaroundWork, 80) * know(a.linked) / 1000
	}
	return int32(min(max(w, 1), 20*int64(Day)))
}

// setUntil shows on the item when the work on it is expected to end.
func (g *Game) setUntil(k int32) {
	p := &g.analysts[k]
	switch t := &p.work; t.item.Kind {
	case Alert:
		g.alerts[t.item.N-1].until = p.until
	case Request:
		g.requests[t.item.N-1].until = p.until
	}
}

// keep stores what is left of a task with its item, and lets the item wait again.
func (g *Game) keep(t *task) {
	switch t.item.Kind {
	case Alert:
		a := &g.alerts[t.item.N-1]
		a.left, a.state, a.until = t.left, Queued, Never
		g.alertState(t.item.N, InQueue)
		g.enqueue(&a.queued)
	case Request:
		r := &g.requests[t.item.N-1]
		r.left, r.state, r.until = t.left, DeployQueued, Never
		g.enqueue(&r.queued)
	}
}

// workDone ends analyst k's present work.
func (g *Game) workDone(k, gen int32) {
	p := &g.analysts[k]
	if p.gen != gen || p.work.work == Idle {
		return
	}
	t := p.work
	i := g.appOf(&t)
	minutes := g.now - p.began
	g.stop(k)
	if t.item.Kind == Alert {
		i = g.alerts[t.item.N-1].app // whatever they thought it was, this is what they looked at
	}
	g.learn(k, i, minutes)
	b := &g.level.Balance
	switch t.work {
	case WorkAlert, WorkWorkaround:
		g.alertDone(k, t)
	case WorkDeploy:
		g.deployDone(k, t.item.N)
		g.addBurnout(p, -b.BurnoutFinish)
	case WorkRollBack:
		g.rollBack(k, t.app)
	case WorkSync:
		g.synced(k, t.app)
	case WorkRunbook:
		g.runbookWritten(k, t.app)
	case WorkTune:
		g.tuned(k, t.app)
	case WorkReport:
		g.reported(k, t.item.N)
	case WorkWrapUp:
		g.wroteUp(k, t.app)
	case WorkInstrument:
		g.instrumented(k, t.app)
	case WorkChaos:
		g.chaosHeld(k, t.app)
	}
	if p.work.work == Idle {
		g.tryStart(k)
	}
}

// alertDone ends one phase of the work on an alert; the analyst goes on with the next where there is one.
func (g *Game) alertDone(k int32, t task) {
	n := t.item.N
	a := &g.alerts[n-1]
	done := a.phase
	a.phase, a.left, a.until = noPhase, 0, Never
	a.tries++
	switch done {
	case investigate:
		if a.incident == 0 {
			g.foundNoise(n, k)
			g.addBurnout(&g.analysts[k], -g.level.Balance.BurnoutFinish/4)
			return
		}
		g.confirm(n)
		e := ev(Identified)
		e.Item, e.App, e.Analyst, e.Causes = t.item, a.app, k, [2]EventID{a.last}
		a.last = g.emit(e)
	case diagnose:
		if !g.diagnosed(k, n) {
			return
		}
	case repair:
		if g.mistaken(k) {
			break // it did not hold; once more
		}
		g.mended(k, n)
		return
	case workAround:
		g.workedAround(k, n)
		return
	}
	t.left, t.work = 0, WorkAlert
	g.start(k, t)
}

// diagnosed ends a diagnosis. It tells whether the analyst has something to go on with.
func (g *Game) diagnosed(k, n int32) bool {
	a := &g.alerts[n-1]
	e := ev(Diagnosed)
	e.Item, e.Analyst, e.App, e.Causes = Item{Alert, n}, k, a.linked, [2]EventID{a.last}
	if a.linked != a.app || a.incident == 0 {
		g.tally.misrouted++
		e.Kind, e.Amount = LinkedWrongly, int64(g.now-g.analysts[k].began)
		a.last = g.emit(e)
		if a.nRuled < maxRuled {
			a.ruled[a.nRuled] = a.linked
			a.nRuled++
		}
		a.linked = None
		return true // look at it with open eyes
	}
	g.confirm(n)
	inc := &g.incidents[a.incident-1]
	a.cause = inc.fault
	e.Amount = int64(a.cause)
	switch inc.fault {
	case DependencyFault:
		up := &g.incidents[inc.parent-1]
		a.upstream = up.app
		g.sawNeed(a.app, up.app)
		e.Kind, e.App = UpstreamFound, up.app
		a.last = g.emit(e)
		a.state, a.analyst = WithUpstream, None
		g.alertState(n, InHandoff)
		if !up.raised {
			g.detect(inc.parent, false)
		}
		return false
	case CodeFault:
		a.last = g.emit(e)
		a.state, a.analyst = NeedsDecision, None
		g.alertState(n, InHandoff)
		g.enqueue(&a.queued)
		if a.page {
			g.paged = true
		}
		return false
	}
	a.last = g.emit(e)
	return true
}

// mended ends a repair or a rollback that followed a diagnosis.
func (g *Game) mended(k, n int32) {
	a := &g.alerts[n-1]
	how := a.last
	if a.cause == ChangeFaultKind {
		how = g.undo(k, a.app)
	}
	g.addBurnout(&g.analysts[k], -g.level.Balance.BurnoutFinish)
	g.restore(a.incident, how)
	g.queueFirst(k, task{work: WorkWrapUp, app: a.app})
}

// workedAround restores without mending. The cause is still there and comes back (C13), unless its team mends it.
func (g *Game) workedAround(k, n int32) {
	a := &g.alerts[n-1]
	if a.linked != a.app || a.incident == 0 {
		g.diagnosed(k, n)
		a.state, a.analyst = Waiting, None
		g.alertState(n, InQueue)
		g.enqueue(&a.queued)
		return
	}
	g.confirm(n)
	e := ev(WorkedAround)
	e.Item, e.Analyst, e.App, e.Incident, e.Causes = Item{Alert, n}, k, a.app, a.incident, [2]EventID{a.last}
	inc := a.incident
	id := g.emit(e)
	if g.incidents[inc-1].fault != DependencyFault && chance(g.keys.draw(forDebt, uint64(inc), 1), int64(g.level.Balance.DebtChance)*1000) {
		g.agenda.push(g.now+g.spread(g.level.Balance.DebtReturn, forDebt, inc, 0), atDebt, inc, 0)
	}
	g.restore(inc, id)
}

// debtReturns brings back the cause of incident n, which was only worked around.
func (g *Game) debtReturns(n int32) {
	inc := &g.incidents[n-1]
	m := g.begin(inc.app, inc.fault, inc.impact, [2]EventID{inc.event})
	inc = &g.incidents[n-1]
	g.incidents[m-1].deployment = inc.deployment
	e := ev(DebtCameBack)
	e.Hidden, e.App, e.Incident, e.Causes = true, inc.app, m, [2]EventID{inc.event}
	g.emit(e)
}
