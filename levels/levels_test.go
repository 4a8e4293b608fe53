package levels

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"callout/game"
)

func TestShippedLevelsLoad(t *testing.T) {
	for _, name := range levelNames() {
		l, err := Load(name)
		if err != nil {
			t.Fatalf("%v", err)
		}
		if l.Name != name {
			t.Errorf("level %s calls itself %s", name, l.Name)
		}
		wellFormed(t, l)
	}
}

func TestEveryShippedFileIsListed(t *testing.T) {
	files, _ := filepath.Glob("*.toml")
	for _, f := range files {
		name := strings.TrimSuffix(f, ".toml")
		if name != "balance" && name != "profiles" && !slices.Contains(levelNames(), name) {
			t.Errorf("%s is in no list: add it to campaign, or to rooms", f)
		}
	}
}

func TestListsAreWhole(t *testing.T) {
	list := List()
	if len(list) != len(campaign) {
		t.Fatalf("%d levels are listed, %d are shipped", len(list), len(campaign))
	}
	for i, info := range list {
		if info.Name != campaign[i] || info.Title == "" || info.Lesson == "" || info.Teams < 1 || info.Days < 1 || info.Model == "" {
			t.Errorf("%+v", info)
		}
	}
	want := map[string][2]int{"tutorial": {1, 2}, "one-team": {1, 5}, "three-teams": {3, 10}, "ten-teams": {10, 10}}
	for _, info := range list {
		if w, ok := want[info.Name]; ok && w != [2]int{info.Teams, info.Days} {
			t.Errorf("%s has %d teams and %d days, want %v", info.Name, info.Teams, info.Days, w)
		}
	}
	models := Models()
	if !slices.ContainsFunc(models, func(m ModelInfo) bool { return m.Name == "ops-run-it" && m.Title != "" && m.Article != "" }) {
		t.Errorf("ops-run-it is not listed: %+v", models)
	}
	for i, name := range modelNames() {
		if models[i].Name != name {
			t.Errorf("model %s calls itself %s", name, models[i].Name)
		}
	}
}

func TestLoadWithModelReplacesAllModels(t *testing.T) {
	plain, err := Load("testdata/right/everything.toml")
	if err != nil {
		t.Fatal(err)
	}
	if len(plain.Models) != 2 {
		t.Errorf("%d models are in use, want 2", len(plain.Models))
	}
	l, err := LoadWithModel("testdata/right/everything.toml", "testdata/right/you-run-it.toml")
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Models) != 1 || l.Models[0].Name != "mine-you-run-it" || l.Models[0].Deploys != game.DeliveryTeam {
		t.Errorf("models: %+v", l.Models)
	}
	if l.Digest == plain.Digest {
		t.Error("another model, but the same digest")
	}
}

// TestLoadReadsEveryUnit looks at the level of a file that has every key.
func TestLoadReadsEveryUnit(t *testing.T) {
	l, err := Load("testdata/right/everything.toml")
	if err != nil {
		t.Fatal(err)
	}
	wellFormed(t, l)
	ledger, basket := &l.Applications[0], &l.Applications[1]
	for _, c := range []struct {
		what      string
		got, want int64
	}{
		{"start", int64(l.Start), 24*60 + 8*60},
		{"end", int64(l.End), int64(game.Week + 3*game.Day + 17*game.Hour)}, // Tuesday and seven more working days
		{"turn", int64(l.TurnMinutes), 30},
		{"night", int64(l.NightMinutes), 720},
		{"par", l.Par, 150_000_000},
		{"revenue", ledger.Revenue, 200_000},
		{"own revenue", basket.Revenue, 1_800_000},
		{"target", int64(ledger.Target), 99_950},
		{"operability", int64(ledger.Operability), 600},
		{"telemetry", int64(ledger.Telemetry), 400},
		{"pipeline", int64(ledger.Pipeline), 1000},
		{"changes", int64(ledger.ChangesPerWeek), 2500},
		{"release", int64(ledger.ReleaseEvery), 1440},
		{"change value", ledger.ChangeValue, 1250},
		{"joins", int64(ledger.Joins), int64(game.Week + 10*game.Hour)},
		{"version", int64(ledger.Version[0]*10 + ledger.Version[1]), 42},
		{"goodwill", int64(l.Teams[0].Goodwill), 900},
		{"weekday noon", int64(l.Profiles[ledger.Profile][12]), 1000},
		{"Sunday 23:00", int64(l.Profiles[ledger.Profile][167]), 10},
		{"Zoë knows basket", int64(l.Analysts[0].Knows[1].Level), 700},
		{"first happening", int64(l.Happenings[0].At), int64(game.Day + 9*game.Hour)},
		{"demand", int64(l.Happenings[0].Amount), 1500},
		{"wait goal", l.Goals[0].Value, 2500},
		{"availability goal", l.Goals[1].Value, 995},
		{"burnout goal", l.Goals[2].Value, 55_500},
		{"restore goal", l.Goals[3].Value, 180},
		{"sick days", int64(l.Balance.SickDays[1]), 2},
		{"burst gap", int64(l.Balance.BurstGap), 20},
		{"analyst pay", l.Balance.AnalystPay, 30_000},
		{"knowledge curve", int64(l.Balance.KnowledgeTime.At(500)), 1150},
		{"quantiles", int64(len(l.Balance.RepairSpread)), 3},
		{"teams", int64(len(l.Teams)), 4},
	} {
		if c.got != c.want {
			t.Errorf("%s is %d, want %d", c.what, c.got, c.want)
		}
	}
	if last := l.Teams[len(l.Teams)-1]; l.Teaches != "clues" || l.Teams[0].Domain != "shop" || last.Domain != "domain-2" {
		t.Errorf("teaches %q, domains %q and %q", l.Teaches, l.Teams[0].Domain, last.Domain)
	}
	if len(l.Briefing) != 2 || !l.ChangeWeekend || ledger.Known || !l.Analysts[1].Reserve || l.Goals[1].AtMost {
		t.Errorf("briefing %q, weekend %v, known %v", l.Briefing, l.ChangeWeekend, ledger.Known)
	}
}

// wellFormed demands what the rules take for granted of a level.
func wellFormed(t *testing.T, l *game.Level) {
	t.Helper()
	in := func(what string, i, n int) {
		if i < 0 || i >= n {
			t.Errorf("%s: %s is %d of %d", l.Name, what, i, n)
		}
	}
	if l.End <= l.Start || len(l.Goals) == 0 || len(l.Applications) == 0 || len(l.Analysts) == 0 || len(l.Models) == 0 {
		t.Errorf("%s is not whole", l.Name)
	}
	if l.Par < 1 || l.TurnMinutes < 1 || l.NightMinutes < 1 || l.Digest == [32]byte{} {
		t.Errorf("%s: par %d, turn %d, night %d", l.Name, l.Par, l.TurnMinutes, l.NightMinutes)
	}
	names := map[string]bool{}
	unique := func(kind, name string) {
		if key := kind + fold(name); names[key] || !new(person).fits(name) {
			t.Errorf("%s: %s %q is not a name of its own", l.Name, kind, name)
		} else {
			names[key] = true
		}
	}
	for i := range l.Applications {
		a := &l.Applications[i]
		unique("application", a.Name)
		in("team", a.Team, len(l.Teams))
		in("profile", a.Profile, len(l.Profiles))
		in("model", a.Model, len(l.Models))
		for _, h := range a.Hosts {
			in("host", h, len(l.Hosts))
		}
		for _, d := range a.DependsOn {
			in("dependency", d, len(l.Applications))
		}
		if len(a.Hosts) < 1 || len(a.Hosts) > 6 || len(a.DependsOn) > 16 || a.ReleaseEvery < 1 || a.Joins >= l.End {
			t.Errorf("%s: %+v", l.Name, a)
		}
	}
	if findCircle(l.Applications) != nil {
		t.Errorf("%s: dependencies in a circle", l.Name)
	}
	for _, team := range l.Teams {
		unique("team", team.Name)
	}
	for _, h := range l.Hosts {
		unique("host", h.Name)
	}
	for _, a := range l.Analysts {
		unique("analyst", a.Name)
		if len(a.Knows) > game.KnowledgeSlots {
			t.Errorf("%s: %s knows too much", l.Name, a.Name)
		}
		for _, k := range a.Knows {
			in("knowledge", k.App, len(l.Applications))
		}
	}
	for i, h := range l.Happenings {
		if i > 0 && h.At < l.Happenings[i-1].At {
			t.Errorf("%s: happenings are not in order of time", l.Name)
		}
		if h.At < l.Start || h.At >= l.End || h.Amount < 0 {
			t.Errorf("%s: %+v", l.Name, h)
		}
		switch h.Kind {
		case game.Replatform:
			in("happening's host", h.From, len(l.Hosts))
			in("happening's host", h.To, len(l.Hosts))
		case game.Reorganise:
			in("happening's team", h.To, len(l.Teams))
		case game.Fault:
			in("happening's cause", h.To-int(game.ConfigurationFault), 4)
		}
		if h.Kind != game.Campaign && h.Kind != game.Demand {
			in("happening's application", h.App, len(l.Applications))
		}
	}
	for _, m := range l.Models {
		if len(m.Chain) == 0 {
			t.Errorf("%s: model %s has no chain", l.Name, m.Name)
		}
	}
}

func (n *person) fits(s string) bool { return n.read(s) == nil }
