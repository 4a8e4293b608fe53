package workshop_test

import (
	"strings"
	"testing"
	"testing/synctest"

	"callout/game/workshop"
	"callout/game/workshop/memory"
)

// chairOnly are the facilitator's commands, each as it would be done for whoever may.
var chairOnly = []workshop.Command{
	{Kind: workshop.Began},
	{Kind: workshop.Paused},
	{Kind: workshop.Resumed},
	{Kind: workshop.Extended, Body: workshop.Body(workshop.Extension{Seconds: 60})},
	{Kind: workshop.Stepped},
	{Kind: workshop.Injected, Body: workshop.Body(workshop.Injection{Event: "outage", Severity: "severe"})},
	{Kind: workshop.Levers, Body: workshop.Body(workshop.LeverChange{Open: workshop.AllLevers()})},
	{Kind: workshop.Broadcast, Body: workshop.Body(workshop.Text{Text: "I am in charge now."})},
	{Kind: workshop.Muted, Body: workshop.Body(workshop.SeatChange{Seat: 1})},
	{Kind: workshop.Unmuted, Body: workshop.Body(workshop.SeatChange{Seat: 1})},
	{Kind: workshop.Removed, Body: workshop.Body(workshop.SeatChange{Seat: 1})},
	{Kind: workshop.Renamed, Body: workshop.Body(workshop.SeatChange{Seat: 1})},
	{Kind: workshop.Moved, Body: workshop.Body(workshop.SeatChange{Seat: 1, Team: 2})},
	{Kind: workshop.GaveRole, Body: workshop.Body(workshop.SeatChange{Seat: 1, Role: workshop.DutyManager})},
	{Kind: workshop.HandedTo, Body: workshop.Body(workshop.TeamChange{Team: 1, Policy: "rule"})},
	{Kind: workshop.Froze}, {Kind: workshop.Revealed}, {Kind: workshop.Unfroze}, {Kind: workshop.Shut}, {Kind: workshop.Unshut},
	{Kind: workshop.Forgot, Body: workshop.Body(workshop.SeatChange{Seat: 1})},
	{Kind: workshop.Closed},
	{Kind: workshop.Opened, Body: workshop.Body(workshop.Opening{})},
	{Kind: workshop.Joined, Body: workshop.Body(workshop.Joining{Seat: 3, Team: 3})},
	{Kind: workshop.Played, Body: workshop.Body(workshop.Playing{Team: 1, End: true})},
}

// TestOnlyTheChairLeads tries every command of the facilitator and of the room as each kind of player: 0 are done.
func TestOnlyTheChairLeads(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := memory.New()
		hub, chair, keys := open(t, store, twoRounds())
		room := chair.Room()
		other, _, err := hub.Open(t.Context(), workshop.Plan{Level: "one-team", Script: twoRounds()})
		if err != nil {
			t.Fatal(err)
		}
		join(t, room, "Facilitator")
		join(t, room, "Bram")
		join(t, other.Room(), "Cleo")
		before := room.Picture().Seq
		for _, seat := range []int{1, 2, 3, 99, 0, workshop.Facilitator, -2} {
			for _, n := range []int64{0, 1, 2} {
				for _, c := range chairOnly {
					c.Seat, c.N = seat, n
					if err := room.Do(t.Context(), c, workshop.Name{Who: "s1", Name: "Boss"}); err == nil {
						t.Errorf("seat %d did %s", seat, c.Kind)
					}
				}
			}
		}
		if after := room.Picture().Seq; after != before {
			t.Errorf("%d entries came of it", after-before)
		}
		if err := other.Do(t.Context(), workshop.Command{Kind: workshop.Closed}); err != nil {
			t.Error(err)
		}
		if room.Picture().Over || !other.Room().Picture().Over {
			t.Error("the facilitator of one workshop closed another")
		}
		for _, token := range []string{"", room.Code(), strings.Repeat("0", len(keys.Token)), keys.Token[1:], keys.Token + "0"} {
			if c, err := hub.ByToken(token, token); err == nil || c != nil {
				t.Errorf("the token %q opens the chair", token)
			}
		}
		if c, err := hub.ByToken("me", strings.ToLower(workshop.ShowCode(keys.Token))); err != nil || c.Room() != room {
			t.Error(c, err)
		}
	})
}

// A stale, a skipped and a repeated number: the last is acknowledged and done once.
func TestCommandsAreDoneOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, chair, _ := open(t, memory.New(), twoRounds())
		room := chair.Room()
		seat := join(t, room, "Asha").Seat
		say(t, chair, workshop.Began, nil)
		say(t, chair, workshop.Began, nil)
		order := func(n int64, text string) error {
			return room.Do(t.Context(), workshop.Command{Seat: seat, N: n, Kind: workshop.Gave, Body: workshop.Body(workshop.Order{Text: text})})
		}
		for range 3 {
			if err := order(1, "read R-001"); err != nil {
				t.Error(err)
			}
		}
		refused(t, order(1, "freeze on"), "2 is")
		refused(t, order(3, "freeze on"), "2 is")
		refused(t, order(0, "freeze on"), "2 is")
		refused(t, order(-7, "freeze on"), "2 is")
		if err := order(2, "freeze on"); err != nil {
			t.Error(err)
		}
		refused(t, order(1, "read R-001"), "3 is")
		p := room.Picture()
		if given := p.Teams[0].Orders[0]; len(given) != 2 || p.Seats[0].Counter != 2 {
			t.Errorf("%d orders were given, and the counter is %d", len(given), p.Seats[0].Counter)
		}
	})
}

// Names do not give a seat to anybody: who has the name has to prove that they had the seat.
func TestSeatsAreNotTakenByName(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hub, chair, _ := open(t, memory.New(), twoRounds())
		room := chair.Room()
		asha := join(t, room, "Asha")
		for _, name := range []string{"Asha", " ASHA ", "asha\u200b", "A.S.H.A"} {
			_, err := room.Join(t.Context(), workshop.Joiner{Name: name})
			refused(t, err, "already")
		}
		if other := join(t, room, "Asha 2"); other.Seat == asha.Seat {
			t.Error("two have one seat")
		}
		for range 3 {
			_, err := room.Join(t.Context(), workshop.Joiner{Caller: "thief", Name: "Asha", Return: "0000-0000"})
			refused(t, err, "return code")
		}
		_, err := room.Join(t.Context(), workshop.Joiner{Caller: "thief", Return: asha.Return})
		refused(t, err, "Wait")
		back, err := room.Join(t.Context(), workshop.Joiner{Caller: "asha", Return: strings.ToLower(workshop.ShowCode(asha.Return))})
		if err != nil || back.Seat != asha.Seat || !back.Back {
			t.Error(back, err)
		}

		keyed, err := room.Join(t.Context(), workshop.Joiner{Name: "Bram", Key: "SHA256:bram"})
		if err != nil {
			t.Fatal(err)
		}
		if again, err := room.Join(t.Context(), workshop.Joiner{Name: "Somebody else", Key: "SHA256:bram"}); err != nil || again.Seat != keyed.Seat {
			t.Error(again, err)
		}
		other, _, err := hub.Open(t.Context(), workshop.Plan{Level: "one-team", Script: twoRounds()})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := other.Room().Join(t.Context(), workshop.Joiner{Return: keyed.Return}); err == nil {
			t.Error("a return code of another workshop was taken")
		}

		say(t, chair, workshop.Removed, workshop.SeatChange{Seat: keyed.Seat})
		_, err = room.Join(t.Context(), workshop.Joiner{Key: "SHA256:bram"})
		refused(t, err, "removed")
		refused(t, do(t, room, keyed.Seat, workshop.Readied, nil), "removed")
		say(t, chair, workshop.Shut, nil)
		_, err = room.Join(t.Context(), workshop.Joiner{Name: "Late"})
		refused(t, err, "locked")
		if _, err := room.Join(t.Context(), workshop.Joiner{Return: asha.Return}); err != nil {
			t.Error("who has a seat does not come back to a locked room:", err)
		}
	})
}
