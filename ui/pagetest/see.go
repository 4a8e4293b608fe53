package pagetest

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Eval is the value of an expression in the page, as JSON has it. The page's own rules do not bind it.
func (t *Tab) Eval(expression string) any {
	t.t.Helper()
	var r struct {
		Result           struct{ Value any }
		ExceptionDetails *struct{ Text string }
	}
	t.Ask("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true, "awaitPromise": true, "userGesture": true}, &r)
	if r.ExceptionDetails != nil {
		t.t.Fatalf("%s: %s", expression, r.ExceptionDetails.Text)
	}
	return r.Result.Value
}

// Waits waits until an expression is true.
func (t *Tab) Waits(expression string) {
	t.t.Helper()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(30 * time.Millisecond) {
		if t.Eval("!!("+expression+")") == true {
			return
		}
	}
	t.t.Fatalf("never true: %s\nthe page says: %.3000v\nthe browser: %q", expression, t.Eval("document.body?.innerText"), t.Complaints())
}

// Reads waits until a text is on the page.
func (t *Tab) Reads(text string) {
	t.t.Helper()
	t.Waits("document.body?.innerText.replaceAll('\\u00a0',' ').includes(" + Quoted(text) + ")")
}

// Quoted is a value as an expression of a page has it.
func Quoted(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // of text and lists of text there always is one
	}
	return string(text)
}

// Hears is every name in the tree that a screen reader reads, in order.
func (t *Tab) Hears() string {
	t.t.Helper()
	var tree struct {
		Nodes []struct {
			Ignored bool
			Role    struct{ Value any }
			Name    struct{ Value any }
		}
	}
	t.Ask("Accessibility.getFullAXTree", nil, &tree)
	var b strings.Builder
	for _, n := range tree.Nodes {
		if name := fmt.Sprint(n.Name.Value); !n.Ignored && n.Name.Value != nil && name != "" {
			fmt.Fprintf(&b, "%v: %s\n", n.Role.Value, name)
		}
	}
	return b.String()
}

// pictures is where pictures of the pages are kept to be looked at; or empty.
var pictures = os.Getenv("CALLOUT_PICTURES")

// settled is how long a page is given before its picture is taken.
const settled = 500 * time.Millisecond

// Pictures keeps pictures of the page on several screens, where pictures are wanted, and leaves it on the one where it was.
func (t *Tab) Pictures(name string, on ...Screen) {
	t.t.Helper()
	if pictures == "" {
		return
	}
	before := t.screen
	for _, s := range on {
		t.Shape(s)
		t.Picture(fmt.Sprintf("%s-%d", name, s.Width))
	}
	t.Shape(before)
	time.Sleep(settled)
}

// Picture keeps a picture of the page, where pictures are wanted.
func (t *Tab) Picture(name string) {
	t.t.Helper()
	if pictures == "" {
		return
	}
	time.Sleep(settled)
	var shot struct{ Data string }
	t.Ask("Page.captureScreenshot", map[string]any{"format": "png"}, &shot)
	data, err := base64.StdEncoding.DecodeString(shot.Data)
	if err == nil {
		err = os.WriteFile(filepath.Join(pictures, name+".png"), data, 0o644)
	}
	if err != nil {
		t.t.Fatal(err)
	}
}
