package sample

import "callout/game"

// level is a street of four shops that no balance change can move.
func level() *game.Level {
	even := game.Quantiles{700, 850, 1000, 1200, 1500}
	l := &game.Level{
		Name: "high-street", Title: "High street", Lesson: "What nobody reads is in nobody's plan.",
		Start: 9 * game.Hour, End: 11*game.Day + 17*game.Hour, TurnMinutes: game.Hour, NightMinutes: 4 * game.Hour, Par: 50_000_000,
		Models: []game.Model{
			{Name: "ops-run-it", Title: "You Build It Ops Run It", Chain: []game.Responders{{Name: "Application Operations", Staffing: game.Analysts}}},
			{Name: "you-run-it", Title: "You Build It You Run It", Chain: []game.Responders{{Name: "Delivery team", Staffing: game.DeliveryTeam}}},
		},
		Goals:    []game.Goal{{Metric: "revenue_lost", AtMost: true, Value: 6_000_000}},
		Profiles: make([]game.Profile, 1),
		Balance: game.Balance{
			RepairSpread: even, ShortSpread: even, ArrivalSpread: even, FaultImpact: even,
			InvestigateWork: 30, DiagnoseWork: 50, RepairWork: 40, WorkaroundWork: 20, RollbackWork: 15, SyncWork: 90, RunbookWork: 120, TuneWork: 60,
			StatusWork: 30, InstrumentWork: 150, ChaosWork: 240, DeployWork: 60, DeployPerChange: 5, AnswerInHours: 30, NightDelay: 60,
			OvertimeHours: 2, OvertimeDays: 5, ScopeCut: 200, HireDelay: 5 * game.Day, ChangeFailure: 40,
			KnowledgeTime: game.Curve{{X: 0, Y: 1400}, {X: 1000, Y: 700}}, DeployKnowledge: game.Curve{{X: 0, Y: 1300}, {X: 1000, Y: 700}},
			DeployFatigue: game.Curve{{X: 0, Y: 1000}}, AnswerGoodwill: game.Curve{{X: 0, Y: 1500}, {X: 1000, Y: 700}},
		},
	}
	for i, name := range []string{"basket", "ledger", "search", "payments"} {
		l.Applications = append(l.Applications, game.Application{Name: name, Team: i, Revenue: 1_800_000, Target: 99_900, Hosts: []int{i % 2}, ReleaseEvery: game.Week})
	}
	for _, name := range []string{"heron", "kestrel", "wagtail", "plover"} {
		l.Teams = append(l.Teams, game.Team{Name: name, Goodwill: 600})
	}
	for _, name := range []string{"lnx-prd-0417", "mq-02"} {
		l.Hosts = append(l.Hosts, game.Host{Name: name})
	}
	for _, name := range []string{"Asha", "Bram", "Chidi"} {
		l.Analysts = append(l.Analysts, game.Analyst{Name: name})
	}
	return l
}
