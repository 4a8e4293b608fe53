package debrief

import (
	"slices"
	"testing"

	"callout/game"
)

// TestLookAddsUp holds, for games of every kind, that nothing is lost between the record and what is said of it: losses
// sum to revenue lost, minutes to what the engine booked, the flow of changes runs forward and ends at the truth, and
// marks are orders that were given.
func TestLookAddsUp(t *testing.T) {
	if testing.Short() {
		t.Skip("many games: the runs without the race detector play them")
	}
	games(t, 50, func(t *testing.T, name string, r *Record) {
		d, err := Look(r)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		sumsHold(t, name, d)
		courseHolds(t, name, d)
		marksHold(t, name, d)
	})
}

func sumsHold(t *testing.T, name string, d *Debrief) {
	t.Helper()
	lost, states := game.Pence(0), [game.IncidentStates]int64{}
	for i := range d.Incidents {
		n := &d.Incidents[i]
		lost += n.Pence
		if i > 0 && n.Pence > d.Incidents[i-1].Pence {
			t.Errorf("%s: incident %d is dearer than the one before it", name, n.Incident)
		}
		minutes, pence, own := game.Minute(0), game.Pence(0), [game.IncidentStates]game.Minute{}
		for _, s := range n.life {
			own[s.state] += s.to - s.from
		}
		for _, s := range n.Causes {
			if s.Own {
				minutes, pence = minutes+s.Minutes, pence+s.Pence
			}
			if s.Own && s.Minutes <= 0 {
				t.Errorf("%s, incident %d: no time went by at %q", name, n.Incident, s.Text)
			}
		}
		if own != n.States || minutes != n.Minutes {
			t.Errorf("%s, incident %d: its steps have %d minutes, %v, and it took %d, %v", name, n.Incident, minutes, own, n.Minutes, n.States)
		}
		if n.Minutes > 0 && pence != n.Pence {
			t.Errorf("%s, incident %d: its steps cost %d and it cost %d", name, n.Incident, pence, n.Pence)
		}
		for s, m := range n.States {
			states[s] += int64(m)
		}
		if len(n.Causes) < 2 || !slices.ContainsFunc(n.Causes, func(s Step) bool { return s.Decision || s.Minutes > 0 }) && n.Minutes > 0 {
			t.Errorf("%s, incident %d: no decision and no wait is named: %+v", name, n.Incident, n.Causes)
		}
	}
	if want := value(t, d, "revenue_lost"); lost != want {
		t.Errorf("%s: incidents lost %d, the game %d", name, lost, want)
	}
	if p := d.Loss; p.Share.Valid && (p.Lost != lost || p.Share.N != 1000-p.Lost*1000/p.Tolerated) {
		t.Errorf("%s: loss protection is %+v", name, p)
	}
	if states != d.Result.StateMinutes {
		t.Errorf("%s: incidents have the minutes %v, the game %v", name, states, d.Result.StateMinutes)
	}
}

func value(t *testing.T, d *Debrief, name string) int64 {
	t.Helper()
	for _, v := range d.Result.Values {
		if v.Name == name {
			return v.N
		}
	}
	t.Fatalf("there is no metric %s", name)
	return 0
}

func courseHolds(t *testing.T, name string, d *Debrief) {
	t.Helper()
	if len(d.Course) != d.Result.Turns {
		t.Fatalf("%s: %d points of the course for %d turns", name, len(d.Course), d.Result.Turns)
	}
	before := Point{}
	for i, p := range d.Course {
		if p.Finished < p.Requested || p.Requested < p.Planned || p.Planned < p.Deployed || p.Deployed < 0 {
			t.Errorf("%s, turn %d: the flow is out of order: %+v", name, i+1, p)
		}
		if p.Finished < before.Finished || p.Requested < before.Requested || p.Planned < before.Planned || p.Deployed < before.Deployed {
			t.Errorf("%s, turn %d: the flow runs backwards: %+v after %+v", name, i+1, p, before)
		}
		before = p
	}
	if len(d.Course) == 0 {
		return
	}
	waiting := int32(0)
	for _, a := range d.Result.Applications {
		waiting += a.Waiting
	}
	if before.Finished-before.Deployed != waiting {
		t.Errorf("%s: at the end %d changes are finished and %d deployed, and %d wait", name, before.Finished, before.Deployed, waiting)
	}
}

// marksHold: every mark is an order of the record in its turn, in order, and few of them are heavy, besides those that
// change the rules of the game.
func marksHold(t *testing.T, name string, d *Debrief) {
	t.Helper()
	dear := 0
	for i, m := range d.Marks {
		if i > 0 && m.At < d.Marks[i-1].At {
			t.Errorf("%s: %q is marked too late", name, m.Text)
		}
		if !slices.ContainsFunc(d.Record.Turns[m.Turn], func(o game.Order) bool { return d.Record.Level.FormatOrder(o) == m.Order }) {
			t.Errorf("%s: turn %d has no order %q", name, m.Turn+1, m.Order)
		}
		if m.Heavy && m.Pence > 0 {
			dear++
		}
	}
	if dear > heaviest {
		t.Errorf("%s: %d decisions are heavy for what they cost", name, dear)
	}
}
