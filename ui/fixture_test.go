package ui

import (
	"context"
	"errors"
	"time"

	"callout/game"
	"callout/game/debrief"
	"callout/game/predict"
	"callout/game/words"
	"callout/levels"
	"callout/ui/hint"
	"callout/ui/packs"
	"callout/ui/progress"
	"callout/ui/screen/campaign"
	"callout/ui/screen/menu"
	"callout/ui/screen/questions"
)

// none is what names nothing.
const none = game.None

// at is a minute of the fixture's first week.
func at(day, hour, minute int) game.Minute {
	return game.Minute(day)*game.Day + game.Minute(hour)*game.Hour + game.Minute(minute)
}

// fixtureLevel is a small street of shops that no balance change can move.
func fixtureLevel() *game.Level {
	l := &game.Level{
		Name: "high-street", Title: "High street",
		Lesson: "What nobody reads is in nobody's plan.",
		Briefing: []string{
			"Six teams build the shop. Three of you deploy all of it and mend whatever breaks.",
			"The catalogue knows half of the hosts. Alerts name machines, not applications.",
		},
		Start: at(0, 9, 0), End: at(11, 17, 0), TurnMinutes: game.Hour, NightMinutes: 4 * game.Hour, Par: 50_000_000,
		Models: []game.Model{{Name: "ops-run-it", Title: "You Build It Ops Run It", Chain: []game.Responders{{Name: "Application Operations", Staffing: game.Analysts}}}},
		Goals: []game.Goal{
			{Metric: "revenue_lost", AtMost: true, Value: 6_000_000}, {Metric: "burnout_max", AtMost: true, Value: 75},
			{Metric: "deploy_wait_median", AtMost: true, Value: 24_000}, {Metric: "analysts_left", AtMost: true},
		},
		Profiles: make([]game.Profile, 1),
	}
	for i, n := range []string{"basket", "ledger", "search", "payments", "catalogue", "returns"} {
		l.Applications = append(l.Applications, game.Application{Name: n, Team: i, Revenue: 1_800_000, Target: 99_900, Hosts: []int{i % 4}, ReleaseEvery: game.Week})
	}
	for _, n := range []string{"heron", "kestrel", "wagtail", "plover", "siskin", "dunlin"} {
		l.Teams = append(l.Teams, game.Team{Name: n, Goodwill: 600})
	}
	for _, n := range []string{"lnx-prd-0417", "lnx-prd-0388", "mq-02", "lnx-prd-0452"} {
		l.Hosts = append(l.Hosts, game.Host{Name: n})
	}
	for _, n := range []string{"Asha", "Bram", "Chidi"} {
		l.Analysts = append(l.Analysts, game.Analyst{Name: n})
	}
	even := game.Quantiles{700, 850, 1000, 1200, 1500}
	l.Balance = game.Balance{
		RepairSpread: even, ShortSpread: even, ArrivalSpread: even, FaultImpact: even,
		InvestigateWork: 30, DiagnoseWork: 50, RepairWork: 40, WorkaroundWork: 20, RollbackWork: 15, SyncWork: 90, RunbookWork: 120, TuneWork: 60,
		StatusWork: 30, InstrumentWork: 150, ChaosWork: 240, DeployWork: 60, DeployPerChange: 5, AnswerInHours: 30, NightDelay: 60, OvertimeHours: 2, OvertimeDays: 5, ScopeCut: 200,
		HireDelay: 5 * game.Day, ChangeFailure: 40, KnowledgeTime: game.Curve{{X: 0, Y: 1400}, {X: 1000, Y: 700}},
		DeployKnowledge: game.Curve{{X: 0, Y: 1300}, {X: 1000, Y: 700}}, DeployFatigue: game.Curve{{X: 0, Y: 1000}}, AnswerGoodwill: game.Curve{{X: 0, Y: 1500}, {X: 1000, Y: 700}},
	}
	return l
}

// fixtureView is a Tuesday afternoon on which everything happens at once.
func fixtureView(l *game.Level) *game.View {
	v := &game.View{}
	game.New(l, game.SeedFrom(1)).View(v) // so that the view knows its level
	now := at(1, 14, 0)
	v.Now, v.Start, v.End, v.Turn = now, l.Start, l.End, 15
	v.Burnout, v.BurnoutWorst, v.Queue, v.Lost, v.LossRate = 52, 71, 9, 4_820_000, 1_860_000
	v.Course = v.Course[:0]
	for i := range 15 {
		m := at(0, 10+i, 0)
		if i > 6 {
			m = at(1, 10+i-11, 0)
		}
		v.Course = append(v.Course, game.Gauge{At: m, Burnout: int32(20 + 2*i), Queue: int32(i*i/20 + 1), Lost: game.Pence(i) * game.Pence(i) * 22_000})
	}
	v.Goals = []game.GoalView{
		{Metric: "revenue_lost", AtMost: true, Value: 6_000_000, Current: v.Lost, Met: true},
		{Metric: "burnout_max", AtMost: true, Value: 75, Current: 71, Met: true},
		{Metric: "deploy_wait_median", AtMost: true, Value: 24_000, Current: 31_000, Relaxed: true},
		{Metric: "analysts_left", AtMost: true, Met: true},
	}
	alert := func(n int32, raised game.Minute, host int, m game.AlertMetric, reading, limit int32) game.AlertView {
		return game.AlertView{N: n, Raised: raised, Host: host, Metric: m, Reading: reading, Threshold: limit, Named: none, Linked: none, Analyst: none, Team: none, Until: game.Never, Upstream: none}
	}
	page := alert(113, now-12, 0, game.ErrorRate, 12, 5)
	page.Page, page.Repeats = true, 2
	asked := alert(108, now-200, none, game.Journey, 61, 95)
	asked.Named, asked.Linked, asked.Confirmed, asked.State, asked.Team, asked.Cause, asked.Page = 1, 1, true, game.AskedTeam, 1, game.CodeFault, true
	decide := alert(109, now-95, 1, game.Latency, 2301, 800)
	decide.Linked, decide.Confirmed, decide.State, decide.Cause = 3, true, game.NeedsDecision, game.ChangeFaultKind
	taken := alert(112, now-40, 2, game.QueueDepth, 1326, 500)
	taken.Linked, taken.State, taken.Analyst, taken.Until, taken.Ruled = 4, game.Diagnosing, 0, now+25, []int{5}
	noise := alert(110, now-130, 1, game.Disk, 91, 85)
	v.Alerts = []game.AlertView{asked, decide, noise, taken, page}
	v.Requests = []game.RequestView{
		{N: 39, Team: 2, App: 2, Version: [2]int32{12, 4}, Arrived: now - 26*game.Hour, Batch: 4, Deadline: at(2, 12, 0), After: none, Approved: at(1, 9, 0), State: game.BeingDeployed, Analyst: 1, Until: now + 50},
		{N: 41, Team: 1, App: 1, Version: [2]int32{4, 2}, Arrived: now - 22*game.Hour, Batch: 7, Deadline: at(1, 12, 0), After: none, Approved: at(1, 9, 0), State: game.ReadyToDeploy, Analyst: none, Late: true, Pressed: true},
		{N: 44, Team: 0, App: 0, Version: [2]int32{7, 0}, Arrived: now - 5*game.Hour, Batch: 3, Deadline: at(3, 17, 0), After: 1, AfterN: 41, Approved: at(3, 9, 0), State: game.BeforeBoard, Analyst: none},
		{N: 45, Team: 5, App: none, Arrived: now - 60, State: game.Unread, Analyst: none, After: none},
	}
	v.Messages = []game.MessageView{
		{N: 7, Kind: game.ChaseMessage, Arrived: now - 180, About: game.Item{Kind: game.Request, N: 41}, App: 1, Team: 1, Goal: none, Analyst: none},
		{N: 8, Kind: game.PressMessage, Arrived: now - 30, About: game.Item{Kind: game.Alert, N: 108}, App: 1, Team: none, Goal: none, Analyst: none, Answers: []game.Choice{game.Report, game.Refuse}},
	}
	app := func(i int, major, minor int32) game.AppView {
		return game.AppView{Name: l.Applications[i].Name, Live: true, Revenue: 1_800_000, Target: 99_900, Owner: i, OwnerSeen: at(0, 9, 0), Major: major, Minor: minor, Deployed: -1, DeployedBy: none}
	}
	v.Apps = []game.AppView{app(0, 6, 9), app(1, 4, 1), app(2, 12, 3), app(3, 8, 1), app(4, 22, 0), app(5, 1, 14)}
	v.Apps[0].Deployed, v.Apps[0].DeployedBy, v.Apps[0].Waiting = now-20, 0, 3
	v.Apps[1].Health, v.Apps[1].DownSince, v.Apps[1].LossRate, v.Apps[1].Waiting = game.Down, now-200, 1_600_000, 7
	v.Apps[2].Waiting, v.Apps[2].Runbook = 4, 640
	v.Apps[3].Health, v.Apps[3].DownSince, v.Apps[3].LossRate, v.Apps[3].Deployed, v.Apps[3].DeployedBy = game.Degraded, now-95, 260_000, now-150, 2
	v.Apps[0].Needs, v.Apps[5].Needs = []int{1, 2}, []int{1}
	v.Teams = nil
	for i, t := range l.Teams {
		v.Teams = append(v.Teams, game.TeamView{Name: t.Name, Joined: true, Goodwill: int32(i % 5), Busy: int32(i % 2)})
	}
	v.Hosts = []game.HostView{
		{Name: l.Hosts[0].Name, Runs: []game.Sighting{{App: 0, Seen: at(0, 9, 0)}, {App: 2, Seen: at(0, 9, 0)}}},
		{Name: l.Hosts[1].Name, Runs: []game.Sighting{{App: 3, Seen: at(1, 11, 0)}}}, {Name: l.Hosts[2].Name}, {Name: l.Hosts[3].Name},
	}
	v.Analysts = []game.AnalystView{
		{Name: "Asha", Presence: game.AtWork, Work: game.WorkAlert, Item: game.Item{Kind: game.Alert, N: 112}, App: 4, Until: now + 25, Burnout: 61, Fatigue: 40, Load: 900, Duty: true,
			Queue: []game.Task{{Work: game.WorkDeploy, Item: game.Item{Kind: game.Request, N: 44}, App: 0}}, Knows: []game.Known{{App: 4, Level: 820}, {App: 0, Level: 450}}},
		{Name: "Bram", Presence: game.AtWork, Work: game.WorkDeploy, Item: game.Item{Kind: game.Request, N: 39}, App: 2, Until: now + 50, Burnout: 34, Fatigue: 22, Load: 700, Knows: []game.Known{{App: 2, Level: 700}}},
		{Name: "Chidi", Presence: game.AtWork, Burnout: 71, Fatigue: 63, Load: 400, App: none, Knows: []game.Known{{App: 1, Level: 300}, {App: 3, Level: 620}}},
	}
	v.Standby, v.NextBoard = 2, at(3, 9, 0)
	event := func(m game.Minute, k game.EventKind, item game.Item, app, who int32, n int64) game.Event {
		return game.Event{At: m, Kind: k, Item: item, App: app, Team: 1, Analyst: who, Amount: n}
	}
	v.News = []game.Event{
		event(now-50, game.Acknowledged, game.Item{Kind: game.Alert, N: 112}, none, 0, 10),
		event(now-48, game.DeploymentBegan, game.Item{Kind: game.Request, N: 39}, 2, 1, 0),
		event(now-30, game.Pressed, game.Item{Kind: game.Message, N: 8}, 1, none, 0),
		event(now-12, game.AlertRaised, game.Item{Kind: game.Alert, N: 113}, none, none, 0),
	}
	return v
}

// fixtureResult is how that fortnight ended.
func fixtureResult(l *game.Level, v *game.View) game.Result {
	r := game.Result{Level: l.Name, Turns: 96, At: l.End, Over: true, Goals: v.Goals, Course: v.Course, StateMinutes: [7]int64{190, 45, 480, 260, 310, 520, 140}}
	value := func(name string, n int64, milli bool, unit game.Unit) {
		r.Values = append(r.Values, game.Value{Name: name, N: n, Milli: milli, Unit: unit, Valid: true})
	}
	value("revenue_lost", 5_840_000, false, game.PenceUnit)
	value("cost_of_delay", 410_000, false, game.PenceUnit)
	value("standby_cost", 60_000, false, game.PenceUnit)
	value("incidents", 9, false, game.Count)
	value("ttr_median", 134, false, game.MinutesUnit)
	value("ttr_p90", 610, false, game.MinutesUnit)
	value("tta_median", 38, false, game.MinutesUnit)
	value("deployments", 11, false, game.Count)
	value("deploy_wait_median", 31_500, true, game.HoursUnit)
	value("batch_mean", 4_200, true, game.Count)
	value("change_failure_rate", 182, true, game.ShareUnit)
	value("misrouted_share", 400, true, game.ShareUnit)
	value("score", 512, false, game.PointsUnit)
	for i := range l.Applications {
		r.Applications = append(r.Applications, game.AppResult{Name: l.Applications[i].Name, Target: 99_900, Availability: int32(99_980 - 300*i), Incidents: int32(i), Minutes: int32(90 * i), Lost: game.Pence(400_000 * i), Deployments: 2, Waiting: int32(i)})
		r.Losses = append(r.Losses, game.Loss{Incident: int32(i + 1), App: i, Began: at(i, 11, 20), Restored: at(i, 15, 0), Pence: game.Pence(2_000_000 - 300_000*i), States: [7]game.Minute{20, 10, 80, 30, 40, 30, 10}})
	}
	r.Losses[2].Restored = game.Never
	r.People = []game.PersonResult{{Name: "Asha", Burnout: 58, Worst: 66, Hired: true, Callouts: 2}, {Name: "Bram", Burnout: 31, Worst: 44, Hired: true, SickDays: 3}, {Name: "Chidi", Burnout: 83, Worst: 90, Hired: true, Callouts: 4, Left: true}}
	return r
}

// fakePlay is a game whose first view is the fixture and whose third turn is its last.
type fakePlay struct {
	level  *game.Level
	turns  int
	orders []game.Order
	notes  []string
	closed bool
}

func (p *fakePlay) Do(o game.Order) error {
	if o.Kind == game.Freeze {
		return errors.New("deployments cannot be frozen today: ask again on Thursday")
	}
	p.orders = append(p.orders, o)
	return nil
}

func (p *fakePlay) Undo() (game.Order, error) {
	last := len(p.orders) - 1
	o := p.orders[last]
	p.orders = p.orders[:last]
	return o, nil
}

func (p *fakePlay) CanUndo() bool { return len(p.orders) > 0 }

func (p *fakePlay) Note(kind, text string) error {
	p.notes = append(p.notes, kind+": "+text)
	return nil
}

func (p *fakePlay) Book() *predict.Book { return nil }
func (p *fakePlay) Path() string        { return "a.jsonl" }

func (p *fakePlay) EndTurn() ([]game.Event, error) {
	p.turns++
	return nil, nil
}

func (p *fakePlay) View(v *game.View) {
	*v = *fixtureView(p.level)
	v.Now += game.Minute(p.turns) * game.Hour
	v.Over = p.Over()
}

func (p *fakePlay) Level() *game.Level  { return p.level }
func (p *fakePlay) NeedsDecision() bool { return p.turns >= 2 }
func (p *fakePlay) Hint() hint.Hint {
	o := game.Order{Kind: game.Link, Item: game.Item{Kind: game.Alert, N: 113}, App: 0, Analyst: none, Team: none}
	return hint.Hint{Order: o, Texts: words.Hint(fixtureView(p.level), o)}
}
func (p *fakePlay) Over() bool   { return p.turns >= 3 }
func (p *fakePlay) Close() error { p.closed = true; return nil }
func (p *fakePlay) Entry() (progress.Game, bool) {
	return progress.Game{ID: "a", Level: "high-street"}, p.Over()
}
func (p *fakePlay) ResultCode() string { return "CR1-HIGH-STREET-4F7K-9Q2M-X8" }
func (p *fakePlay) LookBack() (*debrief.Debrief, error) {
	return fixtureDebrief(p.level), nil
}
func (p *fakePlay) Study(context.Context, *debrief.Debrief, func(debrief.Studying)) error { return nil }

// fakeLibrary has a campaign of which some is played, and three saves.
type fakeLibrary struct{ play *fakePlay }

func (l fakeLibrary) Front() menu.Data {
	return menu.Data{
		Saves: []menu.Saved{
			{Path: "a.jsonl", Title: "High street", Stand: "week 1, Tue 14:00", Begun: "begun on 2 March 2026"},
			{Path: "b.jsonl", Title: "The first day", Stand: "over", Over: true},
			{Path: "c.jsonl", Title: "?", Problem: "c.jsonl:3: it is damaged"},
		},
		Next: menu.Next{Name: "high-street", Title: "High street", Number: 5}, Won: 3, All: 12, Medals: 2,
		Today: menu.Today{Title: "Market day"}, Packs: 2,
	}
}

func (l fakeLibrary) Packs() []packs.Pack {
	return []packs.Pack{
		{PackInfo: levels.PackInfo{Name: "market", Title: "The market hall", Author: "Dorota Wójcik", About: "What a market hall is like on a Saturday, and on the Monday after."}, Levels: []levels.Info{
			{Name: "market/saturday", Title: "Saturday", Lesson: "Whoever sweeps first sells first.", Teams: 4, Days: 3, Model: "ops-run-it"},
			{Name: "market/monday", Title: "The Monday after", Lesson: "What was patched on Saturday comes back on Monday, and it brings friends.", Teams: 6, Days: 5, Model: "you-run-it"},
		}},
		{PackInfo: levels.PackInfo{Name: "docks", Title: "The docks", About: "Ships wait for nobody."}, Problem: "docks/night.toml:12:1: revenue_per_hour must be money in quotes"},
	}
}

// fixtureBegun is when the games of the fixture were begun.
var fixtureBegun = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

func (l fakeLibrary) Campaign() campaign.Data {
	best := func(won bool, score int64, m progress.Medal) *progress.Game {
		g := &progress.Game{Begun: fixtureBegun, Won: won, Score: score, Lost: 4_820_000, Medal: m}
		for _, v := range fixtureView(l.play.level).Goals {
			g.Goals = append(g.Goals, progress.Goal{Metric: v.Metric, AtMost: v.AtMost, Value: v.Value, Current: v.Current, Met: v.Met || won})
		}
		return g
	}
	won := func(score int64, m progress.Medal) progress.Standing {
		return progress.Standing{Played: 2, Won: 1, Best: best(true, score, m), Least: 4_820_000, Last: fixtureBegun, Medal: m}
	}
	d := campaign.Data{Packs: 2, Models: []campaign.Model{{Name: "ops-run-it", Title: "You Build It Ops Run It"}, {Name: "you-run-it", Title: "You Build It You Run It"}}}
	first, second, third := campaign.Article{Title: "You Build It Ops Run It", Short: "Ops Run It"}, campaign.Article{Title: "You Build It You Run It", Short: "You Run It"}, campaign.Article{Title: "You Build It Ops Run It at scale", Short: "Scale: Ops Run It", About: "Ten teams and one Application Operations.", URL: "https://example.org/at-scale/"}
	add := func(name, title string, a campaign.Article, s progress.Standing, state progress.State) *campaign.Level {
		d.Levels = append(d.Levels, campaign.Level{
			Stop:  progress.Stop{Info: levels.Info{Name: name, Title: title, Lesson: l.play.level.Lesson, Teams: 1 + 5*min(1, len(d.Levels)/4), Days: 10, Model: "ops-run-it"}, Standing: s, State: state},
			Model: "You Build It Ops Run It", Goals: fixtureView(l.play.level).Goals, Article: a,
		})
		return &d.Levels[len(d.Levels)-1]
	}
	add("tutorial", "The first day", first, won(931, progress.Gold), progress.Won)
	add("one-shop", "One shop", first, won(702, progress.Silver), progress.Won)
	add("own-pager", "Own pager", second, won(560, progress.NoMedal), progress.Won)
	add("corner", "On the corner", third, progress.Standing{}, progress.Skipped)
	next := add("high-street", "High street", third, progress.Standing{Played: 3, Best: best(false, 210, progress.NoMedal), Least: 4_820_000, Last: fixtureBegun, Free: 1}, progress.Tried)
	next.Next, next.Resume, next.Stand = true, "a.jsonl", "week 1, Tue 14:00"
	for _, title := range []string{"Market day", "The sale", "Rotas", "Sometimes", "Handing over", "Error budgets"} {
		add(title, title, third, progress.Standing{}, progress.Open)
	}
	add("endless", "Endless", campaign.Article{}, progress.Standing{}, progress.Open)
	return d
}

func (l fakeLibrary) Judge() (bool, error) { return false, nil }

func (l fakeLibrary) Medal(string, progress.Medal) error { return nil }

func (l fakeLibrary) Today() (Play, error) { return l.play, nil }

func (l fakeLibrary) Skip(level string, skip bool) error { return nil }

func (l fakeLibrary) Questions() questions.Data {
	p := progress.Progress{}
	for i, level := range []string{"one-team", "three-teams", "ten-teams"} {
		n := int64(i + 1)
		p.Merge(progress.Progress{Games: []progress.Game{{ID: level, Level: level, Won: true, Figures: map[string]int64{
			"ttr_median": 80 * n, "deploy_wait_median": 9_000 * n * n, "revenue_lost": 900_000 * n * n * n, "burnout_max": 20 * n, "standby_cost": 60_000, "callout_cost": 0, "cost_of_delay": 70_000 * n,
		}}}})
	}
	p.Answer(progress.Round{Kind: progress.Before, At: fixtureBegun, Answers: map[string]string{"night": "operations", "grows": "unsure", "better": "always"}})
	p.Answer(progress.Round{Kind: progress.After, At: fixtureBegun.Add(time.Hour), Answers: map[string]string{"night": "price", "grows": "waiting"}})
	return questions.Data{Kind: progress.Again, Progress: p, Show: true}
}

func (l fakeLibrary) Answer(progress.Kind, map[string]string) error { return nil }

func (l fakeLibrary) Enter(progress.Game) (menu.Next, error) {
	return menu.Next{Name: "high-street", Title: "High street", Number: 5}, nil
}

func (l fakeLibrary) Begin(level, model string) (Play, error) {
	if level != "high-street" && level != "tutorial" {
		return nil, errors.New("there is no level called " + level)
	}
	return l.play, nil
}

func (l fakeLibrary) Resume(path string) (Play, error) {
	if path != "a.jsonl" {
		return nil, errors.New(path + " is damaged: line 3 does not belong to it")
	}
	return l.play, nil
}

func (l fakeLibrary) Export(*debrief.Debrief) ([]string, error) {
	return []string{"/home/asha/a.html", "/home/asha/a.md"}, nil
}

func (l fakeLibrary) Branch(path string, turn int) (Play, error) {
	if path != "a.jsonl" || turn > 1 {
		return nil, errors.New("there is no such turn")
	}
	return &fakePlay{level: l.play.level, turns: turn}, nil
}
