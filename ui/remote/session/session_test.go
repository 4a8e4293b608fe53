package session

import (
	"strings"
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
		p.sees("Was it enough?", "of 3 goals met")
	})
}

// TestComingBack holds that a line may break: by key, by return code from another machine, and by what a browser kept, the
// player is on the same seat, in the same turn, and a second line takes the place of the first.
func TestComingBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t, script(1))
		code := h.chair.Room().Code()
		kept := ""
		p := h.joins(remote.Caller{Key: "SHA256:mara", Keep: func(code string) { kept = code }}, "Mara").sees("You are Mara")
		h.say(workshop.Began, nil)
		h.say(workshop.Began, nil)
		p.press("space", "space").sees("Mon 11:00")
		if kept == "" {
			t.Fatal("no return code was kept")
		}

		again := h.call(remote.Caller{Key: "SHA256:mara"}).sees("Mon 11:00", "Welcome back, Mara")
		if !p.settle().quit || p.model.(*Session).Parting() == "" {
			t.Error("the first line goes on, or is not told why")
		}
		again.hangUp()
		other := h.call(remote.Caller{}).write(code).press("enter", "down").write(kept).press("enter").sees("Mon 11:00", "Welcome back, Mara")
		other.press("space").sees("Mon 12:00").hangUp()
		h.call(remote.Caller{Kind: remote.Web, Return: kept}).sees("Mon 12:00")
		h.call(remote.Caller{User: workshop.ShowCode(code)}).sees("WHAT SHALL WE CALL YOU?")
		if n := len(h.chair.Room().Picture().Seats); n != 1 {
			t.Errorf("coming back has made %d seats", n)
		}
	})
}

// TestTwoAtOneGame holds that one drives and the other sees every order at once, and takes the wheel with one key.
func TestTwoAtOneGame(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t, script(2))
		mara := h.joins(remote.Caller{}, "Mara")
		ben := h.joins(remote.Caller{}, "Ben").sees("Mara", "Ben")
		h.say(workshop.Began, nil)
		h.say(workshop.Began, nil)
		mara.sees("you drive", "read it")
		ben.sees("Mara drives", "ORDERS OF THIS TURN", "take the wheel")
		mara.press("r")
		ben.sees("read R-001")
		mara.press("space").sees("Mon 10:00")
		ben.sees("Mon 10:00")
		ben.press("space").sees("Mon 10:00", "Somebody else drives")
		ben.press("w").sees("you drive")
		mara.sees("Ben drives")
		ben.press("space").sees("Mon 11:00")
		mara.sees("Mon 11:00")
	})
}

// TestClosedOrders holds that what is not open in a round is seen to be closed, says when it opens, and is not done.
func TestClosedOrders(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t, script(1))
		p := h.joins(remote.Caller{}, "Mara")
		h.say(workshop.Began, nil)
		p.sees("opens in round 2")
		h.say(workshop.Began, nil)
		p.press("tab", "tab").sees("opens in round 2").press("z").sees("! ", "opens in round 2")
		if n := len(h.chair.Room().Picture().Teams[0].Orders[0]); n != 0 {
			t.Errorf("%d orders were given", n)
		}
		h.say(workshop.Paused, nil)
		p.sees("PAUSED").press("space").sees("Mon 09:00")
		h.say(workshop.Broadcast, workshop.Text{Text: "Breathe in."})
		p.sees("Facilitator: Breathe in.")
	})
}

// TestTheFacilitatorMayAct holds that whoever is taken out is told so and may not come back, and that a room that ends says
// why.
func TestTheFacilitatorMayAct(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t, script(1))
		p, q := h.joins(remote.Caller{Key: "SHA256:mara"}, "Mara"), h.joins(remote.Caller{}, "Ben")
		h.say(workshop.Removed, workshop.SeatChange{Seat: 1})
		if !p.settle().quit || p.model.(*Session).Parting() == "" {
			t.Error("who was taken out is still there, or is not told")
		}
		h.call(remote.Caller{Key: "SHA256:mara"}).sees("THE CODE OF YOUR ROOM")
		if err := h.hub.Close(t.Context(), "The server stops for the night."); err != nil {
			t.Fatal(err)
		}
		if got := q.settle().model.(*Session).Parting(); got != "The server stops for the night." {
			t.Errorf("the last words are %q", got)
		}
	})
}

// TestTheWall holds that a projector shows the board of a room, by the name it logs in with and by a key, and takes no seat.
func TestTheWall(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t, script(1))
		code := h.chair.Room().Code()
		h.joins(remote.Caller{}, "Mara")
		h.call(remote.Caller{User: "board", Width: 120, Height: 36}).sees("WHOSE BOARD").write(code).press("enter").sees("Mara")
		h.call(remote.Caller{Width: 120, Height: 36}).press("tab").write(h.keys.Token).press("enter").sees("Mara")
		if n := len(h.chair.Room().Picture().Seats); n != 1 {
			t.Errorf("the projector has taken a seat: there are %d", n)
		}
	})
}

// TestNothingStopsTheServer presses the keys that a terminal sends programs to sleep with.
func TestNothingStopsTheServer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t, script(1))
		h.call(remote.Caller{}).press("ctrl+z")
		p := h.joins(remote.Caller{}, "Mara").press("ctrl+z")
		h.say(workshop.Began, nil)
		h.say(workshop.Began, nil)
		if p.press("ctrl+z", "c").quit {
			t.Error("the program has ended")
		}
		p.press("q").sees("Leave the room?").press("3")
		if !p.quit {
			t.Error("the player could not leave")
		}
	})
}

// TestTheChair holds that the token, and only that, leads to the console, from where the room is led; a player who knows the
// room's code and says they are the facilitator is a player.
func TestTheChair(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t, script(1))
		p := h.joins(remote.Caller{User: "facilitator"}, "Facilitator").sees("You are Facilitator")
		boss := h.call(remote.Caller{User: "facilitator", Width: 120, Height: 36}).paste(strings.ToLower(h.keys.Token)).press("enter").sees("Facilitator")
		if n := len(h.chair.Room().Picture().Seats); n != 1 {
			t.Errorf("the chair has taken a seat: there are %d", n)
		}
		boss.press("?").press("esc").press("g").press("esc")
		boss.press("n", "n").sees("Round 1 of 2, get ready")
		p.sees("Round 1 of 2: get ready")
		stranger := h.call(remote.Caller{User: "admin"})
		for _, guess := range []string{"0000-0000-0000-0000-0000-0000-0000", "1111-1111-1111-1111-1111-1111-1111", "2222-2222-2222-2222-2222-2222-2222", "3333-3333-3333-3333-3333-3333-3333"} {
			stranger.press("ctrl+u").paste(guess).press("enter")
		}
		stranger.sees("! ", "THE CODE OF YOUR ROOM").press("ctrl+u").paste(h.keys.Token).press("enter").sees("THE CODE OF YOUR ROOM")
	})
}
