package game

// EndTurn plays on to the end of the turn and returns what happened, in order, hidden events included. The slice is
// good until the next call. After the end of the game it returns nothing.
func (g *Game) EndTurn() []Event {
	if g.over {
		return nil
	}
	g.paged = false
	began := g.now
	g.turnBegan = began
	end := g.turnEnd()
	long := end-began > g.level.TurnMinutes
	g.runAgenda(g.now)
	for g.now < end && !(long && g.paged && g.now > began) {
		if g.now >= g.hour {
			g.beginHour()
		}
		g.now = min(g.agenda.next(), g.hour, end)
		g.runAgenda(g.now)
		if g.now == g.hour {
			g.endHour()
		}
	}
	g.settleAll()
	g.turn++
	g.course = append(g.course, Gauge{At: g.now, Burnout: g.meanBurnout(), Queue: g.queue.length, Lost: g.ledger.lost, Waiting: int32(len(g.openRequests))})
	g.known = append(g.known, g.ledger.knownLost)
	if g.now >= g.level.End {
		g.finish()
	}
	g.foldEvents()
	g.last, g.events = g.events, g.last[:0]
	return g.last
}

// turnEnd is when the turn that begins now ends at the latest: after the level's turn in hours, the longer one at
// night, and never across nine or five o'clock, when people come and go.
func (g *Game) turnEnd() Minute {
	length := g.level.TurnMinutes
	if !g.now.InHours() {
		length = max(g.level.NightMinutes, length)
	}
	end := g.now + length
	if g.now.InHours() {
		end -= end % length // so that turns fall on the same minutes again after an early end
		if end <= g.now {
			end += length
		}
	}
	return min(end, g.now.nextBoundary(), g.level.End)
}

// runAgenda carries out everything due at minute m.
func (g *Game) runAgenda(m Minute) {
	for g.agenda.next() <= m {
		e := g.agenda.pop()
		g.happen(&e)
		g.restartFreed()
	}
}

func (g *Game) happen(e *entry) {
	switch e.kind {
	case atFault:
		g.latentFault(e.id)
	case atNoise:
		g.noiseAlert(e.id)
	case atChange:
		g.changeFinished(e.id)
	case atRelease:
		g.releaseDue(e.id)
	case atDetect:
		g.detect(e.id, false)
	case atCustomers:
		g.detect(e.id, true)
	case atBlast:
		g.blast(e.id, e.gen)
	case atBurst:
		g.burst(e.id)
	case atDebt:
		g.debtReturns(e.id)
	case atChangeFault:
		g.changeFault(e.id)
	case atDeskDone:
		g.deskDone(e.id)
	case atDeskMended:
		g.deskMended(e.id)
	case atHandedOver:
		g.handOver(e.id, e.gen)
	case atRepeat:
		g.raiseAgain(e.id, e.gen)
	case atWorkDone:
		g.workDone(e.id, e.gen)
	case atTeamAnswers:
		g.teamAnswers(e.id, e.gen)
	case atTeamDone:
		g.teamDone(e.id, e.gen)
	case atApproved:
		g.approve(e.id)
	case atWish:
		g.wishMissed(e.id)
	case atChase, atUnread:
		g.chase(e.id, e.kind)
	case atEscalation:
		g.pressForRequest(e.id)
	case atRework:
		g.reworkDone(e.id)
	case atTeamDeploys:
		g.teamDeploys(e.id)
	case atPress:
		g.pressForIncident(e.id)
	case atIgnored:
		g.ignored(e.id)
	case atBack:
		g.comeBack(e.id, e.gen)
	case atJoin:
		g.joins(e.id)
	case atMoved:
		g.moved(e.id, e.gen)
	case atReview:
		g.reviewBudget(e.id, e.gen)
	case atEvening:
		g.evening()
	case atHappening:
		g.happening(e.id)
	case atHappeningEnds:
		g.happeningEnds(e.id)
	}
}

// beginHour draws the demand of the hour that begins now.
func (g *Game) beginHour() {
	g.drawDemand(g.hour)
	g.hour += Hour
}

// endHour lets an hour tell on the people, and turns the day, the rota and the week.
func (g *Game) endHour() {
	g.peopleHour()
	switch {
	case g.now%Day == dayStart && g.now%Week < 5*Day:
		g.beginDay()
	case g.now%Week == 4*Day+dayEnd:
		g.endWeek()
	}
}

// endWeek closes a working week: management looks at the goals.
func (g *Game) endWeek() {
	e := ev(WeekEnded)
	e.Amount = int64(g.now/Week) + 1
	g.emit(e)
	g.reviewGoals()
}

// finish ends the game and says whether it was won.
func (g *Game) finish() {
	g.over = true
	g.won = true
	for i := range g.level.Goals {
		if !g.goalView(i).Met {
			g.won = false
		}
	}
	e := ev(GameOver)
	if g.won {
		e.Amount = 1
	}
	g.emit(e)
}

// emit records an event at this minute and returns its number.
func (g *Game) emit(e Event) EventID {
	g.eventID++
	e.ID = g.eventID
	e.At = g.now
	g.events = append(g.events, e)
	if g.trace != nil {
		g.trace.Events = append(g.trace.Events, e)
	}
	return e.ID
}

// ev is an event with no application, team and analyst.
func ev(kind EventKind) Event { return Event{Kind: kind, App: None, Team: None, Analyst: None} }
