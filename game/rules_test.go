package game

import (
	"testing"
)

func TestClock(t *testing.T) {
	for _, c := range []struct {
		m        Minute
		inHours  bool
		next     Minute // nextShift
		boundary Minute // nextBoundary
		text     string
	}{
		{0, false, 9 * Hour, 9 * Hour, "Mon 00:00"},
		{9 * Hour, true, 9 * Hour, 17 * Hour, "Mon 09:00"},
		{17*Hour - 1, true, 17*Hour - 1, 17 * Hour, "Mon 16:59"},
		{17 * Hour, false, Day + 9*Hour, Day + 9*Hour, "Mon 17:00"},
		{4*Day + 17*Hour, false, Week + 9*Hour, 5*Day + 9*Hour, "Fri 17:00"},
		{6*Day + 10*Hour, false, Week + 9*Hour, Week + 9*Hour, "Sun 10:00"},
	} {
		if got := c.m.InHours(); got != c.inHours {
			t.Errorf("%s in hours: %v", c.text, got)
		}
		if got := c.m.nextShift(); got != c.next {
			t.Errorf("%s: next shift %s, want %s", c.text, got, c.next)
		}
		if got := c.m.nextBoundary(); got != c.boundary {
			t.Errorf("%s: next boundary %s, want %s", c.text, got, c.boundary)
		}
		if got := c.m.String(); got != c.text {
			t.Errorf("%s printed as %s", c.text, got)
		}
	}
}

// Adding working minutes and counting them are each other's inverse, from anywhere in the week.
func TestWorkingMinutes(t *testing.T) {
	for from := Minute(0); from < 2*Week; from += 97 {
		for _, n := range []Minute{0, 1, 59, 479, 480, 481, 2400, 5000} {
			to := addWorking(from, n)
			if got := workingMinutes(from, to); got != n || !to.InHours() {
				t.Fatalf("%s plus %d working minutes is %s, which is %d later", from, n, to, got)
			}
		}
	}
}

func TestAgendaKeepsOrder(t *testing.T) {
	var a agenda
	k := newKeys(SeedFrom(3))
	for i := range int32(500) {
		a.push(Minute(among(k.draw(forFault, 0, uint64(i)), 40)), atNoise, i, 0)
	}
	at, id := Minute(-1), int32(-1)
	for len(a.heap) > 0 {
		e := a.pop()
		if e.at < at || e.at == at && e.id < id {
			t.Fatalf("entry %d at %d came after entry %d at %d", e.id, e.at, id, at)
		}
		at, id = e.at, e.id
	}
}

func TestBatchFailure(t *testing.T) {
	got := batchFailure(100)
	for n, want := range map[int]int64{0: 0, 1: 100_000, 2: 190_000, 5: 409_510, 10: 651_322} {
		if d := got[n] - want; d > 1 || d < -1 {
			t.Errorf("a batch of %d fails %d times in a million, want %d", n, got[n], want)
		}
	}
}

func TestKnowledge(t *testing.T) {
	g := New(smallLevel(), SeedFrom(1))
	if got := g.know(0, 0); got != 1000 {
		t.Fatalf("at the start: %d", got)
	}
	g.now += Week
	if got := g.know(0, 0); got != 909 { // 1000 / 1.1
		t.Errorf("after a week: %d, want 909", got)
	}
	g.apps[0].changes += 10
	if got := g.know(0, 0); got != 625 { // 1000 / (1 + 0.1 + 0.5)
		t.Errorf("after a week and ten changes: %d, want 625", got)
	}
	g.teach(1, 0, 500)
	g.teach(1, 0, 500)
	if got := g.know(1, 0); got != 750 {
		t.Errorf("half of the gap, twice: %d, want 750", got)
	}
}

// Nobody keeps more than so many applications in their head: the least known gives way.
func TestKnowledgeSlots(t *testing.T) {
	l := smallLevel()
	for i := len(l.Applications); i < KnowledgeSlots+2; i++ {
		l.Applications = append(l.Applications, Application{Name: string(rune('a' + i)), Hosts: []int{0}})
	}
	g := New(l, SeedFrom(1))
	for i := range int32(KnowledgeSlots) {
		g.teach(1, i, 500+i)
	}
	g.teach(1, KnowledgeSlots, 900)
	if g.know(1, 0) != 0 || g.know(1, 1) == 0 || g.know(1, KnowledgeSlots) != 900 {
		t.Errorf("application 0, the least known, should have given way: %d, %d, %d", g.know(1, 0), g.know(1, 1), g.know(1, KnowledgeSlots))
	}
}

func TestBoardCostsDaysAndPreventsNothing(t *testing.T) {
	l := smallLevel()
	l.Models[0].Approval = Approval{Days: [7]bool{1: true, 3: true}, At: 14 * Hour, Notice: Day}
	for _, c := range []struct{ read, approved Minute }{
		{9 * Hour, Day + 14*Hour},              // Monday morning: Tuesday's board
		{16 * Hour, 3*Day + 14*Hour},           // Monday afternoon is too late for it: Thursday
		{3*Day + 9*Hour, Week + Day + 14*Hour}, // Thursday morning: next Tuesday
	} {
		if got := l.Models[0].Approval.next(c.read); got != c.approved {
			t.Errorf("read %s, approved %s, want %s", c.read, got, c.approved)
		}
	}
	with, without := New(l, SeedFrom(1)), New(smallLevel(), SeedFrom(1))
	for _, g := range []*Game{with, without} {
		g.apps[0].waiting = 4
		g.newRequest(0, g.now, 0)
		must(g, "read R-1")
	}
	if a, b := with.failureChance(0, 1), without.failureChance(0, 1); a != b {
		t.Errorf("with a board %d in a million fail, without %d", a, b)
	}
	if err := order(with, "deploy R-1 Ines"); err != nil {
		t.Fatal(err)
	}
	until(with, func() bool { return with.requests[0].closed })
	if with.deployments[0].at < Day+14*Hour {
		t.Errorf("deployed %s, before the board sat", with.deployments[0].at)
	}
}

// Waiting makes the batch bigger, and a bigger batch fails more often.
func TestWaitingGrowsTheBatch(t *testing.T) {
	g := New(smallLevel(), SeedFrom(1))
	g.apps[0].waiting = 2
	g.newRequest(0, g.now, 0)
	must(g, "read R-1")
	before := g.failureChance(0, 1)
	for range 3 {
		g.changeFinished(0)
	}
	if g.requests[0].batch != 5 || g.failureChance(0, 1) <= before {
		t.Errorf("batch %d fails %d times in a million, at first %d", g.requests[0].batch, g.failureChance(0, 1), before)
	}
}

func TestWishAboutOrder(t *testing.T) {
	g := New(smallLevel(), SeedFrom(1))
	g.apps[1].waiting, g.apps[0].waiting = 1, 1
	g.newRequest(1, g.now, 0)
	g.newRequest(0, g.now, 0)
	g.requests[1].after = 1
	ignored := g.failureChance(0, 2)
	g.closeRequest(1)
	if kept := g.failureChance(0, 2); ignored != 2*kept {
		t.Errorf("ignoring the wish fails %d times in a million, keeping it %d: want twice as often", ignored, kept)
	}
}

func TestIncentive(t *testing.T) {
	g := New(smallLevel(), SeedFrom(1))
	g.drift(0, 3)
	if got := g.apps[0].operability; got != 470 {
		t.Errorf("three changes by a team that is not called: operability %d, want 470", got)
	}
	g.level.Models[0].Incentive = 10
	g.drift(0, 3)
	if got := g.apps[0].operability; got != 500 {
		t.Errorf("three by one that is: %d, want 500", got)
	}
}

func TestLateRequestsAreEscalatedAndJumpTheQueue(t *testing.T) {
	g := New(smallLevel(), SeedFrom(1))
	g.apps[0].waiting = 1
	g.newRequest(0, g.now, 0)
	var missed, chased, pressed int
	for !g.over && pressed == 0 {
		events := g.EndTurn()
		missed += count(events, WishMissed)
		chased += count(events, TeamChased)
		pressed += count(events, Pressed)
	}
	if missed != 1 || chased == 0 || pressed != 1 {
		t.Fatalf("missed %d, chased %d, pressed %d: want 1, some, 1", missed, chased, pressed)
	}
	if r := &g.requests[0]; !r.pressed || r.state == Unread {
		t.Error("management pressed for a request and nobody read it")
	}
	if g.analysts[0].burnout == 0 {
		t.Error("being pressed leaves people cold")
	}
	must(g, "read M-1")
	n := g.openMessages[len(g.openMessages)-1]
	must(g, "answer "+Item{Message, n}.String()+" report Omar")
	until(g, func() bool { return g.messages[n-1].closed })
	if !g.messages[n-1].closed {
		t.Error("the report was never written")
	}
}

func TestNightCallout(t *testing.T) {
	l := smallLevel()
	l.NightMinutes = 120
	g := New(l, SeedFrom(1))
	must(g, "standby Omar")
	until(g, func() bool { return g.now == 17*Hour })
	n := g.begin(0, ConfigurationFault, 500, [2]EventID{})
	g.EndTurn()
	if g.now != 17*Hour+35 {
		t.Fatal("a page did not end the turn early")
	}
	if err := order(g, "assign A-1 Ines"); err != nil {
		t.Fatal(err)
	}
	if g.analysts[0].here() {
		t.Error("Ines is not on standby and was got out of bed")
	}
	must(g, "link A-1 front", "assign A-1 Omar")
	if p := &g.analysts[1]; p.presence != CalledIn || g.ledger.callouts != 5000 || p.burnout < 3000 {
		t.Errorf("Omar is %d, called out for %d pence, burnout %d", p.presence, g.ledger.callouts, p.burnout)
	}
	until(g, func() bool { return g.incidents[n-1].restored != Never })
	if got := g.incidents[n-1].restored; got > Day+9*Hour {
		t.Errorf("restored %s, in the morning", got)
	}
	if g.analysts[1].presence != OnCall {
		t.Error("Omar did not go back to bed")
	}
}

func TestBurnoutTakesItsToll(t *testing.T) {
	l := smallLevel()
	l.Balance.SickChance = Curve{{50, 0}, {51, 1_000_000}}
	l.Balance.QuitChance = Curve{{60, 0}, {61, 1_000_000}}
	g := New(l, SeedFrom(1))
	g.analysts[0].burnout = 60 * milliPoint
	until(g, func() bool { return g.analysts[0].presence == Sick })
	if g.now.Day() != 1 {
		t.Errorf("ill on day %d, want the next morning", g.now.Day())
	}
	if g.standby == 0 {
		t.Error("somebody who is ill is still on standby")
	}
	g.analysts[1].burnout = 95 * milliPoint
	until(g, func() bool { return g.analysts[1].presence == Gone })
	if g.now.Weekday() != 0 || g.tally.left != 1 || g.ledger.leaving == 0 {
		t.Errorf("left on a %s, %d left, at a cost of %d", Weekdays[g.now.Weekday()], g.tally.left, g.ledger.leaving)
	}
}

func TestRestHelps(t *testing.T) {
	g := New(smallLevel(), SeedFrom(1))
	g.analysts[0].burnout = 50 * milliPoint
	must(g, "rest Ines")
	if err := order(g, "assign A-1 Ines"); err == nil {
		t.Error("somebody on leave was given work")
	}
	until(g, func() bool { return g.now == Day+9*Hour })
	if p := &g.analysts[0]; p.presence != AtWork || p.burnout > 43*milliPoint {
		t.Errorf("after a day off: presence %d, burnout %d", p.presence, p.burnout)
	}
}

func TestRenegotiation(t *testing.T) {
	l := smallLevel()
	l.Goals = []Goal{{Metric: "revenue_lost", AtMost: true, Value: 1000}}
	g := New(l, SeedFrom(1))
	g.begin(0, DataFault, 500, [2]EventID{})
	until(g, func() bool {
		return len(g.openMessages) > 0 && g.messages[g.openMessages[len(g.openMessages)-1]-1].kind == OfferMessage
	})
	n := int32(len(g.messages))
	if err := order(g, "answer "+Item{Message, n}.String()+" report Ines"); err == nil {
		t.Error("an offer was answered with a report")
	}
	must(g, "answer "+Item{Message, n}.String()+" people")
	v := g.goalView(0)
	if v.Value != 1500 || !v.Relaxed {
		t.Errorf("the goal is %d now, want 1500", v.Value)
	}
	until(g, func() bool { return g.analysts[2].presence == AtWork })
	if g.analysts[2].presence != AtWork {
		t.Error("nobody was hired")
	}
}

// At five what customers feel goes from the hands of those who leave to whoever is on standby, and the player is told.
func TestNobodyTakesAnIncidentHome(t *testing.T) {
	l := smallLevel()
	l.Balance.DiagnoseWork = 300
	g := New(l, SeedFrom(1))
	must(g, "standby Omar")
	until(g, func() bool { return g.now == 16*Hour })
	n := g.begin(0, CodeFault, 500, [2]EventID{})
	g.incidents[n-1].raised = true
	k := g.newAlert(0, n)
	g.incidents[n-1].alert = k
	g.describe(k, false)
	g.arrive(k)
	must(g, "assign A-1 Ines")
	g.EndTurn()
	if a := &g.alerts[0]; a.state != Waiting || a.analyst != None {
		t.Errorf("the alert is in state %d with analyst %d after five", a.state, a.analyst)
	}
	if !g.NeedsDecision() {
		t.Error("the player is not asked what to do about it")
	}
}

// No level lets time run backwards, whenever it starts within an hour.
func TestStartWithinAnHour(t *testing.T) {
	l := smallLevel()
	l.Start = 2*Day + 16*Hour + 59
	for i := range l.Applications {
		l.Applications[i].FaultsPerWeek, l.Applications[i].NoisePerWeek = 160_000, 160_000
	}
	for seed := range uint64(20) {
		g := New(l, SeedFrom(seed))
		for range 3 {
			before := g.now
			for _, e := range g.EndTurn() {
				if e.At < before {
					t.Fatalf("seed %d: an event at %s after %s", seed, e.At, before)
				}
				before = e.At
			}
		}
	}
}

// While everybody is busy routine care is left undone, and what Operations looks after gets harder to run.
func TestNeglect(t *testing.T) {
	l := smallLevel()
	l.Balance.Neglect, l.Balance.NeglectLoad = 50, Curve{{800, 0}, {1000, 1000}}
	l.Applications[1].Model = 1 // whose team looks after it
	g := New(l, SeedFrom(1))
	for range 5 {
		g.neglect()
	}
	if got := g.apps[0].operability; got != 500 {
		t.Errorf("operability %d after a quiet week, want 500", got)
	}
	for k := range g.analysts {
		g.analysts[k].load = 1000
	}
	for range 5 {
		g.neglect()
	}
	if a, b := g.apps[0].operability, g.apps[1].operability; a != 450 || b != 500 {
		t.Errorf("operability after a week without time: %d, and %d where the team cares for it; want 450 and 500", a, b)
	}
}

func TestFaultsComeInBursts(t *testing.T) {
	l := smallLevel()
	l.Balance.BurstChance, l.Balance.BurstGap = 1000, 90
	g := New(l, SeedFrom(1))
	g.latentFault(0)
	g.now += 10
	g.restore(1, 0)
	restored := g.now
	until(g, func() bool { return len(g.incidents) > 1 })
	if len(g.incidents) != 2 || g.incidents[1].began != restored+90 || g.incidents[1].fault != g.incidents[0].fault {
		t.Errorf("%d incidents, want a second one of the same cause 90 minutes after the first was restored", len(g.incidents))
	}
}

// What cannot be done by five goes on in the morning, and the player is told so.
func TestExpectedEnd(t *testing.T) {
	l := smallLevel()
	l.Balance.DeployWork = 600
	g := New(l, SeedFrom(1))
	g.apps[0].waiting = 1
	g.newRequest(0, g.now, 0)
	must(g, "read R-1", "deploy R-1 Ines")
	var v View
	g.View(&v)
	want := Day + 9*Hour + 120 // eight hours today, two tomorrow
	if v.Analysts[0].Until != want || v.Requests[0].Until != want {
		t.Errorf("expected to end %s and %s, want %s", v.Analysts[0].Until, v.Requests[0].Until, want)
	}
	until(g, func() bool { return g.requests[0].closed })
	if at := g.deployments[0].at; at != want {
		t.Errorf("ended %s, expected %s", at, want)
	}
}

// Where nobody of Operations is called, free hands are what "continue" stops for.
func TestEnablersAreAsked(t *testing.T) {
	l := smallLevel()
	for i := range l.Applications {
		l.Applications[i].Model = 1
	}
	g := New(l, SeedFrom(1))
	if !g.NeedsDecision() {
		t.Error("two people have nothing to do, and nobody is asked")
	}
	must(g, "chaos Ines front", "instrument Omar middle")
	if g.NeedsDecision() {
		t.Error("everybody has something to do, and somebody is asked")
	}
}

// A team must be kept for what it runs, if it does not keep itself with changes.
func TestKeepingATeam(t *testing.T) {
	for _, c := range []struct {
		changes int32 // thousandths a week
		want    Pence
	}{{0, 50_000}, {500, 25_000}, {2000, 0}} {
		l := smallLevel()
		l.Applications = l.Applications[:1]
		l.Applications[0].DependsOn, l.Applications[0].Model = nil, 1
		l.Applications[0].ChangesPerWeek = c.changes
		l.Models[1].Keep = 50_000
		g := New(l, SeedFrom(1))
		for range 5 {
			g.neglect()
		}
		if g.ledger.teams != c.want {
			t.Errorf("%d thousandths of a change a week: keeping the team costs %d a week, want %d", c.changes, g.ledger.teams, c.want)
		}
	}
}
