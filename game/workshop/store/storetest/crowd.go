package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"callout/game/workshop"
)

// manyRooms writes, reads, submits and waits in many rooms at once: each room has what was stored in it, in order.
func manyRooms(t *testing.T, s workshop.Store) {
	const rooms, appends = 12, 25
	ctx := context.WithoutCancel(t.Context())
	var all sync.WaitGroup
	for r := range rooms {
		id, epoch := room(t, s, r+1)
		all.Go(func() {
			for n := range int64(appends) {
				if err := s.Append(ctx, id, epoch, Entries(epoch, 2*n+1, 2), []workshop.Name{{Who: "s1", Name: fmt.Sprint(r, n)}}); err != nil {
					t.Errorf("room %d: %v", r, err)
					return
				}
			}
		})
		all.Go(func() {
			var last int64
			for last < 2*appends && !t.Failed() {
				list, err := All(ctx, s, id, last)
				if err != nil {
					t.Errorf("room %d: %v", r, err)
					return
				}
				last += int64(len(list))
				if err := s.Wait(ctx, id); err != nil {
					t.Errorf("room %d: %v", r, err)
					return
				}
			}
		})
		all.Go(func() {
			for n := range int64(appends / 5) {
				ticket, err := s.Submit(ctx, id, workshop.Command{Seat: 1, N: n + 1, Kind: workshop.Gave}, nil)
				if err == nil {
					err = s.Answer(ctx, id, ticket, fmt.Sprint(r, n))
				}
				if said, ok, read := s.Answered(ctx, id, ticket); err != nil || read != nil || !ok || said != fmt.Sprint(r, n) {
					t.Errorf("room %d: answer %q, %v, %v, %v", r, said, ok, err, read)
					return
				}
			}
		})
	}
	all.Wait()
	for r := range rooms {
		id := Workshop(r + 1).ID
		list, err := All(t.Context(), s, id, 0)
		must(t, err)
		if len(list) != 2*appends {
			t.Errorf("room %d has %d entries, want %d", r, len(list), 2*appends)
		}
		named(t, s, id, workshop.Name{Who: "s1", Name: fmt.Sprint(r, appends-1)})
	}
}

// fencedAmongOthers has appends that must fail stored together with appends that must not.
func fencedAmongOthers(t *testing.T, s workshop.Store) {
	const rooms = 20
	ctx := context.WithoutCancel(t.Context())
	var all sync.WaitGroup
	for r := range rooms {
		id, epoch := room(t, s, r+1)
		if r%2 == 1 {
			epoch--
		}
		all.Go(func() {
			for n := range int64(5) {
				err := s.Append(ctx, id, epoch, Entries(epoch, n+1, 1), nil)
				if fenced := errors.Is(err, workshop.ErrFenced); fenced != (r%2 == 1) || !fenced && err != nil {
					t.Errorf("room %d: %v", r, err)
				}
			}
		})
	}
	all.Wait()
	for r := range rooms {
		list, err := All(t.Context(), s, Workshop(r+1).ID, 0)
		must(t, err)
		if want := 5 * (1 - r%2); len(list) != want {
			t.Errorf("room %d has %d entries, want %d", r, len(list), want)
		}
	}
}

// contextOver asks with a context that is over, or gets over on the way: what was said to have failed may be stored, what
// was said to be stored is.
func contextOver(t *testing.T, s workshop.Store) {
	id, epoch := opened(t, s)
	over, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.Append(over, id, epoch, Entries(epoch, 1, 1), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("stored for nobody: %v", err)
	}
	if err := s.Wait(over, id); !errors.Is(err, context.Canceled) {
		t.Errorf("waited for nobody: %v", err)
	}
	if _, err := All(over, s, id, 0); !errors.Is(err, context.Canceled) {
		t.Errorf("read for nobody: %v", err)
	}
	holds(t, s, id)
	next := int64(1)
	for i := range 24 { // some of these get over in the middle
		short, cancel := context.WithTimeout(t.Context(), time.Duration(i)*100*time.Microsecond)
		err := s.Append(short, id, epoch, Entries(epoch, next, 1), nil)
		cancel()
		list, read := All(t.Context(), s, id, 0)
		must(t, read)
		if stored := int64(len(list)) == next; err == nil && !stored {
			t.Fatalf("entry %d was acknowledged, and is not there", next)
		}
		next = int64(len(list)) + 1
	}
	must(t, s.Append(t.Context(), id, epoch, Entries(epoch, next, 1), nil))
	holds(t, s, id, Entries(epoch, 1, int(next)))
}

func closed(t *testing.T, s workshop.Store) {
	id, epoch := opened(t, s)
	must(t, s.Append(t.Context(), id, epoch, Entries(epoch, 1, 1), nil))
	must(t, s.Close())
	must(t, s.Close())
	if err := s.Append(t.Context(), id, epoch, Entries(epoch, 2, 1), nil); err == nil {
		t.Error("stored after the end")
	}
	if _, err := s.Workshops(t.Context()); err == nil {
		t.Error("read after the end")
	}
}
