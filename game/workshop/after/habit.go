package after

import (
	"cmp"
	"slices"

	"callout/game"
	"callout/game/debrief"
	"callout/game/words"
)

// Habit is one kind of decision, and which teams took it.
type Habit struct {
	Key   string
	Title string     // what was done, as a team would say that it did: "asked a team that it was not"
	Did   []Doing    // the teams that did, the first of them first
	Pence game.Pence // that it is known to have cost all of them
}

// Doing is how one team did something.
type Doing struct {
	Team  int // index
	Times int
	First game.Minute // when it did so first
	Pence game.Pence  // that it is known to have cost
}

// friday is the weekday on which nobody should have to deploy.
const friday = 4

// habits are the kinds of decision in the order in which they are told, and what each of them is among the marks.
var habits = []struct {
	key string
	is  func(m *debrief.Mark) bool
}{
	{"escalate", kinds("escalate", "wrong-team")},
	{"wrong-team", kinds("wrong-team")},
	{"wrong-link", kinds("wrong-link")},
	{"dismissed", kinds("dismissed")},
	{"workaround", kinds("workaround")},
	{"deploy", kinds("deploy")},
	{"friday", func(m *debrief.Mark) bool { return m.Kind == "deploy" && m.At.Weekday() == friday }},
	{"roll-back", kinds("rollback")},
	{"freeze", kinds("freeze-on")},
	{"rest", kinds("rest")},
	{"standby", kinds("standby")},
	{"overtime", kinds("answer-overtime")},
	{"people", kinds("answer-people")},
	{"scope", kinds("answer-scope")},
	{"refuse", kinds("answer-refuse")},
	{"learn", kinds("sync", "runbook")},
	{"instrument", kinds("instrument", "tune")},
	{"chaos", kinds("chaos")},
	{"move", kinds("move")},
}

func kinds(names ...string) func(*debrief.Mark) bool {
	return func(m *debrief.Mark) bool { return slices.Contains(names, m.Kind) }
}

// habits counts every kind of decision at every team.
func (r *Room) habits() {
	for _, kind := range habits {
		h := Habit{Key: kind.key, Title: words.Say("after.habit." + kind.key)}
		for i := range r.Teams {
			d := Doing{Team: i}
			for k := range r.Teams[i].Marks {
				m := &r.Teams[i].Marks[k]
				if !kind.is(m) {
					continue
				}
				if d.Times == 0 {
					d.First = m.At
				}
				d.Times++
				if kind.key != "escalate" || m.Kind == "escalate" { // what a wrong team costs is told there
					d.Pence += m.Pence
				}
			}
			if d.Times > 0 {
				h.Did = append(h.Did, d)
				h.Pence += d.Pence
			}
		}
		slices.SortStableFunc(h.Did, func(a, b Doing) int { return cmp.Compare(a.First, b.First) })
		r.Habits = append(r.Habits, h)
	}
}

// All tells whether every team of the room did so.
func (h *Habit) All(r *Room) bool { return len(h.Did) == len(r.Teams) }

// Times is how often it was done in all.
func (h *Habit) Times() int {
	n := 0
	for i := range h.Did {
		n += h.Did[i].Times
	}
	return n
}
