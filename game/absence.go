package game

// healthOf draws, once a working day, whether analyst k is ill, and on Mondays whether they resign. The draws belong
// to the person and the day; burnout only makes them hit more often.
func (g *Game) healthOf(k int32) {
	p, b := &g.analysts[k], &g.level.Balance
	if !p.employed() || p.presence == Sick || p.presence == OnLeave {
		return
	}
	day := uint64(g.now.Day())
	points := p.burnout / milliPoint
	if g.now.Weekday() == 0 && chance(g.keys.draw(forQuit, uint64(k), day), int64(b.QuitChance.At(points))) {
		g.resign(k)
		return
	}
	u := g.keys.draw(forSick, uint64(k), day)
	if chance(u, int64(b.SickChance.At(points))) {
		days := b.SickDays[0] + int32(among(u<<32, int(b.SickDays[1]-b.SickDays[0]+1)))
		g.absent(k, Sick, Minute(days)*(dayEnd-dayStart))
		p.sickDays += days
		g.ledger.sick += Pence(days) * b.SickDayCost
		e := ev(WentSick)
		e.Analyst, e.Amount = k, int64(days)
		g.emit(e)
	}
}

// absent sends analyst k away for so many working minutes.
func (g *Game) absent(k int32, how Presence, minutes Minute) {
	p := &g.analysts[k]
	g.clearHands(k)
	p.presence = how
	p.absence++
	p.back = addWorking(g.now, minutes)
	g.agenda.push(p.back, atBack, k, p.absence)
	if g.standby == k {
		g.standby = None
		g.turnRota()
	}
}

// comeBack ends an absence.
func (g *Game) comeBack(k, absence int32) {
	p := &g.analysts[k]
	if p.absence != absence || p.presence == Gone {
		return
	}
	kind := CameBack
	if p.presence == Arriving {
		kind = Hired
	}
	p.presence, p.back = AtHome, Never
	if g.now.InHours() {
		p.presence = AtWork
	}
	e := ev(kind)
	e.Analyst = k
	g.emit(e)
	if g.standby == None {
		g.turnRota()
	}
	g.tryStart(k)
}

// resign lets analyst k go for good; what they know goes with them.
func (g *Game) resign(k int32) {
	b := &g.level.Balance
	g.clearHands(k)
	p := &g.analysts[k]
	p.presence = Gone
	p.absence++
	g.ledger.leaving += b.LeavingCost
	g.tally.left++
	e := ev(Resigned)
	e.Analyst = k
	g.emit(e)
	g.everybody(b.BurnoutMoral)
	if g.standby == k {
		g.standby = None
		g.turnRota()
	}
}

// rest gives analyst k time off, a working day as a rule, from now or, out of hours, from the next morning.
func (g *Game) rest(k int32) {
	e := ev(Rested)
	e.Analyst = k
	g.emit(e)
	g.absent(k, OnLeave, g.level.Balance.RestMinutes)
}

func (g *Game) paySalary(k int32) {
	if g.analysts[k].employed() {
		g.ledger.salaries += g.level.Balance.AnalystPay
	}
}
