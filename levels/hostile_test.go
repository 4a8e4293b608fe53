package levels

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// hostile are texts that would hurt the parser, the checker, the terminal or the patience of whoever reads the answer.
func hostile() map[string][]byte {
	text := map[string]string{
		"empty":               "",
		"brackets":            strings.Repeat("[", 3_000_000),
		"brackets in a value": "a = " + strings.Repeat("[", 200_000),
		"small brackets":      "a = " + strings.Repeat("[", 20) + strings.Repeat("]", 20),
		"braces":              "a = " + strings.Repeat("{a=", 60_000),
		"small braces":        strings.Repeat("a={", 5000) + strings.Repeat("}", 5000),
		"dotted key":          strings.Repeat("a.", 8000) + "a = 1",
		"dotted header":       "[" + strings.Repeat("a.", 8000) + "a]",
		"many keys":           numbered("key%d = 1\n", 26_000),
		"2000 unknown keys":   numbered("unknown-key-number-%d = 1\n", 1990),
		"unknown constants":   "[balance]\n" + numbered("unknown-constant-%d = 1\n", 1990),
		"many tables":         strings.Repeat("[[t]]\n", 200_000),
		"1990 teams":          strings.Repeat("[[team]]\n", 1990),
		"long tables":         strings.Repeat("[["+strings.Repeat("team", 20)+"]]\n", 1900),
		"wide headers":        numbered("[a%d."+strings.Repeat("bbbbbbb.", 14)+"c]\n", 1800),
		"many values":         "hosts = [" + strings.Repeat("1,", 100_000) + "]",
		"many wrong values":   "briefing = 1\n[[application]]\nhosts = [" + strings.Repeat("1,", 19_000) + "]",
		"dangling names": "[[application]]\nname='a'\nteam='b'\n" +
			strings.Repeat("[[application]]\nname='a'\nteam='b'\ndepends_on = ['"+strings.Repeat("x','", 15)+"x']\n", 490),
		"one long key":       strings.Repeat("k", 200_000) + " = 1",
		"long quoted key":    `"` + strings.Repeat("\\u202e", 20_000) + `" = 1`,
		"one long text":      `title = "` + strings.Repeat("x", 200_000) + `"`,
		"long number":        "days = " + strings.Repeat("9", 200_000),
		"long error":         "par = \"" + strings.Repeat("9_", 3000) + "\"\ndays = " + strings.Repeat("9", 250),
		"underscores":        "days = 1" + strings.Repeat("_1", 100_000),
		"nan and inf":        "par = nan\ndays = inf\nturn = -inf\n[defaults]\noperability = nan\ntelemetry = -nan\n",
		"huge numbers":       "days = 9223372036854775807\npar = \"£999999999999m\"\n[defaults]\nfaults_per_week = 1e308\n",
		"overflow":           "days = 9223372036854775808",
		"NUL":                "name = \"a\x00b\"",
		"not UTF-8":          "name = \"\xff\xfe\"",
		"UTF-16":             "\xff\xfen\x00a\x00m\x00e\x00",
		"escape":             "name = \"\x1b]0;title\x07\"",
		"escaped escape":     `title = "\u001b]0;title\u0007"` + "\nlesson = \"\\u009b31m\"\nbriefing = \"\\u202e\"",
		"unclosed text":      "briefing = \"\"\"\n" + strings.Repeat("line\n", 30_000),
		"JSON":               `{"name": "x", "teams": [1, 2, 3]}`,
		"HTML":               "<!DOCTYPE html>\n<html><body>hello</body></html>\n",
		"prose":              strings.Repeat("This is not a level but a letter.\n", 5000),
		"binary":             "\x7fELF\x02\x01\x01" + strings.Repeat("\x01\x02", 5000),
		"comment only":       "# " + strings.Repeat("#", 200_000),
		"carriage returns":   strings.Repeat("\r", 200_000),
		"bad lines":          numbered("line%d == 1\n", 1500),
		"redefined":          strings.Repeat("name = 'x'\n", 1500),
		"self as model":      "model = \"/dev/zero\"\n[[team]]\nname='a'\n[[application]]\nname='a'\nteam='a'\n",
		"deep dotted values": strings.Repeat("a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p = 1\n", 1500),
		"deep dotted inline": strings.Repeat("a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p = {"+strings.Repeat("a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p = {", 14)+strings.Repeat("}", 15)+"\n", 130),
		"other deep inline":  numbered("[t%d]\n"+strings.Repeat("a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p = {", 15)+strings.Repeat("}", 15)+"\n", 120),
		"long deep inline":   numbered("[t%d]\n"+strings.Repeat(strings.Repeat(strings.Repeat("k", 40)+".", 15)+"z = {", 15)+strings.Repeat("}", 15)+"\n", 25),
		"nested arrays":      numbered("k%d = "+strings.Repeat("[", 16)+strings.Repeat("]", 16)+"\n", 1200),
		"dates":              numbered("k%d = 1979-05-27T07:32:00.999999999Z\n", 1900),
		"long texts":         numbered("k%d = \""+strings.Repeat("\\u00e9", 15)+"\"\n", 1900),
		"many knows":         "[[analyst]]\nname = 'a'\nknows = {" + numbered("a%d = 1,", 1900) + "}\n[[application]]\nname='a'\nteam='a'\n",
		"growing arrays":     strings.Repeat("[[a.b.c.d.e.f.g.h]]\n[[a.b.c.d.e.f.g.h.i.j]]\n", 900),
	}
	all := map[string][]byte{}
	for name, s := range text {
		all[name] = []byte(s)
	}
	return all
}

// numbered repeats a text with a number in it.
func numbered(format string, n int) string {
	before, after, _ := strings.Cut(format, "%d")
	var b strings.Builder
	for i := range n {
		b.WriteString(before + strconv.Itoa(i) + after)
	}
	return b.String()
}

// TestHostileFilesAreAnswered writes each hostile text to a file and checks it: there is an answer, it is fit to
// print, and it costs little memory.
func TestHostileFilesAreAnswered(t *testing.T) {
	dir := t.TempDir()
	if ps := Check("testdata/right/minimal.toml"); len(ps) > 0 { // loads what is loaded once
		t.Fatal(ps)
	}
	for name, src := range hostile() {
		path := filepath.Join(dir, "level.toml")
		if err := os.WriteFile(path, src, 0o600); err != nil {
			t.Fatal(err)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		ps := Check(path)
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; used > 64<<20 {
			t.Errorf("%s: %d MB were allocated to answer it", name, used>>20)
		}
		if len(ps) == 0 {
			t.Errorf("%s: no problem was found", name)
		}
		fitToPrint(t, ps)
	}
}

// fitToPrint demands that problems are few, short, in order, and hold nothing that draws on a terminal by itself.
func fitToPrint(t *testing.T, ps Problems) {
	t.Helper()
	if len(ps) > maxProblems+1 {
		t.Errorf("%d problems", len(ps))
	}
	last := Problem{}
	for _, p := range ps {
		if p.Line < 1 || p.Column < 1 || p.Line < last.Line {
			t.Errorf("%s: its place is wrong (after line %d)", p, last.Line)
		}
		if printable(p.What) != nil || !utf8.ValidString(p.What) || p.What == "" || len(p.What) > 1500 {
			t.Errorf("%.300q: not fit to print", p.What)
		}
		last = p
	}
}

func FuzzCheck(f *testing.F) {
	seeds, _ := filepath.Glob("testdata/*/*.toml")
	shippedFiles, _ := filepath.Glob("*.toml")
	models, _ := filepath.Glob("models/*.toml")
	for _, path := range append(append(seeds, shippedFiles...), models...) {
		src, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	for _, src := range hostile() {
		if len(src) < 2000 {
			f.Add(src)
		}
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		d := &decoder{file: "level.toml"}
		d.check(src)
		ps := d.problems.sorted()
		fitToPrint(t, ps)
		lines := bytes.Count(src, []byte("\n")) + 1
		for _, p := range ps {
			if p.File == "level.toml" && p.Line > lines {
				t.Errorf("%s: the file has %d lines", p, lines)
			}
		}
		if len(ps) > 0 {
			return
		}
		d = &decoder{file: "level.toml"}
		if root := d.parse(src); kindOfFile(root) == aLevel {
			if l := d.levelTable(root, ""); l == nil {
				t.Error("nothing was wrong, but there is no level")
			} else {
				wellFormed(t, l)
			}
		}
	})
}
