package widget

import (
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"callout/ui/line"
	"callout/ui/theme"
)

// blackAndWhite is a theme without colour.
func blackAndWhite() *theme.Theme {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.Ascii)
	return theme.New(r)
}

// drawn is what draw writes on w by h cells, trailing blanks left out.
func drawn(w, h int, draw func(*line.Block)) []string {
	b := line.NewBlock(w, h)
	draw(b)
	rows := b.Rows()
	for i := range rows {
		rows[i] = strings.TrimRight(rows[i], " ")
	}
	return rows
}

func number(n int64) string { return strconv.FormatInt(n, 10) }

// The parts of a bar are as long as their shares, rounded at their edges, so that together they are as long as their sum.
func TestStack(t *testing.T) {
	part := func(n int64, glyph string) Part { return Part{N: n, Glyph: glyph} }
	for _, c := range []struct {
		parts []Part
		whole int64
		want  string
	}{
		{[]Part{part(1, "a"), part(1, "b")}, 2, "aaaaabbbbb"},
		{[]Part{part(1, "a"), part(1, "b"), part(1, "c")}, 3, "aaabbbbccc"},
		{[]Part{part(1, "a"), part(1, "b")}, 4, "aaabb"},
		{[]Part{part(0, "a"), part(5, "b")}, 5, "bbbbbbbbbb"},
		{[]Part{part(-5, "a"), part(5, "b")}, 5, "bbbbbbbbbb"},
		{[]Part{part(50, "a")}, 5, "aaaaaaaaaa"},
		{[]Part{part(5, "a")}, 0, ""},
		{nil, 5, ""},
	} {
		if got := drawn(10, 1, func(b *line.Block) { Stack(b, c.parts, c.whole, 10) })[0]; got != c.want {
			t.Errorf("%v of %d is %q, want %q", c.parts, c.whole, got, c.want)
		}
	}
}

// A cumulative flow diagram has its bands on each other, each with its own mark, and nothing above the highest.
func TestFlow(t *testing.T) {
	f := Flow{Label: number, Marks: []Mark{{At: 0, Name: "Mon"}, {At: 4, Name: "Fri"}}, Bands: []Band{
		{Name: "live", Glyph: "#", Upper: []int64{0, 0, 2, 2, 4}},
		{Name: "planned", Glyph: "=", Upper: []int64{0, 2, 4, 6, 6}},
		{Name: "finished", Glyph: ":", Upper: []int64{0, 4, 6, 8, 8}},
	}}
	got := drawn(axis+1+10, 5, func(b *line.Block) { f.Draw(b, blackAndWhite(), 4) })
	want := []string{
		"        8 ┤      ::::",
		"          ┤    ::====",
		"          ┤  ::====##",
		"        0 ┤  ==######",
		"          └Mon───────",
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("row %d is %q, want %q", i, got[i], want[i])
		}
	}
	legend := drawn(80, 1, func(b *line.Block) { f.Legend(b, blackAndWhite()) })[0]
	if legend != "           :: finished   == planned   ## live" {
		t.Errorf("the legend is %q", legend)
	}
}

// Heavy pins stand before light ones in one cell, and the one that is spoken of before all.
func TestPins(t *testing.T) {
	pins := []Pin{{At: 0}, {At: 0, Heavy: true}, {At: 5}, {At: 9}}
	row := func(cursor int) string {
		return drawn(axis+1+10, 1, func(b *line.Block) { Pins(b, blackAndWhite(), "decided", 10, pins, cursor) })[0]
	}
	for cursor, want := range map[int]string{-1: "  decided  ◆    ·   ·", 0: "  decided  ▲    ·   ·", 3: "  decided  ◆    ·   ▲", 99: "  decided  ◆    ·   ·"} {
		if got := row(cursor); got != want {
			t.Errorf("with the cursor on %d the pins are %q, want %q", cursor, got, want)
		}
	}
}

// Whatever they are given, the widgets write as many rows as they say, in their width.
func TestChartsTakeAnything(t *testing.T) {
	th := blackAndWhite()
	rapid.Check(t, func(rt *rapid.T) {
		values := rapid.SliceOfN(rapid.Int64Range(-10, 1<<40), 0, 40).Draw(rt, "values")
		w, h := rapid.IntRange(0, 60).Draw(rt, "w"), rapid.IntRange(1, 12).Draw(rt, "h")
		b := line.NewBlock(w, 100)
		c := Chart{Values: values, Label: number, Marks: []Mark{{At: len(values) / 2, Name: "Wed"}}}
		c.Draw(b, th, h)
		if n := 100 - b.Left(); n != h+1 {
			rt.Fatalf("a chart of %d rows has %d", h, n)
		}
		f := Flow{Label: number, Bands: []Band{{Name: "a", Glyph: "#", Upper: values}, {Name: "b", Glyph: ":", Upper: values}}}
		f.Draw(b, th, h)
		Pins(b, th, "pins", len(values), []Pin{{At: len(values)}, {At: 1 << 20}}, 1)
		if n := 100 - b.Left(); n != 2*h+3 {
			rt.Fatalf("with a diagram of %d rows and the pins there are %d", h, n)
		}
	})
}
