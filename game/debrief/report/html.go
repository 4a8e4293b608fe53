package report

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"sync"

	"callout/assets"
	"callout/game/debrief"
	"callout/game/drawing"
	"callout/game/words"
)

// HTML writes a debrief as one page that asks nothing of anybody: no script, and nothing from elsewhere.
func HTML(w io.Writer, d *debrief.Debrief) error {
	var b bytes.Buffer
	if err := pageTemplate().ExecuteTemplate(&b, "page.html", pageOf(d)); err != nil {
		return fmt.Errorf("write a debrief as HTML: %w", err)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// Charts are drawn twice, for a desk and for a phone, so that their letters have the size of letters on both. The style
// sheet shows one of them.
const (
	wide   = 720
	narrow = 328
)

// pageTemplate is read when it is used first: its files are part of the program, and a test holds that they can be read.
var pageTemplate = sync.OnceValue(func() *template.Template {
	style, err := fs.ReadFile(assets.Debrief(), "page.css")
	if err != nil {
		panic(err)
	}
	t := template.New("").Funcs(template.FuncMap{
		"clean":  clean,
		"style":  func() template.CSS { return template.CSS(style) },
		"wide":   func(c *chart) *drawing.Canvas { return c.Draw(c.ID, wide) },
		"narrow": func(c *chart) *drawing.Canvas { return c.Draw(c.ID+"-small", narrow) },
		"about":  func(c *chart, drawn *drawing.Canvas) aboutDrawing { return aboutDrawing{c, drawn} },
		"bars":   func(t *table) bool { return t.hasBars() },
		"cells":  func(t *table, r row) []tableCell { return cellsOf(t, r) },
		"word":   func(name string) string { return chartWord(name) },
		"tenths": func(share int32) string { return string(decimal(int64(share), 1)) },
	})
	return template.Must(t.ParseFS(assets.Debrief(), "*.html"))
})

// aboutDrawing is a drawing with what it is of.
type aboutDrawing struct {
	Chart  *chart
	Canvas *drawing.Canvas
}

// tableCell is a cell with what its column says of it.
type tableCell struct {
	Text  string
	Of    string // title of its column
	Head  bool   // it names its row
	Class string
}

func cellsOf(t *table, r row) []tableCell {
	var cells []tableCell
	for i, text := range r.Cells {
		cells = append(cells, tableCell{Text: clean(text), Of: clean(t.Columns[i].Title), Head: i == 0, Class: t.Columns[i].Class()})
	}
	return cells
}

// Class is how the cells of a column look.
func (c column) Class() string {
	switch {
	case c.Number:
		return "number"
	case c.Free:
		return "free"
	}
	return ""
}

// chartWord is what a chart's surroundings say.
func chartWord(name string) string {
	if name == "key" {
		return words.Say("report.chart.key")
	}
	return words.Say("report.chart.as_table")
}
