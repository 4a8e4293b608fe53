package policy

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"callout/game"
)

// BenchmarkBots tells how many turns a second programs play: ten teams, the first games by number. A line of the
// benchmark is one language and how much is in a line.
func BenchmarkBots(b *testing.B) {
	l := load(b, "ten-teams")
	for _, c := range []struct{ name, policy string }{
		{"go/one", bot("terse", "")},
		{"go/one,legal", bot("plain", "")},
		{"go/batch", bot("batch", "")},
		{"python/one", single(b, "python3", "oldest_first.py")},
		{"python/batch", `exec:python3 ../../assets/bots/oldest_first.py`},
		{"node/one", single(b, "node", "oldest_first.js")},
		{"node/batch", `exec:node ../../assets/bots/oldest_first.js`},
	} {
		b.Run(c.name, func(b *testing.B) {
			if program, _, _ := strings.Cut(strings.TrimPrefix(c.policy, "exec:"), " "); program != "" {
				if _, err := exec.LookPath(program); err != nil {
					b.Skip(err)
				}
			}
			bot, err := start(b, c.policy, l, Terms{Reply: time.Minute})
			if err != nil {
				b.Fatal(err)
			}
			defer bot.Close()
			games := make([]*game.Game, bot.AtOnce())
			for i := range games {
				games[i] = new(game.Game)
			}
			turns, seed := 0, uint64(1)
			for b.Loop() {
				for i, g := range games {
					g.Reset(l, game.SeedFrom(seed+uint64(i)))
				}
				if err := bot.Play(games, seed, always); err != nil {
					b.Fatal(err)
				}
				for i := range games {
					turns += bot.seats[i].view.Turn + 1
				}
				seed += uint64(len(games))
			}
			b.ReportMetric(float64(turns)/b.Elapsed().Seconds(), "turns/s")
			b.ReportMetric(float64(seed-1)/b.Elapsed().Seconds(), "games/s")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// BenchmarkWriteTurn is what it costs to write a turn as a line: ten teams, in the middle of a game.
func BenchmarkWriteTurn(b *testing.B) {
	g := game.New(load(b, "ten-teams"), game.SeedFrom(1))
	p := player(b, "rule")
	p.Begin(g, 1)
	for range 40 {
		p.Turn()
	}
	s := seat{game: g, label: 1}
	g.View(&s.view)
	few, err := choose([]string{"in_hours", "alerts", "requests", "messages", "analysts"})
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		parts  choice
		lister *lister
	}{{"view", nil, nil}, {"parts", few, nil}, {"view,legal", nil, new(lister)}} {
		b.Run(c.name, func(b *testing.B) {
			var w writer
			b.ReportAllocs()
			for b.Loop() {
				w.reset()
				w.turn(&s, c.parts, c.lister)
			}
			b.SetBytes(int64(len(w.buf)))
		})
	}
}

// single is the policy of an example bot that takes one game a line.
func single(b *testing.B, language, name string) string {
	text, err := os.ReadFile("../../assets/bots/" + name)
	if err != nil {
		b.Fatal(err)
	}
	file := filepath.Join(b.TempDir(), name)
	text = bytes.Replace(bytes.Replace(text, []byte(`"batch": 16, `), nil, 1), []byte("batch: 16, "), nil, 1)
	if err := os.WriteFile(file, text, 0o600); err != nil {
		b.Fatal(err)
	}
	return "exec:" + language + " " + file
}
