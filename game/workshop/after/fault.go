package after

import (
	"cmp"
	"fmt"
	"slices"

	"callout/game"
	"callout/game/debrief"
	"callout/game/words"
)

// Fault is one fault that came to the same application at the same minute at every team, and what it came to at each.
type Fault struct {
	App   int
	Name  string // of the application
	Began game.Minute
	Kind  game.FaultKind
	Bills []Bill // one for each team, by number
	Pence game.Pence
	Why   string // the dearest bill is what it is, in a sentence

	// The cheapest and the dearest bill with their chains of causes; told of the first few faults only.
	Low, High *Side
}

// Bill is what a fault came to at one team.
type Bill struct {
	Team     int // index
	Incident int32
	Minutes  game.Minute // until it was restored, or until the game stood where it stands
	Restored bool
	Pence    game.Pence
	States   [game.IncidentStates]game.Minute
}

// Side is one bill with what led to it.
type Side struct {
	Bill
	Causes []debrief.Step // the earliest first
}

// Others are the faults that only some teams had: what they brought on themselves, or warded off.
type Others struct {
	Faults int
	Pence  game.Pence // of all teams
}

// toldFaults is how many faults are told with their chains side by side.
const toldFaults = 5

// sameFault is by what a fault is known across games.
type sameFault struct {
	app   int
	began game.Minute
	kind  game.FaultKind
}

// faults finds the faults that every team had. The sum over all bills, and over those of the others, is what the room lost.
func (r *Room) faults() error {
	at := map[sameFault]int{}
	var list []Fault
	for i := range r.Teams {
		t := &r.Teams[i]
		for _, l := range t.losses {
			k := sameFault{l.App, l.Began, l.Fault}
			n, ok := at[k]
			if !ok {
				n = len(list)
				at[k] = n
				list = append(list, Fault{App: l.App, Name: r.Played.Level.Applications[l.App].Name, Began: l.Began, Kind: l.Fault})
			}
			list[n].add(i, l, t.At)
		}
	}
	for i := range list {
		if f := &list[i]; len(f.Bills) == len(r.Teams) {
			r.Common = append(r.Common, *f)
		} else {
			r.Others.Faults++
			r.Others.Pence += f.Pence
		}
	}
	slices.SortFunc(r.Common, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(b.apart(), a.apart()), cmp.Compare(b.Pence, a.Pence), cmp.Compare(a.Began, b.Began), cmp.Compare(a.App, b.App), cmp.Compare(a.Kind, b.Kind))
	})
	return r.tell()
}

// add adds an incident of a team. Two of the same fault at one minute, which a level may bring about, make one bill.
func (f *Fault) add(team int, l game.Loss, now game.Minute) {
	f.Pence += l.Pence
	minutes, restored := min(l.Restored, now)-l.Began, l.Restored != game.Never
	if n := len(f.Bills); n > 0 && f.Bills[n-1].Team == team {
		b := &f.Bills[n-1]
		b.Pence, b.Minutes, b.Restored = b.Pence+l.Pence, max(b.Minutes, minutes), b.Restored && restored
		for s, m := range l.States {
			b.States[s] += m
		}
		return
	}
	f.Bills = append(f.Bills, Bill{Team: team, Incident: l.Incident, Minutes: minutes, Restored: restored, Pence: l.Pence, States: l.States})
}

// ends are the cheapest and the dearest bill.
func (f *Fault) ends() (low, high *Bill) {
	low, high = &f.Bills[0], &f.Bills[0]
	for i := range f.Bills {
		if b := &f.Bills[i]; b.Pence < low.Pence {
			low = b
		} else if b.Pence > high.Pence {
			high = b
		}
	}
	return low, high
}

// apart is by how much the bills differ.
func (f *Fault) apart() game.Pence {
	low, high := f.ends()
	return high.Pence - low.Pence
}

// tell walks the bills that differ the most back through their causes. The games are read again, each once.
func (r *Room) tell() error {
	told := r.Common[:min(len(r.Common), toldFaults)]
	var games []int
	for i := range told {
		f := &told[i]
		low, high := f.ends()
		if low == high {
			continue
		}
		f.Low, f.High = &Side{Bill: *low}, &Side{Bill: *high}
		for _, team := range []int{low.Team, high.Team} {
			if !slices.Contains(games, team) {
				games = append(games, team)
			}
		}
	}
	slices.Sort(games)
	for _, team := range games {
		d, err := debrief.Skim(r.Played.record(r.played(team)))
		if err != nil {
			return fmt.Errorf("team %d: %w", r.played(team).N, err)
		}
		for i := range told {
			for _, side := range []*Side{told[i].Low, told[i].High} {
				if side != nil && side.Team == team {
					side.read(d)
				}
			}
		}
	}
	for i := range told {
		if told[i].Low != nil {
			told[i].Why = r.why(&told[i])
		}
	}
	return nil
}

// read finds the causes of a bill in the game's debrief.
func (s *Side) read(d *debrief.Debrief) {
	for i := range d.Incidents {
		if n := &d.Incidents[i]; n.Incident == s.Incident {
			s.Causes = slices.Clone(n.Causes)
			slices.Reverse(s.Causes)
		}
	}
}

// took is the time and the money that went in the steps of a kind.
func (s *Side) took(kind string) (minutes game.Minute, pence game.Pence) {
	for i := range s.Causes {
		if c := &s.Causes[i]; c.Own && c.Kind == kind {
			minutes, pence = minutes+c.Minutes, pence+c.Pence
		}
	}
	return minutes, pence
}

// why names the kind of step that most of the difference between two bills went into.
func (r *Room) why(f *Fault) string {
	kind, most := "", game.Pence(0)
	for i := range f.High.Causes {
		c := &f.High.Causes[i]
		if !c.Own {
			continue
		}
		_, high := f.High.took(c.Kind)
		_, low := f.Low.took(c.Kind)
		if high-low > most {
			kind, most = c.Kind, high-low
		}
	}
	dear, cheap := r.Teams[f.High.Team].Name, r.Teams[f.Low.Team].Name
	money := f.High.Pence - f.Low.Pence
	if kind == "" {
		return words.Say("after.why.even", "dear", dear, "cheap", cheap, "money", words.Money(money))
	}
	there, _ := f.High.took(kind)
	here, _ := f.Low.took(kind)
	how := "part"
	if most*2 >= money {
		how = "most"
	}
	return words.Say("after.why."+how, "dear", dear, "cheap", cheap, "money", words.Money(money),
		"what", words.Say("after.stretch."+kind), "there", words.Span(there), "here", words.Span(here))
}
