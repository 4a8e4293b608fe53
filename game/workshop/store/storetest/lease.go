package storetest

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"callout/game/workshop"
)

func create(t *testing.T, s workshop.Store) {
	later, earlier := Workshop(2), Workshop(1)
	must(t, s.Create(t.Context(), later))
	must(t, s.Create(t.Context(), earlier))
	if got, err := s.Workshops(t.Context()); err != nil || !slices.Equal(got, []workshop.Workshop{earlier, later}) {
		t.Errorf("kept are %v, %v", got, err)
	}
	for _, taken := range []workshop.Workshop{{ID: later.ID, Code: "OTHER"}, {ID: "other", Code: later.Code}} {
		if err := s.Create(t.Context(), taken); !errors.Is(err, workshop.ErrTaken) {
			t.Errorf("%v was made beside %v: %v", taken, later, err)
		}
	}
}

func leases(t *testing.T, s workshop.Store) {
	id, epoch := opened(t, s)
	if epoch < 1 {
		t.Errorf("the first epoch is %d", epoch)
	}
	if again, err := s.Lease(t.Context(), id, "me", long); err != nil || again != epoch {
		t.Errorf("renewed it is epoch %d, %v, want %d", again, err, epoch)
	}
	if _, err := s.Lease(t.Context(), id, "you", long); !errors.Is(err, workshop.ErrHeld) {
		t.Errorf("two have it: %v", err)
	}
	must(t, s.Release(t.Context(), id, "you", epoch))
	must(t, s.Release(t.Context(), id, "me", epoch+1))
	if _, err := s.Lease(t.Context(), id, "you", long); !errors.Is(err, workshop.ErrHeld) {
		t.Errorf("somebody else gave it back: %v", err)
	}
	must(t, s.Release(t.Context(), id, "me", epoch))
	if next, err := s.Lease(t.Context(), id, "you", long); err != nil || next <= epoch {
		t.Errorf("after it was given back: epoch %d, %v, want more than %d", next, err, epoch)
	}
}

// takeOver lets a lease run out while its holder sleeps.
func takeOver(t *testing.T, s workshop.Store) {
	w := Workshop(1)
	must(t, s.Create(t.Context(), w))
	old, err := s.Lease(t.Context(), w.ID, "sleeper", 300*time.Millisecond)
	must(t, err)
	first := Entries(old, 1, 3)
	must(t, s.Append(t.Context(), w.ID, old, first, nil))
	var epoch int64
	for {
		if epoch, err = s.Lease(t.Context(), w.ID, "heir", long); err == nil {
			break
		}
		if !errors.Is(err, workshop.ErrHeld) {
			t.Fatal(err)
		}
		time.Sleep(20 * time.Millisecond)
	}
	if epoch <= old {
		t.Errorf("the heir has epoch %d, not more than %d", epoch, old)
	}
	stale := []workshop.Name{{Who: "s1", Name: "Stale"}}
	if err := s.Append(t.Context(), w.ID, old, Entries(old, 4, 2), stale); !errors.Is(err, workshop.ErrFenced) {
		t.Errorf("the sleeper woke and stored: %v", err)
	}
	if _, err := s.Lease(t.Context(), w.ID, "sleeper", long); !errors.Is(err, workshop.ErrHeld) {
		t.Errorf("the sleeper has a lease again: %v", err)
	}
	next := Entries(epoch, 4, 2)
	must(t, s.Append(t.Context(), w.ID, epoch, next, nil))
	holds(t, s, w.ID, first, next)
	if got, err := s.Names(t.Context(), w.ID); err != nil || len(got) > 0 {
		t.Errorf("the sleeper stored names: %v, %v", got, err)
	}
	if err := s.Append(t.Context(), w.ID, epoch+1, Entries(epoch+1, 6, 1), nil); !errors.Is(err, workshop.ErrFenced) {
		t.Errorf("an epoch that was never given stored: %v", err)
	}
}

// contest lets many ask at once, again and again: one has it each time.
func contest(t *testing.T, s workshop.Store) {
	w := Workshop(1)
	must(t, s.Create(t.Context(), w))
	var last int64
	for range 5 {
		holders := []string{"a", "b", "c", "d", "e", "f"}
		epochs := make([]int64, len(holders))
		var all sync.WaitGroup
		for i, holder := range holders {
			all.Go(func() {
				epoch, err := s.Lease(context.WithoutCancel(t.Context()), w.ID, holder, long)
				if err != nil && !errors.Is(err, workshop.ErrHeld) {
					t.Error(err)
				}
				epochs[i] = epoch
			})
		}
		all.Wait()
		winner := -1
		for i, epoch := range epochs {
			if epoch == 0 {
				continue
			}
			if winner >= 0 {
				t.Fatalf("both %s and %s have it: %v", holders[winner], holders[i], epochs)
			}
			winner = i
		}
		if winner < 0 || epochs[winner] <= last {
			t.Fatalf("epochs are %v after %d", epochs, last)
		}
		last = epochs[winner]
		must(t, s.Release(t.Context(), w.ID, holders[winner], last))
	}
}
