package game

// Fatigue comes from work, most of all at night, and goes with rest. It is kept in thousandths of a point, 0 to 100.

const fullPoints = 100 * milliPoint

// tire lets one hour tell on an analyst's fatigue and on the remembered share of busy time.
func (g *Game) tire(p *analyst, inHours bool) {
	b := &g.level.Balance
	switch {
	case p.here() && p.work.work != Idle && inHours:
		p.fatigue += b.FatigueWork
	case p.here() && p.work.work != Idle:
		p.fatigue += b.FatigueNight
	case p.presence == OnCall:
		p.fatigue -= b.FatigueRest * b.StandbyRest / 1000
	case p.presence != AtWork:
		p.fatigue -= b.FatigueRest
	}
	p.fatigue = min(max(p.fatigue, 0), fullPoints)
	if inHours && p.presence == AtWork {
		busy := PerMille(0)
		if p.work.work != Idle {
			busy = 1000
		}
		p.load += (busy - p.load) / max(b.LoadHalfLife, 1)
	}
}

// speed is how fast analyst k works now, in per mille: quicker under some load, slower under too much (C35, C36),
// slower tired (C37) and burned out.
func (g *Game) speed(k int32) int32 {
	p, b := &g.analysts[k], &g.level.Balance
	s := int64(b.LoadSpeed.At(p.load)) * int64(b.FatigueSpeed.At(p.fatigue/milliPoint)) / 1000
	s = s * int64(b.BurnoutSpeed.At(p.burnout/milliPoint)) / 1000
	return int32(max(s, 200))
}

// mistaken tells whether a tired analyst makes a mistake in the work just finished (C37).
func (g *Game) mistaken(k int32) bool {
	p := &g.analysts[k]
	p.done++
	u := g.keys.draw(forMistake, uint64(k), uint64(p.done))
	return chance(u, int64(g.level.Balance.MistakeChance.At(p.fatigue/milliPoint))*1000)
}
