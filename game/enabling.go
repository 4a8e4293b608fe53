package game

// Enabling is what Application Operations can do for teams that run what they build, and, to a lesser degree, for
// those that do not: it cannot build operability into what it does not own (article).

// instrumented ends analyst k's work on the telemetry of application i, together with its team.
func (g *Game) instrumented(k, i int32) {
	a, b := &g.apps[i], &g.level.Balance
	a.telemetry += g.gain(i, 1000-a.telemetry, b.InstrumentGain)
	g.together(k, i, Instrumented, a.telemetry)
}

// chaosHeld ends a chaos day of analyst k with the team of application i: broken on purpose, and learned from.
func (g *Game) chaosHeld(k, i int32) {
	a, b := &g.apps[i], &g.level.Balance
	a.operability += g.gain(i, 1000-a.operability, b.ChaosGain)
	g.together(k, i, ChaosHeld, a.operability)
}

// gain is what work on what is missing adds: all of its share where the team is called for what it builds, little
// where it is not.
func (g *Game) gain(i int32, missing, share PerMille) PerMille {
	if !g.byItsBuilders(i) {
		share = share * g.level.Balance.ForeignGain / 1000
	}
	return missing * share / 1000
}

// together is what working with a team does besides.
func (g *Game) together(k, i int32, kind EventKind, level PerMille) {
	g.sawOwner(i)
	g.warm(g.apps[i].owner, g.level.Balance.GoodwillSync)
	e := ev(kind)
	e.Analyst, e.App, e.Team, e.Amount = k, i, g.apps[i].owner, int64(level)
	g.emit(e)
}

// wroteUp ends analyst k's write-up of an incident of application i: evidence, should it ever be asked for.
func (g *Game) wroteUp(k, i int32) {
	g.apps[i].written++
	e := ev(WroteUp)
	e.Analyst, e.App, e.Amount = k, i, int64(g.apps[i].written)
	g.emit(e)
}

// byItsBuilders tells whether those who run application i may change it: nobody of Application Operations is in its
// chain.
func (g *Game) byItsBuilders(i int32) bool {
	for _, r := range g.model(i).Chain {
		if r.Staffing == Analysts {
			return false
		}
	}
	return true
}

// modelOf is the support model whose chain alert a goes along.
func (g *Game) modelOf(a *alert) *Model { return &g.level.Models[a.model] }

// firstIsTeam tells whether a Delivery team is the first to be called for alert a.
func (g *Game) firstIsTeam(a *alert) bool { return g.modelOf(a).Chain[0].Staffing == DeliveryTeam }
