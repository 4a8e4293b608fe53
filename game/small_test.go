package game

// smallLevel is a level small enough to compute with: three applications in a row (front needs middle needs back),
// a team for each, two analysts, no demand of its own, and constants without spread.
func smallLevel() *Level {
	flat := Quantiles{1000}
	always := Curve{{0, 1000}}
	day := Profile{}
	for h := range day {
		day[h] = 1000
	}
	l := &Level{
		Name: "small", Start: dayStart, End: 12 * Day, TurnMinutes: 60, NightMinutes: 16 * 60,
		Applications: []Application{
			{Name: "front", Team: 0, Revenue: 600_000, Target: 99_900, Hosts: []int{0}, DependsOn: []int{1}, Operability: 500, Telemetry: 500, ReleaseEvery: Week, Known: true},
			{Name: "middle", Team: 1, Revenue: 600_000, Target: 99_900, Hosts: []int{1}, DependsOn: []int{2}, Operability: 500, Telemetry: 500, ReleaseEvery: Week},
			{Name: "back", Team: 2, Revenue: 600_000, Target: 99_900, Hosts: []int{1}, Operability: 500, Telemetry: 500, ReleaseEvery: Week},
		},
		Teams:    []Team{{Name: "rook", Goodwill: 500}, {Name: "crane", Goodwill: 500}, {Name: "teal", Goodwill: 500}},
		Hosts:    []Host{{Name: "lnx-1"}, {Name: "lnx-2"}},
		Analysts: []Analyst{{Name: "Ines", Knows: []Known{{App: 0, Level: 1000}}}, {Name: "Omar"}, {Name: "Vera", Reserve: true}},
		Profiles: []Profile{day},
		Par:      1_000_000,
		Models: []Model{{
			Name: "small-model", Deploys: Analysts, Incentive: -10,
			Chain: []Responders{
				{Name: "Ops Bridge", Staffing: Desk, Nights: AroundTheClock, Staff: 1, Handling: 10, Handoff: 5},
				{Name: "Application Operations", Staffing: Analysts, Nights: Standby, Handoff: 5, StandbyPay: 3000, CalloutPay: 5000},
				{Name: "Delivery team", Staffing: DeliveryTeam, Nights: BestEndeavours, Code: true},
			},
		}, {
			Name: "own-pager", Deploys: DeliveryTeam, Incentive: 10, SetUp: 500_000, SetUpFor: 480, Evidence: 1,
			Chain: []Responders{{Name: "Delivery team", Staffing: DeliveryTeam, Nights: Standby, Code: true, StandbyPay: 3000, CalloutPay: 5000, Budget: CapEx}},
		}, {
			Name: "sre", Deploys: DeliveryTeam, Incentive: 5, Review: 2 * Day, HandBack: 1, Entry: 400,
			Chain: []Responders{
				{Name: "SRE team", Staffing: Desk, Nights: AroundTheClock, Staff: 1, Handling: 10, Handoff: 5, Code: true, TakesOver: 1000},
				{Name: "Delivery team", Staffing: DeliveryTeam, Nights: Standby, Code: true},
			},
		}},
	}
	l.Balance = Balance{
		RepairSpread: flat, ShortSpread: flat, ArrivalSpread: flat,
		FaultShares: [4]PerMille{250, 250, 250, 250}, TrafficFaults: always, OperabilityFaults: always, TelemetryNoise: always,
		FaultImpact: Quantiles{500}, BlastImpact: 1000, BlastDelay: 10, DebtReturn: 2 * Day, DebtChance: 1000, OperabilityDrift: 1000,
		PageImpact: 150, LeastBlast: 30,
		DetectMonitor: Curve{{0, 20}}, DetectCustomer: 60, NamesApp: Curve{{0, 0}}, RepeatAfter: 90,
		InvestigateWork: 30, DiagnoseWork: 40, RepairWork: 20, WorkaroundWork: 10, RollbackWork: 15, WrongLinkCost: 500,
		KnowledgeTime: Curve{{0, 2000}, {1000, 1000}}, RunbookTime: Curve{{0, 1000}, {1000, 400}}, TelemetryTime: always,
		NightSpeed: 1000, LoadSpeed: always, FatigueSpeed: always, BurnoutSpeed: always, MistakeChance: Curve{{0, 0}},
		LoadHalfLife: 4, ShiftOverrun: 30, AlertsAtOnce: always,
		KnowledgeDecay: 100, KnowledgeChange: 50, RunbookChange: 100, SyncGain: 500, SyncWork: 60, RunbookWork: 60, TuneWork: 60,
		TuneEffect: 500, TuneRisk: 100,
		ChangeFailure: 100, DeployWork: 60, DeployKnowledge: always, DeployFatigue: always, OrderMistake: 2000,
		ReworkTime: 4 * Hour, WishDays: [2]int32{2, 2}, LateChase: 60, LateEscalate: 4 * Hour, QuietAfter: 16 * Hour, ChangeFaultDelay: 30,
		TeamNoise: 5, TeamDeploy: 60, DomainDiagnose: 1500, TeamHour: 6000, InstrumentWork: 60, InstrumentGain: 400, ChaosWork: 60, ChaosGain: 400, ForeignGain: 250, WrapUpWork: 20,
		AnswerInHours: 30, StandbyAnswer: 4, AnswerGoodwill: always, NightDelay: 60, BounceMinutes: 20, TeamDiagnose: 500, CodeFixWork: 60, TeamAtOnce: 1,
		GoodwillBounce: 50, GoodwillWait: 20, GoodwillDeploy: 30, GoodwillSync: 40,
		FatigueWork: 2000, FatigueNight: 6000, FatigueCallout: 8000, FatigueRest: 3000, StandbyRest: 500,
		BurnoutLoad: Curve{{0, 0}, {1000, 1000}}, BurnoutQueue: Curve{{0, 0}, {100, 1000}}, BurnoutCallout: 3000, BurnoutPress: 1000,
		BurnoutRest: 100, BurnoutLeave: 8000, SickChance: Curve{{0, 0}}, SickDays: [2]int32{1, 1}, QuitChance: Curve{{0, 0}},
		HireDelay: 2 * Day, RestMinutes: 480, PressIncident: 2 * Hour, PressRepeat: 2 * Hour, StatusWork: 30, IgnoredBurnout: 2000,
		ScopeCut: 300, ScopePrice: 1000, OvertimeHours: 2, OvertimeDays: 5, GoalRelief: 500,
		AnalystPay: 20_000, LeavingCost: 1_000_000, SickDayCost: 10_000, BurnoutPrice: 10_000,
	}
	return l
}

// play is a small game and its first fault: kind in application i, with its alert already in the inbox.
func play(i int32, kind FaultKind) (*Game, *alert) {
	g := New(smallLevel(), SeedFrom(1))
	n := g.begin(i, kind, 500, [2]EventID{})
	until(g, func() bool { return g.incidents[n-1].alert != 0 && g.alerts[g.incidents[n-1].alert-1].raised != Never })
	return g, &g.alerts[g.incidents[n-1].alert-1]
}

// until ends turns until done, or fails by running out of game.
func until(g *Game, done func() bool) {
	for !done() && !g.over {
		g.EndTurn()
	}
}

// order gives an order in its written form.
func order(g *Game, text string) error {
	o, err := g.level.ParseOrder(text)
	if err != nil {
		return err
	}
	return g.Do(o)
}

// must gives orders that have to be accepted.
func must(g *Game, texts ...string) {
	for _, t := range texts {
		if err := order(g, t); err != nil {
			panic(t + ": " + err.Error())
		}
	}
}

// count counts the events of a kind that have been emitted in the last turn.
func count(events []Event, kind EventKind) int {
	n := 0
	for i := range events {
		if events[i].Kind == kind {
			n++
		}
	}
	return n
}
