package settings

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/adrg/xdg"

	"callout/game/words"
	"callout/levels"
	"callout/ui/key"
)

// Settings are a player's own.
type Settings struct {
	Language      string              // one of words.Languages; empty to go by the environment
	ReducedMotion bool                // nothing on the screen moves by itself
	Predictions   bool                // the game asks for a prediction before a week ends
	Theme         string              // light, dark, or auto: what the environment tells of the terminal
	Keys          map[string][]string // keys that are not as usual, by the names of bindings
}

// Default are the settings of somebody who has chosen nothing.
func Default() Settings { return Settings{Predictions: true, Theme: "auto"} }

// themes are the values of theme.
var themes = []string{"auto", "dark", "light"}

// names are the keys of the file.
var names = []string{"language", "reduced_motion", "predictions", "theme", "keys"}

// Path is where the settings are kept.
func Path() string { return filepath.Join(xdg.ConfigHome, "callout", "config.toml") }

// Load reads the settings of the player. Where there are none, or a mistake in them, that part is as by default; the
// mistakes are told.
func Load() (Settings, levels.Problems) { return read(Path()) }

func read(path string) (Settings, levels.Problems) {
	s := Default()
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	t := levels.ReadText(path)
	for _, name := range slices.Sorted(maps.Keys(t.Root)) {
		s.take(t, name, t.Root[name])
	}
	return s, t.Problems()
}

// take takes over what stands at one key of the file, if it is right.
func (s *Settings) take(t *levels.Text, name string, value any) {
	switch name {
	case "language":
		s.choose(t, name, value, words.Languages(), &s.Language)
	case "theme":
		s.choose(t, name, value, themes, &s.Theme)
	case "reduced_motion":
		s.decide(t, name, value, &s.ReducedMotion)
	case "predictions":
		s.decide(t, name, value, &s.Predictions)
	case "keys":
		table, ok := value.(map[string]any)
		if !ok {
			t.Problem(name, "keys is a table: write [keys] on a line, and below it for example end_turn = [\"space\", \"t\"]")
			return
		}
		s.Keys = bindings(t, table)
	default:
		t.Problem(name, "%s", levels.Meant(name, names))
	}
}

func (s *Settings) choose(t *levels.Text, name string, value any, from []string, into *string) {
	text, ok := value.(string)
	if !ok || !slices.Contains(from, text) {
		t.Problem(name, "%s is one of %s: write for example %s = %q", name, strings.Join(from, ", "), name, from[0])
		return
	}
	*into = text
}

func (s *Settings) decide(t *levels.Text, name string, value any, into *bool) {
	yes, ok := value.(bool)
	if !ok {
		t.Problem(name, "%s is true or false, without quotes", name)
		return
	}
	*into = yes
}

// bindings reads the table of keys. What clashes does not count.
func bindings(t *levels.Text, table map[string]any) map[string][]string {
	keys := map[string][]string{}
	for _, name := range slices.Sorted(maps.Keys(table)) {
		path := "keys." + name
		if key.Known(name) == nil {
			var all []string
			for _, b := range key.All() {
				all = append(all, b.Name)
			}
			t.Problem(path, "%s", levels.Meant(name, all))
			continue
		}
		if list := keysOf(t, path, table[name]); len(list) > 0 {
			keys[name] = list
		}
	}
	for {
		clashes := key.Clashes(keys)
		if len(clashes) == 0 {
			return keys
		}
		c := clashes[0]
		changed, other := c.B, c.A
		if _, ok := keys[changed.Name]; !ok {
			changed, other = other, changed
		}
		t.Problem("keys."+changed.Name, "%q already means %s (%s) in the same place: choose another key, or give %s another one too",
			c.Key, other.Name, other.Help(), other.Name)
		delete(keys, changed.Name)
	}
}

// keysOf are the keys of one binding: a text, or a list of texts.
func keysOf(t *levels.Text, path string, value any) []string {
	list, many := value.([]any)
	if !many {
		list = []any{value}
	}
	if many && len(list) == 0 {
		t.Problem(path, "there is no key in the list: write one, such as [\"space\"], or leave the line out")
	}
	var keys []string
	for _, v := range list {
		k, ok := v.(string)
		if !ok {
			t.Problem(path, "a key is a text in quotes, such as \"space\" or [\"space\", \"t\"]")
			return nil
		}
		if err := key.Check(k); err != nil {
			t.Problem(path, "%s", err)
			return nil
		}
		if !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	return keys
}

// LanguageOf is the language to speak: the one that the command line asks for, else the settings, else the first one of
// the environment (LC_ALL, LC_MESSAGES, LANG) that the catalogue has, else English.
func LanguageOf(asked string, s Settings, getenv func(string) string) string {
	if asked != "" {
		return asked
	}
	if s.Language != "" {
		return s.Language
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			language, _, _ := strings.Cut(strings.ToLower(value), "_")
			language, _, _ = strings.Cut(language, ".")
			if slices.Contains(words.Languages(), language) {
				return language
			}
			break // the first that is set decides
		}
	}
	return words.First
}
