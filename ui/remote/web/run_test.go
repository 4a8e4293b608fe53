package web

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

func TestRuns(t *testing.T) {
	for _, c := range []struct {
		line string
		want []Run
	}{
		{"", nil},
		{"plain  ", []Run{{Text: "plain"}}},
		{"\x1b[1mbold\x1b[0m not", []Run{{Text: "bold", Look: Bold}, {Text: " not"}}},
		{"\x1b[1;38;2;131;184;216mkey\x1b[m", []Run{{Text: "key", Front: "#83b8d8", Look: Bold}}},
		{"\x1b[38:5:110mkey", []Run{{Text: "key", Front: "#87afd7"}}},
		{"\x1b[31;44mx\x1b[39my\x1b[49mz", []Run{{Text: "x", Front: "#b5263b", Back: "#17698a"}, {Text: "y", Back: "#17698a"}, {Text: "z"}}},
		{"\x1b[48;5;254m  \x1b[0m  ", []Run{{Text: "  ", Back: "#e4e4e4"}}},
		{"a\x1b[31m\x1b[0mb", []Run{{Text: "ab"}}},
		{"漢x", []Run{{Text: "漢", Cells: 2}, {Text: "x"}}},
		{"e\u0301x", []Run{{Text: "e\u0301", Cells: 1}, {Text: "x"}}},
		{"\x1b]0;title\x07a\x1b]8;;http://x\x1b\\b\x1b[2Jc\x1b[999;1Hd", []Run{{Text: "abcd"}}},
		{"a\x00\x07\u009b31mb", []Run{{Text: "a"}, {Text: "31mb"}}},
		{"\x1b[38;2;1mx", []Run{{Text: "x"}}},
		{"\x1b[300mx", []Run{{Text: "x"}}},
		{"x\x1b", []Run{{Text: "x"}}},
		{"x\x1b[", []Run{{Text: "x"}}},
	} {
		if got := Runs(c.line); !reflect.DeepEqual(joined(got), joined(c.want)) {
			t.Errorf("Runs(%q)\n = %+v,\nnot %+v", c.line, got, c.want)
		}
	}
}

// TestDrawn: what is taken for a part of a line or a bar is one, takes one cell, and is joined by a mark that follows it.
func TestDrawn(t *testing.T) {
	for r := range unicode.MaxRune {
		is := r >= 0x2500 && r <= 0x259f
		if drawn(string(r)) != is {
			t.Fatalf("%U: drawn is %v", r, !is)
		}
		if is && ansi.StringWidth(string(r)) != 1 {
			t.Errorf("%U takes %d cells", r, ansi.StringWidth(string(r)))
		}
	}
	want := []Run{{Text: "━"}, {Text: "━\u0301", Cells: 1}, {Text: "█─x"}}
	if got := Runs("━━\u0301█─x"); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}

// TestRunsAreJSON: runs are written as the general way writes them, whatever stands in them.
func TestRunsAreJSON(t *testing.T) {
	for _, text := range []string{"", "plain", "▸ ━━ 漢", `"\`, "<a href='x'>&amp;", "a\x00\tb\x7f", "\xff broken", "\u2028\ufffd\u2029"} {
		for n, r := range []Run{{Text: text}, {Text: text, Front: text}, {Text: text, Back: text}, {Text: text, Look: Bold | Struck}, {Text: text, Front: "#010203", Cells: 2}} {
			got, err1 := json.Marshal(Row{N: n, Runs: []Run{r, r}})
			one := []any{r.Text, r.Front, r.Back, r.Look, r.Cells}[:r.parts()]
			want, err2 := json.Marshal([]any{n, []any{one, one}})
			if err1 != nil || err2 != nil || string(got) != string(want) {
				t.Errorf("%s (%v)\n= %s (%v)", got, err1, want, err2)
			}
		}
	}
	if got, err := json.Marshal(Row{}); string(got) != "[0,[]]" {
		t.Errorf("%s (%v)", got, err)
	}
}

// joined is runs with neighbours of one look put together: where they are cut is nobody's business.
func joined(runs []Run) []Run {
	var list []Run
	for _, r := range runs {
		if n := len(list); n > 0 && r.Cells == 0 && list[n-1].Cells == 0 {
			last := list[n-1]
			last.Text = r.Text
			if last == r {
				list[n-1].Text += r.Text
				continue
			}
		}
		list = append(list, r)
	}
	return list
}

func TestRunsTravel(t *testing.T) {
	for _, r := range []Run{{Text: "x"}, {Text: "<script>", Front: "#83b8d8"}, {Text: "x", Back: "#000000"}, {Text: "x", Look: Bold | Struck}, {Text: "漢", Cells: 2}} {
		text, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		var back Run
		if err := json.Unmarshal(text, &back); err != nil || back != r {
			t.Errorf("%s came back as %+v, %v", text, back, err)
		}
		if strings.Contains(string(text), "<") {
			t.Errorf("%s has a sign of HTML", text)
		}
	}
}

// FuzzRuns: whatever a screen draws, the page gets text without control characters and colours that are colours, and the
// letters that are seen in a terminal.
func FuzzRuns(f *testing.F) {
	for _, s := range []string{"", "\x1b[1mx", "\x1b]0;x\x07y", "漢字\x1b[7m é", "\x1b[38;5;300m", "\x1b[\x1b[mx", "a\u202eb\u0301\u0301\u0301\u0301", "\xe2\x96\x18"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		text := ""
		for _, r := range Runs(line) {
			if r.Text == "" || r.Cells < 0 {
				t.Fatalf("an empty run in %q", line)
			}
			for _, c := range r.Text {
				if c != '\u2028' && c != '\u2029' && unicode.IsControl(c) {
					t.Fatalf("%q has the control character %U", line, c)
				}
			}
			for _, c := range []string{r.Front, r.Back} {
				if c != "" && (len(c) != 7 || c[0] != '#' || strings.Trim(c[1:], "0123456789abcdef") != "") {
					t.Fatalf("%q has the colour %q", line, c)
				}
			}
			if _, err := json.Marshal(r); err != nil {
				t.Fatal(err)
			}
			text += r.Text
		}
		plain := !strings.ContainsFunc(line, func(c rune) bool { return c > '~' || c < ' ' && c != 0x1b })
		if want := strings.TrimRight(ansi.Strip(line), " "); plain && !strings.Contains(line, "\x1b") && strings.TrimRight(text, " ") != want {
			t.Fatalf("%q is read as %q", line, text)
		}
	})
}
