package report

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"callout/game/fit"
	"callout/game/retro"
	"callout/game/words"
	"callout/levels/history"
	"callout/levels/month"
)

// someRetro is a retrospective of a few incidents whose applications and teams have the given names.
func someRetro(t *testing.T, fits bool, names ...string) *retro.Retro {
	t.Helper()
	text := "service,team,began,restored\n"
	for i := range 12 {
		at := time.Date(2026, 3, 2+i, 2, 0, 0, 0, time.UTC)
		name := `"` + strings.ReplaceAll(names[i%len(names)], `"`, `""`) + `"`
		text += name + "," + name + "," + at.Format(time.DateTime) + "," + at.Add(5*time.Hour).Format(time.DateTime) + "\n"
	}
	var h history.History
	if _, err := history.Read(strings.NewReader(text), "incidents.csv", history.Options{Zone: time.UTC, Kind: history.Incidents}, &h); err != nil {
		t.Fatal(err)
	}
	h.Sort()
	m, err := month.Of(&h, month.Options{Title: names[0]})
	if err != nil {
		t.Fatal(err)
	}
	f := &fit.Report{Games: 20}
	for q := range 5 {
		f.Rows = append(f.Rows, fit.Row{Quantity: fit.Quantity(q), Real: 12, Known: true, Median: 12, Lo: 3, Hi: 20, Fits: fits || q > 0})
	}
	r, err := retro.Make(context.Background(), m, f, retro.Options{Games: 20})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// retroText is a retrospective in a format.
func retroText(t *testing.T, r *retro.Retro, format string) string {
	t.Helper()
	var b bytes.Buffer
	if err := Retro(&b, r, format); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestRetroSaysTheSame holds that Markdown and HTML have the same sections and figures, and that other models appear where
// the level fits and are refused where it does not.
func TestRetroSaysTheSame(t *testing.T) {
	for _, fits := range []bool{true, false} {
		r := someRetro(t, fits, "checkout", "basket")
		for _, format := range RetroFormats() {
			text := retroText(t, r, format)
			for _, s := range retroPage(r).Sections {
				if !strings.Contains(text, s.Question) {
					t.Errorf("%s lacks the section %q", format, s.Question)
				}
			}
			if strings.Contains(text, "SRE Run It") != fits {
				t.Errorf("%s: the level fits %v, and other models are shown %v", format, fits, !fits)
			}
			for _, bad := range []string{"[retro.", "[import.", "[report.", "{n", "NaN"} {
				if strings.Contains(text, bad) {
					t.Errorf("%s holds %q", format, bad)
				}
			}
		}
	}
	if err := Retro(&bytes.Buffer{}, someRetro(t, false, "a"), "pdf"); err == nil {
		t.Error("a format that is not there was written")
	}
}

// TestRetroOfHostileNames holds that names of the data do nothing in a page.
func TestRetroOfHostileNames(t *testing.T) {
	r := someRetro(t, false, "<script>alert(1)</script>", "\x1b[31mred", "a\u202eb", "| cell | `code` |", "[link](http://example.org)")
	html, md := retroText(t, r, "html"), retroText(t, r, "md")
	for _, bad := range []string{"<script", "\x1b", "\u202e"} {
		if strings.Contains(html, bad) || strings.Contains(strings.ReplaceAll(md, `\<`, ""), bad) {
			t.Errorf("%q came through", bad)
		}
	}
	if strings.Contains(md, "](http") {
		t.Error("a name became a link")
	}
}

func TestRetroSpeaksGerman(t *testing.T) {
	if err := words.Speak("de"); err != nil {
		t.Fatal(err)
	}
	defer words.Speak("en")
	if text := retroText(t, someRetro(t, true, "checkout", "basket"), "md"); !strings.Contains(text, "Wie sah der Monat aus?") || strings.Contains(text, "incidents began") {
		t.Error("the page is not in German")
	}
}
