package game

// Burnout comes from sustained overload, a long queue, callouts and escalations, and goes with rest, time off and
// finished work (C29 to C36). It slows people, makes them ill, and in the end makes them leave. It is kept in
// thousandths of a point, 0 to 100.

// burn lets one hour tell on an analyst. perPerson is the queue per analyst, in tenths.
func (g *Game) burn(p *analyst, inHours bool, perPerson int32) {
	b := &g.level.Balance
	switch p.presence {
	case AtWork, CalledIn:
		if inHours {
			g.addBurnout(p, b.BurnoutLoad.At(p.load)+b.BurnoutQueue.At(perPerson))
		}
	case AtHome:
		g.addBurnout(p, -b.BurnoutRest)
	case OnCall:
		g.addBurnout(p, -b.BurnoutRest*b.StandbyRest/1000)
	case OnLeave, Sick:
		if inHours {
			g.addBurnout(p, -b.BurnoutLeave/8)
		}
	}
}

func (g *Game) addBurnout(p *analyst, d int32) {
	p.burnout = min(max(p.burnout+d, 0), fullPoints)
}

// everybody adds to the burnout of all who are employed.
func (g *Game) everybody(d int32) {
	for k := range g.analysts {
		if p := &g.analysts[k]; p.employed() {
			g.addBurnout(p, d)
		}
	}
}

// meanBurnout is the gauge: the mean of the employed, in points.
func (g *Game) meanBurnout() int32 {
	sum, n := int64(0), int64(0)
	for k := range g.analysts {
		if p := &g.analysts[k]; p.employed() {
			sum += int64(p.burnout)
			n++
		}
	}
	if n == 0 {
		return 100
	}
	return int32((sum + n*milliPoint/2) / (n * milliPoint))
}

// worstBurnout is the worst off of the employed, in points.
func (g *Game) worstBurnout() int32 {
	worst := int32(0)
	for k := range g.analysts {
		if p := &g.analysts[k]; p.employed() {
			worst = max(worst, p.burnout)
		}
	}
	return worst / milliPoint
}
