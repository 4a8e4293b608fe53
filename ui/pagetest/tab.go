package pagetest

import (
	"encoding/json"
	"time"
)

// Tab is one page of the browser.
type Tab struct {
	*Browser
	session string
	screen  Screen
}

// Screen is what a page is shown on.
type Screen struct {
	Width, Height int  // of the window, in the page's own pixels
	Dark          bool // people like their pages dark
	Phone         bool // it has a touch screen and no mouse
}

// Open opens a page in a context of its own: nothing is kept from other pages.
func (c *Browser) Open(s Screen, url string) *Tab {
	c.t.Helper()
	var made struct{ BrowserContextID, TargetID, SessionID string }
	lone := &Tab{Browser: c}
	lone.Ask("Target.createBrowserContext", nil, &made)
	lone.Ask("Target.createTarget", map[string]any{"url": "about:blank", "browserContextId": made.BrowserContextID, "width": s.Width, "height": s.Height}, &made)
	lone.Ask("Target.attachToTarget", map[string]any{"targetId": made.TargetID, "flatten": true}, &made)
	t := &Tab{Browser: c, session: made.SessionID}
	for _, domain := range []string{"Page", "Runtime", "Log", "DOM", "Accessibility"} {
		t.Ask(domain+".enable", nil, nil)
	}
	t.Shape(s)
	t.Visit(url)
	return t
}

// Shape makes the page be shown on something else.
func (t *Tab) Shape(s Screen) {
	t.t.Helper()
	t.screen = s
	scale := 1
	if s.Phone {
		scale = 2
	}
	t.Ask("Emulation.setTouchEmulationEnabled", map[string]any{"enabled": s.Phone, "maxTouchPoints": 5}, nil)
	t.Ask("Emulation.setDeviceMetricsOverride", map[string]any{"width": s.Width, "height": s.Height, "deviceScaleFactor": scale, "mobile": s.Phone}, nil)
	scheme := "light"
	if s.Dark {
		scheme = "dark"
	}
	t.Ask("Emulation.setEmulatedMedia", map[string]any{"features": []map[string]string{{"name": "prefers-color-scheme", "value": scheme}}}, nil)
}

// Visit goes to another page.
func (t *Tab) Visit(url string) {
	t.t.Helper()
	t.Ask("Page.navigate", map[string]any{"url": url}, nil)
	t.Waits("location.href === " + Quoted(url) + " && document.readyState === 'complete'")
}

// Ask sends a command of the DevTools protocol and waits for its answer, which is put into a value unless that is nil.
func (t *Tab) Ask(method string, params, into any) {
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
