package glossary

import (
	"strings"

	"callout/assets"
	"callout/game/words"
	"callout/levels"
	"callout/ui/key"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

// names is the width of the list: of words, or of titles.
func (g *Glossary) names(w int) int {
	if g.reading {
		return min(50, w/2)
	}
	return 24
}

// View draws the dialog.
func (g *Glossary) View(w, h int) string {
	t := g.theme
	w -= 4
	b := line.NewBlock(w, h-2)
	b.Put(t.Dim, words.Say("glossary.search")+" ").Put(t.Strong, g.search.Value()).Put(t.Accent, "▏")
	b.Right(t.Dim, words.Say("glossary.type"), b.Room()).End()
	b.Fill(t.Faint, theme.Rule, w).End()
	names := g.names(w)
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
			b.Put(st, line.Cut(g.name(g.found[i]), names-2))
		}
		b.To(names).Put(t.Faint, " "+theme.Wall+" ")
		b.Join(entry[y:y+1], w-names-3)
	}
	other, title := words.Say("glossary.reading.title"), words.Say("glossary.title")
	if g.reading {
		other, title = title, other
	}
	hints := []widget.Hint{{Key: widget.UpDown(), What: words.Say("screen.move")}, {Key: "tab", What: other}}
	if len(g.related()) > 0 {
		hints = append(hints, widget.Hint{Key: "← →", What: words.Say("glossary.related.hint")}, widget.HintOf(key.Choose))
	}
	b.Join(widget.Keys(t, w, append(hints, widget.HintOf(key.Close))), w)
	return widget.Box(t, title, b.Rows(), w)
}

// name is the name of a row.
func (g *Glossary) name(i int) string {
	if g.reading {
		return g.series[i].Title
	}
	return g.all[i].Term
}

// entry explains what is under the cursor.
func (g *Glossary) entry(w, h int) []string {
	t := g.theme
	b := line.NewBlock(w, h)
	switch {
	case len(g.found) == 0:
		b.Para(t.Dim, words.Say("glossary.none"), 0)
	case g.reading:
		g.article(b, &g.series[g.found[g.list.Cursor]])
	default:
		g.word(b, g.chosen())
	}
	return b.Rows()
}

// word explains a word: the idea, the field's definition, whom to read, and where to go on from it.
func (g *Glossary) word(b *line.Block, e *assets.Entry) {
	t := g.theme
	b.Line(t.Focus, e.Term)
	if len(e.Also) > 0 {
		b.Para(t.Dim, words.Say("glossary.also", "names", strings.Join(e.Also, ", ")), 0)
	}
	b.End()
	b.Para(t.Text, e.Idea, 0)
	b.End()
	b.Line(t.Title, words.Say("glossary.field"))
	b.Para(t.Text, e.Definition, 0)
	b.End()
	b.Para(t.Dim, e.Source, 0)
	if terms := g.related(); len(terms) > 0 {
		b.End()
		b.Line(t.Title, words.Say("glossary.related.title"))
		for i, term := range terms {
			if i > 0 && b.Room() < line.Width(term)+3 {
				b.End()
			}
			st, mark := t.Accent, " "
			if i+1 == g.link {
				st, mark = t.Focus, theme.Cursor
			}
			b.Put(t.Accent, mark).Put(st, term).Space(1)
		}
		b.End()
	}
}

// article tells of one article of the series, and where it is played.
func (g *Glossary) article(b *line.Block, a *assets.Article) {
	t := g.theme
	b.Line(t.Focus, a.Title)
	b.Para(t.Dim, words.Say("glossary.reading.series", "author", assets.SeriesAuthor, "series", assets.SeriesTitle), 0)
	b.End()
	b.Para(t.Text, a.About, 0)
	b.End()
	b.Line(t.Title, words.Say("glossary.reading.played"))
	for _, name := range a.Levels {
		b.Space(1).Put(t.Accent, theme.Dot).Space(1).Put(t.Text, levels.Title(name)).End()
	}
	b.End()
	b.Para(t.Dim, a.URL, 0)
}
