package game

// View fills v with what Application Operations knows now. It reuses v's memory, so what an earlier call put there is
// gone. Nothing that has to be found out goes in: compare the fields with the state they come from.
func (g *Game) View(v *View) {
	v.level = g.level
	v.Now, v.Start, v.End, v.Turn, v.Over, v.Won = g.now, g.level.Start, g.level.End, int(g.turn), g.over, g.won
	v.Burnout, v.BurnoutWorst = g.meanBurnout(), g.worstBurnout()
	v.Queue, v.Lost = g.queue.length, g.ledger.knownLost
	v.Course = append(v.Course[:0], g.course...)
	for i := range v.Course {
		v.Course[i].Lost = g.known[i]
	}
	v.Frozen, v.Standby, v.Overtime = g.frozen, int(g.standby), g.now < g.overtime
	if g.onlyEnables() {
		v.Standby = None // nobody calls them
	}
	v.Goals = v.Goals[:0]
	for i := range g.level.Goals {
		v.Goals = append(v.Goals, g.knownGoal(i))
	}
	v.News = v.News[:0]
	for i := range g.last {
		if e := &g.last[i]; !e.Hidden {
			v.News = append(v.News, g.told(e))
		}
	}
	g.viewBoard(v)
	g.viewApps(v)
	g.viewAlerts(v)
	g.viewRequests(v)
	g.viewMessages(v)
	g.viewTeams(v)
	g.viewPeople(v)
}

// told is an event as Application Operations hears of it.
func (g *Game) told(e *Event) Event {
	t := *e
	t.Incident = 0
	t.Causes = [2]EventID{}
	return t
}

// knownGoal is a goal as far as its value is known: losses that nobody has noticed yet are not in it.
func (g *Game) knownGoal(i int) GoalView {
	v := g.goalView(i)
	if v.Metric == "revenue_lost" {
		v.Current = g.ledger.knownLost
		v.Met = v.Current <= v.Value == v.AtMost
	}
	return v
}

func (g *Game) viewBoard(v *View) {
	v.NextBoard = Never
	for m := range g.level.Models {
		if at := g.level.Models[m].Approval.next(g.now); at > g.now {
			v.NextBoard = min(v.NextBoard, at)
		}
	}
}

func (g *Game) viewApps(v *View) {
	v.Apps = grow(v.Apps, len(g.apps))
	v.LossRate = 0
	for i := range g.apps {
		a, spec, w := &g.apps[i], &g.level.Applications[i], &v.Apps[i]
		needs := w.Needs[:0]
		*w = AppView{
			Name: spec.Name, Live: a.live, Revenue: spec.Revenue, Target: spec.Target,
			Owner: int(a.ownerKnown), OwnerSeen: a.ownerSeen, Major: a.major, Minor: a.minor,
			Deployed: -1, DeployedBy: None, Runbook: g.freshness(int32(i)), Tuned: a.tuned,
			Model: int(a.model), Moving: a.moving, Written: a.written,
		}
		for k, d := range spec.DependsOn {
			if k < maxNeeds && a.needs&(1<<k) != 0 {
				needs = append(needs, d)
			}
		}
		w.Needs = needs
		if a.last != 0 {
			d := &g.deployments[a.last-1]
			w.Deployed, w.DeployedBy, w.RolledBack = d.at, int(d.analyst), d.rolledBack
		}
		if a.request != 0 {
			if r := &g.requests[a.request-1]; r.state != Unread {
				w.Waiting = r.batch
			}
		}
		if a.incidents == 0 {
			continue
		}
		w.LossRate = g.lossRate(int32(i), func(inc *incident) bool {
			return inc.known && inc.alert != 0 && g.alerts[inc.alert-1].confirmed
		})
		v.LossRate += g.lossRate(int32(i), func(inc *incident) bool { return inc.known })
		for n := a.incidents; n != 0; n = g.incidents[n-1].next {
			inc := &g.incidents[n-1]
			if !inc.known || inc.alert == 0 || !g.alerts[inc.alert-1].confirmed {
				continue
			}
			h := Degraded
			if inc.impact >= 500 {
				h = Down
			}
			if w.Health == Healthy || inc.began < w.DownSince {
				w.DownSince = inc.began
			}
			w.Health = max(w.Health, h)
		}
	}
}

func (g *Game) viewAlerts(v *View) {
	n := 0
	for _, k := range g.openAlerts {
		a := &g.alerts[k-1]
		if a.raised == Never {
			continue
		}
		v.Alerts = grow(v.Alerts, n+1)
		w := &v.Alerts[n]
		n++
		ruled := w.Ruled[:0]
		*w = AlertView{
			N: k, Raised: a.raised, Host: int(a.host), Metric: a.metric, Reading: a.reading, Threshold: a.threshold,
			Named: int(a.named), Linked: int(a.linked), Confirmed: a.confirmed, Repeats: a.repeats, State: a.state,
			Analyst: int(a.analyst), Team: int(a.team), Until: Never, Cause: a.cause, Upstream: int(a.upstream), Page: a.page,
		}
		for _, r := range a.ruled[:a.nRuled] {
			ruled = append(ruled, int(r))
		}
		w.Ruled = ruled
		if a.state == Investigating || a.state == Diagnosing || a.state == Repairing {
			w.Until = a.until
			if a.analyst != None {
				w.Until = g.expectedEnd(a.analyst)
			}
		}
	}
	v.Alerts = v.Alerts[:n]
}

func (g *Game) viewRequests(v *View) {
	v.Requests = grow(v.Requests, len(g.openRequests))
	for i, k := range g.openRequests {
		r, w := &g.requests[k-1], &v.Requests[i]
		*w = RequestView{
			N: k, Team: int(r.team), App: None, Arrived: r.arrived, State: r.state, Deadline: Never, After: None,
			Approved: Never, Analyst: int(r.analyst), Until: Never, Pressed: r.pressed,
		}
		if r.state == Unread {
			continue
		}
		if g.model(r.app).Deploys == DeliveryTeam {
			w.State = WithItsTeam
		}
		a := &g.apps[r.app]
		w.App, w.Version, w.Batch, w.Deadline = int(r.app), [2]int32{a.major, a.minor + 1}, r.batch, r.deadline
		w.Approved, w.Late = r.approved, r.late
		if r.after != 0 && !g.requests[r.after-1].closed {
			w.After, w.AfterN = int(g.requests[r.after-1].app), r.after
		}
		if r.state == BeingDeployed {
			w.Until = g.expectedEnd(r.analyst)
		}
	}
}

func (g *Game) viewMessages(v *View) {
	v.Messages = grow(v.Messages, len(g.openMessages))
	for i, k := range g.openMessages {
		m, w := &g.messages[k-1], &v.Messages[i]
		answers := append(w.Answers[:0], g.answers(m)...)
		*w = MessageView{
			N: k, Kind: m.kind, Arrived: m.at, About: m.about, App: int(m.app), Team: int(m.team), Goal: int(m.goal),
			Read: m.read, Answers: answers, Analyst: int(m.analyst),
		}
	}
}

func (g *Game) viewTeams(v *View) {
	v.Teams = grow(v.Teams, len(g.teams))
	for i := range g.teams {
		t := &g.teams[i]
		v.Teams[i] = TeamView{Name: g.level.Teams[i].Name, Joined: t.joined, Goodwill: min(t.goodwill/200, 4), Busy: t.busy}
	}
	v.Hosts = grow(v.Hosts, len(g.hosts))
	for i := range g.hosts {
		w := &v.Hosts[i]
		w.Name = g.level.Hosts[i].Name
		w.Runs = w.Runs[:0]
		for _, s := range g.hosts[i].seen[:g.hosts[i].n] {
			w.Runs = append(w.Runs, Sighting{int(s.app), s.at})
		}
	}
}

func (g *Game) viewPeople(v *View) {
	v.Analysts = grow(v.Analysts, len(g.analysts))
	for k := range g.analysts {
		p, w := &g.analysts[k], &v.Analysts[k]
		queue, knows := w.Queue[:0], w.Knows[:0]
		*w = AnalystView{
			Name: g.level.Analysts[k].Name, Presence: p.presence, Back: p.back, Work: p.work.work, Item: p.work.item,
			App: int(g.appOf(&p.work)), Until: g.expectedEnd(int32(k)), Burnout: p.burnout / milliPoint, Fatigue: p.fatigue / milliPoint,
			Load: p.load, Duty: p.duty,
		}
		if p.work.work == Idle {
			w.App = None
		}
		for i := range p.queue[:p.nQueue] {
			t := &p.queue[i]
			queue = append(queue, Task{t.work, t.item, int(g.appOf(t))})
		}
		for s := range p.knows {
			if t := &p.knows[s]; t.app != None {
				knows = append(knows, Known{int(t.app), g.faded(t)})
			}
		}
		w.Queue, w.Knows = queue, knows
	}
}

// expectedEnd is when analyst k's present work is likely to end: what is not done by five goes on in the morning.
func (g *Game) expectedEnd(k int32) Minute {
	p := &g.analysts[k]
	evening := g.now.shiftEnd()
	if g.now < g.overtime {
		evening += Minute(g.level.Balance.OvertimeHours) * Hour
	}
	if p.presence != AtWork || p.until == Never || p.until <= evening+g.level.Balance.ShiftOverrun || !g.now.InHours() {
		return p.until
	}
	return addWorking(evening, p.until-evening)
}

// grow makes s n long, keeping the memory that its elements hold.
func grow[T any](s []T, n int) []T {
	if n <= cap(s) {
		return s[:n]
	}
	return append(s[:cap(s)], make([]T, n-cap(s))...)
}
