package handout

import (
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"callout/game/words"
	"callout/game/workshop"
)

var update = flag.Bool("update", false, "write the timetables of the guide anew")

// The guide shows each script as a timetable, which is held to the script: a guide that tells other minutes than the clock
// of the room is worse than none.
func TestGuideKeepsTheScriptsTime(t *testing.T) {
	t.Cleanup(func() { words.Speak(words.First) })
	for _, language := range words.Languages() {
		if err := words.Speak(language); err != nil {
			t.Fatal(err)
		}
		path := "../../../assets/workshop/guide.md"
		if language != words.First {
			path = "../../../assets/workshop/guide." + language + ".md"
		}
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		text := string(src)
		scripts, err := workshop.Scripts()
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range scripts {
			start := "<!-- script " + s.Name + " -->\n\n"
			before, rest, found := strings.Cut(text, start)
			old, after, closed := strings.Cut(rest, "<!-- end -->")
			if !found || !closed {
				t.Fatalf("%s has no timetable between %q and <!-- end -->", path, start)
			}
			table := timetable(language, s)
			if old != table && !*update {
				t.Errorf("%s: the timetable of %s is not the script's: go test ./game/workshop/handout -update writes it", path, s.Name)
			}
			text = before + start + table + "<!-- end -->" + after
		}
		if *update {
			if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// said is what a timetable calls things.
var said = map[string][]string{
	"en": {"minute", "phase", "join", "prepare", "run", "result", "reflect", "debrief"},
	"de": {"Minute", "Phase", "mitmachen", "vorbereiten", "spielen", "Ergebnis", "nachdenken", "Auswertung"},
}

// timetable is a script by the minute. What its phases leave of its time is for joining and for the debrief: a third of it, and
// ten minutes at most, comes first.
func timetable(language string, s workshop.Script) string {
	w := said[language]
	var b strings.Builder
	fmt.Fprintf(&b, "| %s | %s | |\n|--:|---|---|\n", w[0], w[1])
	now := 0
	row := func(minutes int, phase, what string) {
		if minutes > 0 {
			fmt.Fprintf(&b, "| %d–%d | %s | %s |\n", now, now+minutes, phase, what)
			now += minutes
		}
	}
	joining := 5
	if s.Minutes > 120 {
		joining = 10
	}
	row(joining, w[2], "")
	for i, r := range s.Rounds {
		row(r.Prepare, w[3], fmt.Sprintf("%d. %s", i+1, r.Title))
		row(r.Run, w[4], "")
		row(r.Result, w[5], "")
		row(r.Reflect, w[6], "")
	}
	row(s.Minutes-now, w[7], "")
	b.WriteString("\n")
	return b.String()
}

// Every language has every paper, with as many headings and cards as the first.
func TestPapersSpeakEveryLanguage(t *testing.T) {
	t.Cleanup(func() { words.Speak(words.First) })
	first, err := Papers()
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range words.Languages()[1:] {
		if err := words.Speak(language); err != nil {
			t.Fatal(err)
		}
		papers, err := Papers()
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range papers {
			if p.Text == first[i].Text {
				t.Errorf("%s: there is no %s.%s.md", language, p.Name, language)
			}
			for _, mark := range []string{"\n## ", "\n> ", "\n- [ ] ", "\n| ", "```"} {
				if got, want := strings.Count(p.Text, mark), strings.Count(first[i].Text, mark); got != want {
					t.Errorf("%s: %s has %d of %q, %d in %s", language, p.Name, got, mark, want, words.First)
				}
			}
		}
	}
}

// The pages are whole, ask nobody for anything, and lose nothing of the text.
func TestPagesAreWhole(t *testing.T) {
	papers, err := Papers()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range papers {
		page, err := p.Page()
		if err != nil {
			t.Fatal(err)
		}
		for _, never := range []string{"<script", "http://", "https://", "url(", "@import"} {
			if strings.Contains(strings.ReplaceAll(page, "http://127.0.0.1:8080", ""), never) {
				t.Errorf("%s has %q in it", p.Name, never)
			}
		}
		_, body, _ := strings.Cut(page, "<body")
		body, _, _ = strings.Cut("<body"+body, "</html>")
		if err := wellFormed(body); err != nil {
			t.Errorf("%s: %v", p.Name, err)
		}
		for _, word := range regexp.MustCompile(`\p{L}{4,}`).FindAllString(p.Text, -1) {
			if !strings.Contains(page, word) && !slices.Contains([]string{"script"}, word) {
				t.Errorf("%s lost %q", p.Name, word)
			}
		}
		if strings.Contains(body, "**") || strings.Contains(body, "[ ]") || strings.Contains(body, "|</") {
			t.Errorf("%s shows its marks", p.Name)
		}
	}
}

func wellFormed(text string) error {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Entity = xml.HTMLEntity
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// What is text stays text.
func TestPageEscapes(t *testing.T) {
	got := blocks([]string{"a <b> & `c<d` **e** *f* 2 * 3", "", "> x<y", "", "| <i> | `a*b*c` |", "|---|---|", "| 1 | 2 |"})
	want := "<p>a &lt;b&gt; &amp; <code>c&lt;d</code> <strong>e</strong> <em>f</em> 2 * 3</p>\n<blockquote>x&lt;y</blockquote>\n" +
		"<table>\n<tr><th>&lt;i&gt;</th><th><code>a*b*c</code></th></tr>\n<tr><td>1</td><td>2</td></tr>\n</table>\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
