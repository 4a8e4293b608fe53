package levels

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync/atomic"

	"github.com/BurntSushi/toml"

	"callout/game"
)

//go:embed texts/*.toml
var textFiles embed.FS

// A translation is what the shipped levels say in a language that their files are not written in.
type translation struct {
	Level    map[string]levelText `toml:"level"`
	Variants map[string]string    `toml:"variants"` // of support models
}

type levelText struct {
	Title    string `toml:"title"`
	Lesson   string `toml:"lesson"`
	Briefing string `toml:"briefing"`
}

// spoken is the translation in use; nil for what the files themselves say.
var spoken atomic.Pointer[translation]

// Speak chooses the language in which shipped levels are loaded and listed from now on. Without a translation they say what
// stands in their files. What a level is does not depend on it: the digest is taken before.
func Speak(language string) error {
	t, err := readTranslation(language)
	if errors.Is(err, fs.ErrNotExist) {
		t, err = nil, nil
	}
	if err == nil {
		spoken.Store(t)
	}
	return err
}

func readTranslation(language string) (*translation, error) {
	src, err := textFiles.ReadFile("texts/" + language + ".toml")
	if err != nil {
		return nil, err
	}
	t := &translation{}
	if err := toml.Unmarshal(src, t); err != nil {
		return nil, fmt.Errorf("texts/%s.toml: %w", language, err)
	}
	return t, nil
}

// say puts the translation in use into a shipped level.
func say(l *game.Level) {
	t := spoken.Load()
	if l == nil || t == nil {
		return
	}
	if in, ok := t.Level[l.Name]; ok {
		l.Title, l.Lesson, l.Briefing = in.Title, in.Lesson, strings.Split(strings.TrimSpace(in.Briefing), "\n\n")
	}
	for i := range l.Models {
		l.Models[i].Title = t.variant(l.Models[i].Title)
	}
}

// variant is a support model's title with what tells it from others of its family in the language in use.
func (t *translation) variant(title string) string {
	if i := strings.LastIndex(title, ", "); i >= 0 {
		if in, ok := t.Variants[title[i+2:]]; ok {
			return title[:i+2] + in
		}
	}
	return title
}
