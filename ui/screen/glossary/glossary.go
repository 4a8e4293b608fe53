package glossary

import (
	"slices"
	"strings"
	"unicode"

	"callout/assets"
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// Glossary is a dialog over any screen.
type Glossary struct {
	theme  *theme.Theme
	all    []assets.Entry
	found  []int
	search string
	list   widget.List
	shown  int
}

// New opens the glossary at a term, or at its beginning.
func New(t *theme.Theme, term string) *Glossary {
	g := &Glossary{theme: t, all: assets.Glossary()}
	g.filter()
	for i, at := range g.found {
		if e := &g.all[at]; term != "" && (strings.EqualFold(e.Term, term) || slices.ContainsFunc(e.Also, func(a string) bool { return strings.EqualFold(a, term) })) {
			g.list.Cursor = i
			break
		}
	}
	return g
}

// filter finds the entries for the search: those whose name begins with it, then those that contain it.
func (g *Glossary) filter() {
	want := strings.ToLower(strings.TrimSpace(g.search))
	var ranks [3][]int
	for i := range g.all {
		e := &g.all[i]
		switch {
		case strings.HasPrefix(strings.ToLower(e.Term), want):
			ranks[0] = append(ranks[0], i)
		case slices.ContainsFunc(append([]string{e.Term}, e.Also...), func(n string) bool { return strings.Contains(strings.ToLower(n), want) }):
			ranks[1] = append(ranks[1], i)
		case strings.Contains(strings.ToLower(e.Idea+" "+e.Definition), want):
			ranks[2] = append(ranks[2], i)
		}
	}
	g.found = slices.Concat(ranks[:]...)
	g.list.Set(len(g.found), 0)
}

// Topic is the help page of the glossary.
func (g *Glossary) Topic() screen.Topic { return screen.OfWords }

// Key takes one key: letters search.
func (g *Glossary) Key(k string) screen.Action {
	switch {
	case k == "up" || k == "down" || k == "home" || k == "end" || strings.HasPrefix(k, "pg"):
		g.list.Key(k, g.shown)
		return nil
	case key.Close.Is(k) && g.search != "":
		g.search = ""
	case key.Close.Is(k), key.Choose.Is(k):
		return screen.Back{}
	case key.Help.Is(k):
		return screen.Help{}
	case k == "backspace":
		if r := []rune(g.search); len(r) > 0 {
			g.search = string(r[:len(r)-1])
		}
	case key.EndTurn.Is(k):
		g.search += " "
	default:
		r := []rune(k)
		if len(r) != 1 || !unicode.IsPrint(r[0]) || len(g.search) > 30 {
			return nil
		}
		g.search += k
	}
	g.filter()
	return nil
}

// Size is most of the screen.
func (g *Glossary) Size(w, h int) (int, int) { return min(w-4, 104), min(h-2, 32) }

// View draws the dialog.
func (g *Glossary) View(w, h int) string {
	t := g.theme
	w -= 4
	b := line.NewBlock(w, h-2)
	b.Put(t.Dim, words.Say("glossary.search")+" ").Put(t.Strong, g.search).Put(t.Accent, "▏")
	b.Right(t.Dim, words.Say("glossary.type"), b.Room()).End()
	b.Fill(t.Faint, theme.Rule, w).End()
	names := 24
	g.shown = b.Left() - 1
	entry := g.entry(w-names-3, g.shown)
	from, to := g.list.Show(g.shown)
	for y := range g.shown {
		if i := from + y; i < to {
			st := t.Text
			if i == g.list.Cursor {
				st = t.Focus
				b.Put(t.Accent, theme.Cursor)
			} else {
				b.Space(1)
			}
			b.Put(st, line.Cut(g.all[g.found[i]].Term, names-2))
		}
		b.To(names).Put(t.Faint, " "+theme.Wall+" ")
		b.Join(entry[y:y+1], w-names-3)
	}
	hints := []widget.Hint{{Key: "↑↓", What: words.Say("screen.move")}, widget.HintOf(key.Close)}
	b.Join(widget.Keys(t, w, hints), w)
	return widget.Box(t, words.Say("glossary.title"), b.Rows(), w)
}

// entry explains the word under the cursor.
func (g *Glossary) entry(w, h int) []string {
	t := g.theme
	b := line.NewBlock(w, h)
	if len(g.found) == 0 {
		return b.Para(t.Dim, words.Say("glossary.none"), 0).Rows()
	}
	e := &g.all[g.found[g.list.Cursor]]
	b.Line(t.Focus, e.Term)
	if len(e.Also) > 0 {
		b.Para(t.Dim, words.Say("glossary.also", "names", strings.Join(e.Also, ", ")), 0)
	}
	b.End()
	b.Para(t.Text, e.Idea, 0)
	if e.Definition != "" {
		b.End()
		b.Line(t.Title, words.Say("glossary.field"))
		b.Para(t.Text, e.Definition, 0)
	}
	if e.Source != "" {
		b.End()
		b.Para(t.Dim, e.Source, 0)
	}
	return b.Rows()
}
