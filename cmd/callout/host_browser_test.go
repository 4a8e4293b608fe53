//go:build unix

package main

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"callout/game/words"
	"callout/game/workshop/lead"
	"callout/ui/pagetest"
)

// Screens on which people look at the pages.
var (
	laptop    = pagetest.Screen{Width: 1280, Height: 800, Dark: true}
	phone     = pagetest.Screen{Width: 390, Height: 844, Dark: true, Phone: true}
	projector = pagetest.Screen{Width: 1920, Height: 1080, Dark: true}
)

// room is a workshop that is looked at in a browser: a player's page and the wall.
type room struct {
	*hosted
	page, wall *pagetest.Tab
}

// reads waits until the player's page says all of the texts, and takes its picture under a name where pictures are wanted.
func (r *room) reads(name string, texts ...string) {
	r.t.Helper()
	for _, text := range texts {
		r.page.Reads(text)
	}
	r.page.Pictures("page-"+name, phone, laptop, projector)
}

// shows is reads for the wall.
func (r *room) shows(name string, texts ...string) {
	r.t.Helper()
	for _, text := range texts {
		r.wall.Reads(text)
	}
	r.wall.Pictures("wall-"+name, phone, laptop, projector)
}

// tells holds that a screen reader finds things on a page: "role: name", a line each.
func (r *room) tells(p *pagetest.Tab, things ...string) {
	r.t.Helper()
	heard := p.Hears()
	for _, thing := range things {
		if !strings.Contains(heard, thing) {
			r.t.Errorf("a screen reader does not find %q in:\n%s", thing, heard)
		}
	}
}

// button is an element of the player's page by what it does.
func button(key string) string { return `document.querySelector("[data-press=` + key + `]")` }

// atCursor is the item that the cursor is on.
const atCursor = `[...document.querySelectorAll("#screen > div")].map(row => /▸.*?([ARM]-\d{3})\s/.exec(row.textContent)?.[1]).find(item => item)`

// TestHostPlaysInABrowser plays a workshop in a browser with the real server, from the code on the wall to the debrief that is
// taken home. In the middle of a round the server is killed and started again, and the page comes back by itself.
func TestHostPlaysInABrowser(t *testing.T) {
	c := pagetest.Open(t)
	folder := t.TempDir()
	args := []string{"--store", filepath.Join(folder, "workshops.db"), "--host-key", filepath.Join(folder, "key"), "--rehearse=3"}
	h := startHost(t, append(args, "--http", "127.0.0.1:0")...)
	at := h.web
	r := &room{hosted: h, page: c.Open(laptop, at+"/"), wall: c.Open(projector, at+"/board/"+h.code)}
	p := r.page

	r.shows("lobby", h.code, at+"/")
	r.reads("code", "THE CODE OF YOUR ROOM")
	r.tells(p, "heading: Callout", "application: "+words.Say("web.screen"), "link: "+words.Say("web.plain_short"), "button: "+words.Say("web.larger"))
	p.Types(h.code)
	p.Press("Enter")
	r.reads("name", "WHAT SHALL WE CALL YOU?")
	p.Types("Mara Hostetler")
	p.Press("Enter")
	r.reads("team", "WHO DO YOU PLAY WITH?")
	p.Press("ArrowDown")
	p.Press("Enter")
	r.reads("lobby", "YOUR RETURN CODE")
	r.shows("joined", "Mara Hostetler")

	r.order("next")
	r.reads("briefing", "get ready", "You are Application Operations")
	r.shows("briefing", words.Say("web.board.phase.prepare"))
	p.Press(" ")
	p.Reads("you are ready")
	r.asks("seats", `Mara Hostetler.*ready`)

	r.order("next")
	r.reads("play", "Mon 09:00")
	p.Press("r")
	p.Reads("Order given: read R-001.")
	p.Press(" ")
	p.Reads("Mon 10:00")
	p.Click(`document.getElementById("touch")`)
	p.Click(button("space"))
	p.Reads("Mon 11:00")
	p.Shape(phone)
	p.Waits(button("down") + `.offsetParent`)
	r.tells(p, "group: "+words.Say("web.pad"), "button: "+words.Say("web.key.down"), "button: space")
	before := p.Eval(atCursor).(string)
	p.Touch(button("down"))
	p.Waits(atCursor + ` !== ` + pagetest.Quoted(before))
	p.Touch(button("space"))
	p.Reads("Mon 12:00")
	p.Shape(laptop)
	r.asks("teams", `^t4 .*: 3 turns ended`)

	r.order("say Look at the wall for a moment.")
	r.reads("said", "Facilitator: Look at the wall for a moment.")
	r.order("inject outage severe yes")
	r.shows("event", "Look at the wall for a moment.", lead.EventTitle("outage"))
	r.tells(r.wall, "columnheader: "+words.Say("web.board.team"), "rowheader: Mara Hostetler", "image: "+words.Say("race.chart.title", "gauge", words.Say("race.gauge.queue")))
	r.order("freeze")
	r.shows("frozen", "The board has stood still since")

	r.ends(syscall.SIGKILL)
	r.reads("lost", words.Say("web.lost"))
	r.wall.Reads(words.Say("web.lost"))
	p.Waits(`document.querySelector("[role=status]").textContent === ` + pagetest.Quoted(words.Say("web.lost")))
	p.Press(" ") // which nobody takes
	r.hosted = startHost(t, append(args, "--http", strings.TrimPrefix(at, "http://"))...)
	r.reads("back", "You are where you were", "Mon 12:00")
	p.Waits(`document.getElementById("status").textContent === ""`)
	r.wall.Waits(`document.getElementById("status").textContent === "" && document.getElementById("race").className === "frozen"`)
	r.asks("teams", `^t4 .*: 3 turns ended`)
	p.Press("c") // until the outage is heard of: what rings first hangs on the room's own seed
	p.Waits(`/A-\d{3}\s/.test(document.body.innerText)`)
	r.reads("alarm")

	r.order("unfreeze", "next yes")
	r.reads("results", "YOU AND THE ROOM")
	r.shows("results", words.Say("web.board.phase.result"))
	r.order("next")
	r.reads("talk", "Whose number was close?")
	r.order("next")
	p.Reads("get ready")
	r.order("next")
	r.reads("again", "Round 2 of 2: play")
	r.order("next yes", "reveal yes")
	r.shows("truth", words.Say("web.board.truth"), words.Say("race.outcome.title"), "Mara Hostetler")
	r.tells(r.wall, "image: "+words.Say("race.outcome.title"), "columnheader: "+words.Say("web.board.total"))
	r.order("next", "next")
	r.reads("debrief", "Was it enough?")
	p.Waits(`document.getElementById("home").offsetParent`)
	r.tells(p, "link: "+words.Say("web.home"))
	r.shows("debrief", words.Say("web.board.seed"))

	home := c.Open(phone, p.Eval(`document.getElementById("home").href`).(string))
	home.Reads("Night trains")
	home.Pictures("home", phone, laptop, projector)
	r.tells(home, "heading: ")
	r.order("finish yes")
	r.shows("over", words.Say("web.board.over"))
	if code := r.ends(syscall.SIGTERM); code != success {
		t.Errorf("told to end, it exits with %d: %s", code, r.errs)
	}
	c.Quiet("net::ERR_", "status of 404") // while the server was away, and when it did not know the session any more
}
