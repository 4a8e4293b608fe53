package workshop_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"callout/game"
	"callout/game/workshop"
	"callout/game/workshop/memory"
	"callout/levels"
)

// twoRounds is a script of two short rounds, the first at each team's own pace and the second together.
func twoRounds() workshop.Script {
	return workshop.Script{Name: "two", Title: "Two rounds", Minutes: 20, Level: "one-team", Seats: 1, Rounds: []workshop.Round{
		{Title: "One", Days: 1, Pace: workshop.Own, Open: []workshop.Lever{workshop.TriageLever, workshop.DeploymentsLever}, Prepare: 2, Run: 5, Result: 2},
		{Title: "Two", Days: 2, Pace: workshop.Together, Every: 30, Open: workshop.AllLevers(), Run: 10, Result: 1},
	}}
}

// load finds shipped levels.
func load(name, _, model string) (*game.Level, error) { return levels.LoadWithModel(name, model) }

// open is a hub on a store with one workshop.
func open(t *testing.T, store workshop.Store, script workshop.Script) (*workshop.Hub, *workshop.Chair, workshop.Keys) {
	t.Helper()
	hub := follow(t, store)
	chair, keys, err := hub.Open(t.Context(), workshop.Plan{Level: script.Level, Script: script})
	if err != nil {
		t.Fatal(err)
	}
	return hub, chair, keys
}

// follow is a hub on a store. It is closed when the test ends.
func follow(t *testing.T, store workshop.Store) *workshop.Hub {
	t.Helper()
	hub, err := workshop.NewHub(context.Background(), workshop.Options{Store: store, Load: load})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { shut(t, hub) })
	return hub
}

func shut(t *testing.T, hub *workshop.Hub) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := hub.Close(ctx, "The test is over."); err != nil {
		t.Error(err)
	}
}

// join takes a seat.
func join(t *testing.T, r *workshop.Room, name string) workshop.Ticket {
	t.Helper()
	ticket, err := r.Join(t.Context(), workshop.Joiner{Name: name})
	if err != nil {
		t.Fatal(err)
	}
	return ticket
}

// do gives the next command of a seat.
func do(t *testing.T, r *workshop.Room, seat int, kind workshop.Kind, body any) error {
	t.Helper()
	c := workshop.Command{Seat: seat, N: r.Picture().Seats[seat-1].Counter + 1, Kind: kind}
	if body != nil {
		c.Body = workshop.Body(body)
	}
	return r.Do(t.Context(), c)
}

// say gives a command of the facilitator.
func say(t *testing.T, c *workshop.Chair, kind workshop.Kind, body any) {
	t.Helper()
	cmd := workshop.Command{Kind: kind}
	if body != nil {
		cmd.Body = workshop.Body(body)
	}
	if err := c.Do(t.Context(), cmd); err != nil {
		t.Fatalf("%s: %v", kind, err)
	}
}

// refused fails where an error is no Refusal that says so.
func refused(t *testing.T, err error, saying string) {
	t.Helper()
	var r workshop.Refusal
	if !errors.As(err, &r) || !strings.Contains(string(r), saying) {
		t.Errorf("%v; want a refusal with %q", err, saying)
	}
}

func TestAWorkshopFromLobbyToDebrief(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := memory.New()
		hub, chair, keys := open(t, store, twoRounds())
		room, err := hub.Enter("here", strings.ToLower(workshop.ShowCode(chair.Room().Code())))
		if err != nil || room != chair.Room() {
			t.Fatal(room, err)
		}
		asha, bram := join(t, room, "Asha"), join(t, room, "Bram")
		refused(t, do(t, room, asha.Seat, workshop.EndedTurn, nil), "stand still")

		say(t, chair, workshop.Began, nil)
		say(t, chair, workshop.Began, nil)
		if p := room.Picture(); p.Phase != workshop.Run || p.Until != 17*game.Hour || time.Until(p.Ends) != 5*time.Minute {
			t.Fatal(p.Phase, p.Until, p.Ends)
		}
		refused(t, do(t, room, asha.Seat, workshop.Gave, workshop.Order{Text: "rest Asha"}), "not opened")
		for _, text := range []string{"standby Bram", "assign R-001 Asha", "shutdown"} {
			if err := do(t, room, asha.Seat, workshop.Gave, workshop.Order{Text: text}); err == nil {
				t.Errorf("%s was done", text)
			}
		}
		if err := do(t, room, asha.Seat, workshop.Gave, workshop.Order{Text: "read R-001"}); err != nil {
			t.Error(err)
		}
		if err := do(t, room, asha.Seat, workshop.Undid, nil); err != nil {
			t.Error(err)
		}
		if err := do(t, room, asha.Seat, workshop.EndedTurn, nil); err != nil {
			t.Error(err)
		}
		if p := room.Picture(); p.Teams[0].Ended != 1 || p.Teams[1].Ended != 0 {
			t.Error("turns:", p.Teams[0].Ended, p.Teams[1].Ended)
		}

		// The clock ends the run, and both teams are at five o'clock.
		time.Sleep(5*time.Minute + time.Second)
		synctest.Wait()
		p := room.Picture()
		if p.Phase != workshop.Result || !p.Teams[0].Done || !p.Teams[1].Done {
			t.Fatal(p.Phase, p.Teams[0].Done, p.Teams[1].Done)
		}
		say(t, chair, workshop.Began, nil)
		refused(t, do(t, room, bram.Seat, workshop.EndedTurn, nil), "together")
		time.Sleep(61 * time.Second)
		synctest.Wait()
		if p := room.Picture(); p.Turn != 2 || p.Teams[0].Ended != p.Teams[1].Ended {
			t.Error("turn", p.Turn, p.Teams[0].Ended, p.Teams[1].Ended)
		}
		if room.Picture().Seed != nil {
			t.Error("the seed is told before the debrief")
		}
		for room.Picture().Phase != workshop.Debrief {
			say(t, chair, workshop.Began, nil)
		}
		p = room.Picture()
		if err := workshop.CheckSeed(*p.Seed, p.Commitment); err != nil {
			t.Error(err)
		}

		// Another server reads the same from the store, and the token opens the chair there.
		shut(t, hub)
		again := follow(t, store)
		q := again.Rooms()[0].Picture()
		for i := range p.Teams {
			if a, b := p.Teams[i].Copy().Digest(), q.Teams[i].Copy().Digest(); a != b {
				t.Errorf("team %d stands at %x, and at %x after a restart", i+1, a, b)
			}
		}
		if q.Seats[1].Name != "Bram" || q.Seats[1].Counter != p.Seats[1].Counter {
			t.Errorf("seat 2 is %+v; want Bram", *q.Seats[1])
		}
		back, err := again.ByToken("here", keys.Token)
		if err != nil {
			t.Fatal(err)
		}
		say(t, back, workshop.Closed, nil)
		ticket, err := again.Rooms()[0].Join(t.Context(), workshop.Joiner{Return: asha.Return})
		if err != nil || ticket.Seat != asha.Seat {
			t.Error(ticket, err)
		}
	})
}
