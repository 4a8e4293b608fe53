package game

func (g *Game) doAlert(o Order) error {
	a, err := g.alertIn(o)
	if err != nil {
		return err
	}
	if a.state == WithTeam || a.state == AskedTeam {
		if o.Kind == Escalate && a.state == AskedTeam && int(a.team) != o.Team {
			g.ask(o.Item.N, int32(o.Team))
			return nil
		}
		return refuse(refusedWithTeam, "item", o.Item, "team", g.level.Teams[a.team].Name)
	}
	switch o.Kind {
	case Link:
		if a.confirmed {
			return refuse(refusedLinked, "item", o.Item, "app", g.level.Applications[a.linked].Name)
		}
		for _, r := range a.ruled[:a.nRuled] {
			if int(r) == o.App {
				return refuse(refusedRuledOut, "item", o.Item, "app", g.level.Applications[o.App].Name)
			}
		}
		g.link(o.Item.N, int32(o.App))
	case Dismiss:
		if a.confirmed {
			return refuse(refusedReal, "item", o.Item)
		}
		g.dismiss(o.Item.N)
	case Escalate:
		if g.modelOf(a).team() == nil {
			return refuse(refusedChain, "model", g.modelOf(a).Title)
		}
		g.ask(o.Item.N, int32(o.Team))
	case Assign:
		if a.state == NeedsDecision || a.state == WithUpstream || a.state == WithDesk {
			return refuse(refusedDiagnosed, "item", o.Item)
		}
		return g.give(o, WorkAlert)
	case Workaround:
		if a.linked == None {
			return refuse(refusedUnlinked, "item", o.Item)
		}
		return g.give(o, WorkWorkaround)
	}
	g.startAll()
	return nil
}

// give puts work on an item into an analyst's queue, calling the analyst out when it is night and customers suffer.
func (g *Game) give(o Order, w Work) error {
	k := int32(o.Analyst)
	p := &g.analysts[k]
	name := g.level.Analysts[k].Name
	if p.presence == Sick || p.presence == OnLeave {
		return refuse(refusedAway, "who", name, "when", p.back)
	}
	if p.nQueue == maxTasks {
		return refuse(refusedFull, "who", name, "n", maxTasks)
	}
	t := task{work: w, item: o.Item, app: int32(o.App)}
	if holder := g.holder(o.Item); holder != None {
		if holder == k && p.work.item == o.Item && p.work.work == w {
			return refuse(refusedOnIt, "who", name, "item", o.Item)
		}
		g.takeFrom(holder, o.Item)
	}
	switch o.Item.Kind {
	case Alert:
		a := &g.alerts[o.Item.N-1]
		a.analyst = k
		if a.state == Waiting || w == WorkAlert {
			a.state = Queued
		}
	case Request:
		r := &g.requests[o.Item.N-1]
		r.analyst = k
		if r.approved <= g.now {
			r.state = DeployQueued
		}
	case Message:
		g.messages[o.Item.N-1].analyst = k
	}
	g.queueLast(k, t)
	if incident := w == WorkAlert || w == WorkWorkaround || w == WorkRollBack; incident && p.presence == OnCall && !g.now.InHours() {
		n := int32(0)
		if o.Item.Kind == Alert {
			n = o.Item.N
		}
		if n == 0 || g.alerts[n-1].page {
			g.callOut(k, n)
		}
	}
	g.startAll()
	return nil
}

// holder is the analyst who has an item, or None.
func (g *Game) holder(i Item) int32 {
	switch i.Kind {
	case Alert:
		return g.alerts[i.N-1].analyst
	case Request:
		return g.requests[i.N-1].analyst
	case Message:
		return g.messages[i.N-1].analyst
	}
	return None
}

// takeFrom takes an item out of analyst k's hands and queue, keeping what is left of the work with the item.
func (g *Game) takeFrom(k int32, i Item) {
	p := &g.analysts[k]
	if p.work.work != Idle && p.work.item == i {
		g.interrupted(k)
		g.putDown(k)
	}
	g.takeOff(k, i)
}

// interrupted: analyst k is taken off unfinished work, which strains more than it slows (C38).
func (g *Game) interrupted(k int32) {
	p := &g.analysts[k]
	p.fatigue = min(p.fatigue+g.level.Balance.InterruptStrain, fullPoints)
	g.tally.interrupts++
	e := ev(Interrupted)
	e.Analyst, e.Item = k, p.work.item
	g.emit(e)
}

func (g *Game) doDeploy(o Order) error {
	r, err := g.requestIn(o)
	if err != nil {
		return err
	}
	if g.model(r.app).Deploys == DeliveryTeam {
		return refuse(refusedOwnTeam, "item", o.Item)
	}
	if r.state == Unread {
		return refuse(refusedUnread, "item", o.Item)
	}
	return g.give(o, WorkDeploy)
}

func (g *Game) doRollBack(o Order) error {
	a := &g.apps[o.App]
	if a.last == 0 || g.deployments[a.last-1].rolledBack {
		return refuse(refusedUndeployed, "app", g.level.Applications[o.App].Name)
	}
	o.Item = Item{}
	return g.give(o, WorkRollBack)
}

func (g *Game) doQueue(o Order) error {
	if o.Item.Kind == Alert {
		if _, err := g.alertIn(o); err != nil {
			return err
		}
	} else if o.Item.Kind == Request {
		if _, err := g.requestIn(o); err != nil {
			return err
		}
	} else if _, err := g.messageIn(o); err != nil {
		return err
	}
	k := g.holder(o.Item)
	if k == None {
		return refuse(refusedNobody, "item", o.Item)
	}
	if o.Kind == First {
		if g.analysts[k].work.item == o.Item {
			return refuse(refusedOnIt, "who", g.level.Analysts[k].Name, "item", o.Item)
		}
		g.first(k, o.Item)
		g.startAll()
		return nil
	}
	g.takeFrom(k, o.Item)
	g.release(&task{item: o.Item})
	g.startAll()
	return nil
}

// first moves an item to the front of analyst k's queue and interrupts what they do, if it can be begun.
func (g *Game) first(k int32, item Item) {
	p := &g.analysts[k]
	for i := int32(0); i < p.nQueue; i++ {
		if p.queue[i].item != item {
			continue
		}
		t := p.queue[i]
		copy(p.queue[1:i+1], p.queue[:i])
		p.queue[0] = t
		if p.work.work != Idle && p.here() && g.startable(&t, p.presence == CalledIn) {
			copy(p.queue[:], p.queue[1:p.nQueue])
			p.nQueue--
			g.interrupted(k)
			g.putDown(k)
			g.start(k, t)
		}
		return
	}
}

func (g *Game) doImprove(o Order) error {
	w := improvement(o.Kind)
	o.Item = Item{}
	p := &g.analysts[o.Analyst]
	for i := range p.queue[:p.nQueue] {
		if p.queue[i].work == w && int(p.queue[i].app) == o.App {
			return refuse(refusedWaiting, "who", g.level.Analysts[o.Analyst].Name)
		}
	}
	return g.give(o, w)
}

// improvement is the work that an improvement order asks for.
func improvement(k OrderKind) Work {
	switch k {
	case Sync:
		return WorkSync
	case Runbook:
		return WorkRunbook
	case Instrument:
		return WorkInstrument
	case Chaos:
		return WorkChaos
	}
	return WorkTune
}
