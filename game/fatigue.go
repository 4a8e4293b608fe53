package game

// Fatigue comes from work, most of all at night, and goes with rest. It is kept in thousandths of a point, 0 to 100.

const fullPoints = 100 * milliPoint

// tire lets one hour tell on an analyst's fatigue and on the remembered share of busy time.
func (g *Game) tire(p *analyst, inHours bool) {
	b := &g.level.Balance
	if p.work.work != Idle {
		p.busy += g.now - p.busyFrom
		p.busyFrom = g.now
	}
	worked := min(int32(p.busy), int32(Hour))
	p.busy = 0
	switch {
	case worked > 0 && inHours:
		p.fatigue += b.FatigueWork * worked / int32(Hour)
	case worked > 0:
		p.fatigue += b.FatigueNight * worked / int32(Hour)
	case p.presence == OnCall:
		p.fatigue -= b.FatigueRest * b.StandbyRest / 1000
	case p.presence != AtWork:
		p.fatigue -= b.FatigueRest
	}
	p.fatigue = min(max(p.fatigue, 0), fullPoints)
	if inHours && p.presence == AtWork {
		p.load += (worked*1000/int32(Hour) - p.load) / max(b.LoadHalfLife, 1)
	}
}

// speed is how fast analyst k works now, in per mille: quicker under some load, slower under too much (C35, C36),
// slower tired (C37) and burned out, and slower at night; in hours routine care takes its share.
func (g *Game) speed(k int32) int32 {
	p, b := &g.analysts[k], &g.level.Balance
	s := int64(b.LoadSpeed.At(p.load)) * int64(b.FatigueSpeed.At(p.fatigue/milliPoint)) / 1000
	s = s * int64(b.BurnoutSpeed.At(p.burnout/milliPoint)) / 1000
	if g.now.InHours() {
		s = s * int64(1000-g.toil) / 1000
	} else {
		s = s * int64(b.NightSpeed) / 1000
	}
	return int32(max(s, 200))
}

// countToil is the share of everybody's time, in per mille, that routine care of the live applications takes: patches,
// certificates, data fixes, capacity (C32). The fewer are there to share it, the more it is for each.
func (g *Game) countToil() {
	apps, people := int64(0), int64(0)
	for i := range g.apps {
		if g.apps[i].live && g.model(int32(i)).Deploys == Analysts {
			apps++
		}
	}
	for k := range g.analysts {
		if g.analysts[k].here() {
			people++
		}
	}
	week := int64(5 * (dayEnd - dayStart))
	g.toil = PerMille(min(apps*int64(g.level.Balance.ToilPerWeek)*1000/(max(people, 1)*week), 600))
}

// mistaken tells whether a tired analyst makes a mistake in the work just finished (C37).
func (g *Game) mistaken(k int32) bool {
	p := &g.analysts[k]
	p.done++
	u := g.keys.draw(forMistake, uint64(k), uint64(p.done))
	return chance(u, int64(g.level.Balance.MistakeChance.At(p.fatigue/milliPoint))*1000)
}
