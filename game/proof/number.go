package proof

import (
	"math"
	"slices"

	"callout/game"
)

// mean is the mean over the games of a pool of some number of each; games without one are left out.
func mean(of func(*Record) float64) Number {
	return func(p Pool) float64 {
		sum, n := 0.0, 0.0
		for _, r := range p {
			if x := of(r); !math.IsNaN(x) {
				sum += x
				n++
			}
		}
		return sum / n
	}
}

// metric is the mean of a metric over the games of a pool, in its unit.
func metric(name string) Number {
	return mean(func(r *Record) float64 {
		v, ok := r.Values[name]
		switch {
		case !ok:
			panic("proof: there is no metric " + name)
		case !v.Valid:
			return math.NaN()
		case v.Milli:
			return float64(v.N) / 1000
		}
		return float64(v.N)
	})
}

// list is all numbers that each gives for a record, over the games of a pool.
func list(p Pool, each func(*Record, func(float64))) []float64 {
	var all []float64
	for _, r := range p {
		each(r, func(x float64) { all = append(all, x) })
	}
	return all
}

// quantile is a quantile of all numbers that each gives, over the games of a pool, by nearest rank.
func quantile(q float64, each func(*Record, func(float64))) Number {
	return func(p Pool) float64 {
		all := list(p, each)
		if len(all) == 0 {
			return math.NaN()
		}
		slices.Sort(all)
		return all[max(int(math.Ceil(q*float64(len(all))))-1, 0)]
	}
}

// average is the mean of all numbers that each gives, over the games of a pool.
func average(each func(*Record, func(float64))) Number {
	return func(p Pool) float64 {
		all := list(p, each)
		sum := 0.0
		for _, x := range all {
			sum += x
		}
		return sum / float64(len(all))
	}
}

// geometric is the geometric mean of all numbers that each gives, none of which may be below 1.
func geometric(each func(*Record, func(float64))) Number {
	logs := average(func(r *Record, give func(float64)) { each(r, func(x float64) { give(math.Log(max(x, 1))) }) })
	return func(p Pool) float64 { return math.Exp(logs(p)) }
}

// ttrs gives the times to restore of the incidents that want takes, in minutes.
func ttrs(want func(*Record, *game.Loss) bool) func(*Record, func(float64)) {
	return func(r *Record, give func(float64)) {
		for i := range r.Losses {
			if l := &r.Losses[i]; want == nil || want(r, l) {
				give(r.ttr(l))
			}
		}
	}
}

// stateMinutes is the mean of the minutes that an incident spends in some states.
func stateMinutes(states ...game.IncidentState) Number {
	return func(p Pool) float64 {
		minutes, n := int64(0), 0
		for _, r := range p {
			for _, s := range states {
				minutes += r.States[s]
			}
			n += len(r.Losses)
		}
		return float64(minutes) / float64(n)
	}
}

// stateShare is the share of all minutes of incidents that is spent in some states.
func stateShare(states ...game.IncidentState) Number {
	return func(p Pool) float64 {
		minutes, all := int64(0), int64(0)
		for _, r := range p {
			for _, s := range states {
				minutes += r.States[s]
			}
			for _, m := range r.States {
				all += m
			}
		}
		return float64(minutes) / float64(all)
	}
}

// perAppWeek is how often something happens per application and week.
func perAppWeek(of func(*Record) float64) Number {
	return func(p Pool) float64 {
		n, weeks := 0.0, 0.0
		for _, r := range p {
			n += of(r)
			weeks += float64(len(r.Apps)) * r.weeks()
		}
		return n / weeks
	}
}

// weeks is how many weeks of five working days the game lasted.
func (r *Record) weeks() float64 {
	return float64(r.ended()-r.Level.Start) / float64(game.Week)
}

// counted is how often a kind of event happened in a game.
func counted(k game.EventKind) func(*Record) float64 {
	return func(r *Record) float64 { return float64(r.Counts[k]) }
}
