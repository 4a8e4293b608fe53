package sample

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"time"
)

// Truth is what a past is made from.
type Truth struct {
	Apps, Weeks   int
	Faults        float64 // incidents that come by themselves, per application and week
	Deployments   float64 // per application and week
	Batch         int     // changes in a deployment
	ChangeFailure float64 // chance that one change brings an incident
	Median, Sigma float64 // minutes to restore: the median, and the standard deviation of its logarithm
	Open          float64 // share of incidents that nobody ever closed
}

// Usual is a team of ten applications in a quarter.
var Usual = Truth{Apps: 10, Weeks: 13, Faults: 1.5, Deployments: 1, Batch: 3, ChangeFailure: 0.12, Median: 90, Sigma: 1.1}

// Incident is one incident of a past.
type Incident struct {
	Number                        int
	App                           string
	Began, Acknowledged, Restored time.Time // Restored is zero where nobody closed it
	Severity                      int       // 1 to 4
}

// Deployment is one deployment of a past.
type Deployment struct {
	Number  int
	App     string
	Asked   time.Time
	At      time.Time
	Changes int
}

// Past is all that happened, in order of time, to the minute.
type Past struct {
	Incidents   []Incident
	Deployments []Deployment
}

// Start is when every past begins, a Monday.
var Start = time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)

// Make makes a past.
func (t Truth) Make(seed uint64) Past {
	r := rand.New(rand.NewPCG(seed, 1))
	end := Start.AddDate(0, 0, 7*t.Weeks)
	var p Past
	for i := range t.Apps {
		app := fmt.Sprintf("app-%d", i)
		fails := func(at time.Time) {
			if !at.Before(end) {
				return
			}
			length := time.Duration(max(t.Median*math.Exp(t.Sigma*r.NormFloat64()), 1)) * time.Minute
			in := Incident{App: app, Began: at, Acknowledged: at.Add(length / 10).Truncate(time.Minute), Restored: at.Add(length), Severity: 1 + r.IntN(4)}
			if r.Float64() < t.Open {
				in.Restored = time.Time{}
			}
			p.Incidents = append(p.Incidents, in)
		}
		t.arrivals(r, end, t.Faults, fails)
		t.arrivals(r, end, t.Deployments, func(at time.Time) {
			p.Deployments = append(p.Deployments, Deployment{App: app, Asked: at.Add(-time.Duration(1+r.IntN(48)) * time.Hour), At: at, Changes: t.Batch})
			if r.Float64() < 1-math.Pow(1-t.ChangeFailure, float64(t.Batch)) {
				fails(at.Add(time.Duration(r.IntN(240)) * time.Minute))
			}
		})
	}
	slices.SortStableFunc(p.Incidents, func(a, b Incident) int { return cmp.Or(a.Began.Compare(b.Began), cmp.Compare(a.App, b.App)) })
	slices.SortStableFunc(p.Deployments, func(a, b Deployment) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.App, b.App)) })
	for i := range p.Incidents {
		p.Incidents[i].Number = i + 1
	}
	for i := range p.Deployments {
		p.Deployments[i].Number = i + 1
	}
	return p
}

// arrivals calls do at the times of a Poisson process, cut to the minute.
func (t Truth) arrivals(r *rand.Rand, end time.Time, perWeek float64, do func(time.Time)) {
	for at := Start; perWeek > 0; {
		at = at.Add(time.Duration(r.ExpFloat64() / perWeek * float64(7*24*time.Hour)))
		if !at.Before(end) {
			return
		}
		do(at.Truncate(time.Minute))
	}
}
