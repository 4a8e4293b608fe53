package web_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"callout/game/workshop"
	"callout/ui/line"
	"callout/ui/pagetest"
	"callout/ui/remote"
	"callout/ui/remote/web"
	"callout/ui/widget"
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
	c := pagetest.Open(t)
	s := serve(t, web.Options{Plain: toyPlain})
	p := c.Open(pagetest.Screen{Width: 1280, Height: 800, Dark: true}, s.url+"/")
	p.Reads("size 1")
	p.Types("abc")
	p.Press("Tab")
	p.Press("ArrowUp")
	p.Press(" ")
	p.Reads("keys a b c tab up space")
	p.Ask("Page.reload", nil, nil)
	p.Reads("keys a b c tab up space")
	p.Types("d")
	p.Reads("keys a b c tab up space d")
	p.Ask("Emulation.setDeviceMetricsOverride", map[string]any{"width": 800, "height": 500, "deviceScaleFactor": 1, "mobile": false}, nil)
	p.Reads("size 8")
	p.Eval(`(() => { const d = new DataTransfer(); d.setData("text/plain", "Ann\nMarie"); document.dispatchEvent(new ClipboardEvent("paste", {clipboardData: d})); })()`)
	p.Reads("name Ann Marie")
	p.Click(`document.querySelector("[data-key=u]")`)
	p.Reads("space d u")
	p.Press("Enter")
	p.Waits(`localStorage.getItem("callout.return") === "code of Ann Marie"`)
	p.Press("F6")
	p.Waits(`document.activeElement.id === "smaller"`)
	p.Press("Escape")
	p.Waits(`document.activeElement.id === "screen"`)
	if heard := p.Hears(); !strings.Contains(heard, "keys a b c tab up space d u") {
		t.Errorf("a screen reader does not find the screen:\n%s", heard)
	}
	p.Eval(`document.getElementById("speak").click()`)
	p.Waits(`document.getElementById("spoken").textContent.includes("name Ann Marie")`)
	p.Types("e")
	p.Waits(`(s => s.includes("space d u enter e") && !s.includes("name Ann Marie"))(document.getElementById("spoken").textContent)`)
	p.Types("q")
	p.Reads("You have left the game.")
	p.Click(`document.getElementById("again")`)
	p.Reads("return code of Ann Marie")
	c.Quiet()
}

// TestBrowserOnPhone: a phone shows eighty columns, large keys press, a key on the screen is pressed by a finger, a field
// that is touched brings up the phone's keyboard, and what that writes arrives letter by letter, also where it changes its mind.
func TestBrowserOnPhone(t *testing.T) {
	c := pagetest.Open(t)
	field := line.NewBlock(30, 1)
	(&widget.Field{}).Draw(field, remote.Caller{Profile: termenv.TrueColor}.Theme(), 30, true, "six letters")
	s := serve(t, web.Options{Door: toyDoor(field.Rows()...), Plain: toyPlain})
	p := c.Open(pagetest.Screen{Width: 390, Height: 844, Dark: true, Phone: true}, s.url+"/#K7Q-M4X")
	p.Reads("size 80 by")
	p.Reads("code K7Q-M4X")
	if wide := p.Eval("document.documentElement.scrollWidth"); wide != 390.0 {
		t.Errorf("the page is %v wide", wide)
	}
	p.Touch(`document.querySelector("[data-press=up]")`)
	p.Touch(`document.querySelector("[data-press=enter]")`)
	p.Reads("keys up enter")
	p.Touch(`document.querySelector("#screen [data-key=space]")`)
	p.Reads("keys up enter space")
	p.Touch(`document.getElementById("type")`)
	p.Waits(`document.activeElement.id === "letters"`)
	p.Touch(`document.getElementById("type")`)
	p.Waits(`document.activeElement.id !== "letters"`)
	p.Waits(`document.body.classList.contains("asked")`)
	p.Touch(`[...document.querySelectorAll("#screen span")].find(part => part.textContent.includes("six letters"))`)
	p.Waits(`document.activeElement.id === "letters"`)
	p.Ask("Input.insertText", map[string]any{"text": "teh"}, nil)
	p.Eval(`(() => { const f = document.getElementById("letters"); f.value = f.value.replace("teh", "the "); f.dispatchEvent(new InputEvent("input", {inputType: "insertReplacementText"})); })()`)
	p.Reads("keys up enter space t e h backspace backspace h e space")
	small := p.Eval(`[...document.querySelectorAll("#pad button, #tools button, #tools a")].filter(b => b.offsetParent && b.getBoundingClientRect().height < 40).length`)
	if small != 0.0 {
		t.Errorf("%v buttons are too small for a finger", small)
	}
	c.Quiet()
}

// TestBrowserAtEverySize: from a small phone to a wall, in both ways of holding it, the screen has its 80 by 24 at least,
// nothing is wider than the window, and larger letters are larger.
func TestBrowserAtEverySize(t *testing.T) {
	c := pagetest.Open(t)
	s := serve(t, web.Options{Plain: toyPlain})
	p := c.Open(pagetest.Screen{Width: 640, Height: 480}, s.url+"/")
	p.Reads("size")
	for _, size := range []pagetest.Screen{
		{Width: 320, Height: 568, Phone: true}, {Width: 844, Height: 390, Phone: true, Dark: true}, {Width: 1024, Height: 768}, {Width: 1920, Height: 1080, Dark: true}, {Width: 3840, Height: 2160},
	} {
		p.Shape(size)
		p.Visit(s.url + "/")
		p.Reads("size")
		p.Waits(`document.querySelectorAll("#screen > div").length >= 24`)
		// The first picture may still be of the size before; the screen is whole as soon as the server has heard of the new one.
		p.Waits(`(() => { const s = document.getElementById("screen").getBoundingClientRect(), t = document.getElementById("terminal").getBoundingClientRect();
			return s.left >= t.left - 1 && s.right <= t.right + 1 && s.bottom <= t.bottom + 1 && document.documentElement.scrollWidth <= innerWidth; })()`)
		before := p.Eval(`parseFloat(getComputedStyle(document.getElementById("screen")).fontSize)`)
		p.Eval(`document.getElementById("larger").click()`)
		p.Waits(fmt.Sprintf(`parseFloat(getComputedStyle(document.getElementById("screen")).fontSize) > %v`, before))
		p.Eval(`document.getElementById("smaller").click()`)
	}
	c.Quiet()
}

// TestBrowserColumnsAgree: what stands in one column of the terminal stands in one column of the page, whatever font lends
// a character: the bar at the end of the row of signs is where its cell is.
func TestBrowserColumnsAgree(t *testing.T) {
	c := pagetest.Open(t)
	row := "● ◐ ✗ ✓ ▸ ★ ◆ ❚ ⇞ é漢字ñ ▁▂▃▄▅▆▇█ ━─╌ |"
	s := serve(t, web.Options{Door: toyDoor(row, "0123456789")})
	p := c.Open(pagetest.Screen{Width: 1280, Height: 800}, s.url+"/")
	p.Reads("0123456789")
	off := p.Eval(`(() => {
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
	c := pagetest.Open(t)
	s := serve(t, web.Options{Plain: toyPlain})
	p := c.Open(pagetest.Screen{Width: 1280, Height: 800, Dark: true}, s.url+"/plain")
	p.Reads("Your name?")
	p.Waits(`document.activeElement.id === "command"`)
	p.Types("look")
	p.Press("Enter")
	p.Reads(`You said "look".`)
	p.Press("ArrowUp")
	p.Waits(`document.getElementById("command").value === "look"`)
	heard := p.Hears()
	for _, want := range []string{"log: ", "heading: look", "StaticText: It is Tuesday, 14:00.", "textbox: Command"} {
		if !strings.Contains(heard, want) {
			t.Errorf("a screen reader does not hear %q:\n%s", want, heard)
		}
	}
	p.Ask("Page.reload", nil, nil)
	p.Reads(`You said "look".`)
	p.Picture("plain-dark")
	phone := c.Open(pagetest.Screen{Width: 390, Height: 844, Phone: true}, s.url+"/plain")
	phone.Reads("Your name?")
	phone.Picture("plain-phone-light")
	c.Quiet()
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
	c := pagetest.Open(t)
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
	quoted := pagetest.Quoted(names)
	screen := c.Open(pagetest.Screen{Width: 1500, Height: 1700}, s.url+"/")
	screen.Reads("size")
	screen.Waits(`document.querySelectorAll("#screen > div").length > 60`)
	missing := screen.Eval(`(() => { const rows = new Set([...document.querySelectorAll("#screen > div")].map(r => r.textContent)); return ` + quoted + `.slice(0, 60).filter(n => !rows.has(n.trimEnd())); })()`)
	if list := missing.([]any); len(list) > 0 {
		t.Errorf("the screen shows %d names otherwise: %q", len(list), list[0])
	}
	said := c.Open(pagetest.Screen{Width: 1280, Height: 800}, s.url+"/plain")
	said.Reads("refresh")
	missing = said.Eval(`(() => { const rows = new Set([...document.querySelectorAll("#log p")].map(r => r.textContent)); return ` + quoted + `.filter(n => !rows.has(n.trim())); })()`)
	if list := missing.([]any); len(list) > 0 {
		t.Errorf("the log shows %d names otherwise: %q", len(list), list[0])
	}
	board := c.Open(pagetest.Screen{Width: 1920, Height: 1080}, s.url+"/board/own")
	board.Reads("The truth")
	board.Waits(`document.querySelector("h1").textContent === ` + pagetest.Quoted(names[0]))
	board.Waits(`performance.getEntriesByType("resource").some(e => e.name.endsWith("/race"))`)
	elements := board.Eval(`[...new Set([...document.querySelectorAll("main *")].map(e => e.localName))].join(" ")`).(string)
	for _, bad := range []string{"script", "iframe", "img", "style", "base", "meta", "foreignObject", "details"} {
		if strings.Contains(" "+elements+" ", " "+bad+" ") {
			t.Errorf("a name became an element: %s", bad)
		}
	}
	if text := board.Eval(`[...document.querySelectorAll(".news span")].map(e => e.textContent)`).([]any); text[0] != names[len(names)-1] {
		t.Errorf("the news say %q", text[0])
	}
	for _, p := range []*pagetest.Tab{screen, said, board} {
		for _, asked := range p.Eval(`performance.getEntriesByType("resource").map(e => e.name)`).([]any) {
			if !strings.HasPrefix(asked.(string), s.url) {
				t.Errorf("a page asks for %s", asked)
			}
		}
	}
	c.Quiet()
	t.Run("the check bites", func(t *testing.T) {
		screen.Eval(`(() => { const s = document.createElement("style"); s.textContent = "body { color: red }"; document.body.append(s); })()`)
		for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
			if len(c.Complaints()) > 0 {
				return
			}
		}
		t.Error("a style in line went unnoticed")
	})
}

// TestBrowserShowsBoard: the wall follows the race without being touched, and nothing on it is cut off or too small.
func TestBrowserShowsBoard(t *testing.T) {
	c := pagetest.Open(t)
	w := raceOf(workshop.Live, birds[:6]...)
	s := serve(t, web.Options{Board: boards(w)})
	p := c.Open(pagetest.Screen{Width: 1920, Height: 1080, Dark: true}, s.url+"/board/own")
	p.Reads("Herons")
	next := *w.picture
	next.Said = append(next.Said, workshop.Said{Text: "Look up!"})
	w.change(&next)
	p.Reads("Look up!")
	for _, link := range []string{"live", "frozen", "truth", "empty"} {
		for _, size := range []pagetest.Screen{{Width: 1920, Height: 1080, Dark: true}, {Width: 1280, Height: 800}, {Width: 390, Height: 844}} {
			p.Shape(size)
			p.Visit(s.url + "/board/" + link)
			p.Waits(`document.querySelector("main footer") && document.fonts.status === "loaded"`)
			name := fmt.Sprintf("board-%s-%d", link, size.Width)
			p.Picture(name)
			if size.Width == 390 {
				if wide := p.Eval("document.documentElement.scrollWidth"); wide != 390.0 {
					t.Errorf("%s is %v wide", name, wide)
				}
			} else if high := p.Eval("document.documentElement.scrollHeight").(float64); high > float64(size.Height) {
				t.Errorf("%s is %v high, and nobody scrolls a wall", name, high)
			}
		}
	}
	c.Quiet()
}

// TestBrowserPictures takes pictures of the pages to look at, where they are wanted.
func TestBrowserPictures(t *testing.T) {
	if os.Getenv("CALLOUT_PICTURES") == "" {
		t.Skip("set CALLOUT_PICTURES to a folder and CALLOUT_LONG=1: there is nothing to check without eyes")
	}
	c := pagetest.Open(t)
	for _, look := range []string{"dark", "light"} {
		play := serve(t, web.Options{Door: toyDoor(shown(t, "true-"+look+"-play.txt")...), Plain: toyPlain})
		for _, size := range []pagetest.Screen{{Width: 1280, Height: 800}, {Width: 390, Height: 844, Phone: true}, {Width: 844, Height: 390, Phone: true}, {Width: 1920, Height: 1080}} {
			size.Dark = look == "dark"
			p := c.Open(size, play.url+"/")
			p.Reads("size")
			p.Picture(fmt.Sprintf("screen-%d-%s", size.Width, look))
		}
	}
}
