package policy

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"callout/game"
	"callout/levels"
)

var models = []string{"ops-run-it", "ops-sometimes-run-it", "sre-run-it", "you-run-it"}

// anyLevel draws the text of a level as somebody might write it, odd ones included.
func anyLevel(t *rapid.T) string {
	pick := func(label string, list ...string) string { return rapid.SampledFrom(list).Draw(t, label) }
	var b strings.Builder
	fmt.Fprintf(&b, "name = \"any\"\ntitle = \"Any\"\nlesson = \"Any.\"\nbriefing = \"Any.\"\npar = \"£100,000\"\n")
	fmt.Fprintf(&b, "days = %d\n", rapid.IntRange(1, 8).Draw(t, "days"))
	fmt.Fprintf(&b, "start = %q\n", pick("start", "Mon 00:00", "Mon 09:00", "Wed 16:59", "Fri 17:00", "Sat 03:00", "Sun 23:59"))
	fmt.Fprintf(&b, "model = %q\nmodels = [%q, %q]\n", pick("model", models...), pick("second", models...), pick("third", models...))
	fmt.Fprintf(&b, "turn = %q\nnight = %q\n", pick("turn", "10m", "45m", "1h", "4h", "8h"), pick("night", "1h", "16h", "3d"))
	fmt.Fprintf(&b, "weekends = %s\n", pick("weekends", "true", "false"))
	fmt.Fprintf(&b, "[defaults]\noperability = %s\ntelemetry = %s\npipeline = %s\n", pick("operability", "0", "0.5", "1"), pick("telemetry", "0", "0.4", "1"), pick("pipeline", "0", "1"))
	fmt.Fprintf(&b, "profile = %q\n", pick("profile", "shop", "office", "evening", "steady"))
	fmt.Fprintf(&b, "changes_per_week = %s\nrelease_every = %q\n", pick("changes", "0", "3", "60"), pick("every", "1h", "2d", "1w"))
	fmt.Fprintf(&b, "faults_per_week = %s\nnoise_per_week = %s\nchanges_waiting = %s\n", pick("faults", "0", "4", "150"), pick("noise", "0", "9", "300"), pick("waiting", "0", "3", "100"))
	teams := rapid.IntRange(1, 14).Draw(t, "teams")
	fmt.Fprintf(&b, "[estate]\nteams = %d\nfirst = %d\njoin_every = \"2h\"\nhosts = [1, %s]\nshared_hosts = %s\ndependencies = [0, %s]\nknown = %s\n",
		teams, rapid.IntRange(1, teams).Draw(t, "first"), pick("hosts", "1", "6"), pick("shared", "0", "1"), pick("dependencies", "0", "3", "12"), pick("known", "0", "1"))
	fmt.Fprintf(&b, "revenue_per_hour = [%q, \"£10m\"]\n", pick("revenue", "£0", "£5,000"))
	for i := range rapid.IntRange(1, 5).Draw(t, "analysts") {
		fmt.Fprintf(&b, "[[analyst]]\nname = \"Ana%c\"\n", 'a'+i)
		if i > 0 && rapid.Bool().Draw(t, "reserve") {
			b.WriteString("reserve = true\n")
		}
	}
	b.WriteString("[[goal]]\nmetric = \"revenue_lost\"\nat_most = \"£1\"\n[[goal]]\nmetric = \"burnout_max\"\nat_most = 10\n")
	return b.String()
}

// Whatever the level and whoever plays, the game comes to its end, adds up and is the same the second time.
func TestAnyLevelCanBePlayed(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		text := anyLevel(rt)
		file := filepath.Join(dir, "any.toml")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			rt.Fatal(err)
		}
		l, err := levels.Load(file)
		if err != nil {
			rt.Skip(err)
		}
		seed := rapid.Uint64().Draw(rt, "seed")
		name := rapid.SampledFrom([]string{"idle", "random", "fifo", "severity", "rule", "rule-guess", "monkey"}).Draw(rt, "policy")
		once, again := game.New(l, game.SeedFrom(seed)), game.New(l, game.SeedFrom(seed))
		var p *Player
		if name == "monkey" {
			p = NewPlayer(&monkey{})
		} else {
			p = player(t, name)
		}
		p.Play(once, seed)
		p.Play(again, seed)
		if once.Digest() != again.Digest() {
			rt.Errorf("the game is another the second time")
		}
		addsUp(rt, once.Result(), "any", name, seed)
		if rt.Failed() {
			rt.Logf("level:\n%s", text)
		}
	})
}

// monkey gives any order with any arguments, most of them nonsense: what is refused must not matter and what is
// accepted must not break the game.
type monkey struct {
	luck  chance
	kinds int
}

func (m *monkey) Name() string { return "monkey" }

func (m *monkey) Begin(number uint64) {
	m.luck.begin(number)
	m.kinds = len(game.OrderHelps()) + 2 // one before the first, one after the last
}

func (m *monkey) Play(v *game.View, give Give) {
	any := func(n int) int { return m.luck.below(n+2) - 1 }
	for range m.luck.below(12) {
		o := game.Order{
			Kind: game.OrderKind(m.luck.below(m.kinds)), Analyst: any(len(v.Analysts)), App: any(len(v.Apps)),
			Team: any(len(v.Teams)), Model: any(len(v.Models())), Choice: game.Choice(m.luck.below(int(game.Unchanged) + 1)),
		}
		switch m.luck.below(4) {
		case 0:
			if n := len(v.Alerts); n > 0 {
				o.Item = game.Item{Kind: game.Alert, N: v.Alerts[m.luck.below(n)].N}
			}
		case 1:
			if n := len(v.Requests); n > 0 {
				o.Item = game.Item{Kind: game.Request, N: v.Requests[m.luck.below(n)].N}
			}
		case 2:
			if n := len(v.Messages); n > 0 {
				o.Item = game.Item{Kind: game.Message, N: v.Messages[m.luck.below(n)].N}
			}
		default:
			o.Item = game.Item{Kind: game.ItemKind("AMR?"[m.luck.below(4)]), N: int32(any(200))}
		}
		give(o)
	}
}
