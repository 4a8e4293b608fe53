package assets

import (
	"bufio"
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"sync"
	"sync/atomic"
)

// translated is the glossary and the reading list in a language that their files are not written in.
type translated struct {
	glossary []Entry
	abouts   map[string]string // of articles, by their titles
}

// spoken is the translation in use; nil for the files themselves.
var spoken atomic.Pointer[translated]

// Speak chooses the language of the glossary and of the reading list from now on. Words are found by their English names in
// every language. Without a translation they stay as they are.
func Speak(language string) error {
	names, err := fs.Glob(glossaryFiles, "glossary/"+language+"/*.txt")
	if err != nil || len(names) == 0 {
		spoken.Store(nil)
		return err
	}
	t, err := readTranslation(language, names)
	if err == nil {
		spoken.Store(t)
	}
	return err
}

// readTranslation reads the entries of a language. Each names the entry that it translates by its English term; the source
// is that of the original.
func readTranslation(language string, names []string) (*translated, error) {
	t := &translated{abouts: abouts[language]}
	for _, name := range names {
		f, err := glossaryFiles.Open(name)
		if err != nil {
			return nil, err
		}
		entries, err := readEntries(name, bufio.NewScanner(f), true)
		f.Close()
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			i := slices.IndexFunc(original(), func(o Entry) bool { return o.Term == e.Term })
			if i < 0 {
				return nil, fmt.Errorf("%s: there is no entry %q to translate: name one of the English glossary", name, e.Term)
			}
			o := original()[i]
			in := Entry{Term: cmp.Or(e.name, o.Term), Idea: e.Idea, Definition: e.Definition, Source: o.Source}
			for _, also := range slices.Concat(e.Also, []string{o.Term}, o.Also) {
				if fold(also) != fold(in.Term) && !slices.ContainsFunc(in.Also, func(a string) bool { return fold(a) == fold(also) }) {
					in.Also = append(in.Also, also)
				}
			}
			t.glossary = append(t.glossary, in)
		}
	}
	slices.SortFunc(t.glossary, func(a, b Entry) int { return cmp.Compare(fold(a.Term), fold(b.Term)) })
	return t, nil
}

// original is the glossary as its files say it. It is read once: the files are part of the program, and a test holds that
// they can be read.
var original = sync.OnceValue(func() []Entry {
	list, err := readGlossary(glossaryFiles)
	if err != nil {
		panic(err)
	}
	return list
})

// glossary is the glossary in the language in use.
func glossary() []Entry {
	if t := spoken.Load(); t != nil {
		return t.glossary
	}
	return original()
}

// abouts say what the articles of the series are about, by language and title.
var abouts = map[string]map[string]string{
	"de": {
		"You Build It Ops Run It":                       "Ein Delivery-Team baut, ein Operations-Team deployt und hilft, und das Ticket klettert durch die Ebenen.",
		"You Build It You Run It":                       "Das Team, das es baut, deployt es, wird dafür gerufen und bezahlt das aus dem eigenen Budget.",
		"You Build It Ops Run It at scale":              "Zehn Teams und ein Application Operations: wessen Alarm ist das, was ist wann zu deployen, und wer könnte helfen?",
		"You Build It You Run It at scale":              "Zehn Teams, die je ihre eigene betreiben: wie man so viele Rufbereitschaften bezahlt und die Praxis gesund hält.",
		"You Build It Ops Sometimes Run It":             "Die wenigen wichtigen Anwendungen gehen zu ihren Teams, die vielen anderen bleiben bei Operations, und die meisten Sorgen auch.",
		"Implementing You Build It You Run It at scale": "Wie man von einem Modell zum anderen kommt, gesehen als Kauf einer Versicherung: welche Deckung, welche Prämie, für welche Anwendung.",
		"You Build It SRE Run It":                       "Spezialisten nehmen den Pager für Anwendungen, die es verdienen, und geben ihn zurück, wenn das Fehlerbudget weg ist.",
	},
}
