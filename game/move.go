package game

// doMove begins to move an application to another support model. Management agrees where the evidence is there: so
// many incidents of the application written up. Until the move is done the old model holds.
func (g *Game) doMove(o Order) error {
	a := &g.apps[o.App]
	m := &g.level.Models[o.Model]
	name := g.level.Applications[o.App].Name
	switch {
	case a.moving:
		return refuse(refusedMoving, "app", name)
	case int(a.model) == o.Model:
		return refuse(refusedModel, "app", name, "model", m.Title)
	case a.written < m.Evidence:
		return refuse(refusedEvidence, "app", name, "model", m.Title, "n", m.Evidence, "written", a.written)
	case a.operability < m.Entry:
		return refuse(refusedEntry, "app", name, "model", m.Title)
	}
	a.moving = true
	g.ledger.transition += m.SetUp
	g.agenda.push(addWorking(g.now, m.SetUpFor), atMoved, int32(o.App), int32(o.Model))
	e := ev(MoveBegan)
	e.App, e.Team, e.Amount = int32(o.App), a.owner, int64(o.Model)
	g.emit(e)
	return nil
}

// moved lets application i be run under another model from now on.
func (g *Game) moved(i, model int32) {
	g.apps[i].moving = false
	g.changeModel(i, model, Moved)
}

// changeModel lets another model hold for application i: for its next alerts and requests, and for the open request,
// which its team deploys by itself where it may.
func (g *Game) changeModel(i, model int32, how EventKind) {
	a := &g.apps[i]
	g.settle(i)
	a.model = model
	a.budgetLost, a.budgetSince = a.lostShare, g.now
	e := ev(how)
	e.App, e.Team, e.Amount = i, a.owner, int64(model)
	g.emit(e)
	if n := a.request; n != 0 && g.model(i).Deploys == DeliveryTeam && g.requests[n-1].state != BeingDeployed {
		g.byItsTeam(n)
	}
	if every := g.model(i).Review; every > 0 {
		g.agenda.push(g.now+every, atReview, i, model)
	}
}

// reviewBudget hands application i back when it has spent more than its error budget within the period
// (article: You Build It SRE Run It).
func (g *Game) reviewBudget(i, model int32) {
	a := &g.apps[i]
	if a.model != model {
		return
	}
	m := g.model(i)
	g.settle(i)
	spec := &g.level.Applications[i]
	budget := g.profileShare(spec.Profile, a.budgetSince, g.now) * int64(100_000-spec.Target) / 100_000
	if a.lostShare-a.budgetLost > budget && m.HandBack != int(model) {
		g.changeModel(i, int32(m.HandBack), HandedBack)
		return
	}
	a.budgetLost, a.budgetSince = a.lostShare, g.now
	g.agenda.push(g.now+m.Review, atReview, i, model)
}
