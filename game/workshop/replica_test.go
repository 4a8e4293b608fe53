package workshop_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"callout/game/workshop"
	"callout/game/workshop/memory"
)

// wait lets time go by until nothing more happens at once.
func wait(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

// TestTwoServersPlayOneRoom joins and plays on a server that does not drive the room, lets the one that does die, and goes
// on with the other.
func TestTwoServersPlayOneRoom(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := memory.New()
		one, chair, keys := open(t, store, twoRounds())
		two := follow(t, store)
		wait(2 * time.Second)
		here, there := chair.Room(), two.Rooms()[0]

		asha, bram := join(t, here, "Asha"), join(t, there, "Bram")
		if asha.Seat != 1 || bram.Seat != 2 {
			t.Fatal(asha, bram)
		}
		_, err := there.Join(t.Context(), workshop.Joiner{Name: "Asha"})
		refused(t, err, "already")
		far, err := two.ByToken("me", keys.Token)
		if err != nil {
			t.Fatal(err)
		}
		say(t, far, workshop.Began, nil)
		say(t, far, workshop.Began, nil)
		if err := do(t, there, bram.Seat, workshop.Gave, workshop.Order{Text: "read R-001"}); err != nil {
			t.Error(err)
		}
		again := workshop.Command{Seat: bram.Seat, N: 1, Kind: workshop.Gave, Body: workshop.Body(workshop.Order{Text: "read R-001"})}
		if err := there.Do(t.Context(), again); err != nil {
			t.Error("the same command again:", err)
		}
		again.Body = workshop.Body(workshop.Order{Text: "freeze on"})
		refused(t, there.Do(t.Context(), again), "2 is")
		if err := do(t, there, bram.Seat, workshop.EndedTurn, nil); err != nil {
			t.Error(err)
		}
		refused(t, do(t, there, bram.Seat, workshop.Closed, nil), "facilitator")
		wait(2 * time.Second)
		sameRoom(t, here, there)

		shut(t, one)
		began := time.Now()
		for {
			err := do(t, there, bram.Seat, workshop.EndedTurn, nil)
			if err == nil {
				break
			}
			wait(100 * time.Millisecond)
		}
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("the other server went on after %v", took)
		}
		if p := there.Picture(); p.Teams[1].Ended != 2 || p.Seats[0].Name != "Asha" {
			t.Errorf("%d turns, and %q", p.Teams[1].Ended, p.Seats[0].Name)
		}
	})
}

// sameRoom holds that two servers show the same.
func sameRoom(t *testing.T, a, b *workshop.Room) {
	t.Helper()
	p, q := a.Picture(), b.Picture()
	if p.Seq != q.Seq || len(p.Teams) != len(q.Teams) || len(p.Seats) != len(q.Seats) {
		t.Fatalf("entry %d with %d teams, and entry %d with %d", p.Seq, len(p.Teams), q.Seq, len(q.Teams))
	}
	for i := range p.Teams {
		if x, y := p.Teams[i].Copy().Digest(), q.Teams[i].Copy().Digest(); x != y {
			t.Errorf("team %d stands at %x, and at %x on the other server", i+1, x, y)
		}
		if p.Teams[i].Name != q.Teams[i].Name {
			t.Errorf("team %d is called %s, and %s", i+1, p.Teams[i].Name, q.Teams[i].Name)
		}
	}
}

// sleeper is a store whose calls wait while it sleeps, as those of a server that was stopped do.
type sleeper struct {
	workshop.Store
	awake chan struct{}
}

func (s *sleeper) Append(ctx context.Context, id string, epoch int64, e []workshop.Entry, n []workshop.Name) error {
	<-s.awake
	return s.Store.Append(ctx, id, epoch, e, n)
}

func (s *sleeper) Lease(ctx context.Context, id, holder string, ttl time.Duration) (int64, error) {
	<-s.awake
	return s.Store.Lease(ctx, id, holder, ttl)
}

// A server that sleeps over the end of its lease, with a command half done, writes nothing when it wakes, and acknowledges
// nothing that the other one does not know.
func TestASleeperWakesToNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		kept := memory.New()
		slow := &sleeper{kept, make(chan struct{})}
		close(slow.awake)
		_, chair, _ := open(t, slow, twoRounds())
		here := chair.Room()
		asha := join(t, here, "Asha")
		say(t, chair, workshop.Began, nil)
		say(t, chair, workshop.Began, nil)
		two := follow(t, kept)
		wait(time.Second)
		there := two.Rooms()[0]

		slow.awake = make(chan struct{})
		answer := make(chan error, 1)
		go func() {
			answer <- here.Do(context.Background(), workshop.Command{Seat: asha.Seat, N: 1, Kind: workshop.Gave, Body: workshop.Body(workshop.Order{Text: "freeze on"})})
		}()
		wait(4 * time.Second)
		if err := do(t, there, asha.Seat, workshop.Gave, workshop.Order{Text: "read R-001"}); err != nil {
			t.Fatal("the other server did not take over:", err)
		}
		close(slow.awake)
		if err := <-answer; err == nil {
			t.Error("the sleeper acknowledged what is not stored")
		}
		wait(3 * time.Second)
		sameRoom(t, here, there)
		epoch := int64(0)
		for _, e := range entries(t, kept) {
			if e.Epoch < epoch {
				t.Errorf("entry %d was written under lease %d after lease %d", e.Seq, e.Epoch, epoch)
			}
			epoch = e.Epoch
		}
	})
}

// entries are all entries of the first workshop of a store.
func entries(t *testing.T, s workshop.Store) []workshop.Entry {
	t.Helper()
	list, err := s.Workshops(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var all []workshop.Entry
	if err := s.Read(t.Context(), list[0].ID, 0, func(e workshop.Entry) error {
		all = append(all, e)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return all
}

// TestTheStoreFails lets the store fail in the middle of a run. The game stands still and says so, nothing is acknowledged,
// and when the store works again everything is there, and the clock has stood still.
func TestTheStoreFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := memory.New()
		_, chair, _ := open(t, store, twoRounds())
		room := chair.Room()
		asha := join(t, room, "Asha")
		say(t, chair, workshop.Began, nil)
		say(t, chair, workshop.Began, nil)
		order := workshop.Command{Seat: asha.Seat, N: 1, Kind: workshop.Gave, Body: workshop.Body(workshop.Order{Text: "read R-001"})}
		ends := room.Picture().Ends

		store.Fail(errors.New("no space left on device"))
		refused(t, room.Do(t.Context(), order), "stored")
		if p := room.Picture(); p.Trouble == "" || len(p.Teams[0].Orders[0]) != 0 {
			t.Errorf("trouble %q, and %v were given", p.Trouble, p.Teams[0].Orders)
		}
		wait(10 * time.Minute) // longer than the run
		if p := room.Picture(); p.Phase != workshop.Run || p.Trouble == "" {
			t.Errorf("meanwhile it went on to %s", p.Phase)
		}
		store.Fail(nil)
		wait(2 * time.Second)
		p := room.Picture()
		if p.Trouble != "" || p.Phase != workshop.Run {
			t.Fatalf("trouble %q in %s", p.Trouble, p.Phase)
		}
		if late := p.Ends.Sub(ends); late < 10*time.Minute || late > 10*time.Minute+3*time.Second {
			t.Errorf("the run ends %v later", late)
		}
		if err := room.Do(t.Context(), order); err != nil {
			t.Error(err)
		}
		if given := room.Picture().Teams[0].Orders[0]; len(given) != 1 {
			t.Errorf("%d orders were given", len(given))
		}
	})
}

// A workshop that is over is driven by nobody until somebody wants something of it, from whichever server.
func TestAWorkshopThatIsOverIsStillThere(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := memory.New()
		_, chair, keys := open(t, store, twoRounds())
		asha := join(t, chair.Room(), "Asha")
		two := follow(t, store)
		say(t, chair, workshop.Closed, nil)
		wait(10 * time.Second)
		there, err := two.ByToken("me", keys.Token)
		if err != nil {
			t.Fatal(err)
		}
		if !there.Room().Picture().Over || there.Room().Picture().Seed == nil {
			t.Error("the other server does not know that it is over")
		}
		for range 2 {
			for _, c := range []*workshop.Chair{there, chair} {
				say(t, c, workshop.Broadcast, workshop.Text{Text: "Thank you for coming."})
			}
			wait(5 * time.Second)
		}
		if err := do(t, there.Room(), asha.Seat, workshop.Noted, workshop.Note{Kind: "thought", Text: "never again"}); err != nil {
			t.Error(err)
		}
		refused(t, do(t, there.Room(), asha.Seat, workshop.EndedTurn, nil), "over")
		if said := len(there.Room().Picture().Said); said != 4 {
			t.Errorf("%d of 4 were said", said)
		}
		wait(2 * time.Second)
		sameRoom(t, chair.Room(), there.Room())
	})
}

// A server that comes back after an hour leaves the game paused, with the time that was left when it went.
func TestAServerThatWasAwayPauses(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := memory.New()
		hub, chair, _ := open(t, store, twoRounds())
		join(t, chair.Room(), "Asha")
		say(t, chair, workshop.Began, nil)
		say(t, chair, workshop.Began, nil)
		wait(time.Minute)
		say(t, chair, workshop.Broadcast, workshop.Text{Text: "Four minutes left."})
		shut(t, hub)
		wait(time.Hour)
		again := follow(t, store)
		wait(2 * time.Second)
		p := again.Rooms()[0].Picture()
		if !p.Paused || p.Phase != workshop.Run || p.Left != 4*time.Minute {
			t.Errorf("paused %v in %s with %v left", p.Paused, p.Phase, p.Left)
		}
	})
}
