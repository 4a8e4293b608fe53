package session

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"callout/game/workshop"
	"callout/ui/remote"
)

// A facilitator comes in with the token and leads a whole workshop by keys, over a line that each key goes through.
func TestTheFacilitatorLeadsByKeys(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t, script(1))
		asha := h.joins(remote.Caller{}, "Asha")
		chair := h.call(remote.Caller{}).write(h.keys.Token).press("enter").sees("TEAMS", "lobby", "1 of 1 here", "SAY NOW")
		room := h.chair.Room()

		chair.press("n").sees("Do you mean it?", "Round 1 is prepared")
		if room.Picture().Phase != workshop.Lobby {
			t.Fatal("one key began the round")
		}
		chair.press("n").sees("Round 1 of 2, get ready", "Read what comes in.")
		asha.sees("Round 1 of 2: get ready")
		chair.press("n", "enter").sees("Round 1 of 2, play", "5:00 left")

		chair.press("+").sees("6:00 left", "gets 1 minute more").press("-", "space").sees("Paused, with")
		asha.sees("PAUSED")
		chair.press("space").press("t", "t").sees("! ")
		if room.Picture().Turn != 0 {
			t.Error("a turn was ended for all in a round at everybody's own pace")
		}
		chair.press("s").write("Look at the queue.").press("enter").sees("Look at the queue.")
		asha.sees("Facilitator: Look at the queue.")
		chair.press("f").sees("BOARD FROZEN").press("f", "o").sees("DOOR LOCKED")
		chair.press("l", "3").sees("triage, deployments, people")
		chair.press("enter", "2").press("backspace", "backspace", "backspace", "backspace").write("Owls").press("enter").sees("Owls")
		chair.press("enter", "1").sees("INBOX", "they do not see you").press("esc").sees("TEAMS")
		chair.press("i", "1", "1").sees("happens to all teams alike").press("enter")
		if n := len(room.Picture().Events); n != 1 {
			t.Errorf("%d events were let happen:\n%s", n, chair.screen())
		}

		chair.press("n").sees("has not come to the end").press("enter").sees("results").press("n", "n", "n", "n", "n", "n").sees("Round 2 of 2, play")
		chair.press("t", "t").press("n", "n", "n", "n").sees("debrief")
		chair.press("r", "r").sees("BOARD REVEALED").press("X").sees("cannot be taken back").press("esc")
		if room.Picture().Over {
			t.Fatal("one key ended the workshop")
		}
		chair.press("X", "X").sees("The workshop is over")
		if !room.Picture().Over {
			t.Error("the workshop goes on")
		}
		if chair.press("q").sees("Leave the console?").press("2"); !chair.quit {
			t.Error("the console cannot be left")
		}
	})
}

// Keys that come while a command is with the room wait for its answer: none is lost, none overtakes it.
func TestKeysOfTheFacilitatorWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t, script(1))
		chair := h.call(remote.Caller{}).write(h.keys.Token).press("enter")
		chair.take(keyOf("+")) // refused: the lobby has no clock
		for _, k := range []string{"o", "s", "H", "i", "enter"} {
			chair.take(keyOf(k))
		}
		chair.settle().sees("DOOR LOCKED", "Hi")
		if said := h.chair.Room().Picture().Said; len(said) != 1 || said[0].Text != "Hi" {
			t.Errorf("said: %v", said)
		}
	})
}

// The facilitator is told when the server stops.
func TestTheFacilitatorIsToldTheEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t, script(1))
		chair := h.call(remote.Caller{}).write(h.keys.Token).press("enter")
		ctx, stop := context.WithTimeout(context.Background(), 10*time.Second)
		defer stop()
		if err := h.hub.Close(ctx, "The server makes room."); err != nil {
			t.Fatal(err)
		}
		if chair.settle(); !chair.quit || !strings.Contains(chair.model.(*Session).Parting(), "The server makes room.") {
			t.Errorf("left %v with %q", chair.quit, chair.model.(*Session).Parting())
		}
	})
}

// keyOf is a key as the terminal library reports it.
func keyOf(k string) tea.KeyMsg {
	if kind, ok := special[k]; ok {
		return tea.KeyMsg{Type: kind}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)}
}
