package plain

import (
	"strings"

	"callout/assets"
	"callout/game"
)

// help lists all commands, or explains one.
func (t *table) help(args []string) {
	if len(args) > 0 {
		t.helpOn(args[0])
		return
	}
	t.say("Commands:")
	for _, v := range verbs() {
		t.item("%s: %s.", v.usage, v.what)
	}
	t.say("Orders:")
	for _, h := range game.OrderHelps() {
		t.item("%s: %s.", h.Usage, h.What)
	}
	t.say("An ITEM is an alert such as A-113, a release request such as R-041 or a message such as M-007.")
	t.say("Names may be cut short as long as they fit only one. A line that begins with # is skipped.")
}

func (t *table) helpOn(word string) {
	for _, v := range verbs() {
		if strings.EqualFold(first(v.usage), word) {
			t.say("%s: %s.", v.usage, v.what)
			return
		}
	}
	for _, h := range game.OrderHelps() {
		if strings.EqualFold(first(h.Usage), word) {
			t.say("%s: %s.", h.Usage, h.What)
			return
		}
	}
	if _, err := assets.Find(word); err == nil {
		t.gloss([]string{word})
		return
	}
	t.say("There is no command %.20q.%s Write help for all of them.", word, didYouMean(word))
}

// gloss explains a word of the field, or lists all words.
func (t *table) gloss(args []string) {
	if len(args) == 0 {
		var terms []string
		for _, e := range assets.Glossary() {
			terms = append(terms, e.Term)
		}
		t.say("Words: %s.", strings.Join(terms, ", "))
		t.say("Write gloss and one of them.")
		return
	}
	e, err := assets.Find(strings.Join(args, " "))
	if err != nil {
		t.refuse(err)
		return
	}
	t.say("%s", e.Term)
	if e.Idea != "" {
		t.item("In the game: %s", e.Idea)
	}
	if e.Definition != "" {
		t.item("In the field: %s", e.Definition)
	}
	if e.Source != "" {
		t.item("Source: %s", e.Source)
	}
}

// didYouMean names the command that a mistyped word is nearest to, if one is near.
func didYouMean(word string) string {
	best, nearest := 3, ""
	if len(word) > 20 {
		return ""
	}
	try := func(usage string) {
		if d := distance(strings.ToLower(word), first(usage)); d < best {
			best, nearest = d, first(usage)
		}
	}
	for _, v := range verbs() {
		try(v.usage)
	}
	for _, h := range game.OrderHelps() {
		try(h.Usage)
	}
	if nearest == "" {
		return ""
	}
	return " Did you mean " + nearest + "?"
}

// distance counts the letters to change, add or leave out to make b of a (Levenshtein).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}
