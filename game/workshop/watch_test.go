package workshop_test

import (
	"testing"
	"testing/synctest"
	"time"

	"callout/game/workshop"
	"callout/game/workshop/memory"
)

// TestWatchersAreSparedWhatOthersDo: in a full room a seat is told at once of what its own team does and of what the
// facilitator does, and of what the others do a little later, all of it together.
func TestWatchersAreSparedWhatOthersDo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, chair, _ := open(t, memory.New(), twoRounds())
		room := chair.Room()
		seats := make([]int, 3)
		for i := range seats {
			ticket, err := room.Join(t.Context(), workshop.Joiner{})
			if err != nil {
				t.Fatal(err)
			}
			seats[i] = ticket.Seat
		}
		say(t, chair, workshop.Began, nil)
		say(t, chair, workshop.Began, nil)
		for range 400 { // who only looks on, and is told together with all
			_, stop := room.WatchFrom(seats[2])
			defer stop()
		}
		all, stop := room.Watch()
		defer stop()
		seat, leave := room.WatchFrom(seats[0])
		defer leave()
		woken := func(c <-chan struct{}) (n int) {
			t.Helper()
			synctest.Wait()
			select {
			case _, open := <-c:
				if !open {
					t.Fatal("the room has ended")
				}
				return 1
			default:
				return 0
			}
		}
		numbers := map[int]int64{}
		ends := func(seat int) {
			t.Helper()
			numbers[seat]++
			if err := room.Do(t.Context(), workshop.Command{Seat: seat, N: numbers[seat], Kind: workshop.EndedTurn}); err != nil {
				t.Fatal(err)
			}
		}
		calm := func() {
			time.Sleep(2 * time.Second)
			synctest.Wait()
			woken(seat)
			woken(all)
		}
		calm()

		ends(seats[1])
		if woken(seat) != 1 {
			t.Error("after a while in which nothing happened a seat is not told at once")
		}
		woken(all)
		for range 5 {
			ends(seats[1])
			if woken(all) != 1 {
				t.Error("who watches everything is not told at once")
			}
			if woken(seat) != 0 {
				t.Error("a seat is told at once of what somebody else does")
			}
		}
		ends(seats[0])
		if woken(seat) != 1 {
			t.Error("a seat is not told at once of its own game")
		}
		say(t, chair, workshop.Broadcast, workshop.Text{Text: "Look up."})
		if woken(seat) != 1 {
			t.Error("a seat is not told at once of what the facilitator says")
		}
		ends(seats[1])
		if woken(seat) != 0 {
			t.Error("a seat is told at once of what somebody else does")
		}
		time.Sleep(410 * time.Millisecond) // for 402 who watch
		if woken(seat) != 1 {
			t.Error("a seat was never told of what somebody else did")
		}
		if got := room.Picture().Teams[1].Ended; got != 7 {
			t.Errorf("the other team has ended %d turns", got)
		}
	})
}
