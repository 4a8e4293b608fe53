package web_test

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// long is for what needs a browser.
var long = os.Getenv("CALLOUT_LONG") != ""

// browsers are commands that the browser goes by.
var browsers = []string{"chromium", "chromium-browser", "google-chrome"}

// chromium is a real browser, driven over the two pipes that it reads its commands from and answers on.
type chromium struct {
	t       *testing.T
	to      *os.File
	mu      sync.Mutex
	n       int
	answers map[int]chan reply1
	heard   chan struct{}
	dialogs []string
	console []string // what went wrong, in the browser's own words
}

type reply1 struct {
	Result json.RawMessage
	Error  *struct{ Message string }
}

// openBrowser starts a browser for a test.
func openBrowser(t *testing.T) *chromium {
	t.Helper()
	if !long {
		t.Skip("set CALLOUT_LONG=1: it starts a browser")
	}
	i := slices.IndexFunc(browsers, func(name string) bool { _, err := exec.LookPath(name); return err == nil })
	if i < 0 {
		t.Skipf("none of %v is installed", browsers)
	}
	inR, inW, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	outR, outW, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	folder, err := os.MkdirTemp("", "callout-browser")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(browsers[i], "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars",
		"--disable-background-networking", "--disable-component-update", "--remote-debugging-pipe", "--user-data-dir="+folder, "about:blank")
	cmd.ExtraFiles = []*os.File{inR, outW}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	inR.Close()
	outW.Close()
	c := &chromium{t: t, to: inW, answers: map[int]chan reply1{}, heard: make(chan struct{}, 1)}
	go c.read(outR)
	t.Cleanup(func() {
		c.send("", "Browser.close", nil)
		done := make(chan struct{})
		go func() { cmd.Wait(); close(done) }()
		select {
		case <-done:
		case <-time.After(5 * time.Second):
			cmd.Process.Kill()
			<-done
		}
		inW.Close()
		outR.Close()
		os.RemoveAll(folder)
	})
	return c
}

// read hears answers and events.
func (c *chromium) read(from *os.File) {
	in := bufio.NewReaderSize(from, 1<<20)
	for {
		text, err := in.ReadBytes(0)
		if err != nil {
			return
		}
		var m struct {
			ID        int
			Method    string
			SessionID string `json:"sessionId"`
			Params    json.RawMessage
			reply1
		}
		if json.Unmarshal(text[:len(text)-1], &m) != nil {
			continue
		}
		c.mu.Lock()
		if answer, ok := c.answers[m.ID]; ok && m.ID != 0 {
			delete(c.answers, m.ID)
			answer <- m.reply1
		}
		switch m.Method {
		case "Page.javascriptDialogOpening":
			c.dialogs = append(c.dialogs, string(m.Params))
		case "Log.entryAdded", "Runtime.exceptionThrown":
			c.console = append(c.console, string(m.Params))
		case "Runtime.consoleAPICalled":
			if strings.Contains(string(m.Params), `"type":"error"`) {
				c.console = append(c.console, string(m.Params))
			}
		}
		c.mu.Unlock()
	}
}

func (c *chromium) send(session, method string, params any) chan reply1 {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
	m := map[string]any{"id": c.n, "method": method}
	if params != nil {
		m["params"] = params
	}
	if session != "" {
		m["sessionId"] = session
	}
	answer := make(chan reply1, 1)
	c.answers[c.n] = answer
	text, _ := json.Marshal(m)
	c.to.Write(append(text, 0))
	return answer
}

// tab is one page of the browser.
type tab struct {
	*chromium
	session string
}

// screenOf is what a page is shown on.
type screenOf struct {
	width, height int
	dark, phone   bool
}

// open opens a page in a context of its own: nothing is kept from other pages, unless of is one of them.
func (c *chromium) open(s screenOf, url string) *tab {
	c.t.Helper()
	var made struct{ BrowserContextID, TargetID, SessionID string }
	lone := &tab{chromium: c}
	lone.ask("Target.createBrowserContext", nil, &made)
	lone.ask("Target.createTarget", map[string]any{"url": "about:blank", "browserContextId": made.BrowserContextID, "width": s.width, "height": s.height}, &made)
	lone.ask("Target.attachToTarget", map[string]any{"targetId": made.TargetID, "flatten": true}, &made)
	t := &tab{c, made.SessionID}
	for _, domain := range []string{"Page", "Runtime", "Log", "DOM", "Accessibility"} {
		t.ask(domain+".enable", nil, nil)
	}
	t.shape(s)
	t.visit(url)
	return t
}

// shape makes the page be shown on something else.
func (t *tab) shape(s screenOf) {
	t.t.Helper()
	scale := 1
	if s.phone {
		scale = 2
	}
	t.ask("Emulation.setTouchEmulationEnabled", map[string]any{"enabled": s.phone, "maxTouchPoints": 5}, nil)
	t.ask("Emulation.setDeviceMetricsOverride", map[string]any{"width": s.width, "height": s.height, "deviceScaleFactor": scale, "mobile": s.phone}, nil)
	scheme := "light"
	if s.dark {
		scheme = "dark"
	}
	t.ask("Emulation.setEmulatedMedia", map[string]any{"features": []map[string]string{{"name": "prefers-color-scheme", "value": scheme}}}, nil)
}

// visit goes to another page.
func (t *tab) visit(url string) {
	t.t.Helper()
	t.ask("Page.navigate", map[string]any{"url": url}, nil)
	t.waits("location.href === " + string(mustJSON(t.t, url)) + " && document.readyState === 'complete'")
}

// ask sends a command and waits for its answer.
func (t *tab) ask(method string, params, into any) {
	t.t.Helper()
	select {
	case r := <-t.send(t.session, method, params):
		if r.Error != nil {
			t.t.Fatalf("%s: %s", method, r.Error.Message)
		}
		if into != nil {
			if err := json.Unmarshal(r.Result, into); err != nil {
				t.t.Fatalf("%s: %v", method, err)
			}
		}
	case <-time.After(time.Minute):
		t.t.Fatalf("%s: the browser does not answer", method)
	}
}

// eval is the value of an expression in the page, as JSON has it. The page's own rules do not bind it.
func (t *tab) eval(expression string) any {
	t.t.Helper()
	var r struct {
		Result           struct{ Value any }
		ExceptionDetails *struct{ Text string }
	}
	t.ask("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true, "awaitPromise": true, "userGesture": true}, &r)
	if r.ExceptionDetails != nil {
		t.t.Fatalf("%s: %s", expression, r.ExceptionDetails.Text)
	}
	return r.Result.Value
}

// waits waits until an expression is true.
func (t *tab) waits(expression string) {
	t.t.Helper()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(30 * time.Millisecond) {
		if t.eval("!!("+expression+")") == true {
			return
		}
	}
	t.t.Fatalf("never true: %s\nthe page says: %.3000v\nthe browser: %q", expression, t.eval("document.body?.innerText"), t.console)
}

// reads waits until a text is on the page.
func (t *tab) reads(text string) {
	t.t.Helper()
	quoted, _ := json.Marshal(text)
	t.waits("document.body?.innerText.replaceAll('\\u00a0',' ').includes(" + string(quoted) + ")")
}

// keyCodes are what a keyboard sends with keys that have a name.
var keyCodes = map[string]int{"Enter": 13, "Escape": 27, "Tab": 9, "ArrowUp": 38, "ArrowDown": 40, "Backspace": 8, "F6": 117, "PageDown": 34}

// press presses a key on the keyboard.
func (t *tab) press(key string) {
	t.t.Helper()
	down := map[string]any{"type": "keyDown", "key": key}
	if code, ok := keyCodes[key]; ok {
		down["windowsVirtualKeyCode"], down["code"] = code, key
		if key == "Enter" {
			down["text"] = "\r"
		}
	} else {
		down["text"] = key
	}
	t.ask("Input.dispatchKeyEvent", down, nil)
	t.ask("Input.dispatchKeyEvent", map[string]any{"type": "keyUp", "key": key}, nil)
}

func (t *tab) types(text string) {
	t.t.Helper()
	for _, c := range text {
		t.press(string(c))
	}
}

// touch puts a finger on the middle of an element.
func (t *tab) touch(expression string) {
	t.t.Helper()
	box := t.eval("(() => { const r = (" + expression + ").getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()").([]any)
	point := map[string]any{"x": box[0], "y": box[1]}
	t.ask("Input.dispatchTouchEvent", map[string]any{"type": "touchStart", "touchPoints": []any{point}}, nil)
	t.ask("Input.dispatchTouchEvent", map[string]any{"type": "touchEnd", "touchPoints": []any{}}, nil)
}

// click clicks on the middle of an element.
func (t *tab) click(expression string) {
	t.t.Helper()
	box := t.eval("(() => { const r = (" + expression + ").getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()").([]any)
	for _, kind := range []string{"mousePressed", "mouseReleased"} {
		t.ask("Input.dispatchMouseEvent", map[string]any{"type": kind, "x": box[0], "y": box[1], "button": "left", "clickCount": 1}, nil)
	}
}

// hears is every name in the tree that a screen reader reads, in order.
func (t *tab) hears() string {
	t.t.Helper()
	var tree struct {
		Nodes []struct {
			Ignored bool
			Role    struct{ Value any }
			Name    struct{ Value any }
		}
	}
	t.ask("Accessibility.getFullAXTree", nil, &tree)
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

// picture keeps a picture of the page, where pictures are wanted.
func (t *tab) picture(name string) {
	t.t.Helper()
	if pictures == "" {
		return
	}
	time.Sleep(300 * time.Millisecond)
	var shot struct{ Data string }
	t.ask("Page.captureScreenshot", map[string]any{"format": "png"}, &shot)
	data, err := base64.StdEncoding.DecodeString(shot.Data)
	if err == nil {
		err = os.WriteFile(filepath.Join(pictures, name+".png"), data, 0o644)
	}
	if err != nil {
		t.t.Fatal(err)
	}
}

// quiet holds that no dialog was opened and that the browser complained of nothing.
func (c *chromium) quiet() {
	c.t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, d := range c.dialogs {
		c.t.Errorf("a dialog was opened: %s", d)
	}
	for _, e := range c.console {
		c.t.Errorf("the browser complains: %s", e)
	}
}
