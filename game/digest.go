package game

// fold takes one word into a digest.
func fold(h, x uint64) uint64 {
	h = (h ^ x) * 0x9fb21c651e98df25
	return h ^ h>>32
}

// fold2 takes two small numbers in as one word.
func fold2(h uint64, a, b int32) uint64 { return fold(h, uint64(uint32(a))<<32|uint64(uint32(b))) }

// Digest is a fingerprint of the whole state: everything that is open as it stands, and what is closed and all events
// through the chain that they were folded into. Two games with the same digest play on alike.
func (g *Game) Digest() uint64 {
	h := fold(g.chain, uint64(g.now)<<32|uint64(uint32(g.turn)))
	h = fold2(h, int32(g.hour), g.standby)
	h = fold(h, uint64(g.ledger.lost))
	h = fold(h, uint64(g.ledger.knownLost))
	h = fold(h, uint64(g.ledger.delay))
	h = fold(h, uint64(g.ledger.standby+g.ledger.callouts+g.ledger.sick+g.ledger.leaving+g.ledger.scope+g.ledger.transition+g.ledger.teams))
	h = fold(h, uint64(g.ledger.burnout))
	h = fold(h, uint64(g.queue.area))
	h = fold2(h, g.queue.length, int32(g.overtime))
	h = fold2(h, flags(g.frozen, g.scopeCut, g.over, g.won), int32(g.eventID))
	for i := range g.apps {
		a := &g.apps[i]
		h = fold2(h, a.operability<<12|a.telemetry, a.owner<<16|a.waiting)
		h = fold2(h, a.model<<1|flags(a.moving), a.written)
		h = fold2(h, a.changes, a.finished)
		h = fold2(h, a.noise<<12|a.slowness&0xfff, a.traffic<<16|a.demand)
		h = fold2(h, a.runbook<<16|a.runbookAt, a.ownerKnown<<16|int32(a.needs))
		for _, x := range a.hosts[:a.nHosts] {
			h = fold(h, uint64(x))
		}
	}
	for i := range g.teams {
		t := &g.teams[i]
		h = fold2(h, t.goodwill<<8|t.busy, int32(t.freeAt))
	}
	for i := range g.hosts {
		for _, s := range g.hosts[i].seen[:g.hosts[i].n] {
			h = fold2(h, s.app, int32(s.at))
		}
	}
	for k := range g.analysts {
		h = g.analysts[k].digest(h)
	}
	for _, n := range g.openAlerts {
		a := &g.alerts[n-1]
		h = fold2(h, n, a.linked<<16|a.analyst&0xffff)
		h = fold2(h, int32(a.state)<<24|int32(a.phase)<<16|a.gen, a.left)
		h = fold2(h, int32(a.until), int32(a.raised))
	}
	for _, n := range g.openRequests {
		r := &g.requests[n-1]
		h = fold2(h, n<<8|int32(r.state), r.analyst<<16|r.batch)
		h = fold2(h, r.left, int32(r.approved))
	}
	for _, n := range g.openMessages {
		h = fold2(h, n, flags(g.messages[n-1].read, g.messages[n-1].analyst != None))
	}
	for i := range g.apps {
		for n := g.apps[i].incidents; n != 0; n = g.incidents[n-1].next {
			inc := &g.incidents[n-1]
			h = fold2(h, n<<8|int32(inc.state), int32(inc.since))
			h = fold(h, uint64(inc.acc))
		}
	}
	for i := range g.agenda.heap {
		e := &g.agenda.heap[i]
		h = fold2(h, int32(e.at), int32(e.kind)<<24|e.id&0xffffff)
	}
	return h
}

func (p *analyst) digest(h uint64) uint64 {
	h = fold2(h, int32(p.presence)<<16|int32(p.work.work)<<8|p.nQueue, int32(p.until))
	h = fold2(h, p.fatigue, p.burnout)
	h = fold2(h, p.load<<8|flags(p.duty, p.overrun), p.gen)
	for i := range p.queue[:p.nQueue] {
		t := &p.queue[i]
		h = fold2(h, int32(t.work)<<24|int32(t.item.Kind)<<16|t.item.N&0xffff, t.left)
	}
	for i := range p.knows {
		if s := &p.knows[i]; s.app != None {
			h = fold2(h, s.app<<16|s.level, int32(s.at))
		}
	}
	return h
}

// flags packs booleans into bits.
func flags(b ...bool) int32 {
	n := int32(0)
	for _, x := range b {
		n <<= 1
		if x {
			n |= 1
		}
	}
	return n
}

// foldEvents takes the turn's events into the chain.
func (g *Game) foldEvents() {
	for i := range g.events {
		e := &g.events[i]
		g.chain = fold2(g.chain, int32(e.Kind)<<24|e.App&0xfff<<12|e.Analyst&0xfff, int32(e.At))
		g.chain = fold(g.chain, uint64(e.Amount))
	}
}
