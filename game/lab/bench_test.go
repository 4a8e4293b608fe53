package lab

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"callout/game"
	"callout/game/policy"
	"callout/levels"
)

// estateOf is a level of so many equal teams and analysts. It lasts two weeks.
func estateOf(t testing.TB, teams, analysts int) *game.Level {
	t.Helper()
	text := `name = "estate"
title = "Estate"
lesson = "The same people, more and more teams."
briefing = "Teams join."
days = 10
par = "£1m"
[defaults]
operability = 0.55
telemetry = 0.35
changes_per_week = 3
faults_per_week = 4
release_every = "5d"
noise_per_week = 9
[estate]
revenue_per_hour = ["£10,000", "£10,000"]
dependencies = [0, 1]
knowledge = [0.4, 0.4]
`
	text += fmt.Sprintf("teams = %d\n", teams)
	for i := range analysts {
		text += fmt.Sprintf("[[analyst]]\nname = \"Ana%c%c\"\n", 'a'+i/26, 'a'+i%26)
	}
	text += "[[goal]]\nmetric = \"burnout_max\"\nat_most = 80\n"
	file := filepath.Join(t.TempDir(), "estate.toml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := levels.Load(file)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// midway is a game that a policy has played half through.
func midway(l *game.Level, p *policy.Player, seed uint64) *game.Game {
	g := game.New(l, game.SeedFrom(seed))
	p.Begin(g, seed)
	for g.Now() < (l.Start+l.End)/2 {
		p.Turn()
	}
	return g
}

var benchSizes = []int{10, 100, 1000}

func analystsFor(teams int) int { return min(max(teams/4, 4), 40) }

// BenchmarkGame is a whole game: with the policy's orders, without reports. Compare ns/team-turn over the sizes.
func BenchmarkGame(b *testing.B) {
	for _, teams := range benchSizes {
		l := estateOf(b, teams, analystsFor(teams))
		for _, name := range []string{"idle", "fifo", "rule"} {
			b.Run(fmt.Sprintf("%s/teams=%d", name, teams), func(b *testing.B) {
				p := newPlayer(b, name)
				var g game.Game
				p.Play(game.New(l, game.SeedFrom(0)), 0)
				b.ReportAllocs()
				b.ResetTimer()
				turns := 0
				for i := range b.N {
					g.Reset(l, game.SeedFrom(uint64(i)))
					p.Begin(&g, uint64(i))
					for !g.Over() {
						p.Turn()
						turns++
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(turns), "ns/turn")
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(turns*teams), "ns/team-turn")
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "games/s")
			})
		}
	}
}

// BenchmarkLevel is a shipped level played by a policy, with the digest of every turn, as a save has it.
func BenchmarkLevel(b *testing.B) {
	for _, level := range []string{"one-team", "three-teams", "ten-teams"} {
		l := load(b, level)
		for _, name := range []string{"fifo", "rule"} {
			b.Run(level+"/"+name, func(b *testing.B) {
				p := newPlayer(b, name)
				var g game.Game
				b.ReportAllocs()
				for i := range b.N {
					g.Reset(l, game.SeedFrom(uint64(i)))
					p.Begin(&g, uint64(i))
					for !g.Over() {
						p.Turn()
						g.Digest()
					}
				}
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "games/s")
			})
		}
	}
}

// BenchmarkRun is a run of the laboratory with its report, on all processors.
func BenchmarkRun(b *testing.B) {
	const games = 500
	arms := []Arm{{"fifo", load(b, "ten-teams"), "fifo"}}
	b.ReportAllocs()
	for range b.N {
		run(b, Spec{Arms: arms, Games: games, Seed: 1})
	}
	b.ReportMetric(games*float64(b.N)/b.Elapsed().Seconds(), "games/s")
}

// BenchmarkPieces are the parts of a turn, and what is done besides, in the middle of a game.
func BenchmarkPieces(b *testing.B) {
	for _, teams := range benchSizes {
		l := estateOf(b, teams, analystsFor(teams))
		g := midway(l, newPlayer(b, "fifo"), 1)
		var v game.View
		into := g.Clone()
		pieces := []struct {
			name string
			do   func()
		}{
			{"view", func() { g.View(&v) }},
			{"digest", func() { g.Digest() }},
			{"clone", func() { g.Clone() }},
			{"copy", func() { g.CopyTo(into) }},
			{"result", func() { g.Result() }},
		}
		for _, piece := range pieces {
			b.Run(fmt.Sprintf("%s/teams=%d", piece.name, teams), func(b *testing.B) {
				b.ReportAllocs()
				for range b.N {
					piece.do()
				}
			})
		}
	}
}

// BenchmarkMemory is what one game holds at its end.
func BenchmarkMemory(b *testing.B) {
	for _, teams := range benchSizes {
		b.Run(fmt.Sprintf("teams=%d", teams), func(b *testing.B) {
			l := estateOf(b, teams, analystsFor(teams))
			p := newPlayer(b, "fifo")
			kept := make([]*game.Game, 0, b.N)
			before := heap()
			for i := range b.N {
				g := game.New(l, game.SeedFrom(uint64(i)))
				p.Play(g, uint64(i))
				kept = append(kept, g)
			}
			b.ReportMetric(float64(heap()-before)/float64(b.N)/1024, "KiB/game")
			runtime.KeepAlive(kept)
		})
	}
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func newPlayer(t testing.TB, name string) *policy.Player {
	t.Helper()
	p, err := policy.New(name)
	if err != nil {
		t.Fatal(err)
	}
	return policy.NewPlayer(p)
}
