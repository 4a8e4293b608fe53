package game

// ask asks Delivery team t for help with alert n.
func (g *Game) ask(n, t int32) {
	a := &g.alerts[n-1]
	if a.analyst != None {
		g.takeOff(a.analyst, Item{Alert, n})
	}
	g.dequeue(&a.queued)
	a.gen++
	a.tries++
	a.team, a.asked, a.state, a.analyst, a.phase, a.left = t, g.now, AskedTeam, None, noPhase, 0
	g.alertState(n, InHandoff)
	e := ev(Escalated)
	if g.firstIsTeam(a) {
		e.Kind = Paged
		g.alertState(n, InQueue)
	} else {
		g.tally.escalations++
	}
	e.Item, e.Team, e.Causes = Item{Alert, n}, t, [2]EventID{a.last}
	a.last = g.emit(e)
	at := max(g.answerAt(n, t), g.teams[t].freeAt)
	a.until = at
	g.agenda.push(at, atTeamAnswers, n, a.gen)
}

// answerAt is when team t answers for alert n. Who is first to be called, and paid for it, answers within minutes at
// any hour. Who is on best endeavours answers in hours when they can, the sooner the warmer they feel, and out of
// hours perhaps not before morning (article: unfair on-call expectations).
func (g *Game) answerAt(n, t int32) Minute {
	a, b := &g.alerts[n-1], &g.level.Balance
	m := g.modelOf(a)
	link := m.team()
	u := g.keys.draw(forAnswer, uint64(n), uint64(a.tries))
	wait := func(median Minute) Minute {
		return max(1, Minute(int64(median)*int64(b.ShortSpread.pick(u))/1000))
	}
	paid := link.Nights == Standby || link.Nights == AroundTheClock
	at := g.now
	if !g.firstIsTeam(a) {
		at += g.handoff(m)
	}
	warmth := int64(b.AnswerGoodwill.At(g.teams[t].goodwill))
	busy := wait(Minute(int64(b.AnswerInHours) * warmth / 1000))
	switch {
	case at.InHours() && g.firstIsTeam(a):
		return at + wait(b.StandbyAnswer)
	case at.InHours():
		return at + busy
	case paid:
		g.ledger.callouts += link.CalloutPay
		g.tally.teamCallouts++
		g.cool(t, b.GoodwillNight/2)
		return at + wait(b.StandbyAnswer)
	case link.Nights == BestEndeavours && chance(u<<32|u>>32, int64(b.AnswerNight)*int64(g.teams[t].goodwill)):
		g.cool(t, b.GoodwillNight)
		g.tally.unpaid++
		return at + wait(b.NightDelay)
	}
	silent := ev(NoAnswer)
	silent.Item, silent.Team, silent.Causes = Item{Alert, n}, t, [2]EventID{a.last}
	a.last = g.emit(silent)
	if g.firstIsTeam(a) {
		return at.nextShift() + wait(b.StandbyAnswer)
	}
	return at.nextShift() + busy
}

// handoff is what is lost when the player's people hand an incident on.
func (g *Game) handoff(m *Model) Minute {
	for k := range m.Chain {
		if m.Chain[k].Staffing == Analysts {
			return m.Chain[k].Handoff
		}
	}
	return 0
}

// teamAnswers lets the team that was asked for alert n look at it: it is theirs, or it is not.
func (g *Game) teamAnswers(n, gen int32) {
	a := &g.alerts[n-1]
	if a.closed || a.gen != gen {
		return
	}
	b := &g.level.Balance
	t := a.team
	if a.incident == 0 || g.apps[a.app].owner != t {
		a.state = WithTeam
		a.until = g.now + b.BounceMinutes
		g.teams[t].freeAt = max(g.teams[t].freeAt, g.now) + b.BounceMinutes
		if g.firstIsTeam(a) {
			a.until = g.now + b.TeamNoise
			g.teamTime(b.TeamNoise)
		}
		g.agenda.push(a.until, atTeamDone, n, a.gen)
		return
	}
	if inc := &g.incidents[a.incident-1]; inc.acked == Never {
		inc.acked = g.now
		g.tally.acknowledged(g.now - inc.began)
	}
	if !g.firstIsTeam(a) {
		g.tally.handoffs++
	}
	e := ev(TeamAnswered)
	e.Item, e.Team, e.App, e.Amount, e.Causes = Item{Alert, n}, t, a.app, int64(g.now-a.asked), [2]EventID{a.last}
	a.last = g.emit(e)
	g.confirm(n)
	g.sawOwner(a.app)
	a.state = WithTeam
	inc := &g.incidents[a.incident-1]
	diagnosis, mending := g.teamEffort(n)
	if a.cause == UnknownFault {
		g.alertState(n, InDiagnose)
	} else {
		diagnosis = 0
		g.alertState(n, InRepair)
	}
	a.cause = inc.fault
	a.until = g.now + max(diagnosis+mending, 1)
	team := &g.teams[t]
	team.busy++
	if team.busy >= b.TeamAtOnce {
		team.freeAt = max(team.freeAt, a.until)
	}
	a.split = g.now + diagnosis
	g.teamTime(a.until - g.now)
	g.agenda.push(a.until, atTeamDone, n, a.gen)
}

// teamEffort is how long the team that wrote the code takes to find and to mend the cause of alert n's incident.
func (g *Game) teamEffort(n int32) (diagnosis, mending Minute) {
	a, b := &g.alerts[n-1], &g.level.Balance
	entity := uint64(a.incident)
	long := func(median Minute, index uint64) Minute {
		return Minute(int64(median) * int64(b.RepairSpread.pick(g.keys.draw(forSpread, entity, index))) / 1000)
	}
	diagnosis = Minute(int64(long(b.DiagnoseWork, 2)) * int64(b.TeamDiagnose) / 1000)
	diagnosis = Minute(int64(diagnosis) * int64(b.TelemetryTime.At(g.apps[a.app].telemetry)) / 1000)
	if m := g.modelOf(a); m.Rota == DomainRota && !g.now.InHours() {
		diagnosis = Minute(int64(diagnosis) * int64(b.DomainDiagnose) / 1000)
	}
	mending = long(b.RepairWork, 3)
	switch g.incidents[a.incident-1].fault {
	case CodeFault:
		mending = long(b.CodeFixWork, 3)
	case ChangeFaultKind:
		mending = g.spread(b.RollbackWork, forTriage, n, 70)
	}
	return diagnosis, mending
}

// teamDone ends what team a.team did about alert n: bounced it, or restored.
func (g *Game) teamDone(n, gen int32) {
	a, b := &g.alerts[n-1], &g.level.Balance
	if a.closed || a.gen != gen {
		return
	}
	t := a.team
	if a.incident == 0 {
		if !g.firstIsTeam(a) {
			g.cool(t, b.GoodwillBounce)
		}
		g.foundNoise(n, None)
		return
	}
	if g.apps[a.app].owner != t || !a.confirmed {
		g.bounce(n, t)
		return
	}
	g.teams[t].busy = max(g.teams[t].busy-1, 0)
	inc := &g.incidents[a.incident-1]
	if inc.state == InDiagnose && a.split < g.now {
		g.splitState(a.incident, a.split)
	}
	if inc.fault == DependencyFault {
		g.upstreamByTeam(n)
		return
	}
	if g.firstIsTeam(a) {
		g.apps[a.app].written++ // who is called for what they build hold their own review
	}
	how := a.last
	if inc.fault == ChangeFaultKind {
		how = g.undo(None, a.app)
	}
	g.restore(a.incident, how)
}

// bounce brings alert n back: it is not team t's.
func (g *Game) bounce(n, t int32) {
	a, b := &g.alerts[n-1], &g.level.Balance
	g.tally.bounces++
	g.tally.misrouted++
	g.cool(t, b.GoodwillBounce)
	e := ev(Bounced)
	e.Item, e.Team, e.Amount, e.Causes = Item{Alert, n}, t, int64(b.BounceMinutes), [2]EventID{a.last}
	a.last = g.emit(e)
	for i := range g.apps {
		if c := &g.apps[i]; c.ownerKnown == t && c.owner != t && int32(i) == a.linked {
			c.ownerKnown = None // the catalogue was out of date
		}
	}
	a.team, a.state, a.until = None, Waiting, Never
	if a.cause != UnknownFault {
		a.state = NeedsDecision
	}
	g.enqueue(&a.queued)
	if a.state == Waiting {
		g.alertState(n, InQueue)
	}
	if a.page {
		g.paged = true
	}
	g.startAll()
}

// upstreamByTeam: the team finds that another application is to blame.
func (g *Game) upstreamByTeam(n int32) {
	a := &g.alerts[n-1]
	up := &g.incidents[g.incidents[a.incident-1].parent-1]
	a.upstream = up.app
	a.state, a.until = WithUpstream, Never
	g.sawNeed(a.app, up.app)
	g.alertState(n, InHandoff)
	e := ev(UpstreamFound)
	e.Item, e.Team, e.App, e.Causes = Item{Alert, n}, a.team, up.app, [2]EventID{a.last}
	a.last = g.emit(e)
	if !up.raised {
		g.detect(g.incidents[a.incident-1].parent, false)
	}
}

// splitState books the time since the last change to the present state up to m, and from there on to repair.
func (g *Game) splitState(n int32, m Minute) {
	inc := &g.incidents[n-1]
	g.noteState(n, inc.since, m)
	inc.states[inc.state] += m - inc.since
	inc.since, inc.state = m, InRepair
}

// cool and warm change a team's goodwill.
func (g *Game) cool(t, by int32) { g.teams[t].goodwill = max(g.teams[t].goodwill-by, 0) }
func (g *Game) warm(t, by int32) { g.teams[t].goodwill = min(g.teams[t].goodwill+by, 1000) }
