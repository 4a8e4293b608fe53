//go:build unix

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"callout/game/workshop"
)

// Commands as an account has them: orders in their words, and these.
const (
	anUndo = "undo"
	aTurn  = "turn"
)

// account is what a player was told, and what it saw.
type account struct {
	told   []string // commands that were acknowledged
	asked  string   // the one that is under way; empty where there is none
	clocks []string // what the clock showed after so many turns; empty where nobody saw that
}

// turns is how many turns have ended.
func (a *account) turns() (n int) {
	for _, c := range a.told {
		if c == aTurn {
			n++
		}
	}
	return n
}

// given are the orders of the turn, and whether deployments are frozen after them.
func (a *account) given() (orders []string, frozen bool) {
	for _, c := range a.told {
		switch c {
		case aTurn:
			orders = nil
		case anUndo:
			orders, frozen = orders[:len(orders)-1], !frozen
		default:
			orders, frozen = append(orders, c), !frozen
		}
	}
	return orders, frozen
}

// agree compares an account with what is kept: everything that was acknowledged, in this order, and nothing else but perhaps
// what was under way, once. From then on the account has that too.
func (a *account) agree(kept []string) error {
	n := len(a.told)
	switch {
	case len(kept) < n || !slices.Equal(kept[:n], a.told):
		return fmt.Errorf("something is lost: it was told\n%q\nand the store has\n%q", a.told, kept)
	case len(kept) > n && !slices.Equal(kept[n:], []string{a.asked}):
		return fmt.Errorf("something was done twice, or never asked for: %q was under way, and the store has %q after\n%q", a.asked, kept[n:], a.told)
	}
	if len(kept) > n && a.asked == aTurn {
		a.clocks = append(a.clocks, "")
	}
	a.told, a.asked = kept, ""
	return nil
}

// finds compares the clock that somebody who comes back is shown with those seen before.
func (a *account) finds(clock string) error {
	n := a.turns()
	if n == len(a.clocks) { // the first that it sees
		a.clocks = append(a.clocks, "")
	}
	if seen := a.clocks[n]; seen != clock && (seen != "" || slices.Contains(a.clocks[:n], clock)) {
		return fmt.Errorf("after %d turns the clocks were %q, and who comes back is shown %s", n, a.clocks, clock)
	}
	a.clocks[n] = clock
	return nil
}

// ledger is what a store has of a workshop.
type ledger struct {
	began bool
	seats map[string]int   // by name
	done  map[int][]string // by seat, as accounts have it
}

// readLedger reads the workshop of a code.
func readLedger(ctx context.Context, file, code string) (l ledger, err error) {
	l = ledger{seats: map[string]int{}, done: map[int][]string{}}
	err = inStore(ctx, file, func(s workshop.Store) error {
		w, err := find(ctx, s, code)
		if err != nil {
			return err
		}
		names, err := s.Names(ctx, w.ID)
		if err != nil {
			return err
		}
		for _, n := range names {
			var seat int
			if _, err := fmt.Sscanf(string(n.Who), "s%d", &seat); err == nil { // else it is a team's
				l.seats[n.Name] = seat
			}
		}
		return s.Read(ctx, w.ID, 0, l.add)
	})
	return l, err
}

// add adds an entry. A seat's commands are numbered without a gap.
func (l *ledger) add(e workshop.Entry) error {
	l.began = l.began || e.Kind == workshop.Began
	if !slices.Contains([]workshop.Kind{workshop.Gave, workshop.Undid, workshop.EndedTurn}, e.Kind) {
		return nil
	}
	done := l.done[e.Seat]
	if e.N != int64(len(done))+1 {
		return fmt.Errorf("entry %d is command %d of seat %d, which has %d", e.Seq, e.N, e.Seat, len(done))
	}
	what := map[workshop.Kind]string{workshop.Undid: anUndo, workshop.EndedTurn: aTurn}[e.Kind]
	if e.Kind == workshop.Gave {
		var o workshop.Order
		if err := json.Unmarshal(e.Body, &o); err != nil {
			return err
		}
		what = o.Text
	}
	l.done[e.Seat] = append(done, what)
	return nil
}
