package settings

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"callout/game/words"
)

// write is a file of settings with a text in it.
func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestWholeFile(t *testing.T) {
	s, problems := read(write(t, `
language = "de"
reduced_motion = true
predictions = false
theme = "light"
[keys]
end_turn = ["space", "Q"]
continue = "C"
`))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if s.Language != "de" || !s.ReducedMotion || s.Predictions || s.Theme != "light" ||
		!slices.Equal(s.Keys["end_turn"], []string{"space", "Q"}) || !slices.Equal(s.Keys["continue"], []string{"C"}) {
		t.Errorf("read %+v", s)
	}
}

func TestNoFileIsNoProblem(t *testing.T) {
	if s, problems := read(filepath.Join(t.TempDir(), "none.toml")); len(problems) > 0 || s.Theme != "auto" || !s.Predictions {
		t.Errorf("%+v, %v", s, problems)
	}
}

// TestMistakesAreToldWithTheirPlace holds that a mistake is told with line, column and what would be right, and that the
// rest of the file counts all the same.
func TestMistakesAreToldWithTheirPlace(t *testing.T) {
	for _, c := range []struct{ name, text, place, says string }{
		{"a language there is not", "language = \"tlh\"", ":1:1:", "de"},
		{"a switch in quotes", "\nreduced_motion = \"yes\"", ":2:1:", "true or false"},
		{"a misspelt name", "lanugage = \"de\"", ":1:1:", "did you mean language?"},
		{"an unknown action", "[keys]\nend_trun = \"t\"", ":2:1:", "did you mean end_turn?"},
		{"an unknown key", "[keys]\n  end_turn = \"spcae\"", ":2:3:", "is not a key"},
		{"a digit", "[keys]\nhint = \"4\"", ":2:1:", "picks a row"},
		{"no key", "[keys]\nhint = []", ":2:1:", "leave the line out"},
		{"a number", "[keys]\nhint = 4", ":2:1:", "in quotes"},
		{"a clash", "[keys]\nend_turn = \"c\"", ":2:1:", "continue"},
		{"a clash of an order", "[keys]\nend_turn = \"t\"", ":2:1:", "tune"},
		{"a clash of two changes", "[keys]\nhint = \"Q\"\nnews = \"Q\"", ":3:1:", "hint"},
		{"keys as a text", "keys = \"vim\"", ":1:1:", "[keys]"},
		{"no TOML", "language = ", ":1:", "TOML"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, problems := read(write(t, c.text+"\n\n"))
			if len(problems) != 1 {
				t.Fatalf("%d problems: %v", len(problems), problems)
			}
			if text := problems[0].String(); !strings.Contains(text, "config.toml"+c.place) || !strings.Contains(text, c.says) {
				t.Errorf("%q should name the place %s and say %q", text, c.place, c.says)
			}
			if s.Language != "" || s.ReducedMotion || len(s.Keys) > 1 {
				t.Errorf("what is wrong counts: %+v", s)
			}
		})
	}
}

// TestKeysMayChangePlaces holds that a key that another binding gives up is free.
func TestKeysMayChangePlaces(t *testing.T) {
	s, problems := read(write(t, "[keys]\nhint = \"v\"\nnews = \"h\""))
	if len(problems) > 0 || len(s.Keys) != 2 {
		t.Errorf("%+v, %v", s, problems)
	}
}

func TestLanguageOf(t *testing.T) {
	env := func(pairs ...string) func(string) string {
		return func(name string) string {
			for i := 0; i < len(pairs); i += 2 {
				if pairs[i] == name {
					return pairs[i+1]
				}
			}
			return ""
		}
	}
	german := Settings{Language: "de"}
	for _, c := range []struct {
		name, asked string
		s           Settings
		getenv      func(string) string
		want        string
	}{
		{"nothing said", "", Settings{}, env(), words.First},
		{"the command line first", "en", german, env("LANG", "de_DE.UTF-8"), "en"},
		{"then the settings", "", german, env("LANG", "en_GB.UTF-8"), "de"},
		{"then the environment", "", Settings{}, env("LANG", "de_AT.UTF-8"), "de"},
		{"a bare name", "", Settings{}, env("LC_MESSAGES", "de"), "de"},
		{"LC_ALL outranks the rest", "", Settings{}, env("LC_ALL", "C.UTF-8", "LANG", "de_DE.UTF-8"), words.First},
		{"a language there is not", "", Settings{}, env("LANG", "fr_FR.UTF-8"), words.First},
	} {
		if got := LanguageOf(c.asked, c.s, c.getenv); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// FuzzSettings reads anything: no file may stop the game, and what it changes must be something that can be.
func FuzzSettings(f *testing.F) {
	f.Add("language = \"de\"\n[keys]\nhint = [\"y\", \"ctrl+x\"]")
	f.Add("[keys.hint]\na = 1")
	f.Add("\xff\x00")
	f.Fuzz(func(t *testing.T, text string) {
		s, _ := read(write(t, text))
		if !slices.Contains(themes, s.Theme) || s.Language != "" && !slices.Contains(words.Languages(), s.Language) {
			t.Errorf("read %+v", s)
		}
	})
}
