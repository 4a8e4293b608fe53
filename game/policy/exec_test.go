package policy

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"callout/game"
)

// bot is the policy of a test bot.
func bot(kind, argument string) string { return "exec:" + os.Args[0] + " bot:" + kind + " " + argument }

func start(t testing.TB, policy string, l *game.Level, terms Terms) (*Bot, error) {
	t.Helper()
	p, external, err := FindProgram(policy)
	if err != nil || !external {
		t.Fatalf("FindProgram(%q): %v, %v", policy, external, err)
	}
	return p.Start(context.Background(), l, terms)
}

func always() bool { return true }

// playWith plays games with a bot and returns what went wrong.
func playWith(t testing.TB, policy string, l *game.Level, games int, terms Terms) ([]*game.Game, error) {
	t.Helper()
	b, err := start(t, policy, l, terms)
	if err != nil {
		return nil, err
	}
	defer b.Close()
	var list []*game.Game
	for i := range games {
		list = append(list, game.New(l, game.SeedFrom(uint64(i+1))))
	}
	for i := 0; i < games; i += b.AtOnce() {
		if err := b.Play(list[i:min(games, i+b.AtOnce())], uint64(i+1), always); err != nil {
			return list, err
		}
	}
	return list, nil
}

func TestABotThatDoesWrongIsToldInASentence(t *testing.T) {
	l := load(t, "tutorial")
	quick := Terms{Reply: 2 * time.Second}
	patient := Terms{Reply: 20 * time.Second}
	for _, test := range []struct {
		kind  string
		terms Terms
		want  string
	}{
		{"crashes", patient, "the program crashed (exit status 3) in turn 3 of the game with seed 1"},
		{"ends", patient, "the program ended before the games did in turn 3 of the game with seed 1"},
		{"hangs", quick, "the program did not answer within 2s in turn"},
		{"mute", quick, "the program stopped answering (signal: killed) in turn"},
		{"floods", patient, "the program wrote more than 1048576 bytes without an end of line in turn 3"},
		{"nonsense", patient, `the program answered "I would rather not" (`},
		{"misspelt", patient, `unknown field "order"), where {"orders": ["..."]} belongs, in turn 3`},
		{"silent", patient, `the program answered "{}", where {"orders": ["..."]} belongs, in turn 3`},
		{"twice", patient, "more than one value on the line"},
		{"chatters", patient, "without being asked"},
		{"list", patient, "cannot unmarshal array"},
		{"overeager", patient, "the program gave 1001 orders, more than 1000, in turn 3"},
		{"miscounts", patient, "the program gave 2 answers for 1 games in turn 1"},
		{"hello-hangs", quick, "the program did not answer within 2s when it was greeted"},
		{"hello-crashes", patient, "the program crashed (exit status 4) when it was greeted"},
		{"hello-nonsense", patient, `the program answered "hello yourself" when it was greeted`},
		{"future", patient, "speaks protocol 99, and this is protocol 1"},
		{"greedy", patient, "asked for 257 games a line: ask for 1 to 256"},
		{"picky", patient, `wants "weather" of the view, which is no part of it: use some of now, clock,`},
		{"deaf", quick, "did not answer within 2s in turn 1"},
	} {
		t.Run(test.kind, func(t *testing.T) {
			t.Parallel()
			_, err := playWith(t, bot(test.kind, ""), l, 1, test.terms)
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), "exec:") {
				t.Errorf("says %v\nwant %s", err, test.want)
			} else if strings.Contains(err.Error(), "\n") || len(err.Error()) > 500 {
				t.Errorf("is not one short sentence: %q", err)
			}
		})
	}
}

func TestAProgramThatIsNotThereIsNoPolicy(t *testing.T) {
	plain := filepath.Join(t.TempDir(), "plain.txt")
	if err := os.WriteFile(plain, []byte("hello"), 0o600); err != nil {
		t.Fatal(err)
	}
	for policy, want := range map[string]string{
		"exec:":                 "names no program",
		"exec:   ":              "names no program",
		"exec:/no/such/program": "cannot be run (no such file or directory)",
		"exec:no-such-command":  "cannot be run (executable file not found in $PATH)",
		"exec:" + plain:         "cannot be run (permission denied)",
	} {
		if err := Check(policy); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Check(%q) says %v; want %s", policy, err, want)
		}
	}
	if err := Check(bot("plain", "")); err != nil {
		t.Error(err)
	}
}

// However many games stand in a line, the games are the same.
func TestBatchesPlayAlike(t *testing.T) {
	l := load(t, "three-teams")
	one, err := playWith(t, bot("plain", ""), l, 7, Terms{})
	if err != nil {
		t.Fatal(err)
	}
	many, err := playWith(t, bot("batch", ""), l, 7, Terms{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range one {
		if !one[i].Over() || one[i].Digest() != many[i].Digest() {
			t.Errorf("game %d is another in a batch", i+1)
		}
	}
}

// A bot that does not end when its games are done, and one whose run is given up, are killed.
func TestABotIsEnded(t *testing.T) {
	l := load(t, "tutorial")
	b, err := start(t, bot("stays", ""), l, Terms{})
	if err != nil {
		t.Fatal(err)
	}
	b.Close()
	if b.process.cmd.ProcessState == nil || b.process.cmd.ProcessState.Success() {
		t.Errorf("a bot that stays came to %v", b.process.cmd.ProcessState)
	}

	p, _, err := FindProgram(bot("hangs", ""))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	b, err = p.Start(ctx, l, Terms{Reply: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	time.AfterFunc(200*time.Millisecond, cancel)
	if err := b.Play([]*game.Game{game.New(l, game.SeedFrom(1))}, 1, always); err == nil {
		t.Error("a bot that hangs has played to the end")
	}
}

func TestStandardErrorPassesThrough(t *testing.T) {
	var out bytes.Buffer
	if _, err := playWith(t, bot("loud", ""), load(t, "tutorial"), 1, Terms{Stderr: &out}); err != nil {
		t.Fatal(err)
	}
	if out.String() != "I think, therefore I print.\n" {
		t.Errorf("standard error is %q", out.String())
	}
}

const page = "../../assets/bots/README.md"

// The page about bots shows a game. Played again, it is the same.
func TestThePageAboutBotsIsTrue(t *testing.T) {
	told, _, err := transcript(page)
	if err != nil {
		t.Fatal(err)
	}
	log := filepath.Join(t.TempDir(), "log")
	if _, err := playWith(t, bot("replays", page+","+log), load(t, "tutorial"), 1, Terms{}); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	for i, want := range told {
		if want == "…" {
			lines = append(lines[:i+1], lines[len(lines)-1])
			continue
		}
		if i >= len(lines) || !fits(want, lines[i]) {
			t.Fatalf("line %d is on the page\n%s\nand here\n%.2000s", i+1, want, lines[i])
		}
	}
	if len(told) != len(lines) || len(told) < 7 {
		t.Errorf("the page shows %d lines; want %d", len(told), len(lines))
	}
}

// fits tells whether a line is a pattern with something for every "…".
func fits(pattern, line string) bool {
	parts := strings.Split(pattern, "…")
	for i := range parts {
		parts[i] = regexp.QuoteMeta(parts[i])
	}
	return regexp.MustCompile("^" + strings.Join(parts, ".+") + "$").MatchString(line)
}

// keysOf collects the names in a value of JSON, but for those under knows and metrics, which are not the protocol's.
func keysOf(v any, keys map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for k, x := range v {
			keys[k] = true
			if k != "knows" && k != "metrics" {
				keysOf(x, keys)
			}
		}
	case []any:
		for _, x := range v {
			keysOf(x, keys)
		}
	}
}

// Every field of a view is told, in snake_case, and is on the page. Fields by which engine and screens name things are
// told under another name.
func TestEveryFieldIsToldAndDescribed(t *testing.T) {
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	keys := map[string]bool{}
	for line := range turnsOf(t, "ten-teams", 3) {
		var v any
		if err := json.Unmarshal(line, &v); err != nil {
			t.Fatalf("%v in %.200s", err, line)
		}
		keysOf(v.(map[string]any)["view"], keys)
	}
	for k := range keys {
		if !strings.Contains(string(text), "`"+k+"`") {
			t.Errorf("%s is not on the page", k)
		}
	}
	elsewhere := map[string]string{
		"n": "id", "after_n": "after_request", "level": "knows", "i_d": "id",
		"course": "turn", "over": "turn", "won": "turn", "hidden": "news", "incident": "news", "causes": "news",
	}
	for _, field := range viewFields() {
		if other := elsewhere[field]; !keys[field] && !keys[other] {
			t.Errorf("%s is in the view and is not told", field)
		}
	}
}

func snake(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

func TestExampleBotsPlayAlike(t *testing.T) {
	l := load(t, "ten-teams")
	var first []*game.Game
	for _, example := range []struct{ language, file string }{{"python3", "oldest_first.py"}, {"node", "oldest_first.js"}} {
		if _, err := exec.LookPath(example.language); err != nil {
			t.Logf("SKIPPED: %s is not here, so %s was not run", example.language, example.file)
			continue
		}
		games, err := playWith(t, "exec:"+example.language+" ../../assets/bots/"+example.file, l, 3, Terms{Reply: time.Minute})
		if err != nil {
			t.Error(err)
			continue
		}
		if first == nil {
			first = games
		}
		idle := game.New(l, game.SeedFrom(1))
		player(t, "idle").Play(idle, 1)
		for i := range games {
			if games[i].Digest() != first[i].Digest() {
				t.Errorf("%s plays game %d otherwise than the first example", example.file, i+1)
			}
			if i == 0 && games[i].Digest() == idle.Digest() {
				t.Errorf("%s does nothing", example.file)
			}
		}
	}
	if first == nil {
		t.Skip("SKIPPED: neither python3 nor node is here; the example bots were not run")
	}
}
