package game

import "testing"

// The same incident under three chains. Nobody gives an order: only the chain that ends with Application Operations
// waits for one.
func TestChains(t *testing.T) {
	for _, c := range []struct {
		model int
		fault FaultKind
		at    Minute
		want  [IncidentStates]Minute
	}{
		{1, CodeFault, 9 * Hour, [IncidentStates]Minute{InDetect: 20, InQueue: 4, InDiagnose: 20, InRepair: 60}},
		{1, CodeFault, 20 * Hour, [IncidentStates]Minute{InDetect: 20, InQueue: 4, InDiagnose: 20, InRepair: 60}},
		{1, DataFault, 9 * Hour, [IncidentStates]Minute{InDetect: 20, InQueue: 4, InDiagnose: 20, InRepair: 20}},
		{2, CodeFault, 20 * Hour, [IncidentStates]Minute{InDetect: 20, InBridge: 10, InDiagnose: 20, InRepair: 60}},
	} {
		l := smallLevel()
		l.Applications[0].Model = c.model
		g := New(l, SeedFrom(1))
		until(g, func() bool { return g.now >= c.at })
		began := g.now
		n := g.begin(0, c.fault, 500, [2]EventID{})
		until(g, func() bool { return g.incidents[n-1].restored != Never })
		if got := g.incidents[n-1].states; got != c.want {
			t.Errorf("%s at %s\n got %v\nwant %v", l.Models[c.model].Name, began, got, c.want)
		}
	}
}

func TestTeamsPayForTheirStandby(t *testing.T) {
	for _, c := range []struct {
		rota    Rota
		domains [3]string
		want    Pence // for one night, at £30 a rota
	}{
		{TeamRota, [3]string{"shop", "shop", "back"}, 9000},
		{DomainRota, [3]string{"shop", "shop", "back"}, 6000},
		{DomainRota, [3]string{}, 9000},
	} {
		l := smallLevel()
		for i := range l.Applications {
			l.Applications[i].Model = 1
			l.Teams[i].Domain = c.domains[i]
		}
		l.Models[1].Rota = c.rota
		g := New(l, SeedFrom(1))
		until(g, func() bool { return g.now >= Day+9*Hour })
		if g.ledger.standby != c.want {
			t.Errorf("rota %d of %v: %d pence a night, want %d", c.rota, c.domains, g.ledger.standby, c.want)
		}
	}
}

func TestTeamDeploysForItself(t *testing.T) {
	l := smallLevel()
	l.Applications[0].Model = 1
	l.Balance.ChangeFailure = 0
	g := New(l, SeedFrom(1))
	g.changeFinished(0)
	if err := order(g, "deploy R-1 Ines"); err == nil {
		t.Error("an analyst deploys what its team deploys")
	}
	until(g, func() bool { return g.apps[0].deploymentsDone() })
	if a := &g.apps[0]; a.waiting != 0 || a.operability != 510 || g.now > 11*Hour {
		t.Errorf("%s: %d changes wait, operability %d", g.now, a.waiting, a.operability)
	}
}

func (a *app) deploymentsDone() bool { return a.deployments > 0 && a.request == 0 }

func TestMove(t *testing.T) {
	g, _ := play(0, ConfigurationFault)
	if err := order(g, "move front own-pager"); err == nil {
		t.Fatal("management agreed without evidence")
	}
	must(g, "link A-1 front", "assign A-1 Ines")
	until(g, func() bool { return g.apps[0].written > 0 })
	must(g, "move front own-pager")
	if g.ledger.transition != 500_000 || g.apps[0].model != 0 {
		t.Errorf("the move cost %d and the model is %d at once", g.ledger.transition, g.apps[0].model)
	}
	if err := order(g, "move front own-pager"); err == nil {
		t.Error("moved twice")
	}
	until(g, func() bool { return g.apps[0].model == 1 })
	n := g.begin(0, CodeFault, 500, [2]EventID{})
	until(g, func() bool { return g.incidents[n-1].restored != Never })
	if g.incidents[n-1].states[InBridge] != 0 {
		t.Error("Ops Bridge still answers for an application that has moved")
	}
}

func TestErrorBudgetHandsBack(t *testing.T) {
	for _, c := range []struct {
		fails bool
		want  int32
	}{{true, 1}, {false, 2}} {
		l := smallLevel()
		l.Applications[0].Model = 2
		g := New(l, SeedFrom(1))
		if c.fails {
			g.begin(0, CodeFault, 1000, [2]EventID{})
		}
		until(g, func() bool { return g.now >= 4*Day })
		if g.apps[0].model != c.want {
			t.Errorf("budget spent %v: model %d, want %d", c.fails, g.apps[0].model, c.want)
		}
	}
}

// What Application Operations adds to an application counts where its team is called for it, and little elsewhere.
func TestEnabling(t *testing.T) {
	l := smallLevel()
	l.Applications[0].Model = 1
	g := New(l, SeedFrom(1))
	must(g, "instrument Ines front", "instrument Omar middle")
	until(g, func() bool { return g.now >= 12*Hour })
	if a, b := g.apps[0].telemetry, g.apps[1].telemetry; a != 700 || b != 550 {
		t.Errorf("telemetry %d where the team is called, %d where it is not: want 700 and 550", a, b)
	}
	must(g, "chaos Ines front")
	until(g, func() bool { return g.now >= 15*Hour })
	if got := g.apps[0].operability; got != 700 {
		t.Errorf("operability %d after a chaos day, want 700", got)
	}
}

// A desk that mends by itself is busy while it does: the next ticket waits for it.
func TestDeskIsBusyWhileItMends(t *testing.T) {
	l := smallLevel()
	for i := range l.Applications {
		l.Applications[i].Model = 2
		l.Applications[i].DependsOn = nil
	}
	g := New(l, SeedFrom(1))
	g.begin(0, CodeFault, 500, [2]EventID{})
	g.begin(1, CodeFault, 500, [2]EventID{})
	until(g, func() bool { return g.incidents[1].restored != Never })
	if a, b := g.incidents[0].restored, g.incidents[1].restored; b-a < 90 {
		t.Errorf("one person at the desk mended two incidents %d minutes apart, want at least one's work of 90", b-a)
	}
	if g.desks[0].busy != 0 {
		t.Errorf("%d people at the desk are busy with nothing", g.desks[0].busy)
	}
}

// Where the chain ends with Application Operations there is nobody to ask.
func TestNobodyToEscalateTo(t *testing.T) {
	l := smallLevel()
	l.Models[0].Chain = l.Models[0].Chain[:2]
	g := New(l, SeedFrom(1))
	n := g.begin(0, CodeFault, 500, [2]EventID{})
	until(g, func() bool { return g.incidents[n-1].alert != 0 && g.alerts[0].raised != Never })
	if err := order(g, "escalate A-1 rook"); err == nil {
		t.Error("a Delivery team outside the chain was asked")
	}
}
