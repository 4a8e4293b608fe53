package session

import (
	"testing"
	"testing/synctest"

	"callout/game/workshop"
	"callout/ui/remote"
)

// TestAWorkshopIsPlayed goes the whole way: in front of the room, the lobby, both rounds with what is around them, and the
// debrief.
func TestAWorkshopIsPlayed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t, script(1))
		p := h.call(remote.Caller{})
		p.sees("THE CODE OF YOUR ROOM")
		p.write("ABC-DE2").press("enter").sees("! ")
		p.press("esc").write(workshop.ShowCode(h.chair.Room().Code())).press("enter").sees("WHAT SHALL WE CALL YOU?")
		p.write("Mara").press("enter").sees("You are Mara", "YOUR RETURN CODE", "NOBODY CAN CHANGE")
		p.press("space").sees("1 of 1 ready")

		h.say(workshop.Began, nil)
		p.sees("Round 1 of 2: get ready", "What is on fire", "Read what comes in.", "2:00 left")
		h.say(workshop.Began, nil)
		p.sees("Round 1 of 2: play", "5:00 left", "you drive", "One team")
		p.press("c").sees("day 1")
		for range 40 {
			p.press("space")
		}
		p.sees("You have come to the end of the round")
		h.say(workshop.Began, nil)
		p.sees("YOU AND THE ROOM")
		h.say(workshop.Began, nil)
		p.sees("What surprised you?")
		h.say(workshop.Began, nil)
		h.say(workshop.Began, nil)
		p.sees("Round 2 of 2: play", "turn ends in 0:30")
		p.press("space").sees("You are ready")
		h.say(workshop.Stepped, nil)
		p.sees("you drive")
		h.say(workshop.Began, nil)
		h.say(workshop.Began, nil)
		p.sees("Was it enough?", "2 of 3 goals met")
	})
}
