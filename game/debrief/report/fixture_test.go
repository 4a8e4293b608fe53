package report

import (
	"callout/game"
	"callout/game/debrief"
	"callout/game/predict"
)

// fixture is a debrief in which everything is there, and which no change of balance can move: two weeks of four
// applications, played by hand.
func fixture() *debrief.Debrief {
	l := fixtureLevel()
	d := &debrief.Debrief{Record: &debrief.Record{Level: l, Seed: game.SeedFrom(7)}}
	d.Predictions = predict.Calibration{
		Asked: 3, List: []predict.Prediction{{Sure: 90}, {Sure: 90}, {Sure: 50}}, Levels: []predict.Level{{Sure: 50, Said: 1, Right: 1}, {Sure: 90, Said: 2, Right: 0}}, Right: 1,
	}
	d.Incidents = fixtureIncidents(l)
	d.Result = fixtureResult(l, d.Incidents)
	d.Course, d.Marks = fixtureCourse(valueOf(d.Result.Values, "revenue_lost").N)
	d.Costs = []debrief.Cost{
		{Key: "revenue_lost", Title: "revenue lost", Pence: valueOf(d.Result.Values, "revenue_lost").N},
		{Key: "cost_of_delay", Title: "cost of delay", Pence: 18_412_36}, {Key: "standby_cost", Title: "standby cost", Pence: 2_100_00},
		{Key: "callout_cost", Title: "callout cost", Pence: 540_00}, {Key: "team_cost", Title: "Delivery teams' time for running it"},
		{Key: "set_up_cost", Title: "set-up of support models"}, {Key: "people", Title: "burnout, sick leave and people who left", Pence: 4_250_50},
	}
	d.Loss = debrief.Protection{Tolerated: 60_000_00, Lost: d.Costs[0].Pence, Share: valueOf(d.Result.Values, "protection")}
	d.Fires = fixtureFires(d.Incidents, d.Costs[0].Pence)
	d.Findings = fixtureFindings()
	d.Next = "Play the same seed again and ask the team of payments at once when its code is at fault."
	d.Questions = []string{
		"Who of you could have said that ledger needs payments?", "What would it take that a team hears of its own incident first?",
		"Which of your own applications is a host metric away from being understood?",
	}
	d.Ladder = debrief.Ladder{Score: 561, Hints: 10, Medal: debrief.Silver, Says: "Silver: better than the rule of thumb on this seed. Gold asks for 702 points.", Rungs: []debrief.Rung{
		{Policy: "idle", Score: -840, Lost: 310_000_00}, {Policy: "random", Score: -122, Lost: 160_400_00},
		{Policy: "fifo", Score: 310, Lost: 71_020_00, Medal: debrief.Bronze}, {Policy: "rule", Score: 540, Lost: 39_880_00, Won: true, Medal: debrief.Silver},
		{Policy: "lookahead", Score: 702, Lost: 21_300_00, Won: true, Medal: debrief.Gold},
	}}
	d.Models = fixtureModels(d.Result.Values)
	d.Review = debrief.Review{Tried: 46, Games: 1472, Worst: []debrief.Decision{
		{Turn: 9, At: at(1, 10, 20), Kind: "wrong-link", Order: "link A-004 basket", Instead: "assign A-004 Asha", Text: "The alert named a host that basket and ledger share; nobody had seen ledger there.", Pence: 6_120_00, Error: 410_00},
		{Turn: 41, At: at(4, 16, 40), Kind: "late-deployment", Order: "deploy R-007 Bram", Text: "A batch of nine changes on a Friday evening, with nobody on standby who knows payments.", Pence: 4_870_00, Error: 980_00},
		{Turn: 60, At: at(9, 11, 0), Kind: "no-rest", Instead: "rest Chidi", Text: "Chidi was at 78 points of burnout and went on working.", Pence: 1_940_00, Error: 350_00},
	}, Best: &debrief.Decision{Turn: 22, At: at(2, 15, 0), Kind: "right-team", Order: "escalate A-011 kestrel", Instead: "assign A-011 Bram", Text: "The cause was in the code, and kestrel answered within the hour.", Pence: 7_300_00, Error: 620_00}}
	return d
}

// at is a minute of the fixture, by day, hour and minute.
func at(day, hour, minute int) game.Minute {
	return game.Minute(day)*game.Day + game.Minute(hour)*game.Hour + game.Minute(minute)
}

func fixtureLevel() *game.Level {
	l := &game.Level{
		Name: "high-street", Title: "High street", Lesson: "What nobody reads is in nobody's plan.",
		Start: at(0, 9, 0), End: at(11, 17, 0), TurnMinutes: game.Hour, Par: 50_000_000,
		Models: []game.Model{{Name: "ops-run-it", Title: "You Build It Ops Run It"}},
	}
	for i, n := range []string{"basket", "ledger", "payments", "search"} {
		l.Applications = append(l.Applications, game.Application{Name: n, Team: i, Target: 99_900, Revenue: 1_800_000})
	}
	for _, n := range []string{"heron", "kestrel", "wagtail", "plover"} {
		l.Teams = append(l.Teams, game.Team{Name: n})
	}
	for _, n := range []string{"Asha", "Bram", "Chidi"} {
		l.Analysts = append(l.Analysts, game.Analyst{Name: n})
	}
	return l
}

// fixtureIncidents are fifteen incidents, the dearest first, one of them still open at the end.
func fixtureIncidents(l *game.Level) []debrief.Incident {
	var list []debrief.Incident
	pence := game.Pence(14_207_53)
	for n := range 15 {
		i := debrief.Incident{Name: l.Applications[n%4].Name}
		i.Loss = game.Loss{Incident: int32(n*7%15 + 1), App: n % 4, Began: at(n*7%11, 8+n%9, n*13%60), Pence: pence, Event: game.EventID(10 + n), Fault: game.ConfigurationFault + game.FaultKind(n%6)}
		for s := range i.States {
			i.States[s] = game.Minute((n*31+s*47)%90+3) * game.Minute((n+s)%3)
			i.Minutes += i.States[s]
		}
		if i.Restored = i.Began + i.Minutes; n == 6 {
			i.Restored = game.Never
		}
		list, pence = append(list, i), pence*81/100-game.Pence(n)
	}
	list[0].Causes = []debrief.Step{
		{At: at(0, 15, 10), Turn: 6, Event: 88, Text: "kestrel sends A-004 back, it is not theirs: 2 h 10 lost.", Minutes: 130},
		{At: at(0, 12, 0), Turn: 3, Event: 61, Text: "You asked kestrel for help with A-004.", Decision: true, Order: "escalate A-004 kestrel"},
		{At: at(0, 10, 20), Turn: 1, Event: 40, Text: "You linked A-004 to basket.", Decision: true, Order: "link A-004 basket"},
		{At: at(0, 9, 5), Turn: 0, Event: 12, Text: "The deployment of ledger carried a fault in."},
	}
	list[1].Causes = []debrief.Step{{At: at(4, 16, 40), Turn: 41, Event: 300, Text: "Nine changes went live at once, after a wait of four days.", Minutes: 5760}}
	return list
}

func fixtureResult(l *game.Level, incidents []debrief.Incident) game.Result {
	r := game.Result{Level: l.Name, Turns: 92, At: l.End, Over: true}
	lost := game.Pence(0)
	r.Applications = make([]game.AppResult, len(l.Applications))
	for i, a := range l.Applications {
		r.Applications[i] = game.AppResult{Name: a.Name, Target: a.Target, Availability: 99_950 - int32(i)*120, Deployments: int32(i + 2), Waiting: int32(i)}
	}
	for _, i := range incidents {
		lost += i.Pence
		r.Losses = append(r.Losses, i.Loss)
		for s, m := range i.States {
			r.StateMinutes[s] += int64(m)
		}
		a := &r.Applications[i.App]
		a.Incidents, a.Minutes, a.Lost = a.Incidents+1, a.Minutes+int32(i.Minutes), a.Lost+i.Pence
	}
	values := map[string]int64{
		"revenue_lost": lost, "cost_of_delay": 18_412_36, "standby_cost": 2_100_00, "callout_cost": 540_00, "total_cost": lost + 18_412_36 + 2_100_00 + 540_00 + 4_250_50,
		"incidents": 15, "ttr_median": 214, "ttr_p90": 402, "burnout_max": 78, "queue_max": 17, "queue_mean": 6_215, "availability": 998,
		"deploy_wait_median": 31_500, "protection": 1000 - lost*1000/60_000_00, "score": 571,
	}
	for _, name := range game.MetricNames() {
		unit, milli, _ := game.MetricUnit(name)
		n, valid := values[name]
		r.Values = append(r.Values, game.Value{Name: name, N: n, Unit: unit, Milli: milli, Valid: valid})
	}
	r.Goals = []game.GoalView{
		{Metric: "revenue_lost", AtMost: true, Value: 60_000_00, Current: lost, Met: lost <= 60_000_00},
		{Metric: "burnout_max", AtMost: true, Value: 75, Current: 78}, {Metric: "deploy_wait_median", AtMost: true, Value: 32_000, Current: 31_500, Met: true, Relaxed: true},
	}
	r.People = []game.PersonResult{
		{Name: "Asha", Burnout: 41, Worst: 66, Callouts: 3, Hired: true}, {Name: "Bram", Burnout: 30, Worst: 52, Callouts: 2, Hired: true},
		{Name: "Chidi", Burnout: 71, Worst: 78, Callouts: 4, SickDays: 2, Left: true, Hired: true}, {Name: "Devi"},
	}
	return r
}

// fixtureCourse has a turn for each working hour, and a night that is one turn.
func fixtureCourse(lost game.Pence) ([]debrief.Point, []debrief.Mark) {
	var course []debrief.Point
	for n := range 92 {
		day, hour := n/9, n%9
		if day >= 5 {
			day += 2
		}
		p := debrief.Point{Finished: int32(n), Requested: int32(n * 9 / 10), Planned: int32(n * 3 / 4), Deployed: int32(n / 9 * 5)}
		p.At, p.Burnout, p.Queue = at(day, 10+hour, 0), int32(12+n*2/3+n%7), int32(3+n/8+n*n%9)
		p.Lost, p.Waiting = lost*game.Pence(n*n)/(91*91), (p.Requested-p.Deployed)/2
		course = append(course, p)
	}
	mark := func(n int, order, text string, heavy bool) debrief.Mark {
		return debrief.Mark{At: course[n].At, Turn: n, Order: order, Text: text, Heavy: heavy}
	}
	return course, []debrief.Mark{
		mark(1, "link A-004 basket", "A-004 linked to basket", true), mark(3, "escalate A-004 kestrel", "kestrel asked about A-004", false),
		mark(41, "deploy R-007 Bram", "R-007 deployed on a Friday", true), mark(42, "freeze on", "deployments frozen", true), mark(60, "freeze off", "deployments go on", true),
	}
}

func fixtureFires(incidents []debrief.Incident, lost game.Pence) []debrief.Fire {
	var list []debrief.Fire
	for n, i := range incidents[:5] {
		list = append(list, debrief.Fire{Incident: i, Share: shareOf(i.Pence, lost), Why: "It waited for the wrong team while customers could not pay."})
		if n < 2 {
			list[n].Cut = debrief.Cut{Turn: 1, Order: "assign A-004 Asha", Text: "Asha would have found within 40 min that it is ledger's.", Saved: 9_310_00, Price: 0}
		}
	}
	return list
}

func fixtureFindings() []debrief.Finding {
	seen := debrief.Finding{Key: "long-time-to-restore", Title: "Long time to restore", Seen: true, Says: "41 % of all minutes were between teams.", Evidence: []debrief.Evidence{
		{At: at(0, 15, 10), Item: "A-004", Minutes: 130, Pence: 3_200_00, Text: "kestrel sent it back: 2 h 10 for £3,200."},
		{At: at(3, 11, 0), Item: "A-017", Minutes: 95, Pence: 1_150_00, Text: "wagtail answered after 1 h 35."},
	}}
	list := []debrief.Finding{seen}
	for _, f := range [][2]string{
		{"knowledge-synchronisation", "Very high knowledge synchronisation cost"}, {"no-customer-outcomes", "No focus on customer outcomes"},
		{"fragile-architecture", "Fragile architecture"}, {"inadequate-telemetry", "Inadequate telemetry"}, {"traffic-ignorance", "Traffic ignorance"},
		{"restricted-collaboration", "Restricted collaboration"}, {"unfair-on-call", "Unfair on-call expectations"},
	} {
		list = append(list, debrief.Finding{Key: f[0], Title: f[1], Says: "Not seen: no minute of this game shows it."})
	}
	list[4].Seen, list[4].Says = true, "Two incidents in three were told of by customers first."
	return list
}

func fixtureModels(values []game.Value) []debrief.ModelResult {
	var list []debrief.ModelResult
	for n, m := range []debrief.ModelResult{
		{Title: "You Build It Ops Run It", Played: true, Own: true}, {Model: "ops-run-it", Title: "You Build It Ops Run It", Own: true},
		{Model: "you-run-it", Title: "You Build It You Run It", Won: true}, {Model: "ops-sometimes-run-it", Title: "You Build It Ops Sometimes Run It"},
		{Model: "sre-run-it", Title: "You Build It SRE Run It", Won: true}, {Model: "idle", Title: "Nothing done"},
	} {
		for _, v := range values {
			switch v.Name {
			case "revenue_lost":
				v.N = v.N * int64(100-n*n*3+n*n*n*2) / 100
			case "standby_cost":
				v.N *= int64(n + 1)
			}
			m.Values = append(m.Values, v)
		}
		m.Total = valueOf(m.Values, "revenue_lost").N + opex(&m) + 18_412_36 + 4_250_50
		list = append(list, m)
	}
	return list
}
