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

// anyLevel draws the text of a level as somebody might write it, odd ones included.
func anyLevel(t *rapid.T) string {
	pick := func(label string, list ...string) string { return rapid.SampledFrom(list).Draw(t, label) }
	var b strings.Builder
	fmt.Fprintf(&b, "name = \"any\"\ntitle = \"Any\"\nlesson = \"Any.\"\nbriefing = \"Any.\"\npar = \"£100,000\"\n")
	fmt.Fprintf(&b, "days = %d\n", rapid.IntRange(1, 8).Draw(t, "days"))
	fmt.Fprintf(&b, "start = %q\n", pick("start", "Mon 00:00", "Mon 09:00", "Wed 16:00", "Fri 17:00", "Sat 03:00", "Sun 23:00"))
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
		name := rapid.SampledFrom([]string{"idle", "random", "fifo", "severity", "rule", "rule-guess"}).Draw(rt, "policy")
		once, again := game.New(l, game.SeedFrom(seed)), game.New(l, game.SeedFrom(seed))
		p := player(t, name)
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
