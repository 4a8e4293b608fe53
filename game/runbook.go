package game

// freshness is how much of the runbook of application i still holds, 0 to 1000: it goes stale with every change
// deployed, not with time (C46).
func (g *Game) freshness(i int32) PerMille {
	a := &g.apps[i]
	if a.runbook == 0 {
		return 0
	}
	stale := int64(g.level.Balance.RunbookChange) * int64(a.changes-a.runbookAt)
	return PerMille(int64(a.runbook) * 1000 / (1000 + stale))
}

// runbookFactor is the time factor, in per mille, that the runbook of application i gives for incident n. Nothing
// helps against what nobody has seen before (C13, C45).
func (g *Game) runbookFactor(i, n int32) int64 {
	if g.incidents[n-1].novel {
		return 1000
	}
	return int64(g.level.Balance.RunbookTime.At(g.freshness(i)))
}

// runbookWritten ends analyst k's work on the runbook of application i: as good as what they know of it.
func (g *Game) runbookWritten(k, i int32) {
	a := &g.apps[i]
	a.runbook = max(g.freshness(i), 300+g.know(k, i)*700/1000)
	a.runbookAt = a.changes
	e := ev(RunbookWritten)
	e.Analyst, e.App, e.Amount = k, i, int64(a.runbook)
	g.emit(e)
}

// tuned ends analyst k's work on the alerts of application i: less noise, and a little slower to see a fault.
func (g *Game) tuned(k, i int32) {
	a, b := &g.apps[i], &g.level.Balance
	a.noise = a.noise * (1000 - b.TuneEffect) / 1000
	a.slowness += a.slowness * b.TuneRisk / 1000
	a.tuned++
	e := ev(AlertsTuned)
	e.Analyst, e.App = k, i
	g.emit(e)
}
