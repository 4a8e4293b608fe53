package assets

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// An Entry explains one word of the field, or of the game.
type Entry struct {
	Term       string   // as the screens write it
	Also       []string // other names for the same thing, found by Find
	Idea       string   // what it is in the game, in a plain sentence or two
	Definition string   // what the field means by it
	Source     string   // whom to read about it

	name string // in a translation: the term in its language
}

//go:embed glossary
var glossaryFiles embed.FS

// Glossary is all entries, sorted by term without regard to case. The slice is the caller's own.
func Glossary() []Entry {
	return slices.Clone(glossary())
}

// Find is the entry whose term or other name is the given one, or, for a label of several words, part of it; case and spaces
// around it do not matter, except to tell TOIL from toil. If there is none the error says so and names the nearest terms.
func Find(term string) (Entry, error) {
	want := fold(term)
	for _, same := range []func(name string) bool{
		func(name string) bool { return name == strings.TrimSpace(term) }, // TOIL is not toil
		func(name string) bool { return fold(name) == want },
	} {
		for _, e := range glossary() {
			if same(e.Term) || slices.ContainsFunc(e.Also, same) {
				return e, nil
			}
		}
	}
	if e, ok := within(want); ok {
		return e, nil
	}
	if want == "" {
		return Entry{}, errors.New("a word is missing: name a term of the glossary, such as burnout")
	}
	return Entry{}, fmt.Errorf("%.40q is not in the glossary: the nearest terms are %s", term, strings.Join(Nearest(term), ", "))
}

// within is the entry with the longest name that is part of a label of several words, such as burnout in "worst burnout".
func within(label string) (best Entry, ok bool) {
	longest := 0
	for _, e := range glossary() {
		for _, name := range append([]string{e.Term}, e.Also...) {
			if n := len(name); n > longest && mention(label, fold(name)) >= 0 {
				best, longest, ok = e, n, true
			}
		}
	}
	return best, ok
}

// nearestTerms is how many terms Nearest names: a choice, not a list.
const nearestTerms = 3

// Nearest is the terms that come closest to the given one by any of their names, best first: those that contain it, then
// those that differ from it in the fewest letters.
func Nearest(term string) []string {
	type candidate struct {
		term     string
		distance int
	}
	want := fold(term)
	want = want[:min(len(want), 40)]
	var list []candidate
	for _, e := range glossary() {
		best := distance(want, fold(e.Term))
		for _, name := range e.Also {
			best = min(best, distance(want, fold(name)))
		}
		list = append(list, candidate{e.Term, best})
	}
	slices.SortStableFunc(list, func(a, b candidate) int { return cmp.Compare(a.distance, b.distance) })
	var terms []string
	for _, c := range list[:min(nearestTerms, len(list))] {
		terms = append(terms, c.term)
	}
	return terms
}

// fold is a name as names are compared: lower case, single spaces.
func fold(name string) string {
	return strings.Join(strings.Fields(strings.ToLower(name)), " ")
}

// distance counts the letters to change, add or leave out to make b of a (Levenshtein); a name b that
// contains all of a counts as one letter away.
func distance(a, b string) int {
	if len(a) >= 3 && strings.Contains(b, a) {
		return 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
