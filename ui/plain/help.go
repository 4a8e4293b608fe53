package plain

import (
	"fmt"
	"strings"

	"callout/assets"
	"callout/game"
	"callout/game/words"
	"callout/levels"
)

// help lists all commands, or explains one.
func (t *table) help(args []string) {
	if len(args) > 0 {
		t.helpOn(args[0])
		return
	}
	t.line(words.Say("plain.help.commands"))
	for _, v := range verbs() {
		t.item("%s: %s.", v.usage, v.what)
	}
	t.line(words.Say("plain.help.orders"))
	for i, h := range game.OrderHelps() {
		t.item("%s: %s.", h.Usage, words.OrderHelp(game.Read+game.OrderKind(i)))
	}
	t.line(words.Say("plain.help.item"))
	t.line(words.Say("plain.help.names"))
}

func (t *table) helpOn(word string) {
	for _, v := range verbs() {
		if strings.EqualFold(first(v.usage), word) {
			t.say("%s: %s.", v.usage, v.what)
			return
		}
	}
	for i, h := range game.OrderHelps() {
		if strings.EqualFold(first(h.Usage), word) {
			t.say("%s: %s.", h.Usage, words.OrderHelp(game.Read+game.OrderKind(i)))
			return
		}
	}
	if _, err := assets.Find(word); err == nil {
		t.gloss([]string{word})
		return
	}
	t.line(words.Say("plain.no_command", "word", fmt.Sprintf("%.20q", word), "meant", didYouMean(word)))
}

// gloss explains a word of the field, or lists all words.
func (t *table) gloss(args []string) {
	if len(args) == 0 {
		var terms []string
		for _, e := range assets.Glossary() {
			terms = append(terms, e.Term)
		}
		t.line(words.Say("plain.gloss.all", "words", strings.Join(terms, ", ")))
		t.line(words.Say("plain.gloss.write"))
		return
	}
	if strings.EqualFold(args[0], "reading") && len(args) == 1 {
		t.reading()
		return
	}
	e, err := assets.Find(strings.Join(args, " "))
	if err != nil {
		t.refuse(err)
		return
	}
	t.say("%s", e.Term)
	if e.Idea != "" {
		t.item("%s", words.Say("plain.gloss.game", "text", e.Idea))
	}
	if e.Definition != "" {
		t.item("%s", words.Say("plain.gloss.field", "text", e.Definition))
	}
	if e.Source != "" {
		t.item("%s", words.Say("plain.gloss.source", "text", e.Source))
	}
	if terms := assets.Related(e); len(terms) > 0 {
		t.item("%s", words.Say("plain.gloss.related", "terms", strings.Join(terms, ", ")))
	}
}

// reading is the reading list of the series.
func (t *table) reading() {
	t.line(words.Say("plain.gloss.reading", "series", assets.SeriesTitle, "author", assets.SeriesAuthor))
	for _, a := range assets.Series() {
		var titles []string
		for _, name := range a.Levels {
			titles = append(titles, levels.Title(name))
		}
		t.item("%s", words.Say("plain.gloss.article", "title", a.Title, "about", a.About, "levels", strings.Join(titles, ", "), "url", a.URL))
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
	return words.Say("plain.meant", "word", nearest)
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
