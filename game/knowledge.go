package game

// know is how well analyst k knows application i now, 0 to 1000. Knowledge fades with time, steeply at first and
// slowly later (C47, C48), and with every change deployed (C46).
func (g *Game) know(k, i int32) PerMille {
	if i < 0 {
		return 0
	}
	p := &g.analysts[k]
	for s := range p.knows {
		if p.knows[s].app == i {
			return g.faded(&p.knows[s])
		}
	}
	return 0
}

func (g *Game) faded(s *slot) PerMille {
	b := &g.level.Balance
	age := int64(b.KnowledgeDecay) * int64(g.now-s.at) / int64(Week)
	news := int64(b.KnowledgeChange) * int64(g.apps[s.app].changes-s.changes)
	return PerMille(int64(s.level) * 1000 / (1000 + age + news))
}

// learn adds to what analyst k knows of application i by so many minutes of work on it; a fresh runbook teaches more.
func (g *Game) learn(k, i int32, minutes Minute) {
	b := &g.level.Balance
	if i < 0 || minutes <= 0 {
		return
	}
	gain := int64(b.KnowledgeGain) + int64(b.RunbookGain)*int64(g.freshness(i))/1000
	g.teach(k, i, int32(min(gain*int64(minutes)/int64(Hour), 1000)))
}

// teach closes the given share, in per mille, of the gap between what analyst k knows of application i and all of it.
// A person holds only so many applications: the least known gives way.
func (g *Game) teach(k, i, share int32) {
	p := &g.analysts[k]
	found, least := -1, PerMille(1001)
	for s := range p.knows {
		t := &p.knows[s]
		if t.app == i {
			found = s
			break
		}
		level := PerMille(-1)
		if t.app != None {
			level = g.faded(t)
		}
		if level < least {
			found, least = s, level
		}
	}
	level := PerMille(0)
	if p.knows[found].app == i {
		level = g.faded(&p.knows[found])
	}
	level += (1000 - level) * share / 1000
	p.knows[found] = slot{i, level, g.now, g.apps[i].changes}
}

// synced ends a knowledge synchronisation session of analyst k with the team of application i.
func (g *Game) synced(k, i int32) {
	b := &g.level.Balance
	g.teach(k, i, b.SyncGain)
	g.sawOwner(i)
	for _, h := range g.apps[i].hosts[:g.apps[i].nHosts] {
		g.sawHost(h, i)
	}
	g.warm(g.apps[i].owner, b.GoodwillSync)
	g.tally.syncMinutes += int64(b.SyncWork)
	e := ev(KnowledgeSynced)
	e.Analyst, e.App, e.Team, e.Amount = k, i, g.apps[i].owner, int64(g.know(k, i))
	g.emit(e)
}
