package report

import (
	"context"
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"callout/game/debrief"
	"callout/game/words"
	"callout/levels"
)

// browsers are commands that the browser goes by.
var browsers = []string{"chromium", "chromium-browser", "google-chrome"}

// watcher shows a page in frames of several widths, opens what is folded, and says what it sees.
const watcher = `<!DOCTYPE html><html><body><script>
const widths = [320, 360, 390, 768, 1280], seen = [];
for (const width of widths) {
	const frame = document.createElement("iframe");
	frame.width = width; frame.height = 800; frame.src = "/page";
	document.body.append(frame);
}
addEventListener("load", () => {
	for (const frame of document.querySelectorAll("iframe")) {
		const page = frame.contentDocument, view = frame.contentWindow;
		const folded = page.querySelectorAll("details");
		for (const d of folded) d.open = true;
		const scrolled = [...page.querySelectorAll(".table")].filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.textContent.slice(0, 40));
		const wide = [...page.querySelectorAll("body *")].filter(e => !e.closest(".table") && e.getBoundingClientRect().right > view.innerWidth + 1).map(e => e.tagName + " " + e.textContent.slice(0, 40)).concat(scrolled);
		const small = [...page.querySelectorAll("svg text")].filter(e => e.getBoundingClientRect().height > 0 && e.getBoundingClientRect().height < 9).length;
		seen.push({width: +frame.width, asked: view.performance.getEntriesByType("resource").map(e => e.name), scroll: page.documentElement.scrollWidth,
			wide, small, folded: folded.length, drawn: [...page.querySelectorAll("svg.chart")].filter(e => e.getBoundingClientRect().height > 20).length});
	}
	const out = document.createElement("pre");
	out.textContent = JSON.stringify(seen);
	document.body.replaceChildren(out);
});
</script></body></html>`

// sight is what the watcher sees at one width.
type sight struct {
	Width, Scroll, Small, Folded, Drawn int
	Asked, Wide                         []string
}

// TestInBrowser looks at pages in a real browser: they ask nothing of anybody, raise no error, never need to be scrolled
// sideways, not on the narrowest of phones, and show every chart with letters of a size that can be read.
func TestInBrowser(t *testing.T) {
	if !long {
		t.Skip("set CALLOUT_LONG=1: it starts a browser")
	}
	l, err := levels.Load("ten-teams")
	if err != nil {
		t.Fatal(err)
	}
	real, err := debrief.Look(played(t, l, "random", 1, true))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, language string
		d              *debrief.Debrief
	}{
		{"fixture", "en", fixture()}, {"played", "en", real}, {"played in German", "de", real},
		{"long names", "en", renamed(strings.Repeat("long", 60))}, {"markup", "en", renamed(hostile[13])},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := speaking(t, c.language, func() string { return written(t, c.d, "html") })
			sights, errors := look(t, page)
			for _, e := range errors {
				t.Errorf("the browser complains: %s", e)
			}
			for _, s := range sights {
				if len(s.Asked) > 0 {
					t.Errorf("the page asks for %v", s.Asked)
				}
				if s.Scroll > s.Width || len(s.Wide) > 0 {
					t.Errorf("at a width of %d it takes %d, for %q", s.Width, s.Scroll, s.Wide)
				}
				if s.Small > 0 || s.Drawn < 3 || s.Folded != s.Drawn {
					t.Errorf("at a width of %d there are %d charts, %d with a table, and %d texts too small to read", s.Width, s.Drawn, s.Folded, s.Small)
				}
			}
		})
	}
	t.Run("the check bites", func(t *testing.T) {
		page := strings.Replace(written(t, fixture(), "html"), "<main>", `<main><script>1</script><img src="/elsewhere.png" /><div style="width: 2000px">wide</div>`, 1)
		sights, errors := look(t, page)
		if len(errors) == 0 {
			t.Error("a script that is not allowed went unnoticed")
		}
		if !slices.ContainsFunc(sights, func(s sight) bool { return s.Scroll > s.Width && len(s.Wide) > 0 }) {
			t.Errorf("a wide part went unnoticed: %v", sights)
		}
		page = strings.Replace(page, "default-src 'none'", "default-src *", 1)
		if sights, _ = look(t, strings.Replace(page, "img-src data:", "img-src *", 1)); len(sights[0].Asked) == 0 {
			t.Error("a picture from elsewhere went unnoticed")
		}
	})
}

// speaking is what write returns while another language is spoken.
func speaking(t *testing.T, language string, write func() string) string {
	t.Helper()
	before := words.Spoken()
	if err := words.Speak(language); err != nil {
		t.Fatal(err)
	}
	text := write()
	if err := words.Speak(before); err != nil {
		t.Fatal(err)
	}
	return text
}

var complaint = regexp.MustCompile(`CONSOLE[^\n]*`)

// look shows a page to a browser and returns what there was to see at each width, and what the browser complained of.
func look(t *testing.T, page string) ([]sight, []string) {
	t.Helper()
	i := slices.IndexFunc(browsers, func(name string) bool { _, err := exec.LookPath(name); return err == nil })
	if i < 0 {
		t.Skipf("none of %v is installed", browsers)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		switch r.URL.Path {
		case "/":
			fmt.Fprint(w, watcher)
		case "/page":
			fmt.Fprint(w, page)
		default:
			http.NotFound(w, r)
		}
	}))
	defer server.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, browsers[i], "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--enable-logging=stderr", "--virtual-time-budget=10000",
		"--user-data-dir="+t.TempDir(), "--dump-dom", server.URL)
	var said strings.Builder
	cmd.Stderr = &said
	dom, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, said.String())
	}
	_, rest, _ := strings.Cut(string(dom), "<pre>")
	rest, _, _ = strings.Cut(rest, "</pre>")
	var sights []sight
	if err := json.Unmarshal([]byte(html.UnescapeString(rest)), &sights); err != nil || len(sights) == 0 {
		t.Fatalf("nothing was seen: %v\n%.2000s", err, dom)
	}
	return sights, complaint.FindAllString(said.String(), -1)
}
