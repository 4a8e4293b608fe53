package workshop

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"callout/game/words"
	"callout/levels"
)

// The shipped scripts keep what the guide promises: at most half of the time in play, room for joining and for a debrief, and
// first few levers, then more, the support model last.
func TestShippedScriptsLeaveTimeToTalk(t *testing.T) {
	scripts, err := Scripts()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range scripts {
		if 2*s.Plays() > s.Minutes {
			t.Errorf("%s: %d minutes of %d are played: at most half", s.Name, s.Plays(), s.Minutes)
		}
		if left := s.Minutes - s.Planned(); left < 10 {
			t.Errorf("%s: %d minutes are left for joining and the debrief: ten at least", s.Name, left)
		}
		l, err := levels.Load(s.Level)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Fits(l); err != nil {
			t.Errorf("%s: %v", s.Name, err)
		}
		if last := s.Rounds[len(s.Rounds)-1]; last.Days != levels.Days(l) || !slices.Contains(last.Open, ModelLever) {
			t.Errorf("%s: the last round ends on day %d of %d, with %v open", s.Name, last.Days, levels.Days(l), last.Open)
		}
		if first := s.Rounds[0].Open; !slices.Equal(first, []Lever{TriageLever, DeploymentsLever}) {
			t.Errorf("%s: the first round opens %v", s.Name, first)
		}
		for i, r := range s.Rounds {
			if r.Says == "" || len(r.Ask) < 2 || r.Prepare == 0 || r.Result == 0 || r.Reflect == 0 {
				t.Errorf("%s, round %d: something is left out: %+v", s.Name, i+1, r)
			}
			if i > 0 && len(r.Open) < len(s.Rounds[i-1].Open) {
				t.Errorf("%s, round %d: fewer levers than before", s.Name, i+1)
			}
		}
	}
}

// Every language has all that the scripts say, and nothing else changes with it.
func TestShippedScriptsSpeakEveryLanguage(t *testing.T) {
	first, err := Scripts()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { words.Speak(words.First) })
	for _, language := range words.Languages()[1:] {
		if err := words.Speak(language); err != nil {
			t.Fatal(err)
		}
		said, err := Scripts()
		if err != nil {
			t.Fatal(err)
		}
		for i, s := range said {
			if s.Title == first[i].Title {
				t.Errorf("%s: %s is not translated", language, s.Name)
			}
			for k, r := range s.Rounds {
				was := first[i].Rounds[k]
				if r.Title == was.Title || r.Says == was.Says || len(r.Ask) != len(was.Ask) {
					t.Errorf("%s: round %d of %s is not translated, or asks %d questions for %d", language, k+1, s.Name, len(r.Ask), len(was.Ask))
				}
				r.Title, r.Says, r.Ask = was.Title, was.Says, was.Ask
				if r.Days != was.Days || r.Run != was.Run || !slices.Equal(r.Open, was.Open) {
					t.Errorf("%s: round %d of %s is another one", language, k+1, s.Name)
				}
			}
		}
	}
}

const rightScript = `name = "mine"
title = "A short one"
minutes = 20
level = "three-teams"

[[round]]
title = "Only"
days = 2
open = ["triage"]
run = 10
`

func TestScriptOfOnesOwn(t *testing.T) {
	s, err := ParseScript("mine.toml", []byte(rightScript))
	if err != nil {
		t.Fatal(err)
	}
	if s.Seats != 1 || s.Roles || s.Rounds[0].Pace != Own || s.Rounds[0].Prepare != 0 || s.Plays() != 10 || s.Planned() != 10 {
		t.Errorf("what is left out is not as usual: %+v", s)
	}
}

// Each mistake is told with its place and what would be right; several at once.
func TestScriptMistakesAreTold(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{`level = "three-teams"`, ``, `mine.toml:1:1: level is missing: add level = "growing"`},
		{`minutes = 20`, `minutes = "20"`, `mine.toml:3:1: minutes must be a whole number without quotes`},
		{`minutes = 20`, `minutes = 8`, `mine.toml:3:1: minutes is 8, and the phases take 10`},
		{`minutes = 20`, `minuts = 20`, `mine.toml:3:1: minuts is not known here: did you mean minutes?`},
		{`open = ["triage"]`, `open = ["triage", "brakes"]`, `mine.toml:9:19: brakes is not known: use one of`},
		{`open = ["triage"]`, `open = ["triage", "triage"]`, `stands there twice`},
		{`open = ["triage"]`, `open = []`, `mine.toml:9:1: open is empty`},
		{`days = 2`, `days = 0`, `mine.toml:8:1: days is 0: it must be from 1 to 130`},
		{`days = 2`, "days = 2\npace = \"slow\"", `pace slow is not known: use one of`},
		{`days = 2`, "days = 2\nevery = 20", `every is for pace = "together"`},
		{`run = 10`, `run = 10` + "\n[[round]]\ntitle = \"Again\"\ndays = 2\nopen = [\"triage\"]\nrun = 1\n", `mine.toml:13:1: days is 2, and the round before it ends on day 2`},
		{`title = "Only"`, `title = "On\u001bly"`, `mine.toml:7:1: title must not contain the character U+001B`},
		{`run = 10`, "run = 10\nask = [\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\"]", `ask has 7 entries: at most 6 are allowed`},
		{`run = 10`, "run = 10\nsays = \"" + strings.Repeat("x", 701) + "\"", `says is 701 characters long: at most 700 fit`},
		{rightScript, ``, `mine.toml:1:1: name is missing`},
	} {
		text := strings.Replace(rightScript, c.from, c.to, 1)
		_, err := ParseScript("mine.toml", []byte(text))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q for %q: %v, want %s", c.to, c.from, err, c.want)
		}
	}
}

func TestCheckScriptKnowsTheLevel(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mine.toml")
	for _, c := range []struct{ from, to, want string }{
		{"", "", ""},
		{"days = 2", "days = 11", "mine.toml:8:1: the script goes on to day 11 and three-teams has 10: write days = 10"},
		{"three-teams", "thre-teams", `mine.toml:4:1: level "thre-teams" cannot be played`},
	} {
		if err := os.WriteFile(path, []byte(strings.Replace(rightScript, c.from, c.to, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		if !IsScript(path) {
			t.Errorf("%q: it is taken for something else", c.to)
		}
		got := CheckScript(path)
		if c.want == "" && len(got) > 0 || !strings.Contains(got.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.to, got, c.want)
		}
	}
	if _, err := ReadScript("75"); err == nil || !strings.Contains(err.Error(), "60, 90") && !strings.Contains(err.Error(), "60") {
		t.Errorf("a script that is not there: %v", err)
	}
	if IsScript("../../levels/growing.toml") {
		t.Error("a level is taken for a script")
	}
}

func FuzzParseScript(f *testing.F) {
	f.Add([]byte(rightScript))
	for _, name := range ScriptNames() {
		text, err := os.ReadFile("../../assets/workshop/scripts/" + name + ".toml")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := ParseScript("f.toml", text)
		if err == nil && (len(s.Rounds) == 0 || s.Planned() > s.Minutes || s.Seats < 1) {
			t.Errorf("taken as right: %+v", s)
		}
	})
}
