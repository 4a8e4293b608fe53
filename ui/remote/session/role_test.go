package session

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"callout/game/workshop"
	"callout/ui/remote"
)

// crew are three at one game whose seats have roles, in the first round, in which everything is open.
func crew(t *testing.T) (h *hall, mara, ben, zoe *caller) {
	s := script(3)
	s.Roles, s.Rounds[0].Open = true, workshop.AllLevers()
	h = open(t, s)
	mara, ben, zoe = h.joins(remote.Caller{}, "Mara"), h.joins(remote.Caller{}, "Ben"), h.joins(remote.Caller{}, "Zoe")
	mara.sees("You are the duty manager")
	ben.sees("You speak for the analysts")
	zoe.sees("You are the Ops Bridge")
	h.say(workshop.Began, nil)
	h.say(workshop.Began, nil)
	return h, mara, ben, zoe
}

// TestEachDoesWhatTheirRoleMay holds that a seat gives the orders of its role, is told whose the others are, and that the
// duty manager ends the turn.
func TestEachDoesWhatTheirRoleMay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h, mara, ben, zoe := crew(t)
		given := func() int {
			team := h.chair.Room().Picture().Teams[0]
			return len(team.Orders[team.Ended])
		}
		const ops, analysts, duty = "That is for the Ops Bridge of your team to do.", "That is for whoever speaks for the analysts of your team.", "That is for the duty manager of your team to do."
		mara.sees("you: duty manager", "you end the turn")
		ben.sees("you: analysts", "Mara ends the turn", "Ops Bridge")
		zoe.sees("you: Ops Bridge", "Mara ends the turn")

		mara.press("r").sees(ops)
		ben.press("r").sees(ops)
		if n := given(); n != 0 {
			t.Fatalf("%d orders of another's were given", n)
		}
		zoe.press("r").sees("Order given")
		ben.press("u").sees(ops)
		mara.press("u").sees(ops)
		if n := given(); n != 1 {
			t.Fatalf("%d orders were given by the Ops Bridge", n)
		}
		zoe.press("d").sees(analysts)
		ben.press("d", "1").sees("Order given")
		mara.press("f").sees("Order given")
		zoe.press("f").sees(duty)
		if n := given(); n != 3 {
			t.Errorf("%d orders were given by the three of them", n)
		}

		for _, p := range []*caller{ben, zoe} {
			p.press("space").sees("Mon 09:00", duty)
		}
		mara.press("space").sees("Mon 10:00")
		ben.sees("Mon 10:00")
		zoe.sees("Mon 10:00")
	})
}

// TestTheFacilitatorGivesRoles holds that a role is given and taken away at the console, that its orders go with it, and that
// what is nobody's is done by whoever drives.
func TestTheFacilitatorGivesRoles(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h, mara, ben, zoe := crew(t)
		chair := h.call(remote.Caller{}).write(h.keys.Token).press("enter").sees("TEAMS")
		chair.press("enter", "6").sees("Zoe", "take the role away").press("6")
		zoe.sees("Mara drives", "Mara ends the turn").press("r").sees("Mara drives")
		mara.sees("you: duty manager").press("r").sees("Order given").press("u")
		zoe.press("W").sees("you drive").press("r").sees("Order given")
		mara.press("space").sees("Mon 10:00")

		chair.press("enter", "5").sees("Ben", "give this role").press("5")
		ben.sees("Ops Bridge  Mara ends the turn").press("d").sees("Zoe drives")
		chair.press("enter", "6").press("4")
		zoe.sees("duty manager  you end the turn")
		chair.press("enter", "4").press("6")
		mara.sees("Zoe ends the turn").press("space").sees("Mon 10:00", "That is for the duty manager of your team to do.")
		zoe.press("space").sees("Mon 11:00")
	})
}

// lacks fails the test where the screen shows one of the texts.
func (p *caller) lacks(texts ...string) *caller {
	p.t.Helper()
	view := p.screen()
	for _, s := range texts {
		if strings.Contains(view, s) {
			p.t.Errorf("the screen shows %q:\n%s", s, view)
		}
	}
	return p
}

// TestTheCoachSaysWhoseItIs holds that coach, hints and keys offer a seat what its role may do, and say whose the rest is.
func TestTheCoachSaysWhoseItIs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, mara, ben, zoe := crew(t)
		mara.press("a").sees("▸ read R-001: Ops Bridge.", "space end turn")
		ben.press("a").sees("▸ read R-001: Ops Bridge.").lacks("end turn")
		zoe.press("a").sees("▸ r  read R-001").lacks("end turn")
		ben.press("h", "h", "h").sees("this comes first: read R-001", "That is for the Ops Bridge of your team to do.").lacks("enter").press("esc")
		zoe.press("h", "h", "h").sees("this comes first: read R-001", "enter").press("enter").sees("Order given", "u undo")
		mara.sees("▸ space  ends the turn").lacks("undo")
		ben.sees("▸ Mara ends the turn").lacks("undo")
		mara.press("f").sees("u undo")
		zoe.lacks("undo")
	})
}

// TestWhoLooksOnIsOfferedNothing holds the same for whoever does not drive a game without roles.
func TestWhoLooksOnIsOfferedNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t, script(2))
		mara, ben := h.joins(remote.Caller{}, "Mara"), h.joins(remote.Caller{}, "Ben")
		h.say(workshop.Began, nil)
		h.say(workshop.Began, nil)
		mara.press("a").sees("▸ r  read R-001")
		ben.press("a").sees("▸ read R-001: Mara drives.")
		mara.press("r").sees("u undo")
		ben.sees("▸ Mara ends the turn").lacks("undo", "end turn")
		h.say(workshop.HandedTo, workshop.TeamChange{Team: 1, Policy: "idle"})
		mara.sees("plays for you").lacks("undo", "end turn").press("space").lacks("Take the wheel")
	})
}

// TestTheDutyManagerIsReady holds that in a round whose turns the room ends the one who would end them speaks for the team.
func TestTheDutyManagerIsReady(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h, mara, ben, zoe := crew(t)
		for range 4 {
			h.say(workshop.Began, nil)
		}
		mara.sees("Round 2 of 2: play", "0/1 ready", "space ready")
		ben.sees("0/1 ready").lacks("space ready").press("space").sees("That is for the duty manager of your team to do.")
		zoe.press("a").lacks("ends the turn")
		mara.press("space").sees("You are ready", "1/1 ready")
		time.Sleep(time.Second) // others are told together
		ben.sees("1 of 1 ready")
	})
}
