package levels

import (
	"fmt"
	"testing"

	"callout/game"

	"pgregory.net/rapid"
)

func TestGenerateIsSoundAtEverySize(t *testing.T) {
	for _, teams := range []int{1, 2, 10, 85, 86, 100, 1000} {
		l, err := Generate(Spec{Teams: teams, Seed: 7, Analysts: 4, Days: 10})
		if err != nil {
			t.Fatal(err)
		}
		wellFormed(t, l)
		if len(l.Teams) != teams || len(l.Applications) != teams || Days(l) != 10 {
			t.Errorf("%d teams, %d applications, %d days", len(l.Teams), len(l.Applications), Days(l))
		}
	}
}

func TestGenerateDependsOnItsSpecAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Spec{
			Teams: rapid.IntRange(1, 120).Draw(t, "teams"), Seed: rapid.Uint64().Draw(t, "seed"),
			Analysts: rapid.IntRange(1, 40).Draw(t, "analysts"), Days: rapid.IntRange(1, 20).Draw(t, "days"),
		}
		a, err := Generate(s)
		if err != nil {
			t.Fatal(err)
		}
		b, _ := Generate(s)
		if a.Digest != b.Digest {
			t.Fatal("the same spec gave two levels")
		}
		s.Seed++
		if c, _ := Generate(s); c.Digest == a.Digest {
			t.Fatal("another seed gave the same level")
		}
		if findCircle(a.Applications) != nil {
			t.Fatal("dependencies in a circle")
		}
	})
}

func TestGenerateRefusesWhatIsOutOfBounds(t *testing.T) {
	for _, s := range []Spec{
		{},
		{Teams: 1001, Analysts: 4, Days: 10},
		{Teams: 10, Analysts: 41, Days: 10},
		{Teams: 10, Analysts: 4, Days: -1},
		{Teams: 10, Analysts: 4, Days: 5, Model: "nobody-runs-it"},
	} {
		if l, err := Generate(s); err == nil || l != nil {
			t.Errorf("%+v was accepted", s)
		}
	}
}

// TestEstateOfALevel generates teams beside those that a level names.
func TestEstateOfALevel(t *testing.T) {
	const head = `
name = "grown"
title = "Grown"
lesson = "x"
briefing = "y"
days = 20
par = "£1m"
[defaults]
revenue_per_hour = "£3,000"
[[team]]
name = "kestrel"
[[application]]
name = "basket"
team = "kestrel"
[[analyst]]
name = "Asha"
knows = { basket = 0.9 }
[[analyst]]
name = "Bram"
[[goal]]
metric = "revenue_lost"
at_most = "£1m"
`
	plain := loadText(t, head)
	for _, n := range []int{1, 90, 999} {
		l := loadText(t, fmt.Sprintf("%s[estate]\nteams = %d\nseed = 3\nfirst = 2\njoin_every = \"1h\"\nshared_hosts = 0.5\nhosts = [2, 3]\nknowledge = [0.4, 0.4]\n", head, min(n, 400)))
		wellFormed(t, l)
		if l.Applications[0].Name != plain.Applications[0].Name || l.Analysts[0].Knows[0] != plain.Analysts[0].Knows[0] {
			t.Error("what is named was changed")
		}
		for i, a := range l.Applications[1:] {
			if a.Revenue != 300_000 {
				t.Fatalf("%s earns %d: the defaults do not hold", a.Name, a.Revenue)
			}
			if i < 2 && a.Joins != l.Start || i >= 2 && (a.Joins <= l.Start || a.Joins.Weekday() > 4) {
				t.Errorf("team %d joins at %s", i, a.Joins)
			}
		}
		for _, k := range l.Analysts[1].Knows {
			if k.Level != 400 {
				t.Errorf("Bram knows %d", k.Level)
			}
		}
		if n > 20 && (len(l.Analysts[1].Knows) != game.KnowledgeSlots || !shareHosts(l)) {
			t.Errorf("Bram knows %d applications; hosts are shared: %v", len(l.Analysts[1].Knows), shareHosts(l))
		}
	}
}

func shareHosts(l *game.Level) bool {
	runs := map[int]int{}
	for _, a := range l.Applications {
		for _, h := range a.Hosts {
			runs[h]++
			if runs[h] > 1 {
				return true
			}
		}
	}
	return false
}

func BenchmarkLoadTenTeams(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load("ten-teams"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkGenerate1000Teams(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Generate(Spec{Teams: 1000, Seed: 1, Analysts: 20, Days: 10}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkHostile answers each hostile file; none is to take 100 ms.
func BenchmarkHostile(b *testing.B) {
	for name, src := range hostile() {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d := &decoder{file: "level.toml"}
				d.check(src)
			}
		})
	}
}
