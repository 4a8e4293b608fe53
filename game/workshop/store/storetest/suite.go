package storetest

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"callout/game/workshop"
)

// Run runs all tests against stores that open makes, each empty. Where open says t.Parallel, they run at once.
func Run(t *testing.T, open func(t *testing.T) workshop.Store) {
	tests := []struct {
		name string
		test func(*testing.T, workshop.Store)
	}{
		{"create", create},
		{"lease", leases},
		{"take over", takeOver},
		{"many want one lease", contest},
		{"append all or nothing", allOrNothing},
		{"append twice", appendTwice},
		{"numbers have no gap", noGap},
		{"read from", readFrom},
		{"names", names},
		{"hostile bytes", hostileBytes},
		{"too much", tooMuch},
		{"submit and answer", submitAndAnswer},
		{"wait", wait},
		{"forget", forget},
		{"purge", purge},
		{"unknown workshop", unknown},
		{"many rooms at once", manyRooms},
		{"fenced among others", fencedAmongOthers},
		{"context over", contextOver},
		{"closed", closed},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { test.test(t, open(t)) })
	}
}

// Erase tests that what is removed leaves no trace in a file.
func Erase(t *testing.T, open func(t *testing.T) workshop.Store, traces Traces) {
	t.Run("forget leaves no trace", func(t *testing.T) { forgetLeavesNoTrace(t, open(t), traces) })
	t.Run("purge leaves no trace", func(t *testing.T) { purgeLeavesNoTrace(t, open(t), traces) })
}

// long is a time that no test outlasts.
const long = time.Minute

// opened is a store with one workshop, and a lease on it.
func opened(t *testing.T, s workshop.Store) (id string, epoch int64) {
	t.Helper()
	return room(t, s, 1)
}

// room makes the n-th workshop of a test, and takes a lease on it.
func room(t *testing.T, s workshop.Store, n int) (id string, epoch int64) {
	t.Helper()
	w := Workshop(n)
	must(t, s.Create(t.Context(), w))
	epoch, err := s.Lease(t.Context(), w.ID, "me", long)
	must(t, err)
	return w.ID, epoch
}

// Workshop is the n-th workshop of a test.
func Workshop(n int) workshop.Workshop {
	return workshop.Workshop{ID: fmt.Sprintf("%032x", n), Code: fmt.Sprintf("CODE%04d", n), Token: fmt.Sprintf("70%062x", n),
		Secret: fmt.Sprintf("5e%062x", n), Opened: int64(1000 + n)}
}

// Entries are n entries from a number on.
func Entries(epoch, from int64, n int) []workshop.Entry {
	var list []workshop.Entry
	for i := range int64(n) {
		list = append(list, workshop.Entry{Seq: from + i, Epoch: epoch, At: 1_700_000_000_000 + from + i, Seat: int((from+i)%7) - 1, N: from + i,
			Kind: workshop.Gave, Body: fmt.Appendf(nil, `{"text":"order %d"}`, from+i)})
	}
	return list
}

// All are the entries of a workshop after a number.
func All(ctx context.Context, s workshop.Store, id string, after int64) ([]workshop.Entry, error) {
	var list []workshop.Entry
	err := s.Read(ctx, id, after, func(e workshop.Entry) error {
		list = append(list, e)
		return nil
	})
	return list, err
}

func holds(t *testing.T, s workshop.Store, id string, want ...[]workshop.Entry) {
	t.Helper()
	got, err := All(t.Context(), s, id, 0)
	must(t, err)
	if all := slices.Concat(want...); !slices.EqualFunc(got, all, same) {
		t.Errorf("it holds %d entries %.1000s, want %d %.1000s", len(got), fmt.Sprint(got), len(all), fmt.Sprint(all))
	}
}

func same(a, b workshop.Entry) bool {
	body := slices.Equal(a.Body, b.Body)
	a.Body, b.Body = nil, nil
	return body && fmt.Sprint(a) == fmt.Sprint(b)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
