package policy

import "callout/game"

// ticket is an alert that wants somebody.
type ticket struct {
	index int        // into View.Alerts
	app   int        // what it probably is, or None
	sure  bool       // the clues point clearly to app
	worth game.Pence // what it may cost in an hour
}

// What each kind of clue says for an application. A host counts as shared by all that the catalogue has seen on it.
var cluePoints = [...]int{game.NamesIt: 100, game.HostRan: 36, game.DeployedLate: 17, game.DependsOnDown: 12, game.SameHost: 16}

const (
	clearPoints = 18 // from here, and with a lead, clues point clearly to one application
	clearLead   = 6
	attention   = 40 // tickets that are weighed in one turn
)

// alerts links what the clues make clear and gives what waits to people, the dearest first.
func (r *rule) alerts(v *game.View, give Give) {
	r.tickets = r.tickets[:0]
	night := !v.Now.InHours()
	for _, pages := range [2]bool{true, false} { // what customers feel is looked at first
		for i := range v.Alerts {
			a := &v.Alerts[i]
			if a.Page != pages || night && !a.Page {
				continue
			}
			switch {
			case a.State == game.NeedsDecision && a.Analyst == game.None:
				r.decide(v, a, give)
			case r.unattended(a) && len(r.tickets) < attention && (a.Page || !r.style.pagesOnly):
				r.insert(v, r.ticketOf(v, i))
			}
		}
	}
	for i := range r.tickets {
		r.handOut(v, &r.tickets[i], night, give)
	}
}

// unattended tells whether alert a waits for somebody, or lies with somebody who has gone home.
func (r *rule) unattended(a *game.AlertView) bool {
	return a.State == game.Waiting && a.Analyst == game.None ||
		a.State == game.Queued && a.Analyst != game.None && !r.crew.ready(a.Analyst)
}

// ticketOf weighs alert i: which application it may be, and what that costs.
func (r *rule) ticketOf(v *game.View, i int) ticket {
	a := &v.Alerts[i]
	t := ticket{index: i, app: a.Linked, sure: a.Confirmed}
	if t.app == game.None && r.links != never && r.has(linksByClues) {
		t.app, t.sure = r.suspect(v, a)
	}
	if t.app != game.None {
		t.worth = v.Apps[t.app].Revenue
	} else {
		n := game.Pence(0)
		for k := range v.Apps {
			if v.Apps[k].Live {
				t.worth += v.Apps[k].Revenue
				n++
			}
		}
		t.worth /= max(n, 1)
	}
	if !a.Page {
		t.worth /= 12
	} else if a.Metric != game.Complaints && !a.Confirmed {
		t.worth = t.worth * 2 / 3
	}
	return t
}

// suspect is the application that the clues speak for, and whether they do so clearly.
func (r *rule) suspect(v *game.View, a *game.AlertView) (app int, sure bool) {
	if len(r.points) < len(v.Apps) {
		r.points = make([]int, len(v.Apps))
	}
	clear(r.points)
	r.clues = v.Clues(a, r.clues[:0])
	ran := 0
	for _, c := range r.clues {
		if c.Kind == game.HostRan {
			ran++
		}
	}
	for _, c := range r.clues {
		p := cluePoints[c.Kind]
		if c.Kind == game.HostRan {
			p /= ran
		}
		r.points[c.App] += p
	}
	for _, wrong := range a.Ruled {
		r.points[wrong] = 0
	}
	best, second := game.None, 0
	for i, p := range r.points {
		if !v.Apps[i].Live || p == 0 {
			continue
		}
		if best == game.None || p > r.points[best] {
			if best != game.None {
				second = r.points[best]
			}
			best = i
		} else {
			second = max(second, p)
		}
	}
	if best == game.None {
		return game.None, false
	}
	return best, r.points[best] >= clearPoints && r.points[best]-second >= clearLead
}

func (r *rule) insert(v *game.View, t ticket) {
	i := len(r.tickets)
	r.tickets = append(r.tickets, t)
	for ; i > 0 && r.tickets[i-1].worth < t.worth; i-- {
		r.tickets[i] = r.tickets[i-1]
	}
	r.tickets[i] = t
}

// handOut links ticket t if it is clear, rolls back a suspicious deployment, or gives it to somebody. What customers
// feel goes before everything else that the one who gets it has in hand.
func (r *rule) handOut(v *game.View, t *ticket, night bool, give Give) {
	a := &v.Alerts[t.index]
	item := game.Item{Kind: game.Alert, N: a.N}
	k, wait := r.best(v, t.app, a.Page)
	if k == game.None && night && t.worth*untilMorning(v.Now)/60 >= r.style.call {
		k, wait = r.crew.night(), 0
	}
	if app := r.linkTo(v, a, t); app != game.None && (k != game.None || a.Page) {
		if give(game.Order{Kind: game.Link, Item: item, App: app}) == nil {
			a.Linked = app
		}
	}
	if a.Page && !night && (k == game.None || wait > r.style.swamped) && r.handOver(v, a, give) {
		return
	}
	if k == game.None {
		return
	}
	if r.suspicious(v, a, t) && give(game.Order{Kind: game.RollBack, App: t.app, Analyst: k}) == nil {
		r.rolled[t.app] = v.Apps[t.app].Deployed
		r.crew.give(k, game.WorkRollBack)
		return
	}
	if a.Page && a.Linked != game.None && (night || t.worth >= r.style.fix) &&
		r.urgent(v, game.Order{Kind: game.Workaround, Item: item, Analyst: k}, game.WorkWorkaround, true, give) {
		return
	}
	r.urgent(v, game.Order{Kind: game.Assign, Item: item, Analyst: k}, game.WorkAlert, a.Page, give)
}

// handOver asks the owner of the application that alert a is linked to, when nobody here gets to it soon.
func (r *rule) handOver(v *game.View, a *game.AlertView, give Give) bool {
	if !r.has(asksOwners) || a.Linked == game.None || v.Apps[a.Linked].Owner == game.None || r.asked.about(a.N).times > 0 {
		return false
	}
	return r.asked.ask(v, a, &r.luck, give)
}

// urgent gives order o and tells whether it was accepted. What customers feel goes to the front: what waits is put
// back for others, and what can wait is interrupted.
func (r *rule) urgent(v *game.View, o game.Order, w game.Work, page bool, give Give) bool {
	k := o.Analyst
	p := &v.Analysts[k]
	if page {
		for i := range p.Queue {
			if q := &p.Queue[i]; q.Item.Kind == game.Request {
				give(game.Order{Kind: game.Drop, Item: q.Item})
			}
		}
	}
	if give(o) != nil {
		return false
	}
	r.crew.give(k, w)
	if page && r.canWait(v, k) {
		give(game.Order{Kind: game.First, Item: o.Item})
		r.taken[k] = true
	}
	return true
}

// canWait tells whether what analyst k does can wait for what customers feel.
func (r *rule) canWait(v *game.View, k int) bool {
	p := &v.Analysts[k]
	switch p.Work {
	case game.Idle, game.WorkWorkaround, game.WorkRollBack:
		return false
	case game.WorkAlert:
		for i := range v.Alerts {
			if a := &v.Alerts[i]; a.N == p.Item.N {
				return !a.Page && !r.taken[k]
			}
		}
	}
	return !r.taken[k] && p.Until > v.Now+10
}

// linkTo is the application to link alert a to, or None.
func (r *rule) linkTo(v *game.View, a *game.AlertView, t *ticket) int {
	if a.Linked != game.None {
		return game.None
	}
	switch r.links {
	case byClues:
		if r.has(linksByClues) && t.sure && (a.Page || a.Metric == game.Complaints) {
			return t.app
		}
	case byGuess:
		for int(a.N) >= len(r.guessed) {
			r.guessed = append(r.guessed, false)
		}
		if r.guessed[a.N] {
			return game.None
		}
		r.guessed[a.N] = true
		i := r.luck.below(len(v.Apps))
		for range v.Apps {
			if v.Apps[i].Live && !contains(a.Ruled, i) {
				return i
			}
			i = (i + 1) % len(v.Apps)
		}
	}
	return game.None
}

// suspicious tells whether ticket t is known to be of an application that was deployed not long before: then a rollback
// is tried without looking for the cause. A rollback in vain costs a whole deployment, so clues alone do not do.
func (r *rule) suspicious(v *game.View, a *game.AlertView, t *ticket) bool {
	if t.app == game.None || a.Named != t.app && !a.Confirmed || !a.Page || a.Cause != game.UnknownFault {
		return false
	}
	p := &v.Apps[t.app]
	return p.Deployed >= 0 && !p.RolledBack && p.Deployed <= a.Raised && a.Raised-p.Deployed <= 2*game.Hour && r.rolled[t.app] != p.Deployed
}

// decide does something about an alert whose cause is not Operations' to mend: the owner is asked; a workaround buys
// time at night, or when nobody knows the owner, or when every hour is dear.
func (r *rule) decide(v *game.View, a *game.AlertView, give Give) {
	known := r.has(asksOwners) && a.Linked != game.None && v.Apps[a.Linked].Owner != game.None && v.Apps[a.Linked].Owner != r.asked.about(a.N).last
	night := !v.Now.InHours()
	if a.Page && a.Linked != game.None && (!known || night || v.Apps[a.Linked].LossRate >= r.style.fix) {
		k, _ := r.best(v, a.Linked, true)
		if k == game.None && night && v.Apps[a.Linked].Revenue/2*untilMorning(v.Now)/60 >= r.style.call {
			k = r.crew.night()
		}
		o := game.Order{Kind: game.Workaround, Item: game.Item{Kind: game.Alert, N: a.N}, Analyst: k}
		if k != game.None && r.urgent(v, o, game.WorkWorkaround, true, give) {
			return
		}
	}
	if !night {
		r.asked.blind = !r.has(asksOwners)
		r.asked.ask(v, a, &r.luck, give)
	}
}

// best is who is ready and would be done first with work on application i, and how long until they begin; or None
// where nobody begins soon.
func (r *rule) best(v *game.View, i int, page bool) (who int, wait game.Minute) {
	soon := game.Minute(60)
	if page {
		soon = 4 * game.Hour
	}
	who = game.None
	least := game.Never
	for k := range r.crew.free {
		if !r.crew.ready(k) || r.crew.load[k] >= room {
			continue
		}
		begin := r.crew.free[k] - v.Now
		if page && r.canWait(v, k) {
			begin = 15
		}
		if begin > soon {
			continue
		}
		took := begin + 130
		if i != game.None {
			took = begin + 40 + game.Minute(90*(1000-r.crew.knows(k, i))/1000)
		}
		if took < least {
			who, wait, least = k, begin, took
		}
	}
	return who, wait
}

// untilMorning is how many minutes of a full day's earnings lie before nine o'clock: little is sold at night.
func untilMorning(now game.Minute) game.Pence {
	const nine, late, early = 9 * game.Hour, 23 * game.Hour, 7 * game.Hour
	at := now % game.Day
	switch {
	case at < early:
		return game.Pence((early-at)/10 + (nine-early)/3)
	case at < nine:
		return game.Pence((nine - at) / 3)
	case at < late:
		return game.Pence((late-at)*2/3 + (game.Day-late+early)/10 + (nine-early)/3)
	}
	return game.Pence((game.Day-at+early)/10 + (nine-early)/3)
}

func contains(list []int, x int) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}
