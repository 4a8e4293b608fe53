package game

// startAnalyst puts analyst k where the level has them at the start.
func (g *Game) startAnalyst(k int32) {
	p, spec := &g.analysts[k], &g.level.Analysts[k]
	*p = analyst{back: Never, lastApp: None, until: Never}
	p.work.app = None
	for s := range p.knows {
		p.knows[s] = slot{app: None}
	}
	for s, known := range spec.Knows[:min(len(spec.Knows), KnowledgeSlots)] {
		p.knows[s] = slot{app: int32(known.App), level: known.Level, at: g.now}
	}
	p.presence = AtHome
	if spec.Reserve {
		p.presence = Arriving
	} else if g.now.InHours() {
		p.presence = AtWork
	}
}

// employed tells whether analyst k is on the payroll.
func (p *analyst) employed() bool { return p.presence != Gone && p.presence != Arriving }

// here tells whether the analyst can work now.
func (p *analyst) here() bool { return p.presence == AtWork || p.presence == CalledIn }

// startAll lets everybody who is free begin on what waits for them.
func (g *Game) startAll() {
	for k := range g.analysts {
		if p := &g.analysts[k]; p.work.work == Idle && p.here() && (p.nQueue > 0 || p.duty || p.presence == CalledIn) {
			g.tryStart(int32(k))
		} else if p.presence == OnCall && p.duty && !g.now.InHours() {
			g.tryStart(int32(k))
		}
	}
}

// tryStart lets analyst k begin on the first thing in the queue that can be begun; with duty on, on an alert that
// waits for anybody. Called in at night, an analyst goes home again when no incident is left.
func (g *Game) tryStart(k int32) {
	p := &g.analysts[k]
	if p.work.work != Idle {
		return
	}
	night := !p.here() || p.presence == CalledIn
	if p.here() {
		for i := int32(0); i < p.nQueue; i++ {
			if t := p.queue[i]; g.startable(&t, night) {
				copy(p.queue[i:], p.queue[i+1:p.nQueue])
				p.nQueue--
				g.start(k, t)
				return
			}
		}
	}
	if p.duty && p.presence != Arriving {
		if n := g.nextWaiting(night); n != 0 {
			if p.presence == OnCall {
				g.callOut(k, n)
			}
			if p.here() {
				g.alerts[n-1].analyst = k
				g.start(k, task{work: WorkAlert, item: Item{Alert, n}, app: None})
				return
			}
		}
	}
	if p.presence == CalledIn {
		p.presence = OnCall
		if g.standby != k {
			p.presence = AtHome
		}
	} else if p.overrun {
		g.goHome(k)
	}
}

// nextWaiting is the alert that an analyst on duty takes: the oldest that customers feel, else the oldest.
func (g *Game) nextWaiting(night bool) int32 {
	first := int32(0)
	for _, n := range g.openAlerts {
		a := &g.alerts[n-1]
		if a.state != Waiting || a.raised == Never || a.analyst != None {
			continue
		}
		if a.page {
			return n
		}
		if first == 0 && !night {
			first = n
		}
	}
	return first
}

// startable tells whether a task can be begun now. Out of hours only incidents are worked on.
func (g *Game) startable(t *task, night bool) bool {
	switch t.work {
	case WorkAlert, WorkWorkaround:
		a := &g.alerts[t.item.N-1]
		return !a.closed && (!night || a.page) && (a.state == Queued || a.state == Waiting || (a.state == NeedsDecision || a.state == WithUpstream) && t.work == WorkWorkaround)
	case WorkRollBack:
		return true
	case WorkDeploy:
		r := &g.requests[t.item.N-1]
		return !night && !g.frozen && !r.closed && r.approved <= g.now
	}
	return !night
}

// start has analyst k begin on t now.
func (g *Game) start(k int32, t task) {
	p := &g.analysts[k]
	p.work = t
	g.begun(k)
	effort := g.effortOf(k)
	i := g.appOf(&p.work)
	ticks := int64(effort) * 1000 / int64(g.speed(k))
	if p.lastApp != i && p.lastApp != None && i != None {
		ticks += int64(g.level.Balance.SwitchWork)
	}
	if i != None {
		p.lastApp = i
	}
	p.effort = effort
	p.began, p.until = g.now, g.now+max(1, Minute(ticks))
	p.busyFrom = g.now
	p.gen++
	g.setUntil(k)
	g.agenda.push(p.until, atWorkDone, k, p.gen)
}

// restart begins analyst k's present work anew, because what it is about has changed.
func (g *Game) restart(k int32) {
	g.noteWork(k)
	t := g.analysts[k].work
	t.left = 0
	g.start(k, t)
}

// putDown takes analyst k off the present work and puts it at the front of the queue with what is left of it.
func (g *Game) putDown(k int32) {
	p := &g.analysts[k]
	if p.work.work == Idle {
		return
	}
	t := p.work
	t.left = g.leftOf(k)
	g.stop(k)
	g.learn(k, g.appOf(&t), g.now-p.began)
	g.keep(&t)
	g.queueFirst(k, t)
}

// leftOf is what is left of analyst k's present work, in minutes at full speed.
func (g *Game) leftOf(k int32) int32 {
	p := &g.analysts[k]
	whole := int64(p.until - p.began)
	if whole <= 0 {
		return 1
	}
	return max(1, int32(int64(p.effort)*int64(p.until-g.now)/whole))
}

// stop ends analyst k's present work as it is.
func (g *Game) stop(k int32) {
	p := &g.analysts[k]
	if p.work.work != Idle {
		g.noteWork(k)
		p.busy += g.now - p.busyFrom
	}
	p.work = task{app: None}
	p.until = Never
	p.gen++
}

// queueFirst and queueLast put a task into analyst k's queue; when it is full the last one goes back to everybody.
func (g *Game) queueFirst(k int32, t task) {
	p := &g.analysts[k]
	if p.nQueue == maxTasks {
		p.nQueue--
		g.release(&p.queue[p.nQueue])
	}
	copy(p.queue[1:p.nQueue+1], p.queue[:p.nQueue])
	p.queue[0] = t
	p.nQueue++
}

func (g *Game) queueLast(k int32, t task) {
	p := &g.analysts[k]
	p.queue[p.nQueue] = t
	p.nQueue++
}

// takeOff removes what is about item from analyst k's hands and queue.
func (g *Game) takeOff(k int32, item Item) {
	p := &g.analysts[k]
	for i := int32(0); i < p.nQueue; {
		if p.queue[i].item == item {
			copy(p.queue[i:], p.queue[i+1:p.nQueue])
			p.nQueue--
			continue
		}
		i++
	}
	if p.work.work != Idle && p.work.item == item {
		i := g.appOf(&p.work)
		g.learn(k, i, g.now-p.began)
		g.stop(k)
		g.freed = true
	}
}

// restartFreed lets those whose work was taken off their hands, because somebody else finished it, begin on what is
// next.
func (g *Game) restartFreed() {
	if g.freed {
		g.freed = false
		g.startAll()
	}
}

// release gives a task that an analyst cannot keep back to everybody.
func (g *Game) release(t *task) {
	switch t.item.Kind {
	case Alert:
		a := &g.alerts[t.item.N-1]
		a.analyst = None
		if a.state == Queued {
			a.state = Waiting
		}
	case Request:
		r := &g.requests[t.item.N-1]
		r.analyst = None
		if r.state == DeployQueued {
			r.state = ReadyToDeploy
			if r.approved > g.now {
				r.state = BeforeBoard
			}
		}
	case Message:
		g.messages[t.item.N-1].analyst = None
	}
}

// clearHands takes everything from analyst k: somebody who goes leaves the work to the others.
func (g *Game) clearHands(k int32) {
	g.putDown(k)
	p := &g.analysts[k]
	for i := range p.queue[:p.nQueue] {
		g.release(&p.queue[i])
	}
	p.nQueue = 0
}

// appOf is the application that a task is about, as far as the one who does it knows, or None.
func (g *Game) appOf(t *task) int32 {
	switch t.item.Kind {
	case Alert:
		return g.alerts[t.item.N-1].linked
	case Request:
		return g.requests[t.item.N-1].app
	}
	return t.app
}

// goHome ends analyst k's working day.
func (g *Game) goHome(k int32) {
	p := &g.analysts[k]
	p.overrun = false
	p.presence = AtHome
	if g.standby == k {
		p.presence = OnCall
	}
}
