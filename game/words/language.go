package words

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/BurntSushi/toml"

	"callout/assets"
	"callout/levels"
)

// First is the language that is spoken until Speak says otherwise, and the one that the others are measured by.
const First = "en"

// A language is the sentences of one language by their keys, such as "debrief.cost.title".
type language struct {
	name  string
	texts map[string]string
	*phrases
}

// spoken is the language in use. A process speaks one language: it is chosen before anything is said.
var spoken atomic.Pointer[language]

// Speak chooses the language of everything that is said from now on. It is called once, before the first screen.
func Speak(name string) error {
	if !slices.Contains(Languages(), name) {
		return fmt.Errorf("there is no language %.20q: use one of %s", name, strings.Join(Languages(), ", "))
	}
	l, err := readLanguage(name)
	if err != nil {
		return err
	}
	if err := levels.Speak(name); err != nil {
		return err
	}
	if err := assets.Speak(name); err != nil {
		return err
	}
	spoken.Store(l)
	return nil
}

// Spoken is the name of the language in use.
func Spoken() string { return inUse().name }

// Languages are the names of the languages that the catalogue has, the first one first.
func Languages() []string {
	folders, err := fs.ReadDir(assets.Words(), ".")
	if err != nil {
		return []string{First}
	}
	names := []string{First}
	for _, f := range folders {
		if f.IsDir() && f.Name() != First {
			names = append(names, f.Name())
		}
	}
	return names
}

// firstLanguage is read when something is said for the first time: the files are part of the program, and a test holds
// that they can be read.
var firstLanguage = sync.OnceValue(func() *language {
	l, err := readLanguage(First)
	if err != nil {
		panic(err)
	}
	return l
})

func inUse() *language {
	if l := spoken.Load(); l != nil {
		return l
	}
	return firstLanguage()
}

// readLanguage reads all files of a language. A key stands in one file only.
func readLanguage(name string) (*language, error) {
	files, err := fs.Glob(assets.Words(), name+"/*.toml")
	if err != nil {
		return nil, err
	}
	l := &language{name: name, texts: map[string]string{}}
	for _, file := range files {
		b, err := fs.ReadFile(assets.Words(), file)
		if err != nil {
			return nil, fmt.Errorf("read the words of a language: %w", err)
		}
		tables := map[string]any{}
		if err := toml.Unmarshal(b, &tables); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		if err := l.add("", tables); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	l.phrases = phrasesOf(func(key string) string { return l.texts[key] })
	return l, nil
}

// add takes over a table of texts and its tables, under the key of the table.
func (l *language) add(under string, table map[string]any) error {
	for _, name := range slices.Sorted(maps.Keys(table)) {
		key := under + name
		switch v := table[name].(type) {
		case map[string]any:
			if err := l.add(key+".", v); err != nil {
				return err
			}
		case string:
			if _, twice := l.texts[key]; twice {
				return fmt.Errorf("%s is there twice: keep one of them", key)
			}
			l.texts[key] = v
		default:
			return fmt.Errorf("%s is not a text: write it in quotes", key)
		}
	}
	return nil
}
