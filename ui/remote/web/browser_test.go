package web_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"callout/game/workshop"
	"callout/ui/remote"
	"callout/ui/remote/web"
)

// shown is a screen of the game in full colour, for pictures.
func shown(t *testing.T, name string) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "TestColours", name))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.ReplaceAll(strings.TrimRight(string(data), "\n"), "␛", "\x1b"), "\n")
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
	p.eval(`document.getElementById("speak").click()`)
	p.waits(`document.getElementById("spoken").textContent.includes("name Ann Marie")`)
	p.types("e")
	p.waits(`(s => s.includes("space d u enter e") && !s.includes("name Ann Marie"))(document.getElementById("spoken").textContent)`)
	p.types("q")
	p.reads("You have left the game.")
	p.click(`document.getElementById("again")`)
	p.reads("return code of Ann Marie")
	c.quiet()
}

// TestBrowserOnPhone: a phone shows eighty columns, large keys press, a key on the screen is pressed by a finger, and what
// its keyboard writes arrives letter by letter, also where it changes its mind.
func TestBrowserOnPhone(t *testing.T) {
	c := openBrowser(t)
	s := serve(t, web.Options{Plain: toyPlain})
	p := c.open(screenOf{width: 390, height: 844, dark: true, phone: true}, s.url+"/#K7Q-M4X")
	p.reads("size 80 by")
	p.reads("code K7Q-M4X")
	if wide := p.eval("document.documentElement.scrollWidth"); wide != 390.0 {
		t.Errorf("the page is %v wide", wide)
	}
	p.touch(`document.querySelector("[data-press=up]")`)
	p.touch(`document.querySelector("[data-press=enter]")`)
	p.reads("keys up enter")
	p.touch(`document.querySelector("#screen [data-key=space]")`)
	p.reads("keys up enter space")
	p.touch(`document.getElementById("type")`)
	p.waits(`document.activeElement.id === "letters"`)
	p.ask("Input.insertText", map[string]any{"text": "teh"}, nil)
	p.eval(`(() => { const f = document.getElementById("letters"); f.value = f.value.replace("teh", "the "); f.dispatchEvent(new InputEvent("input", {inputType: "insertReplacementText"})); })()`)
	p.reads("keys up enter space t e h backspace backspace h e space")
	small := p.eval(`[...document.querySelectorAll("#pad button, #tools button, #tools a")].filter(b => b.offsetParent && b.getBoundingClientRect().height < 40).length`)
	if small != 0.0 {
		t.Errorf("%v buttons are too small for a finger", small)
	}
	c.quiet()
}

// TestBrowserAtEverySize: from a small phone to a wall, in both ways of holding it, the screen has its 80 by 24 at least,
// nothing is wider than the window, and larger letters are larger.
func TestBrowserAtEverySize(t *testing.T) {
	c := openBrowser(t)
	s := serve(t, web.Options{Plain: toyPlain})
	p := c.open(screenOf{width: 640, height: 480}, s.url+"/")
	p.reads("size")
	for _, size := range []screenOf{
		{width: 320, height: 568, phone: true}, {width: 844, height: 390, phone: true, dark: true}, {width: 1024, height: 768}, {width: 1920, height: 1080, dark: true}, {width: 3840, height: 2160},
	} {
		p.shape(size)
		p.visit(s.url + "/")
		p.reads("size")
		p.waits(`document.querySelectorAll("#screen > div").length >= 24`)
		// The first picture may still be of the size before; the screen is whole as soon as the server has heard of the new one.
		p.waits(`(() => { const s = document.getElementById("screen").getBoundingClientRect(), t = document.getElementById("terminal").getBoundingClientRect();
			return s.left >= t.left - 1 && s.right <= t.right + 1 && s.bottom <= t.bottom + 1 && document.documentElement.scrollWidth <= innerWidth; })()`)
		before := p.eval(`parseFloat(getComputedStyle(document.getElementById("screen")).fontSize)`)
		p.eval(`document.getElementById("larger").click()`)
		p.waits(fmt.Sprintf(`parseFloat(getComputedStyle(document.getElementById("screen")).fontSize) > %v`, before))
		p.eval(`document.getElementById("smaller").click()`)
	}
	c.quiet()
}

// TestBrowserColumnsAgree: what stands in one column of the terminal stands in one column of the page, whatever font lends
// a character: the bar at the end of the row of signs is where its cell is.
func TestBrowserColumnsAgree(t *testing.T) {
	c := openBrowser(t)
	row := "● ◐ ✗ ✓ ▸ ★ ◆ ❚ ⇞ é漢字ñ ▁▂▃▄▅▆▇█ ━─╌ |"
	s := serve(t, web.Options{Door: toyDoor(row, "0123456789")})
	p := c.open(screenOf{width: 1280, height: 800}, s.url+"/")
	p.reads("0123456789")
	off := p.eval(`(() => {
		const rows = [...document.querySelectorAll("#screen > div")], row = rows.find(r => r.textContent.includes("⇞")), digits = rows.find(r => r.textContent === "0123456789");
		const walk = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
		let last; while (walk.nextNode()) last = walk.currentNode;
		const at = document.createRange(); at.setStart(last, last.length - 1); at.setEnd(last, last.length);
		const ten = document.createRange(); ten.selectNodeContents(digits);
		return at.getBoundingClientRect().left - row.getBoundingClientRect().left - ` + fmt.Sprint(ansi.StringWidth(row)-1) + ` * ten.getBoundingClientRect().width / 10;
	})()`).(float64)
	if off < -1.5 || off > 1.5 {
		t.Errorf("the last character is %.1f pixels beside its cell", off)
	}
}

// TestBrowserLineByLine: what is said stands in a log that a screen reader speaks, every command is a heading, and typing
// is all that is needed.
func TestBrowserLineByLine(t *testing.T) {
	c := openBrowser(t)
	s := serve(t, web.Options{Plain: toyPlain})
	p := c.open(screenOf{width: 1280, height: 800, dark: true}, s.url+"/plain")
	p.reads("Your name?")
	p.waits(`document.activeElement.id === "command"`)
	p.types("look")
	p.press("Enter")
	p.reads(`You said "look".`)
	p.press("ArrowUp")
	p.waits(`document.getElementById("command").value === "look"`)
	heard := p.hears()
	for _, want := range []string{"log: ", "heading: look", "StaticText: It is Tuesday, 14:00.", "textbox: Command"} {
		if !strings.Contains(heard, want) {
			t.Errorf("a screen reader does not hear %q:\n%s", want, heard)
		}
	}
	p.ask("Page.reload", nil, nil)
	p.reads(`You said "look".`)
	p.picture("plain-dark")
	phone := c.open(screenOf{width: 390, height: 844, phone: true}, s.url+"/plain")
	phone.reads("Your name?")
	phone.picture("plain-phone-light")
	c.quiet()
}

// hostileNames are names that got past every cleaning.
func hostileNames() []string {
	names := []string{
		"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", `"><svg onload=alert(1)>`, "javascript:alert(1)", "{{.}}", "${alert(1)}",
		"</title><script>alert(1)</script>", "<iframe src=javascript:alert(1)>", "' onmouseover='alert(1)", "&lt;b&gt;", "<!--", "]]>", "<style>*{display:none}</style>",
		"<a href=//elsewhere.example>x</a>", "<base href=//elsewhere.example/>", "</text><script>alert(1)</script>", "<foreignObject><body onload=alert(1)>", "\u003cscript\u003ealert(1)\u003c/script\u003e",
		"<details open ontoggle=alert(1)>", "<meta http-equiv=refresh content=0>",
	}
	for i := range 180 {
		names = append(names, fmt.Sprintf("%s%d<b>%s", names[i%20], i, names[(i*7)%20]))
	}
	return names
}

// TestBrowserRunsNoNames: 200 names that are made to run, and that no cleaning touched, are text on every page: no dialog,
// no report of the policy, and the text is equal to the name.
func TestBrowserRunsNoNames(t *testing.T) {
	c := openBrowser(t)
	names := hostileNames()
	w := raceOf(workshop.RevealedAll, names[:20]...)
	for _, n := range names {
		w.picture.Said = append(w.picture.Said, workshop.Said{Text: n})
	}
	w.picture.Title = names[0]
	door := func(ctx context.Context, caller remote.Caller) (tea.Model, error) {
		return toyDoor(names...)(ctx, caller)
	}
	plain := func(_ context.Context, _ remote.Caller, in io.Reader, out io.Writer) error {
		for _, n := range names {
			fmt.Fprintln(out, n)
		}
		_, err := io.Copy(io.Discard, in)
		return err
	}
	s := serve(t, web.Options{Door: door, Plain: plain, Board: boards(w), Title: names[1]})
	quoted, err := json.Marshal(names)
	if err != nil {
		t.Fatal(err)
	}
	screen := c.open(screenOf{width: 1500, height: 1700}, s.url+"/")
	screen.reads("size")
	screen.waits(`document.querySelectorAll("#screen > div").length > 60`)
	missing := screen.eval(`(() => { const rows = new Set([...document.querySelectorAll("#screen > div")].map(r => r.textContent)); return ` + string(quoted) + `.slice(0, 60).filter(n => !rows.has(n.trimEnd())); })()`)
	if list := missing.([]any); len(list) > 0 {
		t.Errorf("the screen shows %d names otherwise: %q", len(list), list[0])
	}
	said := c.open(screenOf{width: 1280, height: 800}, s.url+"/plain")
	said.reads("refresh")
	missing = said.eval(`(() => { const rows = new Set([...document.querySelectorAll("#log p")].map(r => r.textContent)); return ` + string(quoted) + `.filter(n => !rows.has(n.trim())); })()`)
	if list := missing.([]any); len(list) > 0 {
		t.Errorf("the log shows %d names otherwise: %q", len(list), list[0])
	}
	board := c.open(screenOf{width: 1920, height: 1080}, s.url+"/board/own")
	board.reads("The truth")
	board.waits(`document.querySelector("h1").textContent === ` + string(mustJSON(t, names[0])))
	board.waits(`performance.getEntriesByType("resource").some(e => e.name.endsWith("/race"))`)
	elements := board.eval(`[...new Set([...document.querySelectorAll("main *")].map(e => e.localName))].join(" ")`).(string)
	for _, bad := range []string{"script", "iframe", "img", "style", "base", "meta", "foreignObject", "details"} {
		if strings.Contains(" "+elements+" ", " "+bad+" ") {
			t.Errorf("a name became an element: %s", bad)
		}
	}
	if text := board.eval(`[...document.querySelectorAll(".news span")].map(e => e.textContent)`).([]any); text[0] != names[len(names)-1] {
		t.Errorf("the news say %q", text[0])
	}
	for _, p := range []*tab{screen, said, board} {
		for _, asked := range p.eval(`performance.getEntriesByType("resource").map(e => e.name)`).([]any) {
			if !strings.HasPrefix(asked.(string), s.url) {
				t.Errorf("a page asks for %s", asked)
			}
		}
	}
	c.quiet()
	t.Run("the check bites", func(t *testing.T) {
		screen.eval(`(() => { const s = document.createElement("style"); s.textContent = "body { color: red }"; document.body.append(s); })()`)
		for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
			c.mu.Lock()
			n := len(c.console)
			c.mu.Unlock()
			if n > 0 {
				return
			}
		}
		t.Error("a style in line went unnoticed")
	})
}

func mustJSON(t *testing.T, v any) []byte {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// TestBrowserShowsBoard: the wall follows the race without being touched, and nothing on it is cut off or too small.
func TestBrowserShowsBoard(t *testing.T) {
	c := openBrowser(t)
	w := raceOf(workshop.Live, birds[:6]...)
	s := serve(t, web.Options{Board: boards(w)})
	p := c.open(screenOf{width: 1920, height: 1080, dark: true}, s.url+"/board/own")
	p.reads("Herons")
	next := *w.picture
	next.Said = append(next.Said, workshop.Said{Text: "Look up!"})
	w.change(&next)
	p.reads("Look up!")
	for _, link := range []string{"live", "frozen", "truth", "empty"} {
		for _, size := range []screenOf{{width: 1920, height: 1080, dark: true}, {width: 1280, height: 800}, {width: 390, height: 844}} {
			p.shape(size)
			p.visit(s.url + "/board/" + link)
			p.waits(`document.querySelector("main footer") && document.fonts.status === "loaded"`)
			name := fmt.Sprintf("board-%s-%d", link, size.width)
			p.picture(name)
			if size.width == 390 {
				if wide := p.eval("document.documentElement.scrollWidth"); wide != 390.0 {
					t.Errorf("%s is %v wide", name, wide)
				}
			} else if high := p.eval("document.documentElement.scrollHeight").(float64); high > float64(size.height) {
				t.Errorf("%s is %v high, and nobody scrolls a wall", name, high)
			}
		}
	}
	c.quiet()
}

// TestBrowserPictures takes pictures of the pages to look at, where they are wanted.
func TestBrowserPictures(t *testing.T) {
	if pictures == "" {
		t.Skip("set CALLOUT_PICTURES to a folder and CALLOUT_LONG=1: there is nothing to check without eyes")
	}
	c := openBrowser(t)
	for _, look := range []string{"dark", "light"} {
		play := serve(t, web.Options{Door: toyDoor(shown(t, "true-"+look+"-play.txt")...), Plain: toyPlain})
		for _, size := range []screenOf{{width: 1280, height: 800}, {width: 390, height: 844, phone: true}, {width: 844, height: 390, phone: true}, {width: 1920, height: 1080}} {
			size.dark = look == "dark"
			p := c.open(size, play.url+"/")
			p.reads("size")
			p.picture(fmt.Sprintf("screen-%d-%s", size.width, look))
		}
	}
}
