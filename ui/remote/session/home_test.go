package session

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/charmbracelet/x/ansi"

	"callout/game/workshop"
	"callout/game/workshop/lead"
	"callout/ui/remote"
)

// upTo goes on to a phase.
func (h *hall) upTo(to workshop.Phase) {
	h.t.Helper()
	for h.chair.Room().Picture().Phase != to {
		h.say(workshop.Began, nil)
	}
}

// folded is a screen as one text, without what lines and walls put between words.
func folded(view string) string {
	return strings.Join(strings.FieldsFunc(ansi.Strip(view), func(r rune) bool { return strings.ContainsRune(" \n│┃╭╮╰╯─", r) }), " ")
}

// TestTheWayHome holds that in the debrief each player is told how to take it home, by what they came in with, and not before.
func TestTheWayHome(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t, script(1))
		web := Options{Hub: h.hub, Invite: lead.Invite{Web: "http://192.168.17.4:8080/"}}
		without := h.joins(remote.Caller{}, "Ada")
		h.door = screens(web)
		var code, led string
		page := h.joins(remote.Caller{Kind: remote.Web, Keep: func(c string) { code = c }, Home: func(path string) { led = path }}, "Mara")
		keyed := h.joins(remote.Caller{Key: "SHA256:ben"}, "Ben")
		own := workshop.ShowCode(keyed.model.(*Session).stage.(*seat).here.Return)
		h.upTo(workshop.Result)
		if led != "" {
			t.Errorf("the page leads to %s before the debrief", led)
		}
		h.upTo(workshop.Debrief)
		told := func(p *caller, want string) {
			t.Helper()
			p.sees("Was it enough?", "e take it home")
			if p.press("e"); !strings.Contains(folded(p.screen()), want) {
				t.Errorf("the screen does not say %q:\n%s", want, p.screen())
			}
			p.press("esc")
		}
		told(page, "follow the link “My debrief” on this page")
		if want := "/home/" + workshop.ShowCode(code); led != want || code == "" {
			t.Errorf("the page leads to %q, not %q", led, want)
		}
		told(keyed, "open http://192.168.17.4:8080/home/"+own+" in a browser")
		told(without, "Your facilitator has the debriefs of all teams")
		again := h.call(remote.Caller{Key: "SHA256:ben"})
		told(again, "open http://192.168.17.4:8080/home/ in a browser, with your return code at its end")
		led = ""
		told(h.call(remote.Caller{Kind: remote.Web, Return: code, Home: func(path string) { led = path }}), "follow the link")
		if led != "/home/"+workshop.ShowCode(code) {
			t.Errorf("who comes back to the debrief is led to %q", led)
		}
	})
}

// TestSaidInTheDebrief holds that what the facilitator says to everybody is above the debrief for a while.
func TestSaidInTheDebrief(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t, script(1))
		p := h.joins(remote.Caller{}, "Mara")
		h.upTo(workshop.Debrief)
		p.sees("Was it enough?")
		before := p.screen()
		h.say(workshop.Broadcast, workshop.Text{Text: "Look at the second page."})
		first, _, _ := strings.Cut(p.sees("Was it enough?").screen(), "\n")
		if !strings.Contains(first, "Facilitator: Look at the second page.") {
			t.Errorf("the first row is %q", first)
		}
		p.press("tab").sees("Facilitator: Look at the second page.").press("shift+tab")
		time.Sleep(reading + 2*time.Second)
		p.settle()
		if p.screen() != before {
			t.Errorf("after a while the screen is not as it was:\n%s", p.screen())
		}
	})
}
