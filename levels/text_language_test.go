package levels

import (
	"strings"
	"testing"
)

// TestShippedLevelsSpeakEveryLanguage holds that a language has the translation of all shipped levels and variants of models and
// no others, that a level is the same in it, and that a level of one's own keeps its words.
func TestShippedLevelsSpeakEveryLanguage(t *testing.T) {
	files, err := textFiles.ReadDir("texts")
	if err != nil || len(files) == 0 {
		t.Fatalf("no translation: %v", err)
	}
	t.Cleanup(func() { spoken.Store(nil) })
	for _, f := range files {
		language := strings.TrimSuffix(f.Name(), ".toml")
		in, err := readTranslation(language)
		if err != nil {
			t.Fatal(err)
		}
		if len(in.Level) != len(levelNames()) {
			t.Errorf("%s has %d levels of %d", language, len(in.Level), len(levelNames()))
		}
		for _, name := range levelNames() {
			if err := Speak("en"); err != nil {
				t.Fatal(err)
			}
			first, err := Load(name)
			if err != nil {
				t.Fatal(err)
			}
			if err := Speak(language); err != nil {
				t.Fatal(err)
			}
			l, err := Load(name)
			if err != nil {
				t.Fatal(err)
			}
			if l.Title == first.Title || l.Lesson == first.Lesson || len(l.Briefing) != len(first.Briefing) || l.Briefing[0] == first.Briefing[0] {
				t.Errorf("%s: %s is not translated, or has another number of paragraphs: %d for %d", language, name, len(l.Briefing), len(first.Briefing))
			}
			if l.Digest != first.Digest {
				t.Errorf("%s: %s is another level", language, name)
			}
			for i := range l.Models {
				if _, variant, is := strings.Cut(first.Models[i].Title, ", "); is && l.Models[i].Title == first.Models[i].Title {
					t.Errorf("%s lacks the variant %q", language, variant)
				}
			}
		}
		for i, info := range List() {
			if info.Title != in.Level[campaign[i]].Title {
				t.Errorf("%s: the list calls %s %q", language, info.Name, info.Title)
			}
		}
	}
}
