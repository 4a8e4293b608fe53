package web_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"callout/ui/remote/web"
	"callout/ui/remote/web/webclient"
)

// begin begins a session that is over with the test.
func begin(t *testing.T, s *served, b web.Beginning) *webclient.Client {
	t.Helper()
	if b.Kind == "" {
		b.Kind, b.Width, b.Height = "screen", 100, 30
	}
	c, err := webclient.Open(t.Context(), http.DefaultClient, s.url, b)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// until listens until the screen says a text.
func until(t *testing.T, c *webclient.Client, text string) {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), 20*time.Second)
	defer stop()
	err := c.Listen(ctx, func(webclient.Event) bool { return !strings.Contains(c.Text(), text) })
	if err != nil || !strings.Contains(c.Text(), text) {
		t.Fatalf("%q is not there: %v\n%s", text, err, c.Text())
	}
}

func TestKeysComeOnceAndInOrder(t *testing.T) {
	s := serve(t, web.Options{})
	c := begin(t, s, web.Beginning{})
	until(t, c, "size 100 by 30")
	ctx := t.Context()
	if err := c.Keys(ctx, "a", "up", "space"); err != nil {
		t.Fatal(err)
	}
	again := web.Batch{N: 1, Events: []web.Event{{Key: "a"}, {Key: "up"}, {Key: "space"}}}
	for range 3 {
		if err := c.GiveBatch(ctx, again); err != nil {
			t.Fatal(err)
		}
	}
	var refused *webclient.Refused
	if err := c.GiveBatch(ctx, web.Batch{N: 7, Events: []web.Event{{Key: "x"}}}); !errors.As(err, &refused) || refused.Status != http.StatusConflict {
		t.Errorf("a batch with a gap before it: %v", err)
	}
	if err := c.GiveBatch(ctx, web.Batch{N: 9}); err != nil {
		t.Errorf("a sign of life: %v", err)
	}
	if err := c.Give(ctx, web.Event{Size: &web.Size{Width: 1 << 31, Height: -1}}, web.Event{Paste: "Ann\x1b[2J\nMarie"}, web.Event{Key: "b"}); err != nil {
		t.Fatal(err)
	}
	until(t, c, "size 400 by 5")
	until(t, c, "keys a up space b")
	until(t, c, "name Ann[2J Marie")
}

func TestReaderComesBack(t *testing.T) {
	s := serve(t, web.Options{})
	c := begin(t, s, web.Beginning{})
	until(t, c, "size 100 by 30")
	if err := c.Keys(t.Context(), "a"); err != nil {
		t.Fatal(err)
	}
	until(t, c, "keys a") // a second stream, which goes on where the first one was
	moved := make(chan bool, 1)
	listening := make(chan struct{})
	go func() {
		last := ""
		c.Listen(t.Context(), func(e webclient.Event) bool {
			if e.Name == "hello" {
				close(listening)
			}
			last = e.Name
			return true
		})
		moved <- last == "moved"
	}()
	<-listening
	until(t, c, "keys a")
	if !<-moved {
		t.Error("the first reader was not told that another one came")
	}
}

func TestReturnCodeIsKept(t *testing.T) {
	s := serve(t, web.Options{})
	c := begin(t, s, web.Beginning{})
	if err := c.Give(t.Context(), web.Event{Paste: "Ann"}, web.Event{Key: "enter"}); err != nil {
		t.Fatal(err)
	}
	c.Listen(t.Context(), func(webclient.Event) bool { return c.Code() == "" })
	if c.Code() != "code of Ann" {
		t.Errorf("the browser keeps %q", c.Code())
	}
	back := begin(t, s, web.Beginning{Kind: "screen", Width: 80, Height: 24, Return: c.Code()})
	until(t, back, "return code of Ann")
}

func TestLineByLine(t *testing.T) {
	s := serve(t, web.Options{Plain: toyPlain})
	c := begin(t, s, web.Beginning{Kind: "plain"})
	until(t, c, "Your name?")
	if err := c.Line(t.Context(), "Ann \x1b[31m"); err != nil {
		t.Fatal(err)
	}
	until(t, c, "> Ann [31m\nYou said \"Ann [31m\".")
	if err := c.Line(t.Context(), "quit"); err != nil {
		t.Fatal(err)
	}
	var last webclient.Event
	c.Listen(t.Context(), func(e webclient.Event) bool { last = e; return true })
	if last.Name != "end" || !strings.Contains(string(last.Data), "left") {
		t.Errorf("the last event is %s %s", last.Name, last.Data)
	}
	if err := c.Listen(t.Context(), func(webclient.Event) bool { return true }); err == nil {
		t.Error("a session that is over can still be read")
	}
}

func TestFaultEndsOneSession(t *testing.T) {
	s := serve(t, web.Options{})
	one, other := begin(t, s, web.Beginning{}), begin(t, s, web.Beginning{})
	if err := one.Keys(t.Context(), "!"); err != nil {
		t.Fatal(err)
	}
	var last webclient.Event
	one.Listen(t.Context(), func(e webclient.Event) bool { last = e; return true })
	if last.Name != "end" || !strings.Contains(string(last.Data), "fault") {
		t.Errorf("the last event is %s %s", last.Name, last.Data)
	}
	if err := other.Keys(t.Context(), "a"); err != nil {
		t.Fatal(err)
	}
	until(t, other, "keys a")
}

// TestAKeyForASessionThatIsOver is refused, and nobody thinks that it was pressed; what was applied before stays so.
func TestAKeyForASessionThatIsOver(t *testing.T) {
	c := begin(t, serve(t, web.Options{}), web.Beginning{})
	if err := c.Keys(t.Context(), "q"); err != nil {
		t.Fatal(err)
	}
	var refused *webclient.Refused
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		err := c.Keys(t.Context(), "a")
		if errors.As(err, &refused) && refused.Status == http.StatusNotFound {
			break
		}
		if err != nil || time.Now().After(end) {
			t.Fatalf("the session is over, and a key is answered with %v", err)
		}
	}
	if err := c.GiveBatch(t.Context(), web.Batch{N: 1, Events: []web.Event{{Key: "q"}}}); err != nil {
		t.Errorf("the batch that ended the session was applied, and is answered with %v", err)
	}
	var last webclient.Event
	c.Listen(t.Context(), func(e webclient.Event) bool { last = e; return true })
	if last.Name != "end" {
		t.Errorf("the page is told %s at last", last.Name)
	}
}

func TestStopSaysWhy(t *testing.T) {
	s := serve(t, web.Options{})
	c := begin(t, s, web.Beginning{})
	until(t, c, "size")
	listening, told := make(chan struct{}), make(chan webclient.Event, 1)
	go func() {
		var last webclient.Event
		c.Listen(t.Context(), func(e webclient.Event) bool {
			if e.Name == "hello" {
				close(listening)
			}
			last = e
			return true
		})
		told <- last
	}()
	<-listening
	s.end(errors.New("The server is updated."))
	if e := <-told; e.Name != "end" || !strings.Contains(string(e.Data), "updated") || !strings.Contains(string(e.Data), `"again":true`) {
		t.Errorf("the last event is %s %s", e.Name, e.Data)
	}
	if err := <-s.out; err != nil {
		t.Errorf("the server ends with %v", err)
	}
	s.out <- nil
}

// TestPollGetsTheSame: where something on the way holds back answers that do not end, each answer is one step.
func TestPollGetsTheSame(t *testing.T) {
	s := serve(t, web.Options{})
	id := beginByHand(t, s)
	var bodies []string
	seen := ""
	for range 2 {
		r := ours(t, "GET", s.url+"/session/frames", "")
		r.Header.Set("Callout-Session", id)
		r.Header.Set("Callout-Poll", "1")
		r.Header.Set("Last-Event-ID", seen)
		status, body := answer(t, r)
		if status != http.StatusOK {
			t.Fatalf("status %d: %s", status, body)
		}
		bodies = append(bodies, body)
		if _, rest, ok := strings.Cut(body, "id: "); ok {
			seen, _, _ = strings.Cut(rest, "\n")
		}
		if strings.Contains(body, `size 100 by 30`) {
			return
		}
	}
	t.Errorf("no frame came: %q", bodies)
}

// ours is a request as the page makes it.
func ours(t *testing.T, method, url, body string) *http.Request {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Callout", "1")
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/json")
	}
	return r
}

// answer is what a request comes to.
func answer(t *testing.T, r *http.Request) (int, string) {
	t.Helper()
	a, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Body.Close()
	body, err := io.ReadAll(a.Body)
	if err != nil {
		t.Fatal(err)
	}
	return a.StatusCode, string(body)
}

// beginByHand is the secret of a new session.
func beginByHand(t *testing.T, s *served) string {
	t.Helper()
	status, body := answer(t, ours(t, "POST", s.url+"/session", `{"kind":"screen","w":100,"h":30,"light":false,"motion":true}`))
	_, id, _ := strings.Cut(body, `"id":"`)
	id, _, _ = strings.Cut(id, `"`)
	if status != http.StatusCreated || len(id) < 26 {
		t.Fatalf("%d %s", status, body)
	}
	return id
}
