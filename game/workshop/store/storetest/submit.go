package storetest

import (
	"errors"
	"slices"
	"testing"
	"time"

	"callout/game/workshop"
)

func submitAndAnswer(t *testing.T, s workshop.Store) {
	id, epoch := opened(t, s)
	other, _ := room(t, s, 2)
	submit := func(seat int, n int64, body string, names ...workshop.Name) int64 {
		t.Helper()
		ticket, err := s.Submit(t.Context(), id, workshop.Command{Seat: seat, N: n, Kind: workshop.Gave, Body: []byte(body)}, names)
		must(t, err)
		return ticket
	}
	waiting := func(want ...int64) []workshop.Submission {
		t.Helper()
		list, err := s.Submitted(t.Context(), id)
		must(t, err)
		var got []int64
		for _, w := range list {
			got = append(got, w.Ticket)
		}
		if !slices.Equal(got, want) {
			t.Errorf("waiting are %d, want %d", got, want)
		}
		return list
	}
	answer := func(ticket int64, refusal string) {
		t.Helper()
		must(t, s.Answer(t.Context(), id, ticket, refusal))
	}
	answered := func(ticket int64, want string, wantOK bool) {
		t.Helper()
		if got, ok, err := s.Answered(t.Context(), id, ticket); err != nil || ok != wantOK || got != want {
			t.Errorf("the answer is %q, %v, %v; want %q, %v", got, ok, err, want, wantOK)
		}
	}

	first := submit(1, 1, "one", workshop.Name{Who: "s1", Name: "Ada"}, workshop.Name{Who: "t1", Name: "Owls"})
	second := submit(2, 1, "two")
	if again := submit(1, 1, "one"); again != first {
		t.Errorf("sent again it is ticket %d, not %d", again, first)
	}
	list := waiting(first, second)
	if c := list[0]; c.Seat != 1 || c.N != 1 || c.Kind != workshop.Gave || string(c.Body) != "one" || len(c.Names) != 2 || c.Names[0] != (workshop.Name{Who: "s1", Name: "Ada"}) || len(list[1].Names) != 0 {
		t.Errorf("it came as %v", c)
	}
	answered(first, "", false)
	must(t, s.Append(t.Context(), id, epoch, Entries(epoch, 1, 1), list[0].Names))
	answer(first, "")
	answer(first, "too late: the first answer counts")
	answered(first, "", true)
	if again := submit(1, 1, "one"); again != first {
		t.Errorf("sent after it was done it is ticket %d, not %d", again, first)
	}
	answer(second, "It is not your turn.")
	answered(second, "It is not your turn.", true)
	third := submit(2, 1, "another order with the number that was refused")
	if third == second {
		t.Error("an order has the answer of another that was refused")
	}
	waiting(third)
	fourth, fifth := submit(0, 0, "join"), submit(0, 0, "join")
	if fourth == fifth {
		t.Error("two who join are one")
	}
	waiting(third, fourth, fifth)
	if list, err := s.Submitted(t.Context(), other); err != nil || len(list) > 0 {
		t.Errorf("in the other workshop wait %v, %v", list, err)
	}
	must(t, s.Answer(t.Context(), other, third, "from elsewhere"))
	answered(third, "", false)
	if _, ok, err := s.Answered(t.Context(), other, first); ok || err != nil {
		t.Errorf("the other workshop has the answer: %v, %v", ok, err)
	}
}

// wait rings for whoever waits when something is stored, and for nobody forever.
func wait(t *testing.T, s workshop.Store) {
	id, epoch := opened(t, s)
	changes := []func(int64) error{
		func(n int64) error { return s.Append(t.Context(), id, epoch, Entries(epoch, n, 1), nil) },
		func(n int64) error {
			_, err := s.Submit(t.Context(), id, workshop.Command{Seat: 1, N: n, Kind: workshop.Gave}, nil)
			return err
		},
	}
	for i, change := range changes {
		woken := make(chan error, 1)
		go func() { woken <- s.Wait(t.Context(), id) }()
		time.Sleep(10 * time.Millisecond)
		must(t, change(1))
		select {
		case err := <-woken:
			must(t, err)
		case <-time.After(long):
			t.Fatalf("change %d woke nobody", i)
		}
	}
	must(t, s.Wait(t.Context(), id)) // although nothing happens
}

func unknown(t *testing.T, s workshop.Store) {
	ctx, id := t.Context(), "nobody"
	_, lease := s.Lease(ctx, id, "me", long)
	_, named := s.Names(ctx, id)
	_, submit := s.Submit(ctx, id, workshop.Command{Seat: 1, N: 1, Kind: workshop.Gave}, nil)
	_, submitted := s.Submitted(ctx, id)
	_, _, answered := s.Answered(ctx, id, 1)
	for name, err := range map[string]error{
		"Lease": lease, "Release": s.Release(ctx, id, "me", 1), "Append": s.Append(ctx, id, 1, Entries(1, 1, 1), nil),
		"Read": s.Read(ctx, id, 0, func(workshop.Entry) error { return nil }), "Names": named, "Submit": submit, "Submitted": submitted,
		"Answer": s.Answer(ctx, id, 1, ""), "Answered": answered, "Forget": s.Forget(ctx, id, "s1"), "Purge": s.Purge(ctx, id),
	} {
		if !errors.Is(err, workshop.ErrUnknown) {
			t.Errorf("%s of a workshop that is not there: %v", name, err)
		}
	}
}
