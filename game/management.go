package game

// Management presses when requests age or customers suffer for long. That costs analysts' hours, raises stress and
// jumps the queue, and does not make anybody faster (article: time-consuming management escalations).

// newMessage puts a message into the inbox and returns its item.
func (g *Game) newMessage(m message) Item {
	m.at, m.queued, m.analyst = g.now, Never, None
	g.messages = append(g.messages, m)
	n := int32(len(g.messages))
	g.openMessages = append(g.openMessages, n)
	g.enqueue(&g.messages[n-1].queued)
	if m.kind == PressMessage || m.kind == OfferMessage {
		g.agenda.push(addWorking(g.now, dayEnd-dayStart), atIgnored, n, 0)
	}
	return Item{Message, n}
}

func (g *Game) closeMessage(n int32) {
	m := &g.messages[n-1]
	if m.closed {
		return
	}
	m.closed, m.read = true, true
	g.dequeue(&m.queued)
	if m.analyst != None {
		g.takeOff(m.analyst, Item{Message, n})
	}
	g.openMessages = remove(g.openMessages, n)
	g.chain = fold(g.chain, uint64(n))
}

// pressLater puts a call from management about incident n on the agenda, should it last.
func (g *Game) pressLater(n int32) {
	if n != 0 {
		g.agenda.push(g.now+g.level.Balance.PressIncident, atPress, n, 0)
	}
}

// pressForIncident: customers have suffered for long, and management wants to know why.
func (g *Game) pressForIncident(n int32) {
	inc := &g.incidents[n-1]
	if inc.restored != Never || inc.state == InDetect {
		return
	}
	inc.press++
	g.agenda.push(g.now+g.level.Balance.PressRepeat*Minute(inc.press), atPress, n, 0)
	if !g.now.InHours() {
		return
	}
	g.press(Item{Alert, inc.alert}, inc.event)
}

// pressForRequest: a request is so late that its team has gone to management. It jumps the queue.
func (g *Game) pressForRequest(n int32) {
	r := &g.requests[n-1]
	if r.closed || r.state == BeingDeployed {
		return
	}
	r.pressed = true
	g.press(Item{Request, n}, r.last)
	if r.state == Unread {
		g.read(n)
	}
	if r.analyst != None {
		g.first(r.analyst, Item{Request, n})
	}
	g.agenda.push(addWorking(g.now, 2*(dayEnd-dayStart)), atEscalation, n, 0)
}

func (g *Game) press(about Item, cause EventID) {
	g.tally.pressed++
	g.everybody(g.level.Balance.BurnoutPress)
	e := ev(Pressed)
	e.Causes = [2]EventID{cause}
	e.Item = g.newMessage(message{kind: PressMessage, about: about, app: None, team: None, goal: None})
	g.messages[e.Item.N-1].event = g.emit(e)
}

// reported ends analyst k's status report on message n: management is content, for a while.
func (g *Game) reported(k, n int32) {
	e := ev(Reported)
	e.Item, e.Analyst, e.Causes = Item{Message, n}, k, [2]EventID{g.messages[n-1].event}
	g.emit(e)
	g.closeMessage(n)
}

// refuse tells management that there is no time for a report. Everybody hears of it.
func (g *Game) refuse(n int32) {
	g.everybody(g.level.Balance.IgnoredBurnout)
	e := ev(RefusedReport)
	e.Item, e.Causes = Item{Message, n}, [2]EventID{g.messages[n-1].event}
	g.emit(e)
	g.closeMessage(n)
}

// ignored: message n has gone unanswered for a working day, which is an answer too.
func (g *Game) ignored(n int32) {
	m := &g.messages[n-1]
	if m.closed || m.analyst != None {
		return
	}
	if m.kind == PressMessage {
		g.refuse(n)
		return
	}
	g.closeMessage(n)
}

// renegotiate carries out management's offer in message n.
func (g *Game) renegotiate(n int32, c Choice) {
	m, b := &g.messages[n-1], &g.level.Balance
	e := ev(Renegotiated)
	e.Item, e.Amount, e.Causes = Item{Message, n}, int64(c), [2]EventID{m.event}
	g.emit(e)
	switch c {
	case Scope:
		g.scopeCut = true
		weeks := int64(g.level.End-g.now)/int64(Week) + 1
		for i := range g.apps {
			if a := &g.apps[i]; a.live {
				a.demand -= a.demand * b.ScopeCut / 1000
				g.ledger.scope += b.ScopePrice * weeks
			}
		}
	case People:
		for k := range g.analysts {
			if p := &g.analysts[k]; p.presence == Arriving && p.back == Never {
				p.back = (g.now + b.HireDelay).nextShift()
				p.absence++
				g.agenda.push(p.back, atBack, int32(k), p.absence)
				break
			}
		}
	case Overtime:
		g.overtime = g.now + Minute(b.OvertimeDays)*Day
	}
	if c != Unchanged {
		s := &g.goals[m.goal]
		s.relief += int64(b.GoalRelief)
	}
	g.closeMessage(n)
}

// canHire tells whether the level has somebody in reserve.
func (g *Game) canHire() bool {
	for k := range g.analysts {
		if p := &g.analysts[k]; p.presence == Arriving && p.back == Never {
			return true
		}
	}
	return false
}
