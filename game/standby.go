package game

// turnRota puts the next analyst in turn on standby. An order of the player stops the rota until next Monday.
func (g *Game) turnRota() {
	n := int32(len(g.analysts))
	for d := int32(1); d <= n; d++ {
		k := (max(g.standby, -1) + d + n) % n
		if p := &g.analysts[k]; p.employed() && p.presence != Sick && p.presence != OnLeave {
			g.setStandby(k)
			return
		}
	}
	g.standby = None
}

// setStandby puts analyst k on standby out of hours.
func (g *Game) setStandby(k int32) {
	if g.standby == k {
		return
	}
	if old := g.standby; old != None && g.analysts[old].presence == OnCall {
		g.analysts[old].presence = AtHome
	}
	g.standby = k
	if p := &g.analysts[k]; p.presence == AtHome {
		p.presence = OnCall
	}
	e := ev(StandbyChanged)
	e.Analyst = k
	g.emit(e)
}

// payStandby pays for one night, or one weekend day, of being reachable: the analyst on standby where Application
// Operations is called for anything, and every rota of the Delivery teams that are paid for it.
func (g *Game) payStandby() {
	analysts := false
	for t := range g.teams {
		g.teams[t].onRota = false
	}
	for i := range g.apps {
		a := &g.apps[i]
		if !a.live {
			continue
		}
		m := g.model(int32(i))
		for k := range m.Chain {
			r := &m.Chain[k]
			switch {
			case r.Staffing == Analysts && r.Nights == Standby:
				analysts = true
			case r.Staffing == DeliveryTeam && r.Nights == Standby:
				if t := g.rotaOf(a.owner, m.Rota); !g.teams[t].onRota {
					g.teams[t].onRota = true
					g.ledger.standby += r.StandbyPay
				}
			}
		}
	}
	if analysts && g.standby != None {
		g.ledger.standby += g.analystLink().StandbyPay
	}
}

// rotaOf is the team whose rota team t is on: its own, or that of the first team of its domain.
func (g *Game) rotaOf(t int32, r Rota) int32 {
	if r == TeamRota || g.level.Teams[t].Domain == "" {
		return t
	}
	for k := range g.level.Teams {
		if g.level.Teams[k].Domain == g.level.Teams[t].Domain {
			return int32(k)
		}
	}
	return t
}

// callOut gets analyst k out of bed for alert n.
func (g *Game) callOut(k, n int32) {
	p, b := &g.analysts[k], &g.level.Balance
	p.presence = CalledIn
	p.callouts++
	p.fatigue = min(p.fatigue+b.FatigueCallout, fullPoints)
	g.addBurnout(p, b.BurnoutCallout)
	pay := g.analystLink().CalloutPay
	g.ledger.callouts += pay
	g.tally.callouts++
	e := ev(CalledOut)
	e.Analyst, e.Amount = k, pay
	if n != 0 {
		e.Item = Item{Alert, n}
		e.Causes[0] = g.alerts[n-1].last
	}
	g.emit(e)
}

// analystLink is the link of the chain that the player's people are; pay is the same in all models of a level.
func (g *Game) analystLink() *Responders {
	for m := range g.level.Models {
		for k := range g.level.Models[m].Chain {
			if r := &g.level.Models[m].Chain[k]; r.Staffing == Analysts {
				return r
			}
		}
	}
	return &Responders{}
}
