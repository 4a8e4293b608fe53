package line

import (
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// hostile are names that try to leave their cell.
var hostile = []string{
	"\x1b[31mred", "\x1b]0;title\x07", "a\r\nb", "a\tb", "\u202eevil", "\u200b\u200d\ufeff", "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301b",
	"\x9b2J", "\u2066x\u2069", "日本語", "👩‍👩‍👧‍👦 family", "\xff\xfe", "", "\u0301", "e\u0301", "naïve", "\ue000", "\u2028", "🏻", "🇬", "🇬🇧", "\u1100", "\u1161", "\u0d4e", strings.Repeat("x", 500),
}

func TestCleanTakesOutWhatMovesTheCursor(t *testing.T) {
	for _, s := range hostile {
		got := Clean(s)
		for _, r := range got {
			if unicode.Is(unicode.C, r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r) || r == unicode.ReplacementChar {
				t.Errorf("Clean(%q) is %q: it keeps %U", s, got, r)
			}
		}
	}
}

func TestCleanKeepsWhatIsText(t *testing.T) {
	for _, s := range []string{"Zoë", "e\u0301", "日本語", "Ünal-Łukasz", "ledger 4.2", "£48,200 ▁▂▃ ≤ –"} {
		if got := Clean(s); got != s {
			t.Errorf("Clean(%q) is %q", s, got)
		}
	}
}

// anything is text of all kinds, hostile kinds often.
func anything(t *rapid.T, name string) string {
	return rapid.OneOf(rapid.String(), rapid.SampledFrom(hostile), rapid.StringMatching(`[ -~]{0,60}`)).Draw(t, name)
}

func TestCutNeverExceeds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, w := anything(t, "s"), rapid.IntRange(-2, 50).Draw(t, "w")
		if got := ansi.StringWidth(Cut(s, w)); got > max(w, 0) {
			t.Fatalf("Cut(%q, %d) has %d cells", s, w, got)
		}
		if got := ansi.StringWidth(Head(s, max(w, 0))); got > max(w, 0) {
			t.Fatalf("Head(%q, %d) has %d cells", s, w, got)
		}
		for _, l := range Wrap(s, w) {
			if got := ansi.StringWidth(l); got > w {
				t.Fatalf("Wrap(%q, %d) has a line of %d cells: %q", s, w, got, l)
			}
		}
	})
}

func TestHeadAndSkipMakeTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, w := anything(t, "s"), rapid.IntRange(0, 50).Draw(t, "w")
		all := Width(s)
		rest := ansi.StringWidth(Skip(s, w))
		if want := max(0, all-w); rest != want {
			t.Fatalf("Skip(%q, %d) leaves %d cells of %d", s, w, rest, all)
		}
	})
}

// A block has its own size, whatever is written into it.
func TestBlockHasItsSize(t *testing.T) {
	styles := []Style{{}, {On: "\x1b[1m"}, {On: "\x1b[38;2;1;2;3m"}}
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(0, 60).Draw(t, "w"), rapid.IntRange(0, 8).Draw(t, "h")
		b := NewBlock(w, h)
		for range rapid.IntRange(0, 40).Draw(t, "writes") {
			st, text, n := rapid.SampledFrom(styles).Draw(t, "style"), anything(t, "text"), rapid.IntRange(-3, 70).Draw(t, "n")
			switch rapid.IntRange(0, 7).Draw(t, "kind") {
			case 0:
				b.Put(st, text)
			case 1:
				b.Cell(st, text, n)
			case 2:
				b.Right(st, text, n)
			case 3:
				b.Para(st, text, max(n, 0))
			case 4:
				b.Fill(st, "─", n)
			case 5:
				b.Base(st).To(n)
			case 6:
				b.Join([]string{strings.Repeat("y", max(n, 0))}, max(n, 0))
			default:
				b.End()
			}
		}
		rows := b.Rows()
		if len(rows) != h {
			t.Fatalf("%d rows instead of %d", len(rows), h)
		}
		for _, r := range rows {
			if got := ansi.StringWidth(r); got != w {
				t.Fatalf("a row of %d cells instead of %d: %q", got, w, r)
			}
			if got := ansi.StringWidth(Plain(r)); got != w || strings.Contains(Plain(r), "\x1b") {
				t.Fatalf("Plain changes a row: %q", r)
			}
		}
	})
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  []string
	}{
		{"one two three", 7, []string{"one two", "three"}},
		{"  spaces   between ", 20, []string{"spaces between"}},
		{"unbreakable", 4, []string{"unbr", "eaka", "ble"}},
		{"a\nb", 10, []string{"a b"}},
		{"", 10, nil},
	} {
		got := Wrap(c.text, c.width)
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("Wrap(%q, %d) is %q, want %q", c.text, c.width, got, c.want)
		}
	}
}
