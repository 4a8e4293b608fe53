package proof

import "callout/game"

// small is an estate that four analysts can carry.
var small = Setting{Teams: 5, Analysts: 4, Days: 20}

// link changes the link of every support chain that has the given staffing.
func link(of game.Staffing, change func(*game.Responders)) func(*game.Level) {
	return func(l *game.Level) {
		for m := range l.Models {
			for k := range l.Models[m].Chain {
				if r := &l.Models[m].Chain[k]; r.Staffing == of {
					change(r)
				}
			}
		}
	}
}

// withoutDesk takes the first line out of every support chain.
func withoutDesk(l *game.Level) {
	for m := range l.Models {
		l.Models[m].Chain = l.Models[m].Chain[1:]
	}
}

// withoutBoard takes the approval board away.
func withoutBoard(l *game.Level) {
	for m := range l.Models {
		l.Models[m].Approval = game.Approval{}
	}
}

// known puts every owner and host into the catalogue.
var known = eachApplication(func(a *game.Application) { a.Known = true })

// named lets every alert name its application.
func named(l *game.Level) {
	known(l)
	for i := range l.Applications {
		l.Applications[i].Telemetry = 1000
	}
	l.Balance.NamesApp = flat(1000)
}

// began tells whether an incident began in hours, as wanted.
func began(inHours bool) func(*Record, *game.Loss) bool {
	return func(_ *Record, l *game.Loss) bool { return l.Began.InHours() == inHours }
}

var structurePredictions = []Prediction{
	{13, "one level of support less cuts time to restore, most where service is short", "5 teams; alerts go straight to Application Operations; the desk restores nothing in either arm; a turn is ten minutes, so that the player is no queue; all work at a half and at twice its time", predict(func(s *sheet) {
		arms := func(what string, percent game.Minute) (with, without Arm) {
			base := small.with(what, func(l *game.Level) {
				l.TurnMinutes = 10
				link(game.Desk, func(r *game.Responders) { r.Restores = 0 })(l)
				b := &l.Balance
				for _, w := range []*game.Minute{&b.InvestigateWork, &b.DiagnoseWork, &b.RepairWork, &b.CodeFixWork, &b.RollbackWork} {
					*w = *w * percent / 100
				}
			})
			return base.arm(reference), base.with("no desk", withoutDesk).arm(reference)
		}
		a, b := arms("usual work", 100)
		s.falls("minutes to restore (geometric mean), without a desk over with", geometric(ttrs(began(true))), .95, a, b)
		half, halfNo := arms("half the work", 50)
		twice, twiceNo := arms("twice the work", 200)
		s.find("that ratio with twice the work over that with half", morePerRatio(geometric(ttrs(began(true)))), 1.03, most, 1, half, halfNo, twice, twiceNo)
	})},
	{14, "alerts straight to Application Operations are acknowledged sooner and load it more; near saturation they harm", "a desk that restores or closes 40 % against no desk; 5 and 8 teams", predict(func(s *sheet) {
		strong := link(game.Desk, func(r *game.Responders) { r.Restores = 400 })
		at := func(teams int) (Arm, Arm) {
			base := Setting{Teams: teams, Analysts: 4, Days: 20}
			return base.with("a desk that restores 40 %", strong).arm(reference), base.with("no desk at all", withoutDesk).arm(reference)
		}
		a, b := at(5)
		s.falls("5 teams: median minutes to acknowledge, without over with", metric("tta_median"), .95, a, b)
		s.rises("5 teams: alerts that Application Operations begins on", mean(counted(game.Acknowledged)), 1.2, a, b)
		c, d := at(8)
		s.rises("8 teams: mean minutes to restore, without over with", average(ttrs(nil)), 1.2, c, d)
	})},
	{15, "more people at the desk do not spare Application Operations", "2 people at the desk against 8; 8 teams", predict(func(s *sheet) {
		base := Setting{Teams: 8, Analysts: 4, Days: 20}
		many := base.with("8 at the desk", link(game.Desk, func(r *game.Responders) { r.Staff = 8 }))
		s.stays("callouts", metric("callout_cost"), .9, 1.1, base.arm(reference), many.arm(reference))
		s.stays("alerts handed over", mean(counted(game.AlertRaised)), .95, 1.05, base.arm(reference), many.arm(reference))
	})},
	{16, "an approval board makes changes wait and batches grow, and prevents no failure", "5 teams with the board and without", predict(func(s *sheet) {
		a, b := small.with("no board", withoutBoard).arm(reference), small.arm(reference)
		s.rises("median hours from request to production, with the board over without", metric("deploy_wait_median"), 1.4, a, b)
		s.rises("mean batch", metric("batch_mean"), 1.03, a, b)
		s.find("change failure rate", ratio(metric("change_failure_rate")), .97, most, none, a, b)
	})},
	{17, "standard changes: deployed oftener, fail less each, and bring no more incidents", "5 teams, a candidate each day; with the board and pre-approved", predict(func(s *sheet) {
		daily := small.with("a candidate a day", eachApplication(func(a *game.Application) { a.ReleaseEvery = game.Day }))
		a, b := daily.arm(reference), daily.with("no board", withoutBoard).arm(reference)
		s.rises("deployments, pre-approved over with the board", metric("deployments"), 1.1, a, b)
		s.falls("change failure rate", metric("change_failure_rate"), .97, a, b)
		s.find("incidents", ratio(metric("incidents")), less, 1.1, none, a, b)
	})},
	{18, "without the right to change configuration Operations calls its teams oftener and restores later", "5 teams; configuration faults count as code, at the same work to mend", predict(func(s *sheet) {
		same := func(l *game.Level) { l.Balance.CodeFixWork = l.Balance.RepairWork }
		withheld := func(l *game.Level) {
			l.Balance.FaultShares[3] += l.Balance.FaultShares[0]
			l.Balance.FaultShares[0] = 0
		}
		base := small.with("code mended as fast as configuration", same)
		a, b := base.arm(reference), base.with("no rights", withheld).arm(reference)
		s.rises("calls for a team", mean(counted(game.Escalated)), 1.15, a, b)
		s.rises("mean minutes to restore", average(ttrs(nil)), 1.02, a, b)
	})},
	{19, "Operations restores half to three quarters by itself; the rest is another, slower population", "5 teams; incidents of an application's own, by whether a Delivery team worked on them", predict(func(s *sheet) {
		base := small.with("owners known", known).arm("severity")
		own := func(team bool) func(*Record, func(float64)) {
			return func(r *Record, give func(float64)) {
				for _, t := range r.Tickets {
					if t.Incident != 0 && t.Closed != game.Never && t.Team == team && t.Cause != game.DependencyFault && !t.Desk {
						give(r.ttr(&r.Losses[t.Incident-1]))
					}
				}
			}
		}
		s.find("share restored without code", func(p ...Pool) float64 {
			a, b := float64(len(list(p[0], own(false)))), float64(len(list(p[0], own(true))))
			return a / (a + b)
		}, .4, .8, none, base)
		s.find("median minutes with a Delivery team over without", func(p ...Pool) float64 {
			return quantile(.5, own(true))(p[0]) / quantile(.5, own(false))(p[0])
		}, 1.4, most, 1, base)
	})},
	{20, "paid standby for Delivery teams shortens nights, not days", "5 teams; the last link on best endeavours or on paid standby; incidents that a team worked on", predict(func(s *sheet) {
		base := small.with("owners known", known)
		a, b := base.arm("severity"), base.with("paid third level", link(game.DeliveryTeam, func(r *game.Responders) { r.Nights = game.Standby })).arm("severity")
		with := func(inHours bool) Number {
			return quantile(.5, func(r *Record, give func(float64)) {
				for _, t := range r.Tickets {
					if t.Incident != 0 && t.Team && t.Begun != game.Never && t.Begun.InHours() == inHours && t.Born.InHours() == inHours && (!inHours || t.Begun%game.Day < 12*game.Hour) {
						give(float64(r.Losses[t.Incident-1].States[game.InHandoff]))
					}
				}
			})
		}
		s.falls("median minutes of handoff of night incidents, paid over unpaid", with(false), .5, a, b)
		s.stays("the same in the morning", with(true), .85, 1.1, a, b)
	})},
	{21, "an application whose team is gone is only ever worked around, and its faults return", "5 teams; what needs code is worked around because nobody can be asked, against asking the team", predict(func(s *sheet) {
		base := small.with("owners known", known)
		a, b := base.arm("severity").habit("the team is asked", decides(alwaysAsk)), base.arm("severity").habit("no team to ask", decides(alwaysAround))
		s.find("faults that come back, per application and week, without teams less with", difference(perAppWeek(counted(game.DebtCameBack))), .1, most, 0, a, b)
		s.rises("incidents", metric("incidents"), 1.1, a, b)
	})},
	{22, "work that has to be done again adds load; near saturation a little of it is much", "every fourth alert is missed at the first look and looked at again; 3 teams and 7, eight weeks", predict(func(s *sheet) {
		at := func(teams int, what string, right int32) Arm {
			return Setting{Teams: teams, Analysts: 4, Days: 40}.with(what, func(l *game.Level) { l.Balance.AlertsAtOnce = flat(right) }).arm(reference)
		}
		a, b := at(3, "seen at once", 1000), at(3, "a quarter looked at twice", 750)
		c, d := at(7, "seen at once", 1000), at(7, "a quarter looked at twice", 750)
		s.rises("7 teams: mean minutes to restore, a quarter again over none", average(ttrs(nil)), 1.15, c, d)
		s.find("that ratio with 7 teams over that with 3", morePerRatio(average(ttrs(nil))), 1.1, most, 1, a, b, c, d)
	})},
	{23, "pooling wins on waiting, specialising on service time and knowledge; the advantage moves with the number of teams", "whoever is free against one keeper for each application; nothing known at the start; alerts name their application; 4 teams and 8", predict(func(s *sheet) {
		at := func(teams int, what string, change func(*game.Level)) (Arm, Arm) {
			base := Setting{Teams: teams, Analysts: 4, Days: 40}.with("alerts name, nothing known", func(l *game.Level) {
				named(l)
				for k := range l.Analysts {
					l.Analysts[k].Knows = nil
				}
			}).with(what, change)
			return base.arm("idle").habit("anybody", leader(anybody)), base.arm("idle").habit("keepers", leader(keeper))
		}
		same := func(*game.Level) {}
		e, f := at(4, "knowledge makes nobody faster", func(l *game.Level) { l.Balance.KnowledgeTime = flat(1000) })
		s.rises("4 teams, knowledge aside: minutes in the queue, keepers over anybody", stateMinutes(game.InQueue), 1.02, e, f)
		a, b := at(8, "", same)
		s.falls("8 teams: minutes of diagnosis and repair by hands", handsOn, .95, a, b)
		c, d := at(4, "", same)
		s.find("mean minutes to restore, keepers over anybody: with 8 teams over with 4", morePerRatio(average(ttrs(nil))), less, .99, 1, c, d, a, b)
	})},
	{24, "the same alerts in storms wait far longer", "5 teams; eight false alarms a day at one minute, or one an hour", predict(func(s *sheet) {
		alarms := func(apart game.Minute) func(*game.Level) {
			return func(l *game.Level) {
				l.Happenings, l.TurnMinutes = nil, 10
				for day := range game.Minute(26) {
					for i := range game.Minute(8) {
						at := day*game.Day + 9*game.Hour + 30 + i*apart
						l.Happenings = append(l.Happenings, game.Happening{At: at, Kind: game.FalseAlarm, App: int(i) % len(l.Applications)})
					}
				}
				for i := range l.Applications {
					l.Applications[i].NoisePerWeek = 0
				}
			}
		}
		waits := average(func(r *Record, give func(float64)) {
			for _, t := range r.Tickets {
				if t.Incident == 0 && t.Raised != game.Never && t.Raised.InHours() {
					give(float64(min(t.Begun, t.Closed, r.ended()) - t.Raised))
				}
			}
		})
		s.rises("mean minutes until an analyst begins on a false alarm, storms over steady", waits, 1.3, small.with("an alarm an hour", alarms(50)).arm(reference), small.with("eight alarms at once", alarms(0)).arm(reference))
	})},
}

// handsOn is the mean of the minutes that an incident is diagnosed and mended by Application Operations.
var handsOn = average(func(r *Record, give func(float64)) {
	for _, t := range r.Tickets {
		if t.Incident != 0 && !t.Team && !t.Desk && t.Closed != game.Never && t.Cause != game.UnknownFault && t.Cause != game.DependencyFault {
			l := &r.Losses[t.Incident-1]
			give(float64(l.States[game.InDiagnose] + l.States[game.InRepair]))
		}
	}
})
