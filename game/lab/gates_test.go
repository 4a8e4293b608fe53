package lab

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"callout/game"
	"callout/game/policy"
	"callout/levels"
)

var update = flag.Bool("update", false, "write the table of levels/README.md anew, with CALLOUT_LONG=1")

// TestLevelsAreLoadBearing holds every level to its lesson. CALLOUT_LONG=1 plays 200 games of each policy instead of 40
// and holds the table of levels/README.md to what came out; -update writes it.
func TestLevelsAreLoadBearing(t *testing.T) {
	if testing.Short() {
		t.Skip("thousands of games: the long run plays them")
	}
	long := os.Getenv("CALLOUT_LONG") != "" || *update
	games, slack := 40, 0.2 // forty games tell a share to about 0.15
	if long {
		games, slack = 200, 0
	}
	proofs, err := Prove(context.Background(), games)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range proofs {
		if p.Won["lesson"] < LessonWins-slack || p.Won["without-lesson"] > WithoutWins+slack || p.Won["idle"] > 0 {
			t.Errorf("%s: the lesson wins %.2f, without %s %.2f, idle %.2f; want at least %.2f, at most %.2f, none", p.Level,
				p.Won["lesson"], p.Teaches, p.Won["without-lesson"], p.Won["idle"], LessonWins-slack, WithoutWins+slack)
		}
		for i := range p.Steps {
			s := &p.Steps[i]
			rises := s.Rises()
			if !long {
				rises = s.Gain.Mean > 0
			}
			if !rises {
				t.Errorf("%s: from %s to %s the score gains %.0f (%.0f to %.0f)", p.Level,
					s.From, s.To, s.Gain.Mean, s.Gain.CI95[0], s.Gain.CI95[1])
			}
		}
		low, high := p.Score["fifo"], p.Score["lesson"]
		if s := p.Score["severity"]; s.Mean < low.CI95[0] || s.Mean > high.CI95[1] {
			t.Errorf("%s: severity scores %.0f, fifo %.0f, the lesson %.0f", p.Level, s.Mean, low.Mean, high.Mean)
		}
	}
	var table bytes.Buffer
	if err := WriteProofs(&table, proofs); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d games of each policy:\n%s", games, table.String())
	if long {
		inReadme(t, "proof of levels", table.String())
	}
}

// The traits in levels/README.md are those of the policy.
func TestReadmeNamesEveryTrait(t *testing.T) {
	var table strings.Builder
	table.WriteString("| trait | what the rule does by it |\n|---|---|\n")
	for _, trait := range policy.Traits() {
		fmt.Fprintf(&table, "| `%s` | %s |\n", trait.Name, trait.What)
	}
	inReadme(t, "traits", table.String())
}

// inReadme holds what stands under a mark of levels/README.md to table, or writes it there.
func inReadme(t *testing.T, mark, table string) {
	t.Helper()
	const path, end = "../../levels/README.md", "<!-- end -->"
	start := "<!-- " + mark + " -->\n\n"
	table += "\n"
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(src), start)
	old, after, closed := strings.Cut(rest, end)
	switch {
	case !found || !closed:
		t.Fatalf("%s has no table between %q and %q", path, start, end)
	case *update:
		if err := os.WriteFile(path, []byte(before+start+table+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
	case old != table:
		t.Errorf("the table in %s is not what the levels come to now: go test ./game/lab -update writes it", path)
	}
}

// Every shipped level teaches a trait that there is, and only the lesson is missing in without-lesson.
func TestEveryLevelTeachesATrait(t *testing.T) {
	for _, name := range levels.Names() {
		l := load(t, name)
		known := false
		for _, trait := range policy.Traits() {
			known = known || trait.Name == l.Teaches
		}
		if !known {
			t.Errorf("%s teaches %q, which is no trait of the policy rule", name, l.Teaches)
		}
		end := map[string]uint64{}
		for _, player := range []string{"rule", "lesson", "without-lesson"} {
			p, err := policy.New(player)
			if err != nil {
				t.Fatal(err)
			}
			for seed := range uint64(3) {
				g := game.New(l, game.SeedFrom(seed))
				policy.NewPlayer(p).Play(g, seed)
				end[player] = end[player]*31 + g.Digest()
			}
		}
		if end["rule"] != end["lesson"] || end["rule"] == end["without-lesson"] {
			t.Errorf("%s: lesson plays like rule: %v, and without-lesson unlike it: %v", name, end["rule"] == end["lesson"], end["rule"] != end["without-lesson"])
		}
	}
}
