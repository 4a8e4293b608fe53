package game

// NeedsDecision tells whether something waits for the player: "continue" ends turns until it does. That is something
// that came in the last turn, or free hands while there is something for them to do. Out of hours only what customers
// feel is worth waking up for.
func (g *Game) NeedsDecision() bool {
	if g.over {
		return true
	}
	inHours := g.now.InHours()
	free := inHours && g.freeHands()
	for _, n := range g.openAlerts {
		a := &g.alerts[n-1]
		if a.raised == Never || !inHours && !a.page {
			continue
		}
		switch {
		case a.state == NeedsDecision && (g.fresh(a.queued) || inHours),
			a.state == Waiting && (g.fresh(a.queued) || free):
			return true
		}
	}
	if !inHours {
		return false
	}
	if free && g.onlyEnables() {
		return true
	}
	for _, n := range g.openRequests {
		r := &g.requests[n-1]
		switch {
		case g.model(r.app).Deploys == DeliveryTeam:
		case r.state == Unread,
			r.state == ReadyToDeploy && !g.frozen && (g.fresh(r.queued) || free):
			return true
		}
	}
	for _, n := range g.openMessages {
		if m := &g.messages[n-1]; !m.read && m.analyst == None {
			return true
		}
	}
	return false
}

// onlyEnables tells whether no live application has Application Operations in its chain: then nothing comes to the inbox,
// and free hands are the only thing to decide about.
func (g *Game) onlyEnables() bool {
	for i := range g.apps {
		if g.apps[i].live && !g.byItsBuilders(int32(i)) {
			return false
		}
	}
	return true
}

// fresh tells whether what has been waiting since m is new to the player.
func (g *Game) fresh(m Minute) bool { return m != Never && m > g.turnBegan }

// freeHands tells whether somebody is at work with nothing to do.
func (g *Game) freeHands() bool {
	for k := range g.analysts {
		if p := &g.analysts[k]; p.presence == AtWork && p.work.work == Idle && p.nQueue == 0 {
			return true
		}
	}
	return false
}
