package game

// releaseDue is application i's turn to ask for a deployment: it does if changes wait and no request is open.
func (g *Game) releaseDue(i int32) {
	a, spec := &g.apps[i], &g.level.Applications[i]
	every := max(spec.ReleaseEvery, Hour)
	g.agenda.push((g.now + every).nextShift(), atRelease, i, 0)
	if a.waiting > 0 && a.request == 0 && !a.reworking {
		g.newRequest(i, g.now, EventID(0))
	}
}

// newRequest lets application i's team ask for what waits. first is when they asked for the first time.
func (g *Game) newRequest(i int32, first Minute, cause EventID) {
	a, b := &g.apps[i], &g.level.Balance
	n := int32(len(g.requests) + 1)
	a.releases++
	u := g.keys.draw(forWish, uint64(i), uint64(a.releases))
	r := request{
		app: i, team: a.owner, arrived: g.now, first: first, batch: a.waiting, approved: Never,
		analyst: None, until: Never, queued: Never,
	}
	days := b.WishDays[0] + int32(among(u, int(b.WishDays[1]-b.WishDays[0]+1)))
	r.deadline = addWorking(g.now, Minute(days)*(dayEnd-dayStart))
	r.deadline = r.deadline - r.deadline%Day + 12*Hour + Minute(u&1)*5*Hour
	if chance(u<<16, int64(b.WishChance)*1000) {
		r.after = g.wishedFirst(i)
	}
	e := ev(RequestArrived)
	e.Item, e.Team, e.Amount, e.Causes = Item{Request, n}, a.owner, int64(r.batch), [2]EventID{cause}
	r.event = g.emit(e)
	r.last = r.event
	a.request = n
	g.requests = append(g.requests, r)
	g.openRequests = append(g.openRequests, n)
	if g.model(i).Deploys == DeliveryTeam {
		g.byItsTeam(n)
		return
	}
	g.enqueue(&g.requests[n-1].queued)
	g.agenda.push(r.deadline, atWish, n, 0)
	g.agenda.push(addWorking(g.now, b.QuietAfter), atUnread, n, 0)
}

// byItsTeam lets request n be deployed by the team that made it, without a board and without asking anybody.
func (g *Game) byItsTeam(n int32) {
	r := &g.requests[n-1]
	if r.analyst != None {
		g.takeOff(r.analyst, Item{Request, n})
		r.analyst = None
	}
	g.dequeue(&r.queued)
	r.state, r.approved = ReadyToDeploy, g.now
	g.agenda.push(addWorking(g.now, g.spread(g.level.Balance.TeamDeploy, forRework, n, 1)), atTeamDeploys, n, 0)
}

// wishedFirst is an open request of another team that this one wants to wait for, or 0.
func (g *Game) wishedFirst(i int32) int32 {
	for _, d := range g.level.Applications[i].DependsOn {
		if q := g.apps[d].request; q != 0 && g.requests[q-1].state != BeingDeployed {
			return q
		}
	}
	for k := len(g.openRequests) - 1; k >= 0; k-- {
		n := g.openRequests[k]
		if q := &g.requests[n-1]; q.app != i && q.state != BeingDeployed && q.after == 0 {
			return n
		}
	}
	return 0
}

// read puts request n into the plan and before the board.
func (g *Game) read(n int32) {
	r := &g.requests[n-1]
	board := &g.model(r.app).Approval
	r.approved = board.next(g.now)
	g.sawOwner(r.app)
	g.apps[r.app].ownerKnown = r.team
	g.dequeue(&r.queued)
	e := ev(Planned)
	e.Item, e.App, e.Team, e.Amount, e.Causes = Item{Request, n}, r.app, r.team, int64(r.approved), [2]EventID{r.last}
	r.last = g.emit(e)
	if r.approved <= g.now {
		r.state = ReadyToDeploy
		g.enqueue(&r.queued)
		return
	}
	r.state = BeforeBoard
	g.agenda.push(r.approved, atApproved, n, 0)
}

// approve lets request n pass the board. The board looks, and nods: approval costs days and prevents nothing (C20).
func (g *Game) approve(n int32) {
	r := &g.requests[n-1]
	if r.closed {
		return
	}
	e := ev(Approved)
	e.Item, e.App, e.Causes = Item{Request, n}, r.app, [2]EventID{r.last}
	r.last = g.emit(e)
	r.state = ReadyToDeploy
	if r.analyst != None {
		r.state = DeployQueued
	}
	g.enqueue(&r.queued)
	g.startAll()
}

// wishMissed: the deadline of request n has passed.
func (g *Game) wishMissed(n int32) {
	r := &g.requests[n-1]
	if r.closed {
		return
	}
	b := &g.level.Balance
	r.late = true
	g.tally.late++
	e := ev(WishMissed)
	e.Item, e.App, e.Team, e.Causes = Item{Request, n}, r.app, r.team, [2]EventID{r.last}
	r.last = g.emit(e)
	g.cool(r.team, b.GoodwillWait)
	g.agenda.push(addWorking(g.now, b.LateChase), atChase, n, 0)
	g.agenda.push(addWorking(g.now, b.LateEscalate), atEscalation, n, 0)
}

// chase: the team asks where its deployment is, because it is late or because nobody has read the request.
func (g *Game) chase(n int32, why entryKind) {
	r := &g.requests[n-1]
	if r.closed || r.state == BeingDeployed || why == atUnread && r.state != Unread {
		return
	}
	g.cool(r.team, g.level.Balance.GoodwillWait)
	e := ev(TeamChased)
	e.Team, e.Causes = r.team, [2]EventID{r.last}
	e.Item = g.newMessage(message{kind: ChaseMessage, about: Item{Request, n}, app: None, team: r.team, goal: None})
	r.last = g.emit(e)
	g.agenda.push(addWorking(g.now, dayEnd-dayStart), why, n, 0)
}

// closeRequest takes request n off the inbox.
func (g *Game) closeRequest(n int32) {
	r := &g.requests[n-1]
	if r.closed {
		return
	}
	r.closed = true
	g.dequeue(&r.queued)
	if r.analyst != None {
		g.takeOff(r.analyst, Item{Request, n})
	}
	r.analyst = None
	g.apps[r.app].request = 0
	g.openRequests = remove(g.openRequests, n)
	for _, m := range append([]int32(nil), g.openMessages...) {
		if g.messages[m-1].about == (Item{Request, n}) && g.messages[m-1].kind == ChaseMessage {
			g.closeMessage(m)
		}
	}
	g.chain = fold(g.chain, uint64(n)<<8|uint64(r.state))
}
