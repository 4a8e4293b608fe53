package levels

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"callout/game"
)

// insured is a level of four applications of different exposure and target, under a model with variants.
const insured = `
name = "insured-level"
title = "x"
lesson = "x"
briefing = "x"
days = 1
par = "£1,000"
teaches = "cover"
[[team]]
name = "kestrel"
domain = "birds"
[[application]]
name = "plain"
team = "kestrel"
revenue_per_hour = "£2,000"
[[application]]
name = "dear"
team = "kestrel"
revenue_per_hour = "£10,000"
[[application]]
name = "high"
team = "kestrel"
revenue_per_hour = "£2,000"
target = "99.95 %"
[[application]]
name = "both"
team = "kestrel"
revenue_per_hour = "£10,000"
target = "99.99 %"
[[analyst]]
name = "Zoë"
[[goal]]
metric = "revenue_lost"
at_most = "£1"
`

func TestEveryApplicationGetsTheFirstVariantThatFits(t *testing.T) {
	l := loadTextWith(t, insured, "testdata/right/model-variants.toml")
	want := map[string]string{"plain": "insured-rest", "dear": "insured-dear", "high": "insured-high", "both": "insured-high"}
	for i := range l.Applications {
		a := &l.Applications[i]
		if got := l.Models[a.Model].Name; got != want[a.Name] {
			t.Errorf("%s is run by %s, want %s", a.Name, got, want[a.Name])
		}
	}
	if l.Teams[0].Domain != "birds" || l.Teaches != "cover" {
		t.Errorf("domain %q, teaches %q", l.Teams[0].Domain, l.Teaches)
	}
	high := l.Models[l.Applications[2].Model]
	for _, c := range []struct {
		what      string
		got, want int64
	}{
		{"set-up", high.SetUp, 900_000},
		{"set-up time", int64(high.SetUpFor), int64(2 * game.Day)},
		{"evidence, inherited", int64(high.Evidence), 2},
		{"evidence, overruled", int64(l.Models[l.Applications[0].Model].Evidence), 0},
		{"entry", int64(high.Entry), 600},
		{"review", int64(high.Review), int64(game.Week)},
		{"links", int64(len(high.Chain)), 2},
		{"takes over", int64(high.Chain[0].TakesOver), 500},
		{"links, inherited", int64(len(l.Models[l.Applications[1].Model].Chain)), 1},
		{"rota", int64(l.Models[l.Applications[1].Model].Rota), int64(game.DomainRota)},
	} {
		if c.got != c.want {
			t.Errorf("%s is %d, want %d", c.what, c.got, c.want)
		}
	}
	if back := l.Models[high.HandBack]; back.Name != "mine-you-run-it" || high.Title != "Insured, high target" {
		t.Errorf("%s hands back to %s", high.Title, back.Name)
	}
}

// An application that spends its budget under sre-run-it goes back to the rota that its exposure deserves.
func TestHandBackFitsTheThresholdsOfWhatIsLeft(t *testing.T) {
	l, err := LoadWithModel("ten-teams", "sre-run-it")
	if err != nil {
		t.Fatal(err)
	}
	budgets := 0
	for _, m := range l.Models {
		if m.Review > 0 {
			budgets++
			if back := l.Models[m.HandBack].Name; back != "you-run-it-team" {
				t.Errorf("%s hands back to %s", m.Name, back)
			}
		}
	}
	if budgets != 1 {
		t.Errorf("%d models have an error budget, want 1", budgets)
	}
}

func TestModelsToMoveToAreInTheLevel(t *testing.T) {
	text := strings.Replace(insured, "days = 1", "days = 1\nmodels = [\"ops-run-it\", \"you-run-it\", \"you-run-it-team\"]", 1)
	var names []string
	for _, m := range loadTextWith(t, text, "").Models {
		names = append(names, m.Name)
	}
	if got := strings.Join(names, " "); got != "ops-run-it you-run-it-team you-run-it-domain you-run-it-daytime" {
		t.Errorf("the models are %s", got)
	}
}

func TestOneVariantCanBePlayedByName(t *testing.T) {
	l := loadTextWith(t, insured, "you-run-it-team")
	if len(l.Models) != 1 || l.Models[0].Name != "you-run-it-team" {
		t.Errorf("%+v", l.Models)
	}
	_, err := LoadWithModel("one-team", "you-run-it-tram")
	if err == nil || !strings.Contains(err.Error(), "did you mean you-run-it-team?") {
		t.Errorf("unknown variant: %v", err)
	}
}

// TestEveryLevelCanBePlayedUnderEveryModel: the laboratory compares support models on the same demand.
func TestEveryLevelCanBePlayedUnderEveryModel(t *testing.T) {
	for _, level := range List() {
		for _, model := range Models() {
			l, err := LoadWithModel(level.Name, model.Name)
			if err != nil {
				t.Fatal(err)
			}
			wellFormed(t, l)
			g := game.New(l, game.SeedFrom(1))
			for !g.Over() {
				g.EndTurn()
			}
		}
	}
}

func TestTwoModelsOfOneNameAreRefused(t *testing.T) {
	dir := t.TempDir()
	model, err := os.ReadFile("testdata/right/you-run-it.toml")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"a.toml": string(model), "b.toml": string(model),
		"level.toml": strings.Replace(insured, "days = 1", "days = 1\nmodel = \"a.toml\"\nmodels = [\"b.toml\"]", 1),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := Check(filepath.Join(dir, "level.toml")).Error(); !strings.Contains(err, "two support models of this level are called mine-you-run-it") {
		t.Errorf("two models of one name: %q", err)
	}
}
