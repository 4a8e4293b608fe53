package web_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync"
	"testing"

	"callout/game/words"
	"callout/ui/pagetest"
	"callout/ui/remote/web"
	"callout/ui/remote/web/webclient"
)

// fate is what becomes of a request on the way.
type fate int

const (
	arrives    fate = iota
	neverComes      // it does not reach the server
	unanswered      // it reaches the server, whose answer is lost
)

// lossy stands between pages and a server, and drops the line of requests that bring keys, as their fates say.
type lossy struct {
	url   string
	fates func(n int) fate // of the n-th such request, from 1

	mu sync.Mutex
	to *url.URL
	n  int
}

// before puts a lossy line before a server.
func before(t *testing.T, s *served, fates func(n int) fate) *lossy {
	t.Helper()
	l := &lossy{fates: fates}
	l.leads(t, s)
	server := httptest.NewServer(l)
	t.Cleanup(func() {
		server.CloseClientConnections() // the server waits for them
		server.Close()
	})
	l.url = server.URL
	return l
}

// leads has the line lead to another server.
func (l *lossy) leads(t *testing.T, s *served) {
	t.Helper()
	to, err := url.Parse(s.url)
	if err != nil {
		t.Fatal(err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.to = to
}

func (l *lossy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	l.mu.Lock()
	to, what := l.to, arrives
	if r.URL.Path == "/session/keys" {
		l.n++
		what = l.fates(l.n)
	}
	l.mu.Unlock()
	forward := &httputil.ReverseProxy{
		Rewrite:      func(p *httputil.ProxyRequest) { p.SetURL(to); p.Out.Host = p.In.Host },
		ErrorHandler: func(http.ResponseWriter, *http.Request, error) { panic(http.ErrAbortHandler) },
	}
	switch what {
	case arrives:
		forward.ServeHTTP(w, r)
		return
	case unanswered:
		forward.ServeHTTP(httptest.NewRecorder(), r)
	}
	panic(http.ErrAbortHandler) // which drops the line
}

// badly loses three requests of five, one of them after it reached the server.
func badly(n int) fate {
	return []fate{arrives, neverComes, unanswered, neverComes, arrives}[n%5]
}

func TestKeysComeOnceOverALossyLine(t *testing.T) {
	l := before(t, serve(t, web.Options{}), badly)
	client := &http.Client{Transport: &http.Transport{}}
	defer client.CloseIdleConnections()
	c, err := webclient.Open(t.Context(), client, l.url, web.Beginning{Kind: "screen", Width: 100, Height: 30})
	if err != nil {
		t.Fatal(err)
	}
	for _, keys := range []string{"ab", "c", "de", "f", "gi", "j"} {
		if err := c.Keys(t.Context(), strings.Split(keys, "")...); err != nil {
			t.Fatal(err)
		}
	}
	until(t, c, "keys a b c d e f g i j\n")
}

// TestUnsureKeysAreSettledFirst: whoever gave up on a batch does not know whether it was applied. The next one finds out.
func TestUnsureKeysAreSettledFirst(t *testing.T) {
	for name, what := range map[string]fate{"it never came": neverComes, "its answer was lost": unanswered} {
		t.Run(name, func(t *testing.T) {
			ctx, giveUp := context.WithCancel(t.Context())
			l := before(t, serve(t, web.Options{}), func(n int) fate {
				if n > 1 {
					return arrives
				}
				giveUp()
				return what
			})
			client := &http.Client{Transport: &http.Transport{}}
			defer client.CloseIdleConnections()
			c, err := webclient.Open(t.Context(), client, l.url, web.Beginning{Kind: "screen", Width: 100, Height: 30})
			if err != nil {
				t.Fatal(err)
			}
			if err := c.Keys(ctx, "a"); err == nil {
				t.Error("a batch without an answer is taken for applied")
			}
			if err := c.Keys(t.Context(), "b"); err != nil {
				t.Fatal(err)
			}
			until(t, c, "keys a b\n")
		})
	}
}

// netErrors are what a browser complains of when a line is dropped, which is meant here.
var netErrors = []string{"net::ERR_", "the server responded with a status of 404"}

// TestBrowserKeysComeOnceOverALossyLine: a page sends what was lost again, and nothing twice.
func TestBrowserKeysComeOnceOverALossyLine(t *testing.T) {
	c := pagetest.Open(t)
	l := before(t, serve(t, web.Options{}), badly)
	p := c.Open(pagetest.Screen{Width: 1280, Height: 800}, l.url+"/")
	p.Reads("size 1")
	for _, keys := range []string{"abc", "def", "gij"} {
		p.Types(keys)
		p.Reads("keys a b c" + map[string]string{"def": " d e f", "gij": " d e f g i j"}[keys])
	}
	p.Waits(`document.getElementById("status").textContent === ""`)
	c.Quiet(netErrors...)
}

// TestBrowserSaysWhenKeysAreLost: keys that were typed while nothing was known to be wrong, and that a server took with it
// when it went, are not pressed in the next session, and the player is told. While the page says that the line is lost, no
// keys are taken.
func TestBrowserSaysWhenKeysAreLost(t *testing.T) {
	c := pagetest.Open(t)
	lost := false
	old := serve(t, web.Options{})
	l := before(t, old, func(int) fate {
		if lost {
			return neverComes
		}
		return arrives
	})
	p := c.Open(pagetest.Screen{Width: 1280, Height: 800}, l.url+"/")
	p.Reads("size 1")
	p.Types("a")
	p.Reads("keys a")
	p.Press("Enter")
	p.Reads("keys a enter")
	l.mu.Lock()
	lost = true
	l.mu.Unlock()
	p.Types("b")
	p.Reads(words.Say("web.lost"))
	p.Waits(`document.body.classList.contains("lost")`)
	p.Types("c")
	l.leads(t, serve(t, web.Options{}))
	old.end(fmt.Errorf("the server is started again"))
	p.Reads("return code of")
	p.Reads(words.Say("web.missed"))
	l.mu.Lock()
	lost = false
	l.mu.Unlock()
	p.Waits(`!document.body.classList.contains("lost")`)
	p.Types("d")
	p.Reads("keys d\n")
	c.Quiet(netErrors...)
}
