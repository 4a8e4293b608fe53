package web_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"callout/ui/remote"
	"callout/ui/remote/web"
	"callout/ui/remote/web/webclient"
)

// TestOtherSitesAreRefused: what another site can make a browser send begins no session and gives no key, whichever of
// the signs the browser gives.
func TestOtherSitesAreRefused(t *testing.T) {
	s := serve(t, web.Options{})
	id := beginByHand(t, s)
	for name, change := range map[string]func(http.Header){
		"without the page's header": func(h http.Header) { h.Del("Callout") },
		"a form":                    func(h http.Header) { h.Set("Content-Type", "text/plain") },
		"another origin":            func(h http.Header) { h.Set("Origin", "https://elsewhere.example") },
		"no origin":                 func(h http.Header) { h.Set("Origin", "null") },
		"cross-site":                func(h http.Header) { h.Set("Sec-Fetch-Site", "cross-site") },
		"same-site":                 func(h http.Header) { h.Set("Sec-Fetch-Site", "same-site") },
	} {
		for _, path := range []string{"/session", "/session/keys"} {
			r := ours(t, "POST", s.url+path, `{"n":1,"events":[{"key":"a"}]}`)
			r.Header.Set("Callout-Session", id)
			change(r.Header)
			if status, body := answer(t, r); status != http.StatusForbidden {
				t.Errorf("%s: %s answers %d %s", name, path, status, body)
			}
		}
	}
	for name, change := range map[string]func(http.Header){
		"without the page's header": func(h http.Header) { h.Del("Callout") },
		"cross-site":                func(h http.Header) { h.Set("Sec-Fetch-Site", "cross-site") },
	} {
		r := ours(t, "GET", s.url+"/session/frames", "")
		r.Header.Set("Callout-Session", id)
		change(r.Header)
		if status, _ := answer(t, r); status != http.StatusForbidden {
			t.Errorf("%s: the stream answers %d", name, status)
		}
	}
	visit := ours(t, "GET", s.url+"/", "") // a link from elsewhere may lead here
	visit.Header.Set("Sec-Fetch-Site", "cross-site")
	visit.Header.Set("Sec-Fetch-Mode", "navigate")
	if status, _ := answer(t, visit); status != http.StatusOK {
		t.Errorf("a link leads to %d", status)
	}
}

// TestHeaders: every answer is strict, also one that refuses, and nothing but what the pages need is answered at all.
func TestHeaders(t *testing.T) {
	s := serve(t, web.Options{Plain: toyPlain})
	for path, want := range map[string]int{
		"/": 200, "/plain": 200, "/static/page.js": 200, "/static/base.css": 200, "/healthz": 200, "/readyz": 200, "/metrics": 200,
		"/static/": 404, "/static": 404, "/static/../screen.html": 404, "/static/..%2fscreen.html": 404, "/screen.html": 404, "/board/x": 404,
		"/session": 405, "/session/frames": 403, "/debug/pprof/": 404, "/nothing": 404,
	} {
		r, err := http.NewRequest("GET", s.url+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		a, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		a.Body.Close()
		if a.StatusCode != want && !(want == 404 && a.StatusCode/100 == 3) {
			t.Errorf("%s answers %d, not %d", path, a.StatusCode, want)
		}
		policy := a.Header.Get("Content-Security-Policy")
		for _, part := range []string{"default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "form-action 'none'", "base-uri 'none'"} {
			if !strings.Contains(policy, part) {
				t.Errorf("%s: the policy lacks %s: %s", path, part, policy)
			}
		}
		if strings.Contains(policy, "unsafe") || strings.Contains(policy, "*") {
			t.Errorf("%s: the policy is loose: %s", path, policy)
		}
		for name, value := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store"} {
			if !strings.HasPrefix(a.Header.Get(name), value) {
				t.Errorf("%s: %s is %q", path, name, a.Header.Get(name))
			}
		}
		if len(a.Cookies()) > 0 {
			t.Errorf("%s sets a cookie", path)
		}
	}
}

// TestPagesAskNobodyElse: no page names a script, style, picture or link of another site, and none has any of them in line.
func TestPagesAskNobodyElse(t *testing.T) {
	s := serve(t, web.Options{Plain: toyPlain, Board: boards(nil)})
	for _, path := range []string{"/", "/plain", "/board/live", "/board/truth"} {
		r, err := http.NewRequest("GET", s.url+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		status, page := answer(t, r)
		if status != 200 {
			t.Fatalf("%s answers %d", path, status)
		}
		for _, bad := range []string{"http:", "https:", "//", "<style", " style=", "javascript:", " onload", " onclick"} {
			text := strings.ReplaceAll(page, `xmlns="http://www.w3.org/2000/svg"`, "")
			if i := strings.Index(text, bad); i >= 0 {
				t.Errorf("%s has %q: %.80q", path, bad, text[max(0, i-20):])
			}
		}
		if strings.Count(page, "<script") != strings.Count(page, `<script type="module" src="/static/`) {
			t.Errorf("%s has a script in line", path)
		}
	}
}

func TestMalformedIsRefused(t *testing.T) {
	s := serve(t, web.Options{})
	id := beginByHand(t, s)
	big := strings.Repeat("x", 20<<10)
	for _, body := range []string{
		"", "{", "null", "[]", `{"n":0}`, `{"n":-1}`, `{"n":1e99}`, `{"n":1,"events":[{"key":"ctrl+z"}]}`, `{"n":1,"events":[{"key":"ctrl+c"}]}`,
		`{"n":1,"events":[{"key":"ab"}]}`, `{"n":1,"events":[{"key":"\u001b"}]}`, `{"n":1,"events":[{"key":"a","paste":"b"}]}`,
		`{"n":1,"events":[{"paste":"` + big[:5000] + `"}]}`, `{"n":1,"events":[{"line":"` + big[:1001] + `"}]}`, `{"n":1,"more":1}`, `{"n":1}{"n":2}`,
		`{"n":1,"events":[` + strings.Repeat(`{"key":"a"},`, 64) + `{"key":"a"}]}`, `{"n":1,"events":[{"paste":"` + big + `"}]}`,
	} {
		r := ours(t, "POST", s.url+"/session/keys", body)
		r.Header.Set("Callout-Session", id)
		if status, _ := answer(t, r); status != http.StatusBadRequest {
			t.Errorf("%.60q is answered %d", body, status)
		}
	}
	for _, body := range []string{"", "{", `{"kind":"other"}`, `{"kind":"plain"}`, `{"kind":"screen","return":"` + big[:101] + `"}`, `{"kind":"screen","w":"80"}`} {
		if status, _ := answer(t, ours(t, "POST", s.url+"/session", body)); status != http.StatusBadRequest {
			t.Errorf("%.60q begins a session: %d", body, status)
		}
	}
	for _, id := range []string{"", "x", id + "A", strings.ToLower(id), big[:2000]} {
		r := ours(t, "POST", s.url+"/session/keys", `{"n":1,"events":[{"key":"a"}]}`)
		r.Header.Set("Callout-Session", id)
		if status, _ := answer(t, r); status != http.StatusNotFound {
			t.Errorf("the session %.20q is answered %d", id, status)
		}
	}
	status, body := answer(t, ours(t, "POST", s.url+"/session", `{"kind":"screen","w":9,"h":9,"return":"refuse me"}`))
	if status != http.StatusForbidden || !strings.Contains(body, "you are refused") {
		t.Errorf("a closed door answers %d %s", status, body)
	}
}

func TestLimits(t *testing.T) {
	s := serve(t, web.Options{Limits: web.Limits{Sessions: 5, PerAddress: 3, KeysBurst: 20, Keys: 0.001}})
	for i := range 5 {
		c, err := webclient.Open(t.Context(), http.DefaultClient, s.url, web.Beginning{Kind: "screen", Width: 80, Height: 24})
		var refused *webclient.Refused
		if i < 3 && err != nil || i >= 3 && (!errors.As(err, &refused) || refused.Status != http.StatusTooManyRequests) {
			t.Errorf("session %d: %v", i, err)
		}
		if i == 0 {
			until(t, c, "size")
			if err := c.Keys(t.Context(), strings.Split(strings.Repeat("a", 20), "")...); err != nil {
				t.Errorf("twenty keys: %v", err)
			}
			if err := c.Keys(t.Context(), "b"); !errors.As(err, &refused) || refused.Status != http.StatusTooManyRequests {
				t.Errorf("one key too many: %v", err)
			}
			until(t, c, "a a a")
			if strings.Contains(c.Text(), "b\n") {
				t.Error("a key that was refused was pressed")
			}
		}
	}
	full := serve(t, web.Options{Limits: web.Limits{Sessions: 1}})
	begin(t, full, web.Beginning{})
	if status, _ := answer(t, ours(t, "POST", full.url+"/session", `{"kind":"screen"}`)); status != http.StatusServiceUnavailable {
		t.Errorf("a full server answers %d", status)
	}
	often := serve(t, web.Options{Limits: web.Limits{BegunBurst: 1, Begun: 0.001}})
	begin(t, often, web.Beginning{})
	if status, _ := answer(t, ours(t, "POST", often.url+"/session", `{"kind":"screen"}`)); status != http.StatusTooManyRequests {
		t.Errorf("a session too soon is answered %d", status)
	}
}

// TestCrowd: connections beyond the limit are closed at once, and when others leave there is room again.
func TestCrowd(t *testing.T) {
	s := serve(t, web.Options{Limits: web.Limits{Connections: 3}})
	address := strings.TrimPrefix(s.url, "http://")
	var held []net.Conn
	for range 3 {
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		held = append(held, c)
	}
	for end := time.Now().Add(10 * time.Second); ; { // until all three were let in
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		c.SetReadDeadline(time.Now().Add(100 * time.Millisecond))
		_, err = c.Read(make([]byte, 1))
		c.Close()
		if errors.Is(err, io.EOF) {
			break
		}
		if time.Now().After(end) {
			t.Fatal("there is room for a fourth")
		}
	}
	for _, c := range held {
		c.Close()
	}
	for end := time.Now().Add(10 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		if a, err := http.Get(s.url + "/healthz"); err == nil {
			a.Body.Close()
			return
		}
		if time.Now().After(end) {
			t.Fatal("there is no room when all have left")
		}
	}
}

// TestSessionIsForgotten: a session without its page is kept for a while and then ended; one whose page says that it is
// there goes on.
func TestSessionIsForgotten(t *testing.T) {
	closed := make(chan string, 2)
	door := func(_ context.Context, c remote.Caller) (tea.Model, error) {
		return &closing{toy{c: c, theme: c.Theme()}, func() { closed <- c.Return }}, nil
	}
	s := serve(t, web.Options{Door: door, Limits: web.Limits{Keep: 1500 * time.Millisecond}})
	begin(t, s, web.Beginning{Kind: "screen", Return: "gone"})
	here := begin(t, s, web.Beginning{Kind: "screen", Return: "here"})
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		if err := here.Give(t.Context()); err != nil {
			t.Fatalf("a session whose page is there: %v", err)
		}
		select {
		case who := <-closed:
			if who != "gone" {
				t.Errorf("the session that is %s was ended", who)
			}
			if err := here.Keys(t.Context(), "a"); err != nil {
				t.Error(err)
			}
			return
		default:
		}
	}
	t.Error("a session without its page is kept for ever")
}

// closing is a toy that says when it is closed.
type closing struct {
	toy
	left func()
}

func (c *closing) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := c.toy.Update(m)
	return c, cmd
}

func (c *closing) Close() error {
	c.left()
	return nil
}

// TestNothingSecretIsLogged: logs of a busy server know no session, no return code and no key.
func TestNothingSecretIsLogged(t *testing.T) {
	var mu sync.Mutex
	var log bytes.Buffer
	s := serve(t, web.Options{Log: slog.New(slog.NewTextHandler(writer(func(p []byte) (int, error) {
		mu.Lock()
		defer mu.Unlock()
		return log.Write(p)
	}), &slog.HandlerOptions{Level: slog.LevelDebug}))})
	id := beginByHand(t, s)
	for _, body := range []string{`{"n":1,"events":[{"paste":"Annemarie"},{"key":"enter"}]}`, `{"n":2,"events":[{"key":"!"}]}`, `{`} {
		r := ours(t, "POST", s.url+"/session/keys", body)
		r.Header.Set("Callout-Session", id)
		answer(t, r)
	}
	r := ours(t, "GET", s.url+"/session/frames", "")
	r.Header.Set("Callout-Session", id)
	answer(t, r) // to the end of the session
	mu.Lock()
	defer mu.Unlock()
	if !strings.Contains(log.String(), "a fault") {
		t.Error("the fault is not in the log")
	}
	for _, secret := range []string{id, "Annemarie"} {
		if strings.Contains(log.String(), secret) {
			t.Errorf("the log has %q", secret)
		}
	}
}

type writer func([]byte) (int, error)

func (w writer) Write(p []byte) (int, error) { return w(p) }
