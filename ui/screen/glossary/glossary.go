package glossary

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/textinput"

	"callout/assets"
	"callout/ui/key"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// Glossary is a dialog over any screen. It has two pages: the words, and the reading list of the series.
type Glossary struct {
	theme   *theme.Theme
	all     []assets.Entry
	series  []assets.Article
	reading bool // the reading list is shown
	found   []int
	search  textinput.Model
	list    widget.List
	shown   int
	link    int // the related term that enter goes to, from 1; 0 for none
}

// New opens the glossary at a term, or at its beginning.
func New(t *theme.Theme, term string) *Glossary {
	g := &Glossary{theme: t, all: assets.Glossary(), series: assets.Series(), search: textinput.New()}
	g.search.CharLimit = 30
	g.search.Focus()
	g.filter()
	g.open(term)
	return g
}

// above is how many rows of the list are left above the term that it opens at.
const above = 6

// open puts the cursor on a term, where it is among those found.
func (g *Glossary) open(term string) {
	e, err := assets.Find(term)
	if err != nil {
		return
	}
	for i, at := range g.found {
		if g.all[at].Term == e.Term {
			g.list.Cursor, g.list.Top, g.link = i, i-above, 0
		}
	}
}

// filter finds the entries for the search: those whose name begins with it, then those that contain it.
func (g *Glossary) filter() {
	want := strings.ToLower(strings.TrimSpace(g.search.Value()))
	var ranks [3][]int
	rank := func(i int, names []string, text string) {
		switch {
		case strings.HasPrefix(strings.ToLower(names[0]), want):
			ranks[0] = append(ranks[0], i)
		case slices.ContainsFunc(names, func(n string) bool { return strings.Contains(strings.ToLower(n), want) }):
			ranks[1] = append(ranks[1], i)
		case strings.Contains(strings.ToLower(text), want):
			ranks[2] = append(ranks[2], i)
		}
	}
	if g.reading {
		for i := range g.series {
			rank(i, []string{g.series[i].Title}, g.series[i].About)
		}
	} else {
		for i := range g.all {
			e := &g.all[i]
			rank(i, append([]string{e.Term}, e.Also...), e.Idea+" "+e.Definition)
		}
	}
	g.found = slices.Concat(ranks[:]...)
	if g.reading && want == "" {
		slices.Sort(g.found) // the order in which they appeared
	}
	g.list.Set(len(g.found), 0)
	g.link = 0
}

// chosen is the entry under the cursor, or nil.
func (g *Glossary) chosen() *assets.Entry {
	if g.reading || len(g.found) == 0 {
		return nil
	}
	return &g.all[g.found[g.list.Cursor]]
}

// related are the terms that the entry under the cursor speaks of.
func (g *Glossary) related() []string {
	if e := g.chosen(); e != nil {
		return assets.Related(*e)
	}
	return nil
}

// Topic is the help page of the glossary.
func (g *Glossary) Topic() screen.Topic { return screen.OfWords }

// Typing tells that letters search.
func (g *Glossary) Typing() bool { return true }

// Key takes one key: letters search.
func (g *Glossary) Key(k string) screen.Action {
	switch {
	case k == "up" || k == "down" || k == "home" || k == "end" || strings.HasPrefix(k, "pg"):
		g.list.Key(k, g.shown)
		g.link = 0
		return nil
	case k == "right":
		g.link = min(g.link+1, len(g.related()))
		return nil
	case k == "left":
		g.link = max(g.link-1, 0)
		return nil
	case k == "tab" || k == "shift+tab":
		g.reading = !g.reading
		g.search.Reset()
	case key.Close.Is(k) && g.search.Value() != "":
		g.search.Reset()
	case key.Choose.Is(k) && g.link > 0:
		to := g.related()[g.link-1]
		g.search.Reset()
		g.filter()
		g.open(to)
		return nil
	case key.Close.Is(k), key.Choose.Is(k):
		return screen.Back{}
	case key.Help.Is(k):
		return screen.Help{}
	default:
		m, ok := key.Edits(k)
		if !ok {
			return nil
		}
		g.search, _ = g.search.Update(m)
	}
	g.filter()
	return nil
}

// Size is most of the screen.
func (g *Glossary) Size(w, h int) (int, int) { return min(w-4, 104), min(h-2, 32) }
