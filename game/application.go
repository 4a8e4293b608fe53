package game

// startApp makes application i live, now or when the level says that it joins.
func (g *Game) startApp(i int32) {
	a, spec := &g.apps[i], &g.level.Applications[i]
	*a = app{
		owner: int32(spec.Team), model: int32(spec.Model), operability: spec.Operability, telemetry: spec.Telemetry,
		traffic: 1000, demand: 1000, noise: 1000, slowness: 1000,
		major: spec.Version[0], minor: spec.Version[1], ownerKnown: None, settled: g.now, delaySet: g.now,
	}
	for _, h := range spec.Hosts[:min(len(spec.Hosts), maxHosts)] {
		a.hosts[a.nHosts] = int32(h)
		a.nHosts++
	}
	if spec.Joins > g.level.Start {
		g.agenda.push(spec.Joins, atJoin, i, 0)
		return
	}
	g.goLive(i)
}

// joins lets application i and its team begin during play.
func (g *Game) joins(i int32) {
	g.goLive(i)
	e := ev(TeamJoined)
	e.App, e.Team = i, g.apps[i].owner
	g.emit(e)
}

func (g *Game) goLive(i int32) {
	a, spec := &g.apps[i], &g.level.Applications[i]
	a.live = true
	a.waiting = spec.ChangesWaiting
	a.settled, a.delaySet = g.now, g.now
	g.teams[a.owner].joined = true
	if spec.Known {
		a.ownerKnown, a.ownerSeen = a.owner, g.now
		for _, h := range a.hosts[:a.nHosts] {
			g.sawHost(h, i)
		}
	}
	g.nextChange(i)
	offset := Minute(among(g.keys.draw(forMinute, uint64(i), 0), int(max(spec.ReleaseEvery, 1))))
	g.agenda.push((g.now + offset).nextShift(), atRelease, i, 0)
	if m := g.model(i); m.Review > 0 {
		g.agenda.push(g.now+m.Review, atReview, i, a.model)
		a.budgetSince = g.now
	}
	if a.waiting > 0 {
		g.newRequest(i, g.now, EventID(0)) // they asked last week
	}
}

// sawHost notes in the catalogue that application i runs on host h. The oldest entry gives way when it is full.
func (g *Game) sawHost(h, i int32) {
	t := &g.hosts[h]
	oldest := 0
	for k := range t.seen[:t.n] {
		if t.seen[k].app == i {
			t.seen[k].at = g.now
			return
		}
		if t.seen[k].at < t.seen[oldest].at {
			oldest = k
		}
	}
	if t.n < maxSeen {
		oldest = int(t.n)
		t.n++
	}
	t.seen[oldest] = sighting{i, g.now}
}

// sawOwner notes in the catalogue who owns application i.
func (g *Game) sawOwner(i int32) {
	a := &g.apps[i]
	a.ownerKnown, a.ownerSeen = a.owner, g.now
}

// sawNeed notes that application i depends on application d.
func (g *Game) sawNeed(i, d int32) {
	for k, n := range g.level.Applications[i].DependsOn {
		if int32(n) == d && k < maxNeeds {
			g.apps[i].needs |= 1 << k
		}
	}
}

// drift is the operability incentive: with every change deployed, an application whose team is not called for it
// gets a little harder to run, and one whose team is called a little easier (article, third and last section).
func (g *Game) drift(i, changes int32) {
	a := &g.apps[i]
	d := g.model(i).Incentive * changes * g.level.Balance.OperabilityDrift / 1000
	a.operability = min(max(a.operability+d, 50), 980)
	a.telemetry = min(max(a.telemetry+d, 50), 980)
}

// teamTime charges minutes that a Delivery team spends on running what it builds: they are missing from its changes.
func (g *Game) teamTime(m Minute) {
	g.ledger.teams += int64(m) * g.level.Balance.TeamHour / int64(Hour)
}

// neglect lets a day of care left undone tell on the applications that Application Operations looks after: certificates,
// disks and clean-up wait while everybody is busy with something else (article: incidents become more frequent).
// Where a team runs what it builds the care is its own, and is charged; and a team must be kept for what hardly changes.
func (g *Game) neglect() {
	b := &g.level.Balance
	load, people := int32(0), int32(0)
	for k := range g.analysts {
		if p := &g.analysts[k]; p.employed() && p.presence != Sick && p.presence != OnLeave {
			load += p.load
			people++
		}
	}
	undone := b.NeglectLoad.At(load / max(people, 1))
	if people == 0 {
		undone = 1000
	}
	for i := range g.apps {
		if a := &g.apps[i]; a.live && g.model(int32(i)).Deploys == Analysts {
			a.neglected += b.Neglect * undone / 5
			a.operability = max(a.operability-a.neglected/1000, 50)
			a.neglected %= 1000
		} else if a.live {
			g.teamTime(b.ToilPerWeek / 5)
			idle := 1000 - min(int64(g.level.Applications[i].ChangesPerWeek), 1000)
			g.ledger.teams += g.model(int32(i)).Keep * idle / 5000
		}
	}
}

func (g *Game) model(i int32) *Model { return &g.level.Models[g.apps[i].model] }
