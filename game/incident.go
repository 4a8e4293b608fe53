package game

// An incident is an application not serving its customers. From its fault to its restoration every minute is in
// exactly one state, so that time to restore decomposes without remainder.

// latentFault is a fault that traffic and poor operability bring out.
func (g *Game) latentFault(i int32) {
	a, b := &g.apps[i], &g.level.Balance
	u := g.keys.draw(forCause, uint64(i), uint64(a.faults))
	kind, at := ConfigurationFault, int32(among(u, 1000))
	for k, share := range b.FaultShares {
		if at < share {
			kind = ConfigurationFault + FaultKind(k)
			break
		}
		at -= share
	}
	n := g.begin(i, kind, b.FaultImpact.pick(g.keys.draw(forImpact, uint64(i), uint64(a.faults))), [2]EventID{})
	a.faults++
	if chance(g.keys.draw(forBurst, uint64(i), uint64(a.faults)), int64(b.BurstChance)*1000) {
		g.incidents[n-1].bursts = true
	}
}

// burst brings the cause of incident n back once more, soon after it was mended (C8).
func (g *Game) burst(n int32) {
	inc := &g.incidents[n-1]
	m := g.begin(inc.app, inc.fault, inc.impact, [2]EventID{inc.event})
	e := ev(BurstFollowed)
	e.Hidden, e.App, e.Incident = true, inc.app, m
	g.emit(e)
}

// begin opens an incident and returns its number.
func (g *Game) begin(i int32, kind FaultKind, impact PerMille, causes [2]EventID) int32 {
	b := &g.level.Balance
	g.settle(i)
	n := int32(len(g.incidents) + 1)
	e := ev(FaultBegan)
	if kind == DependencyFault {
		e.Kind = DependencyFailed
	}
	e.Hidden, e.App, e.Incident, e.Amount, e.Causes = true, i, n, int64(impact), causes
	inc := incident{
		app: i, fault: kind, began: g.now, restored: Never, since: g.now, impact: impact,
		novel: chance(g.keys.draw(forCause, uint64(n), 1), int64(b.NovelShare)*1000), acked: Never,
	}
	inc.event = g.emit(e)
	g.incidents = append(g.incidents, inc)
	g.linkIncident(i, n)
	g.tally.incidents++
	g.watch(n)
	for _, d := range g.fixed.dependents[i] {
		if g.apps[d].live {
			g.agenda.push(g.now+g.spread(b.BlastDelay, forBlast, n, uint64(d)), atBlast, n, d)
		}
	}
	return n
}

// linkIncident puts incident n at the end of its application's list: the first to begin is the first to be charged.
func (g *Game) linkIncident(i, n int32) {
	p := &g.apps[i].incidents
	for *p != 0 {
		p = &g.incidents[*p-1].next
	}
	*p = n
}

func (g *Game) unlinkIncident(i, n int32) {
	p := &g.apps[i].incidents
	for *p != 0 && *p != n {
		p = &g.incidents[*p-1].next
	}
	if *p == n {
		*p = g.incidents[n-1].next
	}
}

// blast lets an application that depends on the failing one suffer, the more the less operability it has
// (article: fragile architecture).
func (g *Game) blast(n, d int32) {
	parent := &g.incidents[n-1]
	if parent.restored != Never || !g.apps[d].live {
		return
	}
	b := &g.level.Balance
	impact := PerMille(int64(b.BlastImpact) * int64(1000-g.apps[d].operability) * int64(parent.impact) / 1_000_000)
	if impact < b.LeastBlast {
		return
	}
	cause := parent.event
	m := g.begin(d, DependencyFault, impact, [2]EventID{cause})
	g.incidents[m-1].parent = n
	g.tally.blasts++
}

// move books the time since the last change to the state that the incident was in.
func (g *Game) move(n int32, to IncidentState) {
	inc := &g.incidents[n-1]
	if inc.restored != Never {
		return
	}
	g.noteState(n, inc.since, g.now)
	inc.states[inc.state] += g.now - inc.since
	inc.since, inc.state = g.now, to
}

// restore ends incident n, and those that came from it through dependencies. how is the event that restored it.
func (g *Game) restore(n int32, how EventID) {
	inc := &g.incidents[n-1]
	if inc.restored != Never {
		return
	}
	g.settle(inc.app)
	g.move(n, inc.state)
	inc.restored = g.now
	g.unlinkIncident(inc.app, n)
	if inc.bursts {
		g.agenda.push(g.now+g.spread(g.level.Balance.BurstGap, forBurst, n, 1), atBurst, n, 0)
	}
	g.becomeKnown(n)
	g.tally.restored(inc)
	e := ev(Restored)
	e.App, e.Incident, e.Amount, e.Causes = inc.app, n, inc.pence, [2]EventID{how, inc.event}
	if inc.alert != 0 {
		e.Item = Item{Alert, inc.alert}
	}
	e.Hidden = !inc.raised
	id := g.emit(e)
	if inc.alert != 0 {
		g.closeAlert(inc.alert)
	}
	for _, d := range g.fixed.dependents[inc.app] {
		for c := g.apps[d].incidents; c != 0; {
			next := g.incidents[c-1].next
			if g.incidents[c-1].parent == n {
				g.restore(c, id)
			}
			c = next
		}
	}
}

// becomeKnown counts an incident's losses among those that the player sees, from now on as they come: customers
// said what they cannot do, somebody found out, or it is over.
func (g *Game) becomeKnown(n int32) {
	inc := &g.incidents[n-1]
	if inc.known {
		return
	}
	g.settle(inc.app)
	inc.known = true
	g.ledger.knownLost += inc.pence - inc.reported
}

// reportLosses is the morning's figures: what is missing in the till is known then, if not why.
func (g *Game) reportLosses() {
	g.settleAll()
	for i := range g.apps {
		for n := g.apps[i].incidents; n != 0; n = g.incidents[n-1].next {
			if inc := &g.incidents[n-1]; !inc.known {
				g.ledger.knownLost += inc.pence - inc.reported
				inc.reported = inc.pence
			}
		}
	}
}

// forget lets an incident's further losses go unseen again: somebody dismissed it.
func (g *Game) forget(n int32) {
	inc := &g.incidents[n-1]
	if inc.known {
		g.settle(inc.app)
		inc.known = false
		inc.reported = inc.pence
	}
}

// spread is a length of time around a median, with the spread of routine work, for one thing and one ordinal.
func (g *Game) spread(median Minute, p purpose, n int32, index uint64) Minute {
	q := g.level.Balance.ShortSpread.pick(g.keys.draw(p, uint64(n), index))
	return max(1, Minute(int64(median)*int64(q)/1000))
}
