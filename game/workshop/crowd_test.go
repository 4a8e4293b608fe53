package workshop_test

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"callout/game"
	"callout/game/workshop"
	"callout/game/workshop/memory"
)

// TestACrowdPlaysAtOnce joins many at once, and all of them order, undo and end turns while others look. Every command that was
// acknowledged is in the store once, in the order in which its seat gave it.
func TestACrowdPlaysAtOnce(t *testing.T) {
	const crowd, commands = 60, 12
	synctest.Test(t, func(t *testing.T) {
		store := memory.New()
		hub, chair, _ := open(t, store, twoRounds())
		room := chair.Room()
		var joined sync.WaitGroup
		seats := make([]int, crowd)
		for i := range crowd {
			joined.Go(func() {
				ticket, err := room.Join(t.Context(), workshop.Joiner{})
				if err != nil {
					t.Error(err)
				}
				seats[i] = ticket.Seat
			})
		}
		joined.Wait()
		say(t, chair, workshop.Began, nil)
		say(t, chair, workshop.Began, nil)

		var playing sync.WaitGroup
		var looks atomic.Int64
		stop := make(chan struct{})
		for range 4 {
			playing.Go(func() {
				wake, leave := room.Watch()
				defer leave()
				var v game.View
				for {
					select {
					case <-stop:
						return
					case <-wake:
					}
					for _, team := range room.Picture().Teams {
						team.View(&v)
					}
					looks.Add(1)
				}
			})
		}
		var hands sync.WaitGroup
		for _, seat := range seats {
			hands.Go(func() {
				defer room.Arrive(seat)()
				for n := range int64(commands) {
					c := workshop.Command{Seat: seat, N: n + 1, Kind: workshop.Gave, Body: workshop.Body(workshop.Order{Text: "freeze on"})}
					switch n % 4 {
					case 1:
						c.Kind, c.Body = workshop.Undid, nil
					case 2:
						c.Kind, c.Body = workshop.Noted, workshop.Body(workshop.Note{Kind: "hint", Text: fmt.Sprint(n)})
					case 3:
						c.Kind, c.Body = workshop.EndedTurn, nil
					}
					if err := room.Do(t.Context(), c); err != nil {
						t.Errorf("seat %d, number %d: %v", seat, n+1, err)
					}
				}
			})
		}
		hands.Wait()
		close(stop)
		playing.Wait()
		if looks.Load() == 0 {
			t.Error("nobody looked")
		}
		p := room.Picture()
		next := map[int]int64{}
		for _, e := range entries(t, store) {
			if e.Seat <= 0 {
				continue
			}
			if next[e.Seat]++; e.N != next[e.Seat] {
				t.Errorf("entry %d is number %d of seat %d; want %d", e.Seq, e.N, e.Seat, next[e.Seat])
			}
		}
		for _, team := range p.Teams {
			if team.Ended != commands/4 || len(team.Notes) != commands/4 {
				t.Errorf("team %d ended %d turns, with %d notes", team.N, team.Ended, len(team.Notes))
			}
		}
		for _, seat := range seats {
			if next[seat] != commands {
				t.Errorf("of seat %d %d commands are stored", seat, next[seat])
			}
		}
		shut(t, hub)
		again := follow(t, store)
		time.Sleep(time.Second)
		if got, want := digests(again.Rooms()[0].Picture()), digests(p); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Error("after a restart the games stand elsewhere")
		}
	})
}
