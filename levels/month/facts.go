package month

import (
	"cmp"
	"slices"
	"time"

	"callout/levels/history"
)

// Facts is what the data shows beside the figures of the level: the evidence for a retrospective. Times are in minutes.
type Facts struct {
	Longest []Case // incidents with an end, the longest first, at most ten

	Told       int   // incidents that say when they were noticed, apart from when they began
	Unnoticed  int64 // median minutes until then
	Noise      int   // false alarms
	NoiseKnown bool

	Asked  int    // deployments that say when they were asked for
	Waited int64  // median minutes until they were live
	Late   []Case // those that waited longest, at most five

	Together []Pair // incidents that began while another application had just begun to fail, at most ten
	Spread   int    // how many there are of them

	OnCall []Burden // who was called, or on call, how often; the most first
}

// Case is one incident or deployment.
type Case struct {
	App     int // index into Month.Apps
	At      time.Time
	Minutes int64
}

// Pair is two incidents that may be one.
type Pair struct {
	First, Then Case
}

// Burden is what one person on call had.
type Burden struct {
	Name   string
	Nights int // incidents out of hours on their shifts
	Shifts int
}

// together is how soon after another an incident is taken to have come with it.
const together = 15

// facts gathers the evidence.
func (m *Month) facts(d *data) {
	f := &m.Facts
	var unnoticed, waited []int64
	for i := range d.incidents {
		inc := &d.incidents[i]
		if inc.Noise {
			f.Noise++
			continue
		}
		if inc.Restored != history.Unknown {
			f.Longest = append(f.Longest, Case{int(inc.App), d.at(inc.Began), int64(inc.Restored - inc.Began)})
		}
		if inc.Detected != history.Unknown {
			unnoticed = append(unnoticed, int64(inc.Detected-inc.Began))
		}
	}
	slices.SortStableFunc(f.Longest, func(a, b Case) int { return cmp.Compare(b.Minutes, a.Minutes) })
	f.Longest = f.Longest[:min(len(f.Longest), 10)]
	f.Told, f.Unnoticed = len(unnoticed), quantile(unnoticed, 500)
	f.NoiseKnown = f.Noise > 0
	for i := range d.deployments {
		dep := &d.deployments[i]
		if dep.Requested == history.Unknown {
			continue
		}
		waited = append(waited, int64(dep.At-dep.Requested))
		f.Late = append(f.Late, Case{int(dep.App), d.at(dep.At), int64(dep.At - dep.Requested)})
	}
	slices.SortStableFunc(f.Late, func(a, b Case) int { return cmp.Compare(b.Minutes, a.Minutes) })
	f.Late = f.Late[:min(len(f.Late), 5)]
	f.Asked, f.Waited = len(waited), quantile(waited, 500)
	m.pairs(d)
	m.burdens(d)
}

// pairs finds incidents that began shortly after one of another application which was still open.
func (m *Month) pairs(d *data) {
	f := &m.Facts
	for i := range d.incidents {
		inc := &d.incidents[i]
		if inc.Noise {
			continue
		}
		for k := i - 1; k >= 0 && inc.Began-d.incidents[k].Began <= together; k-- {
			first := &d.incidents[k]
			if first.Noise || first.App == inc.App || first.Restored != history.Unknown && first.Restored < inc.Began {
				continue
			}
			f.Spread++
			if len(f.Together) < 10 {
				f.Together = append(f.Together, Pair{Case{int(first.App), d.at(first.Began), 0}, Case{int(inc.App), d.at(inc.Began), int64(inc.Began - first.Began)}})
			}
			break
		}
	}
}

// burdens counts what fell into whose shift.
func (m *Month) burdens(d *data) {
	index := map[int32]int{}
	list := &m.Facts.OnCall
	for _, s := range d.shifts {
		k, seen := index[s.Who]
		if !seen {
			k = len(*list)
			index[s.Who] = k
			name := ""
			if k < len(m.Analysts) {
				name = m.Analysts[k] // as the level has them, without names where it leaves them out
			}
			*list = append(*list, Burden{Name: name})
		}
		b := &(*list)[k]
		b.Shifts++
		for i := range d.incidents {
			if inc := &d.incidents[i]; !inc.Noise && inc.Began >= s.From && inc.Began < s.To && !inHours(d.at(inc.Began)) {
				b.Nights++
			}
		}
	}
	slices.SortStableFunc(*list, func(a, b Burden) int { return cmp.Compare(b.Nights, a.Nights) })
}
