package workshop_test

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"callout/game/workshop"
	"callout/game/workshop/memory"
)

// fallible is a store whose n-th append fails: before it stored anything, or after, so that nobody knows.
type fallible struct {
	workshop.Store
	appends int
	fail    func(n int) (before, after bool)
}

var errDisk = errors.New("input/output error")

func (f *fallible) Append(ctx context.Context, id string, epoch int64, e []workshop.Entry, n []workshop.Name) error {
	f.appends++
	before, after := f.fail(f.appends)
	if before {
		return errDisk
	}
	err := f.Store.Append(ctx, id, epoch, e, n)
	if after {
		return errDisk
	}
	return err
}

// TestAnyAppendMayFail lets each append fail in turn, before or after it stored. Who gets no acknowledgement asks again with the
// same number. Nothing that was acknowledged is lost, and nothing is done twice.
func TestAnyAppendMayFail(t *testing.T) {
	for n := 2; n < 26; n++ {
		for _, stored := range []bool{false, true} {
			synctest.Test(t, func(t *testing.T) {
				f := &fallible{Store: memory.New(), fail: func(m int) (bool, bool) { return m == n && !stored, m == n && stored }}
				hub, chair, _ := open(t, f, twoRounds())
				room := chair.Room()
				seat := joinAtLast(t, room, "Asha")
				steps := []workshop.Kind{workshop.Began, workshop.Began}
				for i, kind := range steps {
					atLast(t, func() error {
						return chair.Do(t.Context(), workshop.Command{N: int64(i + 1), Kind: kind, Body: workshop.Body(phases[i])})
					})
				}
				acknowledged := 0
				for i := range 20 {
					text := "freeze on"
					if i%2 == 1 {
						text = "freeze off"
					}
					c := workshop.Command{Seat: seat, N: int64(i + 1), Kind: workshop.Gave, Body: workshop.Body(workshop.Order{Text: text})}
					atLast(t, func() error { return room.Do(t.Context(), c) })
					acknowledged++
				}
				if given := len(room.Picture().Teams[0].Orders[0]); given != acknowledged {
					t.Errorf("append %d, stored %v: %d orders acknowledged, %d given", n, stored, acknowledged, given)
				}
				want := digests(room.Picture())
				shut(t, hub)
				again := follow(t, f.Store)
				if got := digests(again.Rooms()[0].Picture()); fmt.Sprint(got) != fmt.Sprint(want) {
					t.Errorf("append %d, stored %v: the game stands at %x, and at %x after a restart", n, stored, want, got)
				}
			})
		}
	}
}

var phases = []workshop.PhaseChange{{Round: 0, Phase: workshop.Prepare}, {Round: 0, Phase: workshop.Run}}

// atLast asks until it is done.
func atLast(t *testing.T, do func() error) {
	t.Helper()
	for range 20 {
		err := do()
		if err == nil {
			return
		}
		refused(t, err, "stored")
		time.Sleep(time.Second)
	}
	t.Fatal("it is never done")
}

// joinAtLast joins until there is a seat.
func joinAtLast(t *testing.T, r *workshop.Room, name string) int {
	t.Helper()
	var seat int
	atLast(t, func() error {
		ticket, err := r.Join(t.Context(), workshop.Joiner{Name: name, Key: "SHA256:" + name})
		seat = ticket.Seat
		return err
	})
	return seat
}

// TestTheClockOfTheServerLeaps sets the server's clock an hour on, or an hour back, or lets the server sleep, in the middle of
// a run: the run does not end by it, and nobody loses time.
func TestTheClockOfTheServerLeaps(t *testing.T) {
	for _, jump := range []time.Duration{time.Hour, -time.Hour, 20 * time.Second} {
		synctest.Test(t, func(t *testing.T) {
			var off atomic.Int64
			now := func() time.Time { return time.Now().Round(0).Add(time.Duration(off.Load())) }
			hub, err := workshop.NewHub(context.Background(), workshop.Options{Store: memory.New(), Load: load, Now: now})
			if err != nil {
				t.Fatal(err)
			}
			defer shut(t, hub)
			chair, _, err := hub.Open(t.Context(), workshop.Plan{Level: "one-team", Script: twoRounds()})
			if err != nil {
				t.Fatal(err)
			}
			room := chair.Room()
			join(t, room, "Asha")
			say(t, chair, workshop.Began, nil)
			say(t, chair, workshop.Began, nil)
			wait(2 * time.Minute)
			off.Store(int64(jump))
			wait(2 * time.Minute)
			p := room.Picture()
			if left := p.Ends.Sub(now()); p.Phase != workshop.Run || left < 59*time.Second || left > 62*time.Second {
				t.Errorf("after a leap of %v it is %s with %v left", jump, p.Phase, left)
			}
			wait(2 * time.Minute)
			if p := room.Picture(); p.Phase != workshop.Result {
				t.Errorf("after a leap of %v the run never ended: %s", jump, p.Phase)
			}
		})
	}
}
