package game

import "testing"

// The way of one incident through the chain, minute by minute, with constants that have no spread.
func TestIncidentStates(t *testing.T) {
	for _, c := range []struct {
		name   string
		app    int32
		fault  FaultKind
		orders []string // given as soon as the alert is in the inbox (minute 35: 20 detection, 10 desk, 5 handoff; the hour ends at 60)
		then   string   // given when a decision is needed
		want   [IncidentStates]Minute
	}{
		{
			name: "linked rightly by the one who knows it", app: 0, fault: ConfigurationFault,
			orders: []string{"link A-1 front", "assign A-1 Ines"},
			want:   [IncidentStates]Minute{InDetect: 20, InBridge: 10, InHandoff: 5, InQueue: 25, InDiagnose: 40, InRepair: 20},
		},
		{
			name: "by one who does not know it everything takes twice as long", app: 0, fault: ConfigurationFault,
			orders: []string{"link A-1 front", "assign A-1 Omar"},
			want:   [IncidentStates]Minute{InDetect: 20, InBridge: 10, InHandoff: 5, InQueue: 25, InDiagnose: 80, InRepair: 40},
		},
		{
			name: "not linked: somebody has to find out first", app: 0, fault: DataFault,
			orders: []string{"assign A-1 Ines"},
			want:   [IncidentStates]Minute{InDetect: 20, InBridge: 10, InHandoff: 5, InQueue: 25, InIdentify: 30, InDiagnose: 40, InRepair: 20},
		},
		{
			name: "linked wrongly: half a diagnosis is lost, then somebody has to find out", app: 0, fault: DataFault,
			orders: []string{"link A-1 back", "assign A-1 Ines"},
			want:   [IncidentStates]Minute{InDetect: 20, InBridge: 10, InHandoff: 5, InQueue: 25, InIdentify: 40 + 30, InDiagnose: 40, InRepair: 20},
		},
		{
			name: "asked the right team at once: handoff 5, answer 30, then they need half of 40 and 60 for the code", app: 0, fault: CodeFault,
			orders: []string{"escalate A-1 rook"},
			want:   [IncidentStates]Minute{InDetect: 20, InBridge: 10, InHandoff: 5 + 35, InQueue: 25, InDiagnose: 20, InRepair: 60},
		},
		{
			name: "asked the wrong team: it bounces after 5+30+20 and waits for the hour to end", app: 0, fault: CodeFault,
			orders: []string{"escalate A-1 teal"}, then: "escalate A-1 rook",
			want: [IncidentStates]Minute{InDetect: 20, InBridge: 10, InHandoff: 5 + 55 + 35, InQueue: 25 + 5, InDiagnose: 20, InRepair: 60},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			g, _ := play(c.app, c.fault)
			must(g, c.orders...)
			for g.incidents[0].restored == Never && !g.over {
				g.EndTurn()
				if a := &g.alerts[0]; c.then != "" && !a.closed && (a.state == NeedsDecision || a.state == Waiting) {
					must(g, c.then)
				}
			}
			if got := g.incidents[0].states; got != c.want {
				t.Errorf("minutes by state\n got %v\nwant %v", got, c.want)
			}
		})
	}
}

func TestCodeNeedsItsTeam(t *testing.T) {
	g, a := play(0, CodeFault)
	must(g, "link A-1 front", "assign A-1 Ines")
	until(g, func() bool { return g.alerts[0].state == NeedsDecision })
	if g.incidents[0].restored != Never {
		t.Fatal("Application Operations changed code")
	}
	if err := order(g, "assign A-1 Omar"); err == nil {
		t.Error("an alert that needs its team could be assigned again")
	}
	must(g, "workaround A-1 Ines")
	until(g, func() bool { return g.incidents[0].restored != Never })
	until(g, func() bool { return len(g.incidents) > 1 })
	if len(g.incidents) < 2 || g.incidents[1].fault != CodeFault {
		t.Error("a workaround left no debt: the fault never came back")
	}
	_ = a
}

func TestRollbackRestoresAndCostsTheRelease(t *testing.T) {
	g := New(smallLevel(), SeedFrom(1))
	g.apps[0].waiting = 3
	g.newRequest(0, g.now, 0)
	must(g, "read R-1", "deploy R-1 Ines")
	until(g, func() bool { return g.apps[0].last != 0 || len(g.deployments) > 0 })
	g.deployments[0].fault, g.deployments[0].failed = true, false
	g.apps[0].last = 1
	g.apps[0].waiting = 0
	g.changeFault(1)
	n := g.apps[0].incidents
	until(g, func() bool { return g.incidents[n-1].alert != 0 && g.alerts[g.incidents[n-1].alert-1].raised != Never })
	must(g, "rollback front Omar")
	began := g.now
	until(g, func() bool { return g.incidents[n-1].restored != Never })
	if took := g.incidents[n-1].restored - began; took != 15 {
		t.Errorf("a rollback took %d minutes, want 15", took)
	}
	if g.apps[0].waiting != 3 {
		t.Errorf("%d changes wait again after the rollback, want 3", g.apps[0].waiting)
	}
}

func TestBlastRadius(t *testing.T) {
	for _, c := range []struct {
		operability PerMille
		want        PerMille // impact on middle of a fault of 500 in back
	}{{0, 500}, {500, 250}, {900, 50}, {950, 0}} {
		l := smallLevel()
		l.Applications[1].Operability = c.operability
		g := New(l, SeedFrom(1))
		g.begin(2, DataFault, 500, [2]EventID{})
		g.EndTurn()
		got := PerMille(0)
		if n := g.apps[1].incidents; n != 0 {
			got = g.incidents[n-1].impact
		}
		if got != c.want {
			t.Errorf("operability %d: the application behind suffers %d per mille, want %d", c.operability, got, c.want)
		}
	}
}

func TestDependentsRecoverWithTheirCause(t *testing.T) {
	g := New(smallLevel(), SeedFrom(1))
	n := g.begin(2, DataFault, 500, [2]EventID{})
	g.EndTurn()
	if len(g.incidents) < 2 {
		t.Fatal("nobody else suffered")
	}
	g.restore(n, 0)
	for i := range g.incidents {
		if g.incidents[i].restored == Never {
			t.Errorf("incident %d goes on after its cause was restored", i+1)
		}
	}
}

func TestTwoIncidentsCannotLoseMoreThanThereIs(t *testing.T) {
	g := New(smallLevel(), SeedFrom(1))
	g.begin(2, DataFault, 700, [2]EventID{})
	g.begin(2, CodeFault, 700, [2]EventID{})
	g.now += 60
	g.settle(2)
	if a, b := g.incidents[0].pence, g.incidents[1].pence; a != 420_000 || b != 180_000 {
		t.Errorf("one hour at £6,000 was lost as %d and %d pence, want 420000 and 180000", a, b)
	}
}

func TestDismissedIncidentComesBackDearer(t *testing.T) {
	g, _ := play(0, DataFault)
	lost := g.ledger.lost
	must(g, "noise A-1")
	until(g, func() bool { return g.alerts[0].raised != Never })
	if g.alerts[0].repeats != 1 || g.ledger.lost <= lost {
		t.Errorf("raised again %d times with %d pence lost, want once and more than %d", g.alerts[0].repeats, g.ledger.lost, lost)
	}
}

// What is lost is known when somebody found out what it is, or by the next morning's figures, and not before.
func TestLossesBecomeKnown(t *testing.T) {
	found, _ := play(0, DataFault)
	must(found, "assign A-1 Ines")
	until(found, func() bool { return found.alerts[0].confirmed })
	if found.ledger.knownLost != found.ledger.lost {
		t.Errorf("%d of %d pence known after it was found out", found.ledger.knownLost, found.ledger.lost)
	}
	left, _ := play(0, DataFault)
	until(left, func() bool { return left.now == 17*Hour })
	if left.ledger.knownLost != 0 || left.ledger.lost == 0 {
		t.Errorf("%d of %d pence known before anybody looked", left.ledger.knownLost, left.ledger.lost)
	}
	until(left, func() bool { return left.now == Day+9*Hour })
	if left.ledger.knownLost != left.ledger.lost {
		t.Errorf("%d of %d pence known in the morning", left.ledger.knownLost, left.ledger.lost)
	}
}
