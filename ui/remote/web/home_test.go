package web_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"callout/game/workshop"
	"callout/game/workshop/home"
	"callout/ui/pagetest"
	"callout/ui/remote/web"
	"callout/ui/remote/web/webclient"
)

// toyHome has a debrief for one code.
func toyHome(_ context.Context, caller, code, format string) ([]byte, error) {
	switch {
	case caller != "127.0.0.1":
		return nil, errors.New("it is not said who asks")
	case format == "":
		return nil, workshop.Refusal("There is no such format.")
	case code == "SOON-SOON":
		return nil, home.ErrSoon
	case code == "BAD0-0000":
		return nil, errors.New("a fault with its insides")
	case code != "ABCD-EFGH":
		return nil, workshop.Refusal("No seat has this return code.")
	}
	return []byte("<!DOCTYPE html><title>" + format + "</title><style>body { color: #123456; }</style><script>document.title = 'it ran'</script>"), nil
}

// TestTakenHome: the debrief of a return code is had in each format, nothing says the code to anybody else, no script in it
// runs, and whoever has no right to one, or has to wait, reads a sentence.
func TestTakenHome(t *testing.T) {
	var log strings.Builder
	s := serve(t, web.Options{Home: toyHome, Log: slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))})
	get := func(path string) (*http.Response, string) {
		t.Helper()
		a, err := http.Get(s.url + path)
		if err != nil {
			t.Fatal(err)
		}
		defer a.Body.Close()
		body, err := io.ReadAll(a.Body)
		if err != nil {
			t.Fatal(err)
		}
		if a.Header.Get("Cache-Control") != "no-store" || a.Header.Get("Referrer-Policy") != "no-referrer" || a.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: the headers are %v", path, a.Header)
		}
		if policy := a.Header.Get("Content-Security-Policy"); !strings.Contains(policy, "default-src 'none'") || !strings.Contains(policy, "frame-ancestors 'none'") {
			t.Errorf("%s: the policy is %s", path, policy)
		}
		return a, string(body)
	}
	for ending, is := range map[string][3]string{
		"": {"html", "text/html; charset=utf-8", "inline"}, ".html": {"html", "text/html; charset=utf-8", "inline"},
		".md": {"md", "text/markdown; charset=utf-8", "attachment"}, ".json": {"json", "application/json", "attachment"}, ".csv": {"csv", "text/csv; charset=utf-8", "attachment"},
	} {
		a, body := get("/home/ABCD-EFGH" + ending)
		if a.StatusCode != 200 || !strings.Contains(body, "<title>"+is[0]+"<") || a.Header.Get("Content-Type") != is[1] ||
			a.Header.Get("Content-Disposition") != is[2]+`; filename="callout-debrief.`+is[0]+`"` {
			t.Errorf("%q answers %d %v %s", ending, a.StatusCode, a.Header, body)
		}
	}
	a, _ := get("/home/ABCD-EFGH")
	if policy := a.Header.Get("Content-Security-Policy"); strings.Contains(policy, "script-src") || !strings.Contains(policy, "sandbox") || strings.Contains(policy, "allow-scripts") {
		t.Errorf("scripts may run in what is taken home: %s", policy)
	}
	for path, want := range map[string]int{
		"/home/0000-0000": 404, "/home/ABCD-EFGH.exe": 404, "/home/" + strings.Repeat("A", 5000): 404, "/home/SOON-SOON.json": 503, "/home/BAD0-0000": 500, "/home/%00%ff": 404,
	} {
		a, body := get(path)
		if a.StatusCode != want || !strings.HasPrefix(a.Header.Get("Content-Type"), "text/plain") || !strings.HasSuffix(body, ".\n") || strings.Contains(body, "insides") {
			t.Errorf("%.40s answers %d %s %s", path, a.StatusCode, a.Header.Get("Content-Type"), body)
		}
		if later := a.Header.Get("Retry-After") != ""; later != (want == 503) {
			t.Errorf("%.40s: to be tried again: %v", path, later)
		}
	}
	for _, path := range []string{"/home/", "/home", "/home/ABCD-EFGH/x"} {
		if a, _ := get(path); a.StatusCode != 404 {
			t.Errorf("%s answers %d", path, a.StatusCode)
		}
	}
	if strings.Contains(log.String(), "ABCD") || strings.Contains(log.String(), "BAD0") {
		t.Errorf("the log has return codes: %s", log.String())
	}
	none := serve(t, web.Options{})
	if status, _ := answer(t, ours(t, "GET", none.url+"/home/ABCD-EFGH", "")); status != 404 {
		t.Errorf("a server without it answers %d", status)
	}
}

// TestTheWayHome: the page is told where to lead, and told again when it comes back.
func TestTheWayHome(t *testing.T) {
	s := serve(t, web.Options{Home: toyHome})
	c := begin(t, s, web.Beginning{Kind: "screen", Width: 80, Height: 24})
	if err := c.Give(t.Context(), web.Event{Key: "h"}); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		c.Listen(t.Context(), func(e webclient.Event) bool { return e.Name != "home" })
		if c.Home() != "/home/ABCD-EFGH" {
			t.Errorf("the page leads to %q", c.Home())
		}
	}
}

// TestBrowserTakesHome: the page of a real browser shows the link when it is told of it, and no other; what it leads to has
// its own style, and no script in it runs.
func TestBrowserTakesHome(t *testing.T) {
	c := pagetest.Open(t)
	s := serve(t, web.Options{Home: toyHome, Plain: toyPlain})
	p := c.Open(pagetest.Screen{Width: 1280, Height: 800, Dark: true}, s.url+"/")
	p.Reads("size 1")
	p.Waits(`document.getElementById("home").offsetParent === null`)
	p.Types("h")
	p.Waits(`document.getElementById("home").offsetParent !== null`)
	p.Waits(`document.getElementById("home").href === location.origin + "/home/ABCD-EFGH"`)
	p.Eval(`import("/static/line.js").then(m => { window.lead = m.lead; })`)
	for _, path := range []string{"//elsewhere.example/home/A", "javascript:alert(1)", "/home/../session", "", "/home/A/b"} {
		if led := p.Eval(`(a => { a.href = "/"; a.hidden = false; window.lead(a, ` + strconv.Quote(path) + `); return a.hidden && a.getAttribute("href") === null; })(document.createElement("a"))`); led != true {
			t.Errorf("the page leads to %q", path)
		}
	}
	c.Quiet()
	p.Visit(s.url + "/home/ABCD-EFGH")
	p.Waits(`document.title === "html"`)
	p.Waits(`getComputedStyle(document.body).color === "rgb(18, 52, 86)"`)
}
