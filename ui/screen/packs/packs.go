package packs

import (
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/line"
	"callout/ui/packs"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// Dialog lists packs and their levels.
type Dialog struct {
	theme *theme.Theme
	packs []packs.Pack
	rows  []row
	list  widget.List
	shown int
}

// row is a pack, or one of its levels.
type row struct{ pack, level int } // level is -1 for the pack itself

// New lists packs; the first level is chosen.
func New(t *theme.Theme, list []packs.Pack) *Dialog {
	d := &Dialog{theme: t, packs: list}
	first := 0
	for p := range list {
		d.rows = append(d.rows, row{p, -1})
		for l := range list[p].Levels {
			if first == 0 {
				first = len(d.rows)
			}
			d.rows = append(d.rows, row{p, l})
		}
	}
	d.list.Set(len(d.rows), first)
	return d
}

// Topic is the help page of a choice.
func (d *Dialog) Topic() screen.Topic { return screen.OfChoice }

// Size is most of the screen.
func (d *Dialog) Size(w, h int) (int, int) {
	return min(w-4, 104), min(h-2, max(18, len(d.rows)+6), 32)
}

// Key takes one key.
func (d *Dialog) Key(k string) screen.Action {
	switch {
	case d.list.Key(k, d.shown):
	case key.Close.Is(k), key.Quit.Is(k):
		return screen.Back{}
	case key.Help.Is(k):
		return screen.Help{}
	case key.Choose.Is(k) && len(d.rows) > 0:
		if r := d.rows[d.list.Cursor]; r.level >= 0 {
			return screen.All{screen.Back{}, screen.Brief{Level: d.packs[r.pack].Levels[r.level].Name}}
		}
	}
	return nil
}

// View draws the dialog.
func (d *Dialog) View(w, h int) string {
	t := d.theme
	w -= 4
	b := line.NewBlock(w, h-2)
	b.End()
	names := min(36, w*2/5)
	d.shown = b.Left() - 1
	about := d.about(w-names-3, d.shown)
	from, to := d.list.Show(d.shown)
	for y := range d.shown {
		if i := from + y; i < to {
			d.row(b, i, names-1)
		}
		b.To(names).Put(t.Faint, " "+theme.Wall+" ")
		b.Join(about[y:y+1], w-names-3)
	}
	hints := []widget.Hint{{Key: widget.UpDown(), What: words.Say("screen.move")}}
	if len(d.rows) > 0 && d.rows[d.list.Cursor].level >= 0 {
		hints = append(hints, widget.Hint{Key: key.Choose.Show(), What: words.Say("pack.screen.play")})
	}
	b.Join(widget.Keys(t, w, append(hints, widget.HintOf(key.Close), widget.HintOf(key.Help))), w)
	return widget.Box(t, words.Say("pack.screen.title"), b.Rows(), w)
}

// row is the name of a pack, or below it of a level.
func (d *Dialog) row(b *line.Block, i, w int) {
	t, r := d.theme, d.rows[i]
	st := t.Text
	if r.level < 0 {
		st = t.Title
	}
	if i == d.list.Cursor {
		st = t.Focus
		b.Put(t.Accent, theme.Cursor)
	} else {
		b.Space(1)
	}
	if r.level < 0 {
		b.Put(st, line.Cut(d.packs[r.pack].Title, w-1))
		return
	}
	b.Space(2).Put(st, line.Cut(d.packs[r.pack].Levels[r.level].Title, w-3))
}

// about tells of what is under the cursor.
func (d *Dialog) about(w, h int) []string {
	t := d.theme
	b := line.NewBlock(w, h)
	if len(d.rows) == 0 {
		b.Para(t.Dim, words.Say("pack.none"), 0)
		return b.Rows()
	}
	r := d.rows[d.list.Cursor]
	p := &d.packs[r.pack]
	if r.level < 0 {
		b.Line(t.Focus, p.Title)
		if p.Author != "" {
			b.Para(t.Dim, words.Say("pack.screen.author", "author", p.Author), 0)
		}
		b.End()
		b.Para(t.Text, p.About, 0)
		b.End()
		b.Para(t.Dim, words.Say("pack.screen.levels", "n", len(p.Levels)), 0)
		if p.Problem != "" {
			b.End()
			b.Para(t.Warn, p.Problem, 0)
		}
		return b.Rows()
	}
	l := &p.Levels[r.level]
	b.Line(t.Focus, l.Title)
	b.Para(t.Dim, words.Say("campaign.level.size", "teams", l.Teams, "days", l.Days), 0)
	b.End()
	b.Para(t.Text, l.Lesson, 0)
	b.End()
	b.Cell(t.Dim, words.Say("pack.screen.model"), 9).Put(t.Text, line.Cut(l.Model, w-9)).End()
	b.Cell(t.Dim, words.Say("pack.screen.pack"), 9).Put(t.Text, line.Cut(p.Title, w-9)).End()
	b.End()
	b.Line(t.Dim, words.Say("pack.screen.command"))
	b.Line(t.Accent, words.Say("pack.screen.call", "level", l.Name))
	return b.Rows()
}
