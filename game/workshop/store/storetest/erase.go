package storetest

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"callout/game/workshop"
)

func forget(t *testing.T, s workshop.Store) {
	id, epoch := opened(t, s)
	other, otherEpoch := room(t, s, 2)
	people := []workshop.Name{{Who: "s1", Name: "Ada"}, {Who: "s11", Name: "Bea"}, {Who: "t1", Name: "Owls"}}
	must(t, s.Append(t.Context(), id, epoch, Entries(epoch, 1, 1), people))
	must(t, s.Append(t.Context(), other, otherEpoch, Entries(otherEpoch, 1, 1), people))
	_, err := s.Submit(t.Context(), id, workshop.Command{Seat: 1, N: 1, Kind: workshop.Renamed}, []workshop.Name{people[0], people[2]})
	must(t, err)
	must(t, s.Forget(t.Context(), id, "s1"))
	must(t, s.Forget(t.Context(), id, "s1"))
	named(t, s, id, people[1:]...)
	named(t, s, other, people...)
	holds(t, s, id, Entries(epoch, 1, 1))
	if list, err := s.Submitted(t.Context(), id); err != nil || len(list) != 1 || len(list[0].Names) != 1 || list[0].Names[0] != people[2] {
		t.Errorf("waiting are %v, %v", list, err)
	}
	must(t, s.Append(t.Context(), id, epoch, Entries(epoch, 2, 1), people[:1]))
	named(t, s, id, people...)
}

func purge(t *testing.T, s workshop.Store) {
	id, epoch := opened(t, s)
	other, otherEpoch := room(t, s, 2)
	for id, epoch := range map[string]int64{id: epoch, other: otherEpoch} {
		must(t, s.Append(t.Context(), id, epoch, Entries(epoch, 1, 5), []workshop.Name{{Who: "s1", Name: "Ada"}}))
		_, err := s.Submit(t.Context(), id, workshop.Command{Seat: 1, N: 1, Kind: workshop.Gave}, []workshop.Name{{Who: "s1", Name: "Ada"}})
		must(t, err)
	}
	must(t, s.Purge(t.Context(), id))
	if err := s.Append(t.Context(), id, epoch, Entries(epoch, 6, 1), nil); err == nil {
		t.Error("a purged workshop goes on")
	}
	if got, err := s.Workshops(t.Context()); err != nil || len(got) != 1 || got[0].ID != other {
		t.Errorf("kept are %v, %v", got, err)
	}
	holds(t, s, other, Entries(otherEpoch, 1, 5))
	must(t, s.Append(t.Context(), other, otherEpoch, Entries(otherEpoch, 6, 1), nil))
	again, epoch := room(t, s, 1)
	holds(t, s, again)
	named(t, s, again)
	if list, err := s.Submitted(t.Context(), again); err != nil || len(list) > 0 {
		t.Errorf("waiting are %v, %v", list, err)
	}
	must(t, s.Append(t.Context(), again, epoch, Entries(epoch, 1, 1), nil))
}

// crowded is a workshop in which people came, changed their names, and left orders for others, with every name marked.
func crowded(t *testing.T, s workshop.Store, n int, mark string) string {
	t.Helper()
	id, epoch := room(t, s, n)
	dice := rand.New(rand.NewPCG(uint64(n), 7))
	seq := int64(1)
	for seat := range crowd {
		who := workshop.Who(fmt.Sprintf("s%d", seat+1))
		for change := range 1 + dice.IntN(3) {
			name := workshop.Name{Who: who, Name: fmt.Sprintf("%s%d-%d-%s", mark, seat+1, change, strings.Repeat("x", dice.IntN(40)))}
			if dice.IntN(3) == 0 {
				ticket, err := s.Submit(t.Context(), id, workshop.Command{Seat: seat + 1, Kind: workshop.Renamed, Body: []byte("{}")}, []workshop.Name{name})
				must(t, err)
				if dice.IntN(4) > 0 {
					must(t, s.Answer(t.Context(), id, ticket, ""))
				}
			}
			entry := Entries(epoch, seq, 1)
			entry[0].Body = fmt.Appendf(nil, `{"text":"%s"}`, strings.Repeat("note ", dice.IntN(300)))
			must(t, s.Append(t.Context(), id, epoch, entry, []workshop.Name{name}))
			seq++
		}
	}
	return id
}

// Traces finds words in all files of a store, each with the digits that follow it, and a file in which it stands.
type Traces func(t *testing.T, s workshop.Store, words ...string) map[string]string

// crowd is how many people are in a crowded workshop.
const crowd = 30

func forgetLeavesNoTrace(t *testing.T, s workshop.Store, traces Traces) {
	id := crowded(t, s, 1, "Zaphira")
	crowded(t, s, 2, "Quillon")
	if found := traces(t, s, "Zaphira", "Quillon"); len(found) != 2*crowd {
		t.Fatalf("before anybody is forgotten, %d names of %d are found: this shows nothing", len(found), 2*crowd)
	}
	for seat := 1; seat <= crowd; seat++ {
		if seat != 20 {
			must(t, s.Forget(t.Context(), id, workshop.Who(fmt.Sprintf("s%d", seat))))
		}
	}
	found := traces(t, s, "Zaphira", "Quillon")
	if found["Zaphira20"] == "" || found["Quillon1"] == "" {
		t.Error("somebody is gone who was not forgotten")
	}
	delete(found, "Zaphira20")
	for text, file := range found {
		if strings.HasPrefix(text, "Zaphira") {
			t.Errorf("%q was forgotten, and stands in %s", text, file)
		}
	}
}

func purgeLeavesNoTrace(t *testing.T, s workshop.Store, traces Traces) {
	id := crowded(t, s, 1, "Zaphira")
	kept := crowded(t, s, 2, "Quillon")
	gone := Workshop(1)
	must(t, s.Purge(t.Context(), id))
	for text, file := range traces(t, s, "Zaphira", gone.ID, gone.Code, gone.Token, gone.Secret) {
		t.Errorf("%q was purged, and stands in %s", text, file)
	}
	if list, err := All(t.Context(), s, kept, 0); err != nil || len(list) == 0 {
		t.Errorf("the other workshop has %d entries, %v", len(list), err)
	}
	if err := s.Purge(t.Context(), id); !errors.Is(err, workshop.ErrUnknown) {
		t.Errorf("purged twice: %v", err)
	}
}
