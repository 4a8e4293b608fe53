package game

// batchFailure is the chance in a million that a batch fails, by its size: 1-(1-p)^n (C23).
func batchFailure(perChange PerMille) [maxBatch + 1]int64 {
	var t [maxBatch + 1]int64
	good := int64(1_000_000)
	for n := range t {
		t[n] = 1_000_000 - good
		good = good * int64(1000-perChange) / 1000
	}
	return t
}

// deployEffort is analyst k's work to deploy request n: less with a pipeline, more with a larger batch.
func (g *Game) deployEffort(k, n int32) int32 {
	r, b := &g.requests[n-1], &g.level.Balance
	spec := &g.level.Applications[r.app]
	w := int64(g.spread(b.DeployWork, forSpread, r.app<<12|g.apps[r.app].deployments, 9)) + int64(b.DeployPerChange)*int64(min(r.batch, maxBatch))
	w -= w * int64(spec.Pipeline) / 1000 * int64(b.PipelineTime) / 1000
	w = w * int64(b.KnowledgeTime.At(g.know(k, r.app))) / 1000
	return int32(max(w+int64(g.model(r.app).Approval.Minutes), 5))
}

// failureChance is the chance in a million that deploying request n fails in analyst k's hands (None: its own team's).
func (g *Game) failureChance(k, n int32) int64 {
	r, b := &g.requests[n-1], &g.level.Balance
	p := g.fixed.failure[min(r.batch, maxBatch)]
	know, tired := PerMille(1000), int32(0)
	if k != None {
		know, tired = g.know(k, r.app), g.analysts[k].fatigue/milliPoint
	}
	p = p * int64(b.DeployKnowledge.At(know)) / 1000 * int64(b.DeployFatigue.At(tired)) / 1000
	if r.after != 0 && !g.requests[r.after-1].closed {
		p = p * int64(b.OrderMistake) / 1000
	}
	return min(p, 950_000)
}

// deployDone ends the deployment of request n by analyst k, or by its own team with None: it went well, it failed at
// once and was rolled back, or it will turn out to have been bad.
func (g *Game) deployDone(k, n int32) {
	r, b := &g.requests[n-1], &g.level.Balance
	i := r.app
	a := &g.apps[i]
	a.deployments++
	u := g.keys.draw(forFailure, uint64(i), uint64(a.deployments))
	fails := chance(u, g.failureChance(k, n))
	visible := fails && chance(u<<32, int64(b.FailsVisibly)*1000)
	g.tally.attempts++
	d := deployment{app: i, request: n, analyst: k, at: g.now, batch: r.batch, failed: visible, fault: fails && !visible, first: r.first}
	num := int32(len(g.deployments) + 1)
	e := ev(Deployed)
	e.Item, e.App, e.Analyst, e.Team, e.Amount, e.Causes = Item{Request, n}, i, k, r.team, int64(r.batch), [2]EventID{r.last, r.event}
	if fails {
		g.tally.failed++
	}
	if visible {
		e.Kind = DeploymentFailed
		d.event = g.emit(e)
		g.deployments = append(g.deployments, d)
		g.cool(r.team, b.GoodwillFailed)
		g.closeRequest(n)
		g.rework(num)
		return
	}
	g.settleDelay(i)
	taken := min(r.batch, a.waiting)
	a.waiting -= taken
	a.changes += taken
	a.minor++
	d.event = g.emit(e)
	a.last = num
	g.deployments = append(g.deployments, d)
	g.tally.deployed(r.batch, workingMinutes(r.first, g.now), g.now-r.first)
	g.warm(r.team, b.GoodwillDeploy)
	g.drift(i, taken)
	g.closeRequest(n)
	if d.fault {
		g.agenda.push(g.now+g.spread(b.ChangeFaultDelay, forRework, num, 3), atChangeFault, num, 0)
	}
}

// changeFault lets a bad deployment break its application, unless it has been rolled back.
func (g *Game) changeFault(num int32) {
	d := &g.deployments[num-1]
	if d.rolledBack {
		return
	}
	e := ev(ChangeFault)
	e.Hidden, e.App, e.Causes = true, d.app, [2]EventID{d.event}
	id := g.emit(e)
	impact := g.level.Balance.FaultImpact.pick(g.keys.draw(forImpact, uint64(d.app), 1<<32|uint64(num)))
	n := g.begin(d.app, ChangeFaultKind, impact, [2]EventID{id})
	g.incidents[n-1].deployment = num
}

// rollBack ends an analyst's rollback of application i.
func (g *Game) rollBack(k, i int32) { g.undo(k, i) }

// undo takes the last deployment of application i back: its changes wait again, what it broke is restored, and its
// team has work to do over. It returns the event.
func (g *Game) undo(k, i int32) EventID {
	a, b := &g.apps[i], &g.level.Balance
	e := ev(RolledBack)
	e.App, e.Analyst, e.Team = i, k, a.owner
	if a.last == 0 || g.deployments[a.last-1].rolledBack {
		return g.emit(e) // somebody was faster
	}
	num := a.last
	d := &g.deployments[num-1]
	d.rolledBack = true
	e.Amount, e.Causes = int64(d.batch), [2]EventID{d.event}
	id := g.emit(e)
	g.settleDelay(i)
	a.waiting += d.batch
	a.minor--
	g.cool(a.owner, b.GoodwillRollback)
	for n := a.incidents; n != 0; {
		next := g.incidents[n-1].next
		if inc := &g.incidents[n-1]; inc.fault == ChangeFaultKind && inc.deployment == num {
			g.restore(n, id)
		}
		n = next
	}
	g.rework(num)
	return id
}

// rework sends the changes of deployment num back to their team, which asks again when it has done them over.
func (g *Game) rework(num int32) {
	d := &g.deployments[num-1]
	a := &g.apps[d.app]
	a.reworking = a.request == 0
	g.tally.reworked++
	e := ev(ReworkAsked)
	e.Hidden, e.App, e.Team, e.Causes = true, d.app, a.owner, [2]EventID{d.event}
	g.emit(e)
	g.agenda.push(addWorking(g.now, g.spread(g.level.Balance.ReworkTime, forRework, num, 2)), atRework, num, 0)
}

// reworkDone lets the team ask again for what failed or was rolled back.
func (g *Game) reworkDone(num int32) {
	d := &g.deployments[num-1]
	a := &g.apps[d.app]
	a.reworking = false
	g.settleDelay(d.app)
	a.waiting += g.level.Balance.ReworkChanges
	if a.request != 0 {
		r := &g.requests[a.request-1] // they asked for something newer meanwhile: it goes along
		if r.state != BeingDeployed {
			r.batch = a.waiting
			r.first = min(r.first, d.first)
		}
		return
	}
	g.newRequest(d.app, d.first, d.event)
}

// teamDeploys lets a team that deploys for itself do so.
func (g *Game) teamDeploys(n int32) {
	if r := &g.requests[n-1]; !r.closed {
		g.teamTime(g.level.Balance.TeamDeployWork)
		g.deployDone(None, n)
	}
}
