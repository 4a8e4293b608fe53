package proof

import (
	"callout/game"
	"callout/game/policy"
)

// still is a change that silences an estate: nothing happens but what happenings say.
func still(l *game.Level) {
	l.Happenings, l.TurnMinutes = nil, 10
	for i := range l.Applications {
		a := &l.Applications[i]
		a.FaultsPerWeek, a.NoisePerWeek, a.ChangesPerWeek, a.ChangesWaiting, a.DependsOn = 0, 0, 0, 0, nil
	}
}

// even takes all spread out of work and all influence on its speed but what a prediction is about.
func even(l *game.Level) {
	b := &l.Balance
	b.ShortSpread, b.RepairSpread = game.Quantiles{1000}, game.Quantiles{1000}
	b.KnowledgeTime, b.BurnoutSpeed, b.LoadSpeed, b.FatigueSpeed = flat(1000), flat(1000), flat(1000), flat(1000)
	b.AlertsAtOnce, b.MistakeChance, b.NovelShare, b.BurstChance, b.ToilPerWeek = flat(1000), flat(0), 0, 0, 0
	b.SickChance, b.QuitChance = flat(0), flat(0)
}

// everythingKnown lets every analyst know the first applications by heart.
func everythingKnown(l *game.Level) {
	for k := range l.Analysts {
		l.Analysts[k].Knows = nil
		for i := range min(len(l.Applications), game.KnowledgeSlots) {
			l.Analysts[k].Knows = append(l.Analysts[k].Knows, game.Known{App: i, Level: 1000})
		}
	}
}

// eachDay lets something happen on every working day of a level, at the given times of day.
func eachDay(l *game.Level, h game.Happening, times ...game.Minute) {
	n := 0
	for day := game.Minute(0); day < l.End; day += game.Day {
		if day%game.Week >= 5*game.Day {
			continue
		}
		for _, at := range times {
			h.At, h.App = day+at, n%len(l.Applications)
			n++
			l.Happenings = append(l.Happenings, h)
		}
	}
}

// both is two habits, one after the other.
func both(a, b func() Habit) func() Habit {
	return func() Habit {
		x, y := a(), b()
		return func(v *game.View, give policy.Give) {
			x(v, give)
			y(v, give)
		}
	}
}

// once gives orders on the first turn.
func once(orders func(v *game.View, give policy.Give)) func() Habit {
	return func() Habit {
		done := false
		return func(v *game.View, give policy.Give) {
			if !done {
				done = true
				orders(v, give)
			}
		}
	}
}

// daily gives orders at the first turn of every working day.
func daily(orders func(v *game.View, give policy.Give)) func() Habit {
	return func() Habit {
		last := -1
		return func(v *game.View, give policy.Give) {
			if v.Now.InHours() && v.Now.Day() != last {
				last = v.Now.Day()
				orders(v, give)
			}
		}
	}
}

// runbooks has a runbook of every application written.
func runbooks(v *game.View, give policy.Give) {
	for i := range v.Apps {
		give(game.Order{Kind: game.Runbook, Analyst: i % len(v.Analysts), App: i})
	}
}

// keepUp has a session held about every application that its keeper knows less than 60 % of.
func keepUp(v *game.View, give policy.Give) {
	for i := range v.Apps {
		if k := i % len(v.Analysts); v.Analysts[k].Presence == game.AtWork && v.Knows(k, i) < 600 {
			give(game.Order{Kind: game.Sync, Analyst: k, App: i})
		}
	}
}

// between tells whether an incident began from one minute to another.
func between(from, to game.Minute) func(*Record, *game.Loss) bool {
	return func(_ *Record, l *game.Loss) bool { return l.Began >= from && l.Began < to }
}

// beganIn is how many incidents of a game began from one minute to another.
func beganIn(from, to game.Minute) func(*Record) float64 {
	return func(r *Record) float64 {
		n := 0.0
		for i := range r.Losses {
			if between(from, to)(r, &r.Losses[i]) {
				n++
			}
		}
		return n
	}
}

// fromSecondDay gives the minutes of diagnosis and repair of the incidents after the first day.
var fromSecondDay = average(func(r *Record, give func(float64)) {
	for i := range r.Losses {
		if l := &r.Losses[i]; l.Began > game.Day && l.Restored != game.Never {
			give(float64(l.States[game.InDiagnose] + l.States[game.InRepair]))
		}
	}
})

var workPredictions = []Prediction{
	{25, "a fresh runbook cuts the repair of known failures toward a third, helps with no novel one, and goes stale with deployments", "3 applications known by heart, a runbook of each written on the first day, two faults a day; runbooks that help against runbooks that do not", predict(func(s *sheet) {
		at := func(what string, novel game.PerMille, changes int32) (without, with Arm) {
			base := Setting{Teams: 3, Analysts: 4, Days: 20}.with(what, func(l *game.Level) {
				still(l)
				named(l)
				everythingKnown(l)
				withoutBoard(l)
				l.Balance.NovelShare = novel
				l.Balance.KnowledgeChange = 0
				eachDay(l, game.Happening{Kind: game.Fault, To: int(game.DataFault), Amount: 300}, 10*game.Hour, 14*game.Hour)
				for i := range l.Applications {
					l.Applications[i].ChangesPerWeek, l.Applications[i].ReleaseEvery = changes, game.Day
				}
			})
			play := both(once(runbooks), leader(anybody))
			return base.with("runbooks help nobody", func(l *game.Level) { l.Balance.RunbookTime = flat(1000) }).arm("idle").habit("runbooks", play), base.arm("idle").habit("runbooks", play)
		}
		a, b := at("nothing novel", 0, 0)
		s.find("minutes of diagnosis and repair, with over without", ratio(fromSecondDay), .3, .6, 1, a, b)
		c, d := at("everything novel", 1000, 0)
		s.stays("everything novel: the same", fromSecondDay, .97, 1.03, c, d)
		e, f := at("nothing novel, ten changes a week", 0, 10_000)
		s.find("ten changes a week deployed: that ratio over the one with none", morePerRatio(fromSecondDay), 1.15, most, 1, a, b, e, f)
	})},
	{26, "product telemetry: sooner detected, oftener linked rightly, faster diagnosed", "5 teams; telemetry 15 % and 85 %", predict(func(s *sheet) {
		at := func(what string, t game.PerMille) Arm {
			return small.with(what, eachApplication(func(a *game.Application) { a.Telemetry = t })).arm("rule")
		}
		a, b := at("telemetry 15 %", 150), at("telemetry 85 %", 850)
		s.falls("minutes until detection, 85 % over 15 %", stateMinutes(game.InDetect), .5, a, b)
		s.falls("minutes to identify and to diagnose", stateMinutes(game.InIdentify, game.InDiagnose), .75, a, b)
		s.find("misrouted share, 15 % less 85 %", difference(metric("misrouted_share")), .05, most, 0, b, a)
	})},
	{27, "less noise, sooner acknowledged; more sensors without less noise, later", "7 teams; a third of the noise, the usual, and twice as much; real alerts only", predict(func(s *sheet) {
		at := func(what string, percent int32) Arm {
			return Setting{Teams: 7, Analysts: 4, Days: 20}.with(what, eachApplication(func(a *game.Application) { a.NoisePerWeek = a.NoisePerWeek * percent / 100 })).arm(reference)
		}
		wait := average(func(r *Record, give func(float64)) {
			for _, t := range r.Tickets {
				if t.Incident != 0 && t.Raised != game.Never && t.Raised.InHours() {
					give(float64(min(t.Begun, t.Closed, r.ended()) - t.Raised))
				}
			}
		})
		third, usual, twice := at("a third of the noise", 33), at("the usual noise", 100), at("twice the noise", 200)
		s.falls("minutes until an analyst begins, a third over the usual", wait, .9, usual, third)
		s.rises("the same, twice over the usual", wait, 1.3, usual, twice)
	})},
	{29, "hours of knowledge synchronisation grow with applications and with changes", "somebody keeps at least 60 % knowledge of every application by sessions; 3 and 6 teams; a third and thrice the changes; eight weeks", predict(func(s *sheet) {
		at := func(teams int, what string, percent int32) Arm {
			return Setting{Teams: teams, Analysts: 4, Days: 40}.with(what, eachApplication(func(a *game.Application) { a.ChangesPerWeek = a.ChangesPerWeek * percent / 100 })).arm(reference).habit("sessions", daily(keepUp))
		}
		hours := metric("knowledge_sync_hours")
		s.rises("hours, 6 teams over 3", hours, 1.6, at(3, "usual changes", 100), at(6, "usual changes", 100))
		s.rises("hours, thrice the changes over a third", hours, 1.3, at(4, "a third of the changes", 33), at(4, "thrice the changes", 300))
	})},
	{30, "heroes: whoever is fastest always, restores sooner now, knows alone, and burns first", "5 teams whose alerts name them; the one who knows it best against each in turn; thirteen weeks", predict(func(s *sheet) {
		base := Setting{Teams: 5, Analysts: 4, Days: 65}.with("alerts name", named)
		a, b := base.arm("idle").habit("in turn", func() Habit { return leader(inTurn())() }), base.arm("idle").habit("heroes", leader(hero))
		early := between(0, 3*game.Week)
		s.falls("hands' minutes of the first three weeks, heroes over in turn", handsOnIn(early), .97, a, b)
		s.falls("mean knowledge of an application", metric("knowledge_mean"), .9, a, b)
		s.rises("worst burnout over the mean of all", func(p Pool) float64 {
			return mean(func(r *Record) float64 {
				worst, sum := 0.0, 0.0
				for _, x := range r.People {
					worst, sum = max(worst, float64(x.Worst)), sum+float64(x.Worst)
				}
				return worst * float64(len(r.People)) / max(sum, 1)
			})(p)
		}, 1.1, a, b)
	})},
	{31, "load: quicker when busy, slower when never free", "one analyst and false alarms of half an hour's work each, every four hours, every 35 minutes, every 15; second week on", predict(func(s *sheet) {
		at := func(what string, apart game.Minute) Arm {
			return Setting{Teams: 1, Analysts: 1, Days: 20}.with(what, func(l *game.Level) {
				still(l)
				curve := l.Balance.LoadSpeed
				even(l)
				l.Balance.LoadSpeed, l.Balance.InvestigateWork, l.Balance.SwitchWork = curve, 30, 0
				var times []game.Minute
				for m := game.Minute(0); m < 8*game.Hour; m += apart {
					times = append(times, 9*game.Hour+m)
				}
				eachDay(l, game.Happening{Kind: game.FalseAlarm}, times...)
			}).arm(reference)
		}
		took := average(func(r *Record, give func(float64)) {
			for _, t := range r.Tickets {
				if t.Born > game.Week && t.Begun != game.Never && t.Closed != game.Never && t.Begun.Day() == t.Closed.Day() {
					give(float64(t.Closed - t.Begun))
				}
			}
		})
		calm, busy, full := at("every four hours", 240), at("every 35 minutes", 35), at("every 15 minutes", 15)
		s.falls("minutes for an alarm, busy over calm", took, .93, calm, busy)
		s.rises("the same, never free over busy", took, 1.08, busy, full)
	})},
	{32, "nights are slower, the more of them in a row", "the same fault every night at two, or every day at ten, always to the same analyst, who works by day too", predict(func(s *sheet) {
		at := func(what string, hour game.Minute) Arm {
			return Setting{Teams: 1, Analysts: 2, Days: 5}.with(what, func(l *game.Level) {
				still(l)
				tired, wrong := l.Balance.FatigueSpeed, l.Balance.MistakeChance
				even(l)
				l.Balance.FatigueSpeed, l.Balance.MistakeChance = tired, wrong
				named(l)
				l.Balance.InvestigateWork = 25
				for day := game.Minute(0); day < 5; day++ {
					for at := 9*game.Hour + 5; at < 17*game.Hour; at += 40 {
						if hour < 9 && at == 9*game.Hour+5 || hour > 9 && at == 9*game.Hour+45 {
							l.Happenings = append(l.Happenings, game.Happening{At: day*game.Day + hour*game.Hour, Kind: game.Fault, To: int(game.DataFault), Amount: 600})
						}
						l.Happenings = append(l.Happenings, game.Happening{At: day*game.Day + at, Kind: game.FalseAlarm})
					}
				}
			}).arm("idle").habit("always the first", both(daily(func(v *game.View, give policy.Give) {
				give(game.Order{Kind: game.OnStandby, Analyst: 0})
			}), leader(func(*game.View, int, []int) int { return 0 })))
		}
		on := func(day int) Number {
			return average(func(r *Record, give func(float64)) {
				for i := range r.Losses {
					if l := &r.Losses[i]; l.Began.Day() == day && l.Restored != game.Never {
						give(float64(l.States[game.InDiagnose] + l.States[game.InRepair]))
					}
				}
			})
		}
		day, night := at("at ten", 10), at("at two in the night", 2)
		s.rises("minutes of diagnosis and repair on Friday, night over day", on(4), 1.03, day, night)
		s.find("nights: Friday's over Tuesday's", func(p ...Pool) float64 { return on(4)(p[0]) / on(1)(p[0]) }, 1.02, most, 1, night)
	})},
	{33, "rest after a broken night pays near burnout", "7 teams; who was called out rests the next working day, or nobody does; deployments and restorations of eight weeks", predict(func(s *sheet) {
		a := Setting{Teams: 7, Analysts: 4, Days: 40}.arm(reference)
		b := a.habit("rest after callouts", restAfterCallout)
		output := mean(func(r *Record) float64 { return float64(r.Counts[game.Deployed] + r.Counts[game.Restored]) })
		s.rises("pieces of work finished in eight weeks, resting over not", output, 1.0, a, b)
		s.find("worst burnout, resting less not", difference(metric("burnout_max")), less, -1, 0, a, b)
	})},
	{34, "rushing to fix: quicker this week, more incidents in the weeks after", "5 teams; what Operations cannot mend is always worked around, or always put right by its team", predict(func(s *sheet) {
		base := small.with("owners known", known)
		a, b := base.arm("severity").habit("the team is asked", decides(alwaysAsk)), base.arm("severity").habit("no team to ask", decides(alwaysAround))
		s.falls("median minutes to restore in the first week, worked around over put right", quantile(.5, ttrs(between(0, game.Week))), .95, a, b)
		s.rises("incidents of the third and fourth week", mean(beganIn(2*game.Week, 4*game.Week)), 1.1, a, b)
	})},
	{35, "time spent on improvement is fewer incidents next month", "4 teams; a chaos day every other day of the first four weeks, or none; incidents of the four weeks after", predict(func(s *sheet) {
		base := Setting{Teams: 4, Analysts: 4, Days: 40}
		a := base.arm(reference)
		b := a.habit("chaos days", daily(func(v *game.View, give policy.Give) {
			if day := v.Now.Day(); day < 28 && day%2 == 0 && v.Analysts[day/2%4].Presence == game.AtWork {
				give(game.Order{Kind: game.Chaos, Analyst: day / 2 % 4, App: day / 2 % len(v.Apps)})
			}
		}))
		s.falls("incidents of the second four weeks, with improvement over without", mean(beganIn(4*game.Week, 8*game.Week)), .95, a, b)
	})},
}

// inTurn gives work to one after the other, whoever has what in hand.
func inTurn() choice {
	n := 0
	return func(v *game.View, app int, load []int) int {
		for range v.Analysts {
			n++
			if k := n % len(v.Analysts); ready(v, k) {
				return k
			}
		}
		return game.None
	}
}

// handsOnIn is handsOn for the incidents that want takes.
func handsOnIn(want func(*Record, *game.Loss) bool) Number {
	return average(func(r *Record, give func(float64)) {
		for _, t := range r.Tickets {
			if t.Incident == 0 || t.Team || t.Desk || t.Closed == game.Never || t.Cause == game.UnknownFault || t.Cause == game.DependencyFault {
				continue
			}
			if l := &r.Losses[t.Incident-1]; want(r, l) {
				give(float64(l.States[game.InDiagnose] + l.States[game.InRepair]))
			}
		}
	})
}

// restAfterCallout gives who was called out in the night the next working day off.
func restAfterCallout() Habit {
	called := map[int]bool{}
	return func(v *game.View, give policy.Give) {
		for i := range v.News {
			if e := &v.News[i]; e.Kind == game.CalledOut {
				called[int(e.Analyst)] = true
			}
		}
		if !v.Now.InHours() {
			return
		}
		for k := range v.Analysts {
			if called[k] && v.Analysts[k].Presence == game.AtWork {
				give(game.Order{Kind: game.Rest, Analyst: k})
				delete(called, k)
			}
		}
	}
}
