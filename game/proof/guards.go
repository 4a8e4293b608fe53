package proof

import (
	"math"

	"callout/game"
)

// impacts pairs the impact of incidents that Operations restored by itself with the logarithm of the minutes of their
// diagnosis and repair, per mille.
func impacts(p Pool) (impact, minutes []float64) {
	for _, r := range p {
		for _, t := range r.Tickets {
			if t.Incident != 0 && !t.Team && !t.Desk && !t.Around && t.Begun.InHours() && t.Closed != game.Never {
				l := &r.Losses[t.Incident-1]
				if m := l.States[game.InDiagnose] + l.States[game.InRepair]; m > 0 {
					impact, minutes = append(impact, float64(t.Impact)), append(minutes, math.Log(float64(m)))
				}
			}
		}
	}
	return impact, minutes
}

// correlation is Pearson's.
func correlation(x, y []float64) float64 {
	n := float64(len(x))
	var sx, sy, sxx, syy, sxy float64
	for i := range x {
		sx, sy = sx+x[i], sy+y[i]
		sxx, syy, sxy = sxx+x[i]*x[i], syy+y[i]*y[i], sxy+x[i]*y[i]
	}
	return (sxy - sx*sy/n) / math.Sqrt((sxx-sx*sx/n)*(syy-sy*sy/n))
}

// meanSD is the mean of numbers and the standard deviation of the sample.
func meanSD(x []float64) (m, sd float64) {
	for _, v := range x {
		m += v / float64(len(x))
	}
	for _, v := range x {
		sd += (v - m) * (v - m)
	}
	return m, math.Sqrt(sd / float64(len(x)-1))
}

// detected is the share of seasons of the second arm whose mean time to restore a t-test finds shorter, at 5 %, than that
// of another season of the first arm: as somebody would see it who lives through both.
func detected(p ...Pool) float64 {
	found := 0.0
	for i := range p[1] {
		a, sa, na := season(p[0][(i+1)%len(p[0])])
		b, sb, nb := season(p[1][i])
		if (a-b)/math.Sqrt(sa*sa/na+sb*sb/nb) > 1.96 {
			found++
		}
	}
	return found / float64(len(p[1]))
}

func season(r *Record) (m, sd, n float64) {
	x := list(Pool{r}, ttrs(nil))
	m, sd = meanSD(x)
	return m, sd, float64(len(x))
}

// unsteadiness is how much a number differs from season to season, as a share of its mean.
func unsteadiness(p Pool, of Number) float64 {
	var x []float64
	for _, r := range p {
		x = append(x, of(Pool{r}))
	}
	m, sd := meanSD(x)
	return sd / m
}

var guardPredictions = []Prediction{
	{44, "guard: how long a repair takes has nothing to do with how bad the incident is", "5 teams; correlation of impact with the logarithm of minutes of diagnosis and repair", predict(func(s *sheet) {
		s.find("correlation", alone(func(p Pool) float64 { return correlation(impacts(p)) }), -.08, .08, none, small.arm("severity"))
	})},
	{45, "guard: one season does not show a small improvement in mean time to restore", "5 teams, thirteen weeks; all work of hands a tenth shorter; every season against another one", predict(func(s *sheet) {
		base := Setting{Teams: 5, Analysts: 4, Days: 65}
		a, b := base.arm(reference), base.with("a tenth quicker", func(l *game.Level) {
			b := &l.Balance
			for _, w := range []*game.Minute{&b.InvestigateWork, &b.DiagnoseWork, &b.RepairWork, &b.CodeFixWork, &b.RollbackWork} {
				*w = *w * 9 / 10
			}
		}).arm(reference)
		s.find("share of seasons in which a test at 5 % sees it", detected, less, .25, none, a, b)
		s.find("how much the mean varies from season to season, over how much the median does", alone(func(p Pool) float64 {
			return unsteadiness(p, average(ttrs(nil))) / unsteadiness(p, quantile(.5, ttrs(nil)))
		}), 1.1, most, none, a)
	})},
	{46, "guard: the approval board does not lower the change failure rate", "5 teams and 8, with the board over without", predict(func(s *sheet) {
		for _, teams := range []int{5, 8} {
			base := Setting{Teams: teams, Analysts: 4, Days: 20}
			s.find(map[int]string{5: "5 teams", 8: "8 teams"}[teams], ratio(metric("change_failure_rate")), .97, most, none, base.with("no board", withoutBoard).arm(reference), base.arm(reference))
		}
	})},
	{47, "guard: a saturated Operations never has a short queue", "16 teams; every turn from the third week on, in every game", predict(func(s *sheet) {
		a := scale(16).arm(reference)
		s.find("shortest queue in any turn of any game", alone(func(p Pool) float64 {
			shortest := most
			for _, r := range p {
				for _, x := range r.Course {
					if x.At > 2*game.Week {
						shortest = min(shortest, float64(x.Queue))
					}
				}
			}
			return shortest
		}), 20, most, none, a)
		s.find("share of busy time of those who are there", alone(mean(func(r *Record) float64 {
			sum, n := 0.0, 0.0
			for i := range r.Last.Analysts {
				if x := &r.Last.Analysts[i]; x.Presence == game.AtWork || x.Presence == game.AtHome || x.Presence == game.OnCall {
					sum += float64(x.Load) / 1000
					n++
				}
			}
			return sum / n
		})), .93, 1, none, a)
	})},
	{48, "guard: Little's law", "5 teams and 8; alerts with Application Operations counted at every turn's beginning, turns of ten minutes day and night, over the sum of their stays; and the gauge of the queue over its mean", predict(func(s *sheet) {
		for _, teams := range []int{5, 8} {
			a := Setting{Teams: teams, Analysts: 4, Days: 10}.with("ten-minute turns", func(l *game.Level) { l.TurnMinutes, l.NightMinutes = 10, 10 }).arm(reference)
			name := map[int]string{5: "5 teams: ", 8: "8 teams: "}[teams]
			s.find(name+"mean number open over arrivals times mean stay", alone(func(p Pool) float64 {
				counted, stayed := 0.0, 0.0
				for _, r := range p {
					counted += r.open
					for _, t := range r.Tickets {
						if t.Raised != game.Never {
							stayed += float64(min(t.Closed, r.ended()) - t.Raised)
						}
					}
				}
				return counted / stayed
			}), .98, 1.02, none, a)
			s.find(name+"mean of the gauge over queue_mean", alone(func(p Pool) float64 {
				gauge, area := 0.0, 0.0
				for _, r := range p {
					last := r.Level.Start
					for _, x := range r.Course {
						gauge += float64(x.Queue) * float64(x.At-last)
						last = x.At
					}
					area += float64(r.Values["queue_mean"].N) / 1000 * float64(r.ended()-r.Level.Start)
				}
				return gauge / area
			}), .97, 1.03, none, a)
		}
	})},
}
