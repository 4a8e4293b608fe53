package report

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"callout/game"
	"callout/game/debrief"
	"callout/levels"
)

// hostile are names that somebody might give in a level of theirs, or in a language of theirs.
var hostile = []string{
	"\x1b[2J\x1b[31mred", "\x1b]0;title\x07", "\x9b2J", "a\r\nb\x00c\td\u2028e\u2029f\u0085g", "\u202eevil\u2066\u2069", "\u200b\u200d\ufeff\u2060\u00ad", "\u3164\u115f",
	strings.Repeat("a\u0301\u0302\u0303\u0304", 30), "\xff\xfe\xc0", "", " ", strings.Repeat("long", 300),
	"<script>alert(1)</script>", "</title></style></svg><img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)", "<!--", "]]>", "&lt;b&gt;&amp;#60;", "javascript:alert(1)",
	"=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1+1", "\r=1", "  =cmd|' /C calc'!A0", "a;=1+1", "＝1+1", "'=1", "\"=1", "-5", "=", "-", "@",
	"a|b||c\\|d", "`code` ``more`` `", "``` fence", "\\", "a\\", "**bold** __under__ *it* ~~gone~~", "[link](http://evil.example)", "![](http://evil.example/x.png)",
	"<http://evil.example>", "http://evil.example", "www.evil.example", "# heading", "- list", "1. list", "1) list", "> quote", "---", "===", "| --- |", "[x]: http://evil.example",
	"@octocat", "#1", "$x^2$", ":smile:", "{{.Title}}", "{app}", "%s%d", "日本語のとても長い名前です", "עברית", "👩‍👩‍👧‍👦",
}

// renamed is the fixture with everything that somebody can name named so.
func renamed(name string) *debrief.Debrief {
	d := fixture()
	l := d.Record.Level
	l.Title, l.Lesson, l.Models[0].Title, l.Models[0].Name, l.Name = name, name, name, name, name
	for i := range l.Applications {
		l.Applications[i].Name, d.Result.Applications[i].Name = name, name
	}
	for i := range d.Result.People {
		d.Result.People[i].Name = name
	}
	for i := range d.Incidents {
		d.Incidents[i].Name = name
		for k := range d.Incidents[i].Causes {
			c := &d.Incidents[i].Causes[k]
			c.Text, c.Order = "You linked A-004 to "+name+".", name
		}
	}
	for i := range d.Fires {
		f := &d.Fires[i]
		f.Incident, f.Why, f.Cut.Order, f.Cut.Text = d.Incidents[i], name, name, name
	}
	for i := range d.Findings {
		f := &d.Findings[i]
		f.Title, f.Says = name, name
		for k := range f.Evidence {
			f.Evidence[k].Text, f.Evidence[k].Item = name, name
		}
	}
	for i := range d.Costs {
		d.Costs[i].Title = name
	}
	for i := range d.Marks {
		d.Marks[i].Text, d.Marks[i].Order = name, name
	}
	for i := range d.Models {
		d.Models[i].Title, d.Models[i].Model = name, name
	}
	for i := range d.Review.Worst {
		x := &d.Review.Worst[i]
		x.Order, x.Instead, x.Text, x.Kind = name, name, name, name
	}
	b := d.Review.Best
	b.Order, b.Instead, b.Text = name, name, name
	d.Next, d.Questions, d.Ladder.Says = name, []string{name, name}, name
	d.Ladder.Rungs[1].Policy = name
	return d
}

// TestHostileNames writes a debrief in which everything has a hostile name, in every format.
func TestHostileNames(t *testing.T) {
	for i, name := range hostile {
		if testing.Short() && i%5 != 0 {
			continue
		}
		t.Run(fmt.Sprintf("%.20q", name), func(t *testing.T) { harmless(t, name) })
	}
}

// TestAnyName does the same with names that nobody has thought of.
func TestAnyName(t *testing.T) {
	if testing.Short() {
		t.Skip("many games: the runs without the race detector play them")
	}
	bits := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(hostile), rapid.StringN(1, 4, -1), rapid.SampledFrom(strings.Split("|`*_[]()<>&\"'=+-@;,\\#!~:./$ \n\t", ""))), 1, 6)
	rapid.Check(t, func(rt *rapid.T) { harmless(rt, strings.Join(bits.Draw(rt, "bits"), "")) })
}

// tester is what both a test and a property have.
type tester = rapid.TB

func harmless(t tester, name string) {
	d := renamed(name)
	texts := map[string]string{}
	for _, format := range Formats() {
		texts[format] = writeTo(t, d, format)
	}
	for format, text := range texts {
		for _, r := range strings.NewReplacer("\r\n", "", "\n", "", "\t", "").Replace(text) {
			if !unicode.IsPrint(r) {
				t.Fatalf("%s has the character %U", format, r)
			}
		}
		if format != "html" && strings.Contains(text, "\t") {
			t.Fatalf("%s has a tab", format)
		}
	}
	samePages(t, readMarkdown(t, texts["md"]), readHTML(t, texts["html"]))
	var j struct{ Title string }
	if err := json.Unmarshal([]byte(texts["json"]), &j); err != nil {
		t.Fatalf("the JSON cannot be read: %v", err)
	}
	if want := strings.ToValidUTF8(name, "\ufffd"); utf8.ValidString(name) && j.Title != want {
		t.Errorf("the title %q is %q in JSON", want, j.Title)
	}
	for _, table := range Tables() {
		noFormulas(t, d, table)
	}
}

func writeTo(t tester, d *debrief.Debrief, format string) string {
	var b strings.Builder
	if err := Write(&b, d, format); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.String()
}

// noFormulas reads a table as a spreadsheet does in countries with either separator.
func noFormulas(t tester, d *debrief.Debrief, table string) {
	var b strings.Builder
	if err := CSV(&b, d, table); err != nil {
		t.Fatalf("%s: %v", table, err)
	}
	withoutFormulas(t, table, b.String())
}

// withoutFormulas reads CSV as a spreadsheet does in countries with either separator.
func withoutFormulas(t tester, table, text string) {
	for _, comma := range []rune{',', ';'} {
		in := csv.NewReader(strings.NewReader(text))
		in.Comma, in.LazyQuotes, in.FieldsPerRecord = comma, true, -1
		rows, err := in.ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", table, err)
		}
		for _, cell := range slices.Concat(rows...) {
			if _, err := strconv.ParseFloat(cell, 64); err == nil && !strings.HasPrefix(cell, "+") {
				continue
			}
			if comma == ';' {
				cell = strings.TrimLeft(cell, "\r\n") // read so, a quote of a name can take in whole rows; they begin with a number
			}
			if cell != "" && strings.ContainsRune("=+-@＝＋－＠\t\r\n", []rune(cell)[0]) {
				t.Fatalf("%s has a cell that begins a formula: %q", table, cell)
			}
		}
	}
}

// TestHostileLevel plays a level in which everything has a hostile name, and looks back on it.
func TestHostileLevel(t *testing.T) {
	names := hostile
	if !long {
		names = []string{hostile[0], hostile[4], hostile[12], "=1|`<b>`|\u202e\x1b[2J"}
	}
	for _, name := range names {
		l, err := levels.Load("three-teams")
		if err != nil {
			t.Fatal(err)
		}
		d, err := debrief.Look(played(t, withNames(l, name), "rule", 3, true))
		if err != nil {
			t.Fatal(err)
		}
		if len(d.Incidents) == 0 {
			t.Fatal("there was no incident to tell of")
		}
		agree(t, d)
		for _, table := range Tables() {
			noFormulas(t, d, table)
		}
	}
}

// withNames is a level in which everything has one name.
func withNames(from *game.Level, name string) *game.Level {
	l := *from
	l.Title, l.Lesson, l.Briefing = name, name, []string{name}
	l.Applications, l.Teams, l.Hosts = slices.Clone(l.Applications), slices.Clone(l.Teams), slices.Clone(l.Hosts)
	l.Analysts, l.Models = slices.Clone(l.Analysts), slices.Clone(l.Models)
	for i := range l.Applications {
		l.Applications[i].Name = name
	}
	for i := range l.Teams {
		l.Teams[i].Name = name
	}
	for i := range l.Hosts {
		l.Hosts[i].Name = name
	}
	for i := range l.Analysts {
		l.Analysts[i].Name = name
	}
	for i := range l.Models {
		l.Models[i].Title = name
	}
	return &l
}
