package game

// beginDay is nine o'clock on a weekday: who is well comes to work, and the rota turns on Mondays.
func (g *Game) beginDay() {
	g.reportLosses()
	g.neglect()
	for k := range g.analysts {
		g.paySalary(int32(k))
		g.healthOf(int32(k))
	}
	if g.now.Weekday() == 0 {
		g.turnRota()
	}
	for k := range g.analysts {
		p := &g.analysts[k]
		if p.presence == AtHome || p.presence == OnCall || p.presence == CalledIn {
			p.presence = AtWork
		}
	}
	g.countToil()
	end := g.now.shiftEnd()
	if g.now < g.overtime {
		end += Minute(g.level.Balance.OvertimeHours) * Hour
	}
	g.agenda.push(end, atEvening, 0, 0)
	g.startAll()
}

// evening is the end of the working day. Nearly finished work is finished; the rest is put down until morning, but
// for what customers feel in the hands of whoever is on standby.
func (g *Game) evening() {
	b := &g.level.Balance
	g.payStandby()
	for k := range g.analysts {
		p := &g.analysts[k]
		if p.presence != AtWork {
			continue
		}
		k := int32(k)
		switch t := p.work; {
		case t.work == Idle:
			g.goHome(k)
		case p.until-g.now <= b.ShiftOverrun:
			p.overrun = true
		case t.item.Kind == Alert && g.alerts[t.item.N-1].page && g.standby == k:
			g.goHome(k)
			g.callOut(k, t.item.N)
		default:
			g.putDown(k)
			g.goHome(k)
		}
		if g.standby != k {
			g.leaveOpen(k)
		}
	}
	g.startAll()
}

// leaveOpen gives what customers feel from the queue of analyst k, who goes home, back to everybody: whoever is on
// standby may take it.
func (g *Game) leaveOpen(k int32) {
	p := &g.analysts[k]
	kept := int32(0)
	for _, t := range p.queue[:p.nQueue] {
		if t.item.Kind != Alert || !g.alerts[t.item.N-1].page || t.work != WorkAlert {
			p.queue[kept] = t
			kept++
			continue
		}
		g.release(&t)
		a := &g.alerts[t.item.N-1]
		g.dequeue(&a.queued)
		g.enqueue(&a.queued) // new to the player, who has to decide about it
		e := ev(LeftOpen)
		e.Item, e.Analyst, e.Causes = t.item, k, [2]EventID{a.last}
		a.last = g.emit(e)
		g.paged = true
	}
	p.nQueue = kept
}

// peopleHour lets the hour that just ended tell on everybody.
func (g *Game) peopleHour() {
	inHours := (g.now - 1).InHours()
	perPerson := g.queuePerAnalyst()
	for k := range g.analysts {
		p := &g.analysts[k]
		if !p.employed() {
			continue
		}
		g.tire(p, inHours)
		g.burn(p, inHours, perPerson)
		g.ledger.burnout += int64(p.burnout)
		g.tally.burnoutHours++
		p.worst = max(p.worst, p.burnout)
		g.tally.burnoutWorst = max(g.tally.burnoutWorst, p.burnout)
	}
	if !inHours && (g.now%Week >= 5*Day) && g.now%Day == dayStart {
		g.payStandby()
	}
}
