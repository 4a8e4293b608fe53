package ui

import (
	"callout/game"
	"callout/game/debrief"
)

// fixtureCourse is the course of that fortnight: a calm week, a bad Tuesday, and what came of it.
func fixtureCourse(l *game.Level) (course []debrief.Point) {
	p := debrief.Point{Gauge: game.Gauge{Burnout: 18}}
	for at := l.Start + game.Hour; at <= l.End; at += game.Hour {
		if !(at - 1).InHours() {
			continue
		}
		n := int32(len(course))
		p.At, p.Burnout = at, 18+n*n/150
		p.Queue = 2 + n%5
		if n > 44 {
			p.Queue += (n - 44) / 3
			p.Lost += game.Pence(n-44) * 12_000
		}
		p.Finished = n
		p.Requested = n - n%4
		p.Planned = max(p.Planned, p.Requested-n%7)
		p.Deployed = max(p.Deployed, p.Planned-n/6)
		course = append(course, p)
	}
	return course
}

// fixtureDebrief is all that there is to see in that fortnight, the long part of it too.
func fixtureDebrief(l *game.Level) *debrief.Debrief {
	r := fixtureResult(l, fixtureView(l))
	d := &debrief.Debrief{Record: &debrief.Record{Level: l, Path: "a.jsonl"}, Course: fixtureCourse(l)}
	r.Course = nil
	for i := range d.Course {
		r.Course = append(r.Course, d.Course[i].Gauge)
	}
	d.Result = r
	d.Costs = []debrief.Cost{
		{Key: "revenue_lost", Title: "revenue lost", Pence: 7_500_000}, {Key: "cost_of_delay", Title: "cost of delay", Pence: 410_000},
		{Key: "standby_cost", Title: "standby cost", Pence: 60_000}, {Key: "people", Title: "burnout, sick leave and people who left", Pence: 1_120_000},
	}
	d.Loss = debrief.Protection{Tolerated: 900_000, Lost: 7_500_000, Share: game.Value{Name: "protection", N: -7_333, Milli: true, Unit: game.ShareUnit, Valid: true}}
	for i, loss := range r.Losses {
		n := debrief.Incident{Loss: loss, Name: l.Applications[loss.App].Name}
		n.Fault = game.FaultKind(1 + i%6)
		for _, m := range loss.States {
			n.Minutes += m
		}
		n.Causes = []debrief.Step{
			{At: loss.Began + 200, Turn: 20, Text: "kestrel answered and mended it.", Minutes: 40, Own: true, Pence: loss.Pence / 4},
			{At: loss.Began + 140, Turn: 19, Text: "Escalated to heron, who do not own it: they sent it back.", Minutes: 95, Own: true, Decision: true, Order: "escalate A-113 heron", Pence: loss.Pence / 2},
			{At: loss.Began - 600, Turn: 12, Text: "R-041 waited for two days and grew to seven changes.", Minutes: 2 * game.Day},
		}
		d.Incidents = append(d.Incidents, n)
		if i < 5 {
			d.Fires = append(d.Fires, debrief.Fire{Incident: n, Share: 270 - 40*int32(i), Why: "It lay " + []string{"80", "75", "60", "50", "40"}[i] + " min between two teams, because the first one that was asked does not own it.",
				Cut: debrief.Cut{Turn: 19, Order: "escalate A-113 kestrel", Text: "kestrel would have answered within the hour.", Saved: loss.Pence / 2, Price: game.Pence(i) * 2_000}})
		}
	}
	d.Fires[2].Cut = debrief.Cut{}
	d.Fires[3].Cut.Order, d.Fires[3].Cut.Without = "", "noise A-110"
	for i, text := range []string{"Asha investigates A-112", "Nobody on standby", "link A-113 basket, which it is not", "Deployments frozen", "Chidi deploys R-041", "Bram has a day of rest"} {
		d.Marks = append(d.Marks, debrief.Mark{At: at(1+i, 9+i, 0), Turn: 8 * i, Order: "order", Text: text, Heavy: i%3 == 2 || i == 3})
	}
	for i, key := range []string{"long-time-to-restore", "knowledge-synchronisation", "no-customer-outcomes", "fragile-architecture", "inadequate-telemetry", "traffic-ignorance", "restricted-collaboration", "unfair-on-call"} {
		f := debrief.Finding{Key: key, Title: []string{"Long time to restore", "Very high knowledge synchronisation cost", "No focus on customer outcomes", "Fragile architecture",
			"Inadequate telemetry", "Traffic ignorance", "Restricted collaboration", "Unfair on-call expectations"}[i], Seen: i%3 != 2, Says: "Half of all incidents took 2 h 14 or longer, 41 % of it between teams."}
		if !f.Seen {
			f.Says = "Not seen: no team was called out of hours."
		} else {
			f.Evidence = []debrief.Evidence{
				{At: at(1, 14, 20), Item: "A-113", Minutes: 95, Pence: 1_240_000, Text: "It went from Ops Bridge to you, to heron and back, then to kestrel."},
				{At: at(8, 10, 5), Item: "ledger", Minutes: 40, Text: "Nobody knew it well enough to mend it without its team."},
			}
		}
		d.Findings = append(d.Findings, f)
	}
	d.Next = "Ask the team that owns it first: note owners when they tell you."
	d.Questions = []string{"Who knew on Tuesday that kestrel owns the ledger, and how could the others have known?", "What would heron have to gain from better telemetry?", "Which of your releases is as big as R-041 was?"}
	fixtureComparison(d)
	return d
}

// fixtureComparison fills in what takes long.
func fixtureComparison(d *debrief.Debrief) {
	d.Ladder = debrief.Ladder{Score: 512, Hints: 8, Medal: debrief.Bronze, Says: "A medal, bronze, for 512 points. The next one, silver, takes 570: 58 points more.", Rungs: []debrief.Rung{
		{Policy: "idle", Score: -640}, {Policy: "random", Score: 12}, {Policy: "fifo", Score: 388, Medal: debrief.Bronze}, {Policy: "rule", Score: 569, Medal: debrief.Silver, Won: true}, {Policy: "lookahead", Score: 702, Medal: debrief.Gold, Won: true},
	}}
	d.Models = nil
	for i, m := range []debrief.ModelResult{
		{Title: "as you played it", Played: true, Own: true, Total: 9_090_000}, {Model: "ops-run-it", Title: "You Build It Ops Run It", Own: true, Total: 8_100_000},
		{Model: "you-run-it", Title: "You Build It You Run It", Total: 4_400_000, Won: true}, {Model: "ops-sometimes-run-it", Title: "You Build It Ops Sometimes Run It", Total: 5_200_000, Won: true},
		{Model: "idle", Title: "nothing done", Total: 61_000_000},
	} {
		lost := m.Total * int64(8-i) / 10
		m.Values = []game.Value{{Name: "revenue_lost", N: lost, Unit: game.PenceUnit, Valid: true}, {Name: "standby_cost", N: (m.Total - lost) / 2, Unit: game.PenceUnit, Valid: true}}
		d.Models = append(d.Models, m)
	}
	best := debrief.Decision{Turn: 31, At: at(4, 16, 0), Kind: "freeze", Order: "freeze on", Text: "You froze deployments before the weekend.", Pence: 320_000, Error: 41_000}
	d.Review = debrief.Review{Best: &best, Tried: 143, Games: 3_412, Worst: []debrief.Decision{
		{Turn: 19, At: at(1, 14, 0), Kind: "wrong-team", Order: "escalate A-113 heron", Instead: "escalate A-113 kestrel", Text: "You asked a team that does not own it.", Pence: 1_120_000, Error: 90_000},
		{Turn: 33, At: at(4, 16, 0), Kind: "late-deployment", Order: "deploy R-044 Asha", Text: "A deployment on Friday evening, when nobody was there to see it fail.", Pence: 640_000, Error: 120_000},
		{Turn: 52, At: at(7, 9, 0), Kind: "no-rest", Instead: "rest Chidi", Text: "Chidi was left to work on at 83 points of burnout.", Pence: 410_000, Error: 60_000},
	}}
}
