package assets

import (
	"io/fs"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestTranslationsAreComplete holds that a language explains the same words as the glossary, finds them by their English
// names and by its own, says them short enough for the screen, and knows the whole reading list.
func TestTranslationsAreComplete(t *testing.T) {
	folders, err := fs.ReadDir(glossaryFiles, "glossary")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { spoken.Store(nil) })
	languages := 0
	for _, f := range folders {
		if !f.IsDir() {
			continue
		}
		languages++
		if err := Speak(f.Name()); err != nil {
			t.Fatal(err)
		}
		if n, all := len(Glossary()), len(original()); n != all {
			t.Errorf("%s has %d words of %d", f.Name(), n, all)
		}
		for _, o := range original() {
			e, err := Find(o.Term)
			if err != nil || e.Idea == o.Idea || e.Definition == o.Definition || e.Source != o.Source {
				t.Errorf("%s: %q is not translated: %v", f.Name(), o.Term, err)
			}
			for what, text := range map[string]string{"idea": e.Idea, "definition": e.Definition} {
				if n := utf8.RuneCountInString(text); n < 15 || n > 270 || !strings.ContainsAny(text[len(text)-1:], ".?") {
					t.Errorf("%s: %s of %s: %d characters, and it is a sentence: %q", f.Name(), what, o.Term, n, text)
				}
			}
			if own, err := Find(e.Term); err != nil || own.Idea != e.Idea {
				t.Errorf("%s: %q is found as %q: %v", f.Name(), e.Term, own.Term, err)
			}
		}
		for i, a := range Series() {
			if a.About == articles()[i].About {
				t.Errorf("%s: the reading list does not say what %q is about", f.Name(), a.Title)
			}
		}
	}
	if languages == 0 {
		t.Error("there is no translation")
	}
}
