package assets

import (
	"slices"
	"strings"
	"unicode"
)

// mostRelated is how many related terms an entry names.
const mostRelated = 6

// everyday are terms that are everyday words as well: a sentence that has one need not speak of the term.
var everyday = []string{"answer", "change", "decision", "drop", "duty", "first", "level", "link", "load", "medal", "news", "order", "read", "rest", "result", "turn"}

// Related are the terms that an entry speaks of, in the order in which it does, and then those whose entries speak of it:
// the way from one word to the next.
func Related(e Entry) []string {
	type found struct {
		term string
		at   int
	}
	var list []found
	text, own := wording(e), fold(e.Term)
	for _, other := range glossary() {
		if other.Term == e.Term || slices.Contains(everyday, other.Term) {
			continue
		}
		if at := mention(text, fold(other.Term)); at >= 0 {
			list = append(list, found{other.Term, at})
		} else if !slices.Contains(everyday, e.Term) && mention(wording(other), own) >= 0 {
			list = append(list, found{other.Term, len(text)})
		}
	}
	slices.SortStableFunc(list, func(a, b found) int { return a.at - b.at })
	var terms []string
	for _, f := range list[:min(len(list), mostRelated)] {
		terms = append(terms, f.term)
	}
	return terms
}

// wording is what an entry says, for finding terms in.
func wording(e Entry) string { return fold(e.Idea + " " + e.Definition) }

// mention is where a text speaks of a name, as a word of its own or in the plural, or -1.
func mention(text, name string) int {
	for from := 0; ; {
		i := strings.Index(text[from:], name)
		if i < 0 {
			return -1
		}
		i += from
		before, after := text[:i], strings.TrimPrefix(text[i+len(name):], "s")
		if !endsInLetter(before) && !beginsWithLetter(after) {
			return i
		}
		from = i + len(name)
	}
}

func endsInLetter(s string) bool {
	r := []rune(s)
	return len(r) > 0 && unicode.IsLetter(r[len(r)-1])
}

func beginsWithLetter(s string) bool {
	for _, r := range s {
		return unicode.IsLetter(r)
	}
	return false
}
