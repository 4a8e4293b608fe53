package report

import (
	"slices"

	"callout/game"
	"callout/game/drawing"
)

// A page is a debrief as something to read. Markdown and HTML are two ways to write the same page, so what stands in
// one stands in the other. Texts are plain: whoever writes them escapes them.
type page struct {
	Language string
	Title    string
	About    []string // paragraphs under the title
	Facts    []fact   // the figures that are read first
	Sections []section
	Contents string // title of the list of sections
	Foot     string
}

// A fact is one figure with what it is.
type fact struct{ Name, Value, Note string }

// A section asks a question. Its answer is the first sentence under it.
type section struct {
	ID       string
	Question string
	Answer   string
	Parts    []part
}

// A part of a section is one of these.
type part struct {
	Text  string
	Table *table
	Chart *chart
	Cards []card
	List  []string
}

// A table has a title and names its columns; the first column names the row.
type table struct {
	Title   string
	Columns []column
	Rows    []row
	Stack   bool // it is too wide for a phone, which puts the cells of a row below each other
}

type column struct {
	Title  string
	Number bool
	Free   bool // its texts are long, or have names in them
}

// A row of a table. Its share is of the largest of the table, for a bar of text; below 0 it has none.
type row struct {
	Cells []string
	Share game.PerMille
	Sum   bool // it adds up the rows above
	Own   bool // it is the game itself
}

// hasBars tells whether any row of the table has a bar.
func (t *table) hasBars() bool {
	return slices.ContainsFunc(t.Rows, func(r row) bool { return r.Share >= 0 })
}

// A card tells of one thing: a fire, an effect, a decision.
type card struct {
	Badge string // what kind of thing, in a word or two
	Good  bool
	Title string
	Texts []string
	Chart *chart
	Sides []side
	Steps []step
	Move  *move
}

// A side is one of several chains of steps that are set beside each other.
type side struct {
	Title string
	Text  string
	Good  bool
	Steps []step
}

// A step is one thing that happened.
type step struct {
	When, Text string
	Order      string // as it was typed, where it was an order
	Note       string
	Own        bool // it was a decision of the player
}

// A move is what could be typed, and what it would have done.
type move struct{ Name, Order, Text, Note string }

// A chart is a drawing with a table that says the same. Whoever cannot draw shows the table.
type chart struct {
	ID    string
	Title string
	Says  string // what there is to see, in a sentence
	Keys  []key
	Table *table
	Draw  func(id string, width int) *drawing.Canvas
}

// add adds a part where there is something to it.
func (s *section) add(p part) {
	if p.Text != "" || p.Table != nil && len(p.Table.Rows) > 0 || p.Chart != nil || len(p.Cards) > 0 || len(p.List) > 0 {
		s.Parts = append(s.Parts, p)
	}
}

// none is the share of a row without a bar.
const none game.PerMille = -1

// shareOf is n in thousandths of all.
func shareOf(n, all int64) game.PerMille {
	if all <= 0 {
		return 0
	}
	return game.PerMille(max(0, min(n, all)) * 1000 / all)
}
