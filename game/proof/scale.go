package proof

import (
	"math"
	"slices"

	"callout/game"
)

// scale is an estate of so many teams with the four analysts that all predictions about scale share, for four weeks.
func scale(teams int) Setting { return Setting{Teams: teams, Analysts: 4, Days: 20} }

// reference is the policy that plays where a prediction names none: first come, first served, no clues read.
const reference = "fifo"

// onlooker plays where teams run everything themselves: nothing comes to Operations there, and what it could do to help
// them is not the factor that is varied.
const onlooker = "idle"

var scalePredictions = []Prediction{
	{1, "time to restore rises with the number of teams, faster beyond the knee", "2, 7 and 12 teams under the same four analysts and the same policy; all incidents pooled", predict(func(s *sheet) {
		a, b, c := scale(2).arm(reference), scale(7).arm(reference), scale(12).arm(reference)
		s.rises("median minutes to restore, 12 teams over 2", quantile(.5, ttrs(nil)), 1.5, a, c)
		s.rises("90th percentile, 12 teams over 2", quantile(.9, ttrs(nil)), 1.3, a, c)
		s.find("mean minutes to restore: growth from 7 to 12 teams less that from 2 to 7", bend(average(ttrs(nil))), 60, most, 0, a, b, c)
	})},
	{2, "what grows is waiting, handoff and diagnosis, not repair", "the same; minutes of incidents by state", predict(func(s *sheet) {
		a, b := scale(2).arm(reference), scale(12).arm(reference)
		s.falls("share of repair in time to restore, 12 teams over 2", stateShare(game.InRepair), .85, a, b)
		grown := stateMinutes(game.InQueue, game.InHandoff, game.InIdentify, game.InDiagnose, game.InBridge)
		all := average(ttrs(nil))
		s.find("share of the growth that is waiting, handing over, identifying and diagnosing", func(p ...Pool) float64 {
			return (grown(p[1]) - grown(p[0])) / (all(p[1]) - all(p[0]))
		}, .7, most, 0, a, b)
	})},
	{3, "deployment lead time grows convexly, and without bound beyond capacity", "4, 10 and 16 teams; then 30 teams for two months, first half against second", predict(func(s *sheet) {
		a, b, c := scale(4).arm(reference), scale(10).arm(reference), scale(16).arm(reference)
		s.find("median hours waited: growth from 10 to 16 teams less that from 4 to 10", bend(metric("deploy_wait_median")), 5, most, 0, a, b, c)
		long := Setting{Teams: 30, Analysts: 4, Days: 40}.arm(reference)
		s.find("30 teams: requests that wait at the end over halfway", alone(mean(func(r *Record) float64 {
			return float64(r.Course[len(r.Course)-1].Waiting) / float64(max(r.Course[len(r.Course)/2].Waiting, 1))
		})), .8, most, none, long)
		s.find("30 teams: working hours that open requests have waited, last week less second week", alone(mean(openAges)), 40, most, 0, long)
	})},
	{4, "weekly deployments cannot be kept up beyond some number of teams; fortnightly still can", "a release candidate of every application each week or each second week; 5 teams and 8; eight weeks", predict(func(s *sheet) {
		every := func(teams int, what string, m game.Minute) Arm {
			return Setting{Teams: teams, Analysts: 4, Days: 40}.with(what, eachApplication(func(a *game.Application) { a.ReleaseEvery = m })).arm(reference)
		}
		// A candidate is served when it is tried before the next would be due.
		served := average(func(r *Record, give func(float64)) {
			every := r.Level.Applications[0].ReleaseEvery
			for _, q := range r.Releases {
				if q.Arrived < r.ended()-every {
					give(float64(flags(q.Begun < q.Arrived+every)))
				}
			}
		})
		s.find("5 teams, weekly: share tried before the next is due", alone(served), .8, most, none, every(5, "weekly", game.Week))
		s.find("8 teams, weekly: the same", alone(served), less, .8, none, every(8, "weekly", game.Week))
		s.find("8 teams, fortnightly: the same", alone(served), .8, most, none, every(8, "fortnightly", 2*game.Week))
		s.rises("8 teams, fortnightly over weekly", served, 1.1, every(8, "weekly", game.Week), every(8, "fortnightly", 2*game.Week))
	})},
	{5, "Discontinuous Delivery: beyond capacity, candidates age and batches grow without bound", "30 teams for four and for eight weeks; 4 teams for comparison", predict(func(s *sheet) {
		a, b := Setting{Teams: 30, Analysts: 4, Days: 20}.arm(reference), Setting{Teams: 30, Analysts: 4, Days: 40}.arm(reference)
		s.rises("changes that wait at the end, eight weeks over four", mean(waitingChanges), 1.4, a, b)
		s.rises("oldest release candidate at the end", mean(oldest), 1.4, a, b)
		s.rises("changes that wait for each application, 30 teams over 4", mean(func(r *Record) float64 { return waitingChanges(r) / float64(len(r.Apps)) }), 2, Setting{Teams: 4, Analysts: 4, Days: 40}.arm(reference), b)
	})},
	{6, "management escalations help who escalates, harm the rest, and raise no throughput", "deployments and nothing else, without a board, served in no order but what management asks for: 13 teams, two analysts, eight weeks; management escalates late requests after two days, or never", predict(func(s *sheet) {
		base := Setting{Teams: 13, Analysts: 2, Days: 40}.with("deployments only", func(l *game.Level) {
			withoutBoard(l)
			for i := range l.Applications {
				l.Applications[i].FaultsPerWeek, l.Applications[i].NoisePerWeek = 0, 0
			}
			l.Balance.ToilPerWeek, l.Balance.ChangeFailure = 0, 20
		})
		never := func(l *game.Level) { l.Balance.LateEscalate = 100 * game.Week }
		play := both(whoShouts, leader(whoeverIsFree))
		a, b := base.with("no escalations", never).arm("idle").habit("who shouts", play), base.arm("idle").habit("who shouts", play)
		s.falls("hours from the moment of escalation until live, of the requests so late, with escalations over without", average(escalated), .9, a, b)
		s.find("hours from request until live of all requests: what some gain others lose", ratio(average(untilLive)), 1.01, most, 1, a, b)
		s.falls("deployments: whoever reports does not deploy", metric("deployments"), .995, a, b)
	})},
	{7, "wrong owners: misrouting rises with teams and with poor telemetry, and multiplies triage", "2 teams and 12, whoever plays links by clues; telemetry 15 % and 85 %; incidents that went wrong once against those that did not", predict(func(s *sheet) {
		a, b := scale(2).arm("rule"), scale(12).arm("rule")
		s.find("misrouted share, 12 teams less 2", difference(metric("misrouted_share")), .05, most, 0, a, b)
		poor := scale(12).with("telemetry 15 %", eachApplication(func(a *game.Application) { a.Telemetry = 150 })).arm("rule")
		rich := scale(12).with("telemetry 85 %", eachApplication(func(a *game.Application) { a.Telemetry = 850 })).arm("rule")
		s.find("misrouted share, telemetry 15 % less 85 %", difference(metric("misrouted_share")), .05, most, 0, rich, poor)
		triage := func(wrong bool) Number {
			return average(func(r *Record, give func(float64)) {
				for _, t := range r.Tickets {
					if t.Incident != 0 && (t.Wrong > 0) == wrong {
						l := &r.Losses[t.Incident-1]
						give(float64(l.States[game.InIdentify] + l.States[game.InHandoff] + l.States[game.InDiagnose]))
					}
				}
			})
		}
		s.find("minutes to identify, hand over and diagnose: misrouted over others", func(p ...Pool) float64 {
			return triage(true)(p[0]) / triage(false)(p[0])
		}, 1.5, 10.2, 1, b)
	})},
	{8, "knowledge thins out as teams are added, most where it is rarely used", "4 teams and 16; everything known equally at the start, eight weeks", predict(func(s *sheet) {
		even := func(l *game.Level) {
			for k := range l.Analysts {
				l.Analysts[k].Knows = nil
			}
		}
		at := func(teams int) Arm {
			return Setting{Teams: teams, Analysts: 4, Days: 40}.with("nothing known", even).arm(reference)
		}
		s.falls("mean knowledge of an application, 16 teams over 4", metric("knowledge_mean"), .5, at(4), at(16))
		s.find("16 teams: knowledge of the half that is worked on less over the other half", alone(rarelyTouched), less, .9, 1, at(16))
	})},
	{9, "incidents per application rise with the number of teams at constant code quality", "the same applications in estates of 2 and of 8; eight weeks", predict(func(s *sheet) {
		a, b := Setting{Teams: 2, Analysts: 4, Days: 40}.arm(reference), Setting{Teams: 8, Analysts: 4, Days: 40}.arm(reference)
		s.rises("incidents per application and week, 8 teams over 2", perAppWeek(func(r *Record) float64 { return float64(len(r.Losses)) }), 1.08, a, b)
		s.rises("faults that neither a deployment brought nor an earlier fault", perAppWeek(latent), 1.1, a, b)
	})},
	{10, "revenue loss grows faster than the number of teams", "4 teams and 12: loss per application", predict(func(s *sheet) {
		perApp := mean(func(r *Record) float64 { return float64(r.Values["revenue_lost"].N) / float64(len(r.Apps)) })
		s.rises("loss per application, 12 teams over 4", perApp, 1.4, scale(4).arm(reference), scale(12).arm(reference))
	})},
	{11, "burnout rises with load and with broken nights, and takes capacity away", "3 teams and 12; callouts that tell on nobody; burnout that slows nobody", predict(func(s *sheet) {
		a, b := scale(3).arm(reference), scale(12).arm(reference)
		s.find("mean burnout points, 12 teams less 3", difference(metric("burnout_mean")), 15, most, 0, a, b)
		free := func(l *game.Level) { l.Balance.BurnoutCallout = 0 }
		s.find("8 teams: worst burnout, callouts that tell less callouts that do not", difference(metric("burnout_max")), 3, most, 0,
			scale(8).with("callouts tell on nobody", free).arm(reference), scale(8).arm(reference))
		tireless := func(l *game.Level) {
			b := &l.Balance
			b.BurnoutSpeed, b.SickChance, b.QuitChance = flat(1000), flat(b.SickChance.At(0)), flat(0)
		}
		s.rises("12 teams: mean minutes to restore, burnout that tells over burnout that does not", average(ttrs(nil)), 1.05, scale(12).with("burnout tells on nothing", tireless).arm(reference), b)
	})},
	{12, "more than two incidents a shift become usual as applications are added", "faults per shift of twelve hours, everything that fails counted, by number of teams, against a Poisson count of the same mean", predict(func(s *sheet) {
		few, many := scale(4).arm(reference), Setting{Teams: 40, Analysts: 4, Days: 20}.arm(reference)
		mean := func(p Pool) float64 { m, _ := shifts(p); return m }
		over := func(p Pool) float64 { _, o := shifts(p); return o }
		s.find("4 teams: faults per shift", alone(mean), less, .82, none, few)
		s.find("4 teams: share of shifts with more than two", alone(over), less, .05, none, few)
		s.find("40 teams: faults per shift", alone(mean), .82, most, none, many)
		s.find("40 teams: share of shifts with more than two", alone(over), .05, most, none, many)
		s.find("40 teams: that share over Poisson's", alone(func(p Pool) float64 {
			m, o := shifts(p)
			return o / (1 - math.Exp(-m)*(1+m+m*m/2))
		}), .8, 2, none, many)
	})},
}

// latent is how many faults came of themselves: neither from a deployment nor as the return of an earlier one.
func latent(r *Record) float64 {
	return counted(game.FaultBegan)(r) - counted(game.ChangeFault)(r) - counted(game.DebtCameBack)(r) - counted(game.BurstFollowed)(r)
}

// openAges is how much longer, in hours, the oldest requests have waited at the end than at the end of the second week.
func openAges(r *Record) float64 {
	at := func(m game.Minute) float64 {
		sum, n := 0.0, 0.0
		for _, q := range r.Releases {
			if q.Arrived <= m && q.Done > m && !q.Failed {
				sum += float64(m-q.Arrived) / 60
				n++
			}
		}
		return sum / max(n, 1)
	}
	return at(r.ended()) - at(r.Level.Start+2*game.Week)
}

func waitingChanges(r *Record) float64 {
	n := 0.0
	for _, a := range r.Apps {
		n += float64(a.Waiting)
	}
	return n
}

// oldest is how long the oldest open request has waited, in days.
func oldest(r *Record) float64 {
	first := r.ended()
	for _, q := range r.Releases {
		if q.Done == game.Never && !q.Failed {
			first = min(first, q.Arrived)
		}
	}
	return float64(r.ended()-first) / float64(game.Day)
}

// escalated gives the hours from the moment of a management escalation until live, for the requests that were escalated or
// would have been.
func escalated(r *Record, give func(float64)) {
	for _, q := range r.Releases {
		if at := q.Missed + 2*game.Day; q.Missed != game.Never && !q.Failed && at < r.ended()-game.Week && at < q.Done {
			give(float64(min(q.Done, r.ended())-at) / 60)
		}
	}
}

// untilLive gives the hours from a request until it is live.
func untilLive(r *Record, give func(float64)) {
	for _, q := range r.Releases {
		if !q.Failed && q.Arrived < r.ended()-game.Week {
			give(float64(min(q.Done, r.ended())-q.Arrived) / 60)
		}
	}
}

// rarelyTouched is what is known of the half of the applications with fewer incidents and deployments, over the rest.
func rarelyTouched(p Pool) float64 {
	var sums [2]float64
	for _, r := range p {
		order := make([]int, len(r.Apps))
		for i := range order {
			order[i] = i
		}
		slices.SortFunc(order, func(a, b int) int {
			return int(r.Apps[a].Incidents + r.Apps[a].Deployments - r.Apps[b].Incidents - r.Apps[b].Deployments)
		})
		for n, i := range order {
			for k := range r.Last.Analysts {
				sums[n*2/len(order)] += float64(r.Last.Knows(k, i))
			}
		}
	}
	return sums[0] / sums[1]
}

// shifts is the mean number of faults in a shift of twelve hours, and the share of shifts with more than two.
func shifts(p Pool) (mean, over float64) {
	const shift = 12 * game.Hour
	n := 0.0
	for _, r := range p {
		counts := map[game.Minute]int{}
		for _, e := range r.events {
			if e.Kind == game.FaultBegan {
				counts[(e.At+3*game.Hour)/shift]++
			}
		}
		for k := (r.Level.Start + 3*game.Hour) / shift; k < (r.ended()+3*game.Hour)/shift; k++ {
			n++
			mean += float64(counts[k])
			if counts[k] > 2 {
				over++
			}
		}
	}
	return mean / n, over / n
}

func flags(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
