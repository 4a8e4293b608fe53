package game_test

import (
	"testing"

	"callout/game"
	"callout/levels"
)

// eachTurn plays every level with the monkey over a few seeds and calls check after every turn.
func eachTurn(t *testing.T, check func(t *testing.T, g *game.Game, events []game.Event)) {
	t.Helper()
	for _, name := range goldenLevels {
		l, err := levels.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		for seed := range uint64(12) {
			g := game.New(l, game.SeedFrom(seed))
			m := monkey{seed}
			var v game.View
			for !g.Over() && !t.Failed() {
				g.View(&v)
				m.play(&v, func(o game.Order) { _ = g.Do(o) })
				check(t, g, g.EndTurn())
			}
		}
	}
}

// Every minute of every incident is in exactly one state, and every penny of revenue lost belongs to one incident.
func TestMinutesAndPenceAddUp(t *testing.T) {
	eachTurn(t, func(t *testing.T, g *game.Game, _ []game.Event) {
		r := g.Result()
		var pence game.Pence
		var states [game.IncidentStates]int64
		for _, loss := range r.Losses {
			pence += loss.Pence
			var minutes game.Minute
			for s, m := range loss.States {
				minutes += m
				states[s] += int64(m)
				if m < 0 {
					t.Fatalf("incident %d spent %d minutes in %v", loss.Incident, m, game.IncidentState(s))
				}
			}
			if end := min(loss.Restored, r.At); minutes != end-loss.Began {
				t.Fatalf("incident %d lasted %d minutes and has %d in its states", loss.Incident, end-loss.Began, minutes)
			}
		}
		if states != r.StateMinutes {
			t.Fatalf("states of all incidents %v, of the game %v", states, r.StateMinutes)
		}
		if lost := r.Values[0]; lost.Name != "revenue_lost" || lost.N != pence {
			t.Fatalf("losses sum to %d pence, revenue lost is %d", pence, lost.N)
		}
	})
}

// The area under the queue's length is the sum of all waits: Little's law, exactly, at every turn (Q1).
func TestLittlesLaw(t *testing.T) {
	eachTurn(t, func(t *testing.T, g *game.Game, _ []game.Event) {
		if area, waits, lost := g.QueueBooks(); area != waits || lost != 0 {
			t.Fatalf("%s: area %d item-minutes, waits %d; %d items waiting are not in the queue's length", g.Now(), area, waits, lost)
		}
	})
}

// An event names earlier events as its causes, in order of time, and every number is used once.
func TestEventsNameTheirCauses(t *testing.T) {
	last := game.EventID(0)
	at := game.Minute(0)
	eachTurn(t, func(t *testing.T, g *game.Game, events []game.Event) {
		if g.Result().Turns == 1 {
			last, at = 0, 0
		}
		for _, e := range events {
			if last == 0 {
				last = e.ID - 1 // a new game, and its first event
			}
			if e.ID != last+1 || e.At < at {
				t.Fatalf("event %d at %s follows event %d at %s", e.ID, e.At, last, at)
			}
			for _, c := range e.Causes {
				if c >= e.ID || c < 0 {
					t.Fatalf("event %d is caused by event %d", e.ID, c)
				}
			}
			last, at = e.ID, e.At
		}
	})
}

// What a View tells of an alert does not depend on what lies behind it: an alert's application is only shown when
// the alert names it, when somebody linked it, or when it was found out.
func TestViewKeepsSecrets(t *testing.T) {
	var v game.View
	hidden, shown := 0, 0
	eachTurn(t, func(t *testing.T, g *game.Game, _ []game.Event) {
		g.View(&v)
		truth := g.Truth()
		for i := range v.Alerts {
			a := &v.Alerts[i]
			if a.Linked < 0 && a.Named < 0 {
				hidden++
			}
			if a.Confirmed {
				shown++
				if a.Linked != truth.App[a.N] || truth.Noise[a.N] {
					t.Fatalf("A-%03d is shown as known to be %d", a.N, a.Linked)
				}
			}
			if !a.Confirmed && a.Cause != game.UnknownFault {
				t.Fatalf("the cause of A-%03d is shown before anybody knows what it is", a.N)
			}
		}
		for _, e := range v.News {
			if e.Hidden || e.Incident != 0 {
				t.Fatalf("event %d is told and should not be", e.Kind)
			}
		}
		for i, c := range g.Result().Course {
			if v.Course[i].Lost > c.Lost {
				t.Fatalf("turn %d: more was known to be lost (%d) than was lost (%d)", i, v.Course[i].Lost, c.Lost)
			}
		}
		if n := len(v.Course); n > 0 && v.Course[n-1].Lost != v.Lost {
			t.Fatalf("the course ends with %d pence known to be lost, the gauge says %d", v.Course[n-1].Lost, v.Lost)
		}
		if v.Lost > g.Result().Values[0].N {
			t.Fatalf("more is known to be lost (%d) than is lost", v.Lost)
		}
	})
	if hidden == 0 || shown == 0 {
		t.Fatalf("nothing was tested: %d hidden, %d shown", hidden, shown)
	}
}

// No order shifts demand: whatever the player does, the same latent faults come at the same minutes, and neglect or
// drift only adds to them. Neglect is left out here, since whoever does nothing neglects most.
func TestOrdersCannotShiftDemand(t *testing.T) {
	l, err := levels.Load("ten-teams")
	if err != nil {
		t.Fatal(err)
	}
	l.Balance.Neglect = 0
	type fault struct {
		at  game.Minute
		app int32
	}
	faults := func(seed uint64, monkeyPlays bool) (latent map[fault]bool, changes []game.Minute) {
		latent = map[fault]bool{}
		g := game.New(l, game.SeedFrom(seed))
		m := monkey{seed}
		var v game.View
		for !g.Over() {
			if monkeyPlays {
				g.View(&v)
				m.play(&v, func(o game.Order) {
					if o.Kind != game.Answer && o.Kind != game.Chaos { // cutting scope lowers demand, a chaos day makes it break less
						_ = g.Do(o)
					}
				})
			}
			for _, e := range g.EndTurn() {
				if e.Kind == game.FaultBegan && e.Causes[0] == 0 {
					latent[fault{e.At, e.App}] = true
				}
				if e.Kind == game.ChangeFinished {
					changes = append(changes, e.At)
				}
			}
		}
		return latent, changes
	}
	for seed := range uint64(10) {
		quiet, c1 := faults(seed, false)
		busy, c2 := faults(seed, true)
		for f := range quiet {
			if !busy[f] {
				t.Errorf("seed %d: the fault of application %d at %s did not come when somebody played", seed, f.app, f.at)
			}
		}
		if len(c1) != len(c2) {
			t.Errorf("seed %d: %d changes finished when nobody played, %d when somebody did", seed, len(c1), len(c2))
		}
	}
}
