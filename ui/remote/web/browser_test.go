package web_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"callout/ui/remote/web"
)

// shown is a screen of the game in full colour, for pictures.
func shown(t *testing.T, name string) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "TestColours", name))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimRight(string(data), "\n"), "\n")
}

// TestBrowserPlays: a person with a keyboard plays in a real browser: keys arrive once and in order, a new size is told, a
// reload comes back to the same screen, text is pasted, a key on the screen can be clicked, a return code is kept.
func TestBrowserPlays(t *testing.T) {
	c := openBrowser(t)
	s := serve(t, web.Options{Plain: toyPlain})
	p := c.open(screenOf{width: 1280, height: 800, dark: true}, s.url+"/")
	p.reads("size 1")
	p.types("abc")
	p.press("Tab")
	p.press("ArrowUp")
	p.press(" ")
	p.reads("keys a b c tab up space")
	p.ask("Page.reload", nil, nil)
	p.reads("keys a b c tab up space")
	p.types("d")
	p.reads("keys a b c tab up space d")
	p.ask("Emulation.setDeviceMetricsOverride", map[string]any{"width": 800, "height": 500, "deviceScaleFactor": 1, "mobile": false}, nil)
	p.reads("size 8")
	p.eval(`(() => { const d = new DataTransfer(); d.setData("text/plain", "Ann\nMarie"); document.dispatchEvent(new ClipboardEvent("paste", {clipboardData: d})); })()`)
	p.reads("name Ann Marie")
	p.click(`document.querySelector("[data-key=u]")`)
	p.reads("space d u")
	p.press("Enter")
	p.waits(`localStorage.getItem("callout.return") === "code of Ann Marie"`)
	p.press("F6")
	p.waits(`document.activeElement.id === "smaller"`)
	p.press("Escape")
	p.waits(`document.activeElement.id === "screen"`)
	if heard := p.hears(); !strings.Contains(heard, "keys a b c tab up space d u") {
		t.Errorf("a screen reader does not find the screen:\n%s", heard)
	}
	p.types("q")
	p.reads("You have left the game.")
	p.click(`document.getElementById("again")`)
	p.reads("return code of Ann Marie")
	c.quiet()
}
