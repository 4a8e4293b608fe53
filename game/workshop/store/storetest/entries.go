package storetest

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"callout/game/workshop"
)

func allOrNothing(t *testing.T, s workshop.Store) {
	id, epoch := opened(t, s)
	first := Entries(epoch, 1, 3)
	must(t, s.Append(t.Context(), id, epoch, first, nil))
	wrong := Entries(epoch, 4, 3)
	wrong[2].Seq = 9
	tooLong := Entries(epoch, 4, 3)
	tooLong[2].Body = make([]byte, 2<<20)
	overlap := Entries(epoch, 3, 3)
	overlap[0].Body = []byte("another")
	otherEpoch := Entries(epoch, 4, 3)
	otherEpoch[1].Epoch--
	for name, entries := range map[string][]workshop.Entry{"gap inside": wrong, "too long": tooLong, "another in its place": overlap, "other epoch": otherEpoch} {
		if err := s.Append(t.Context(), id, epoch, entries, []workshop.Name{{Who: "s9", Name: "Nobody"}}); err == nil {
			t.Errorf("%s: stored", name)
		}
	}
	holds(t, s, id, first)
	if got, err := s.Names(t.Context(), id); err != nil || len(got) > 0 {
		t.Errorf("names came without their entries: %v, %v", got, err)
	}
	must(t, s.Append(t.Context(), id, epoch, nil, []workshop.Name{{Who: "t1", Name: "Night Owls"}}))
	holds(t, s, id, first)
}

// appendTwice is what a room does that never heard what became of an append.
func appendTwice(t *testing.T, s workshop.Store) {
	id, epoch := opened(t, s)
	list := Entries(epoch, 1, 3)
	for range 3 {
		must(t, s.Append(t.Context(), id, epoch, list, nil))
	}
	must(t, s.Append(t.Context(), id, epoch, Entries(epoch, 4, 1), nil))
	must(t, s.Append(t.Context(), id, epoch, list[1:], nil))
	holds(t, s, id, Entries(epoch, 1, 4))
	if err := s.Append(t.Context(), id, epoch, Entries(epoch, 3, 3), nil); !errors.Is(err, workshop.ErrGap) {
		t.Errorf("half of them are there already: %v", err)
	}
	holds(t, s, id, Entries(epoch, 1, 4))
}

func noGap(t *testing.T, s workshop.Store) {
	id, epoch := opened(t, s)
	for _, from := range []int64{0, 2, -1, 1 << 40} {
		if err := s.Append(t.Context(), id, epoch, Entries(epoch, from, 1), nil); !errors.Is(err, workshop.ErrGap) {
			t.Errorf("entry %d was the first: %v", from, err)
		}
	}
	must(t, s.Append(t.Context(), id, epoch, Entries(epoch, 1, 1), nil))
	if err := s.Append(t.Context(), id, epoch, Entries(epoch, 3, 1), nil); !errors.Is(err, workshop.ErrGap) {
		t.Errorf("entry 3 followed entry 1: %v", err)
	}
	holds(t, s, id, Entries(epoch, 1, 1))
}

func readFrom(t *testing.T, s workshop.Store) {
	id, epoch := opened(t, s)
	const n = 1203 // more than is read at once
	list := Entries(epoch, 1, n)
	for part := range slices.Chunk(list, 401) {
		must(t, s.Append(t.Context(), id, epoch, part, nil))
	}
	for _, after := range []int64{0, 1, 499, 500, 501, 1000, n - 1, n, n + 10} {
		got, err := All(t.Context(), s, id, after)
		must(t, err)
		if want := list[min(after, n):]; !slices.EqualFunc(got, want, same) {
			t.Errorf("after %d come %d entries, want %d", after, len(got), len(want))
		}
	}
	enough, seen := errors.New("enough"), 0
	err := s.Read(t.Context(), id, 0, func(workshop.Entry) error {
		if seen++; seen == 700 {
			return enough
		}
		return nil
	})
	if !errors.Is(err, enough) || seen != 700 {
		t.Errorf("it went on to %d: %v", seen, err)
	}
	// Whoever reads may write meanwhile.
	must(t, s.Read(t.Context(), id, n-2, func(e workshop.Entry) error {
		return s.Append(t.Context(), id, epoch, Entries(epoch, e.Seq+2, 1), []workshop.Name{{Who: "s1", Name: "Reader"}})
	}))
	holds(t, s, id, Entries(epoch, 1, n+2))
}

func names(t *testing.T, s workshop.Store) {
	id, epoch := opened(t, s)
	other, otherEpoch := room(t, s, 2)
	must(t, s.Append(t.Context(), id, epoch, Entries(epoch, 1, 1), []workshop.Name{{Who: "s2", Name: "Bea"}, {Who: "s10", Name: "Ngozi"}, {Who: "t1", Name: "Owls"}}))
	must(t, s.Append(t.Context(), other, otherEpoch, Entries(otherEpoch, 1, 1), []workshop.Name{{Who: "s2", Name: "Somebody else"}}))
	must(t, s.Append(t.Context(), id, epoch, Entries(epoch, 2, 1), []workshop.Name{{Who: "s2", Name: "Beatrix"}}))
	named(t, s, id, workshop.Name{Who: "s10", Name: "Ngozi"}, workshop.Name{Who: "s2", Name: "Beatrix"}, workshop.Name{Who: "t1", Name: "Owls"})
	named(t, s, other, workshop.Name{Who: "s2", Name: "Somebody else"})
}

// named holds that a workshop has these names, in the order of who has them.
func named(t *testing.T, s workshop.Store, id string, want ...workshop.Name) {
	t.Helper()
	got, err := s.Names(t.Context(), id)
	must(t, err)
	slices.SortFunc(got, func(a, b workshop.Name) int { return strings.Compare(string(a.Who), string(b.Who)) })
	if !slices.Equal(got, want) {
		t.Errorf("names are %q, want %q", got, want)
	}
}

// Hostile are texts that somebody may send.
var Hostile = []string{
	"", "'; DROP TABLE entries; --", `"`, "$1", "?", "%s%d", "\x00", "a\x00b", "\xff\xfe", "\xc3\x28", "\u202e\u200b", "\r\n\t\x1b[2J", "{}", "NULL",
	strings.Repeat("é", 500), "𝕏🏴‍☠️", `\x41`, `\`, "{a,b}", `{"a"}`,
}

func hostileBytes(t *testing.T, s workshop.Store) {
	id, epoch := opened(t, s)
	var list []workshop.Entry
	var want []workshop.Name
	for i, text := range append(Hostile, string(bytes.Repeat([]byte{0, 1, 2, 255}, 60_000))) {
		e := Entries(epoch, int64(i+1), 1)[0]
		e.Body = []byte(text)
		list = append(list, e)
		if len(text) <= 1000 {
			want = append(want, workshop.Name{Who: workshop.Who(fmt.Sprintf("s%02d", i)), Name: text})
		}
	}
	must(t, s.Append(t.Context(), id, epoch, list, want))
	holds(t, s, id, list)
	named(t, s, id, want...)
	for i, e := range list {
		c := workshop.Command{Seat: 1, N: int64(i + 1), Kind: workshop.Noted, Body: e.Body}
		ticket, err := s.Submit(t.Context(), id, c, want[:min(i, len(want))])
		must(t, err)
		waiting, err := s.Submitted(t.Context(), id)
		must(t, err)
		if len(waiting) != 1 || !bytes.Equal(waiting[0].Body, c.Body) || !slices.Equal(waiting[0].Names, want[:min(i, len(want))]) {
			t.Fatalf("%.40q came back as %.300s", e.Body, fmt.Sprint(waiting))
		}
		must(t, s.Answer(t.Context(), id, ticket, ""))
	}
}

// tooMuch asks for what cannot be kept, or not as it is: it is refused, and nothing changes.
func tooMuch(t *testing.T, s workshop.Store) {
	id, epoch := opened(t, s)
	entry := func(change func(*workshop.Entry)) []workshop.Entry {
		list := Entries(epoch, 1, 1)
		change(&list[0])
		return list
	}
	for name, list := range map[string][]workshop.Entry{
		"a body":    entry(func(e *workshop.Entry) { e.Body = make([]byte, 2<<20) }),
		"a kind":    entry(func(e *workshop.Entry) { e.Kind = workshop.Kind(strings.Repeat("x", 1000)) }),
		"zero byte": entry(func(e *workshop.Entry) { e.Kind = "a\x00b" }),
		"bad UTF-8": entry(func(e *workshop.Entry) { e.Kind = "\xff" }),
		"many":      Entries(epoch, 1, 20_000),
	} {
		if err := s.Append(t.Context(), id, epoch, list, nil); err == nil {
			t.Errorf("%s was stored", name)
		}
	}
	for _, n := range []workshop.Name{{Who: "s1", Name: strings.Repeat("x", 10_000)}, {Who: "\x00", Name: "x"}, {Who: workshop.Who(strings.Repeat("s", 1000))}} {
		if err := s.Append(t.Context(), id, epoch, Entries(epoch, 1, 1), []workshop.Name{n}); err == nil {
			t.Errorf("the name %.40q was stored", n)
		}
		if _, err := s.Submit(t.Context(), id, workshop.Command{N: 1, Kind: workshop.Joined}, []workshop.Name{n}); err == nil {
			t.Errorf("the name %.40q was taken", n)
		}
	}
	if err := s.Create(t.Context(), workshop.Workshop{ID: "a\x00", Code: "x"}); err == nil {
		t.Error("a workshop with a zero byte was made")
	}
	holds(t, s, id)
	named(t, s, id)
}
