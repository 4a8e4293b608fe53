package workshop_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"callout/game/workshop"
	"callout/game/workshop/memory"
)

// TestAFrozenBoardStandsStill freezes the board, plays on, starts the server again, and reveals.
func TestAFrozenBoardStandsStill(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := memory.New()
		hub, chair, _ := open(t, store, twoRounds())
		room := chair.Room()
		join(t, room, "Asha")
		join(t, room, "Bram")
		say(t, chair, workshop.Began, nil)
		say(t, chair, workshop.Began, nil)
		wait(time.Second)
		say(t, chair, workshop.Froze, nil)
		frozen := room.Picture().Board
		if frozen.Mode != workshop.Frozen || time.Since(frozen.FrozenAt) > time.Second {
			t.Errorf("%+v", frozen)
		}
		still := func(when string) {
			t.Helper()
			b := room.Picture().Board
			if fmt.Sprint(b.Rows) != fmt.Sprint(frozen.Rows) || !b.FrozenAt.Equal(frozen.FrozenAt) {
				t.Errorf("%s the frozen board moved from\n%v to\n%v", when, frozen, b)
			}
		}
		for range 3 {
			if err := do(t, room, 2, workshop.EndedTurn, nil); err != nil {
				t.Fatal(err)
			}
		}
		still("after three turns")
		say(t, chair, workshop.Injected, workshop.Injection{Event: "false-alarms", Severity: "mild"})
		still("after an event")
		if now := room.Picture().Now; now[0].Turn+now[1].Turn != 3 {
			t.Errorf("the facilitator sees %v", now)
		}
		shut(t, hub)
		hub = follow(t, store)
		wait(time.Second)
		room = hub.Rooms()[0]
		still("after a restart")
		chair = hub.Own(room)
		say(t, chair, workshop.Began, nil)
		still("after the round")
		say(t, chair, workshop.Revealed, nil)
		b := room.Picture().Board
		if b.Mode != workshop.RevealedAll || len(b.Rows) != 2 || b.Rows[0].Total == 0 || b.Rows[0].Total > b.Rows[1].Total || b.Rows[0].Score < b.Rows[1].Score {
			t.Errorf("%+v", b)
		}
	})
}

// TestNamesCanGo renames, mutes and forgets, and looks that nothing of a name is left.
func TestNamesCanGo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := memory.New()
		hub, chair, _ := open(t, store, twoRounds())
		room := chair.Room()
		asha := join(t, room, "Asha")
		join(t, room, "Bram")
		say(t, chair, workshop.Froze, nil)
		rename := func(name string) error {
			return chair.Do(t.Context(), workshop.Command{Kind: workshop.Renamed, Body: workshop.Body(workshop.SeatChange{Seat: 1})}, workshop.Name{Name: name})
		}
		if err := rename("\x1b[31mZoë\x1b[0m"); err != nil {
			t.Error(err)
		}
		if p := room.Picture(); p.Seats[0].Name != "31mZoë0m" || p.Teams[0].Name != "31mZoë0m" {
			t.Errorf("seat %q, team %q", p.Seats[0].Name, p.Teams[0].Name)
		}
		refused(t, rename("bram"), "called")
		refused(t, rename("\u200b"), "letter")
		say(t, chair, workshop.Muted, workshop.SeatChange{Seat: 1})
		if p := fmt.Sprint(names(room.Picture())); strings.Contains(p, "Zo") {
			t.Errorf("muted, it is still there: %v", p)
		}
		say(t, chair, workshop.Unmuted, workshop.SeatChange{Seat: 1})
		say(t, chair, workshop.Forgot, workshop.SeatChange{Seat: 1})
		for range 2 {
			if p := fmt.Sprint(names(room.Picture())); strings.Contains(p, "Zo") || !strings.Contains(p, "Bram") {
				t.Errorf("names are %v", p)
			}
			if _, err := room.Join(t.Context(), workshop.Joiner{Return: asha.Return}); err == nil {
				t.Error("who was forgotten came back by the code that was forgotten too")
			}
			shut(t, hub)
			hub = follow(t, store)
			wait(2 * time.Second)
			room, chair = hub.Rooms()[0], hub.Own(hub.Rooms()[0])
		}
		list, err := store.Names(t.Context(), room.ID())
		if err != nil || len(list) != 1 || list[0].Name != "Bram" {
			t.Errorf("the store has %v, %v", list, err)
		}
		refused(t, rename("Asha"), "forgotten")
	})
}

// names are all names of people and teams that a picture has.
func names(p *workshop.Picture) (list []string) {
	for _, s := range p.Seats {
		list = append(list, s.Name)
	}
	for _, s := range p.Teams {
		list = append(list, s.Name)
	}
	for _, r := range append(p.Board.Rows, p.Now...) {
		list = append(list, r.Name)
	}
	return list
}
