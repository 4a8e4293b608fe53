package workshop

import (
	"strings"
	"testing"

	"callout/game"
)

// Every order is in exactly one lever, so that closing a lever closes all of it and nothing else, and no order is open or
// closed by accident.
func TestEveryOrderHasOneLever(t *testing.T) {
	in := map[game.OrderKind][]Lever{}
	for _, l := range AllLevers() {
		for _, kind := range l.Orders() {
			in[kind] = append(in[kind], l)
		}
	}
	for n := range game.OrderHelps() {
		kind := game.OrderKind(n + 1)
		if len(in[kind]) != 1 {
			t.Errorf("%s is in the levers %v: it must be in one", kind, in[kind])
		} else if LeverOf(kind) != in[kind][0] {
			t.Errorf("%s belongs to %q and stands in %q", kind, LeverOf(kind), in[kind][0])
		}
		delete(in, kind)
	}
	if len(in) > 0 {
		t.Errorf("no orders, but in levers: %v", in)
	}
	if l := LeverOf(game.NoOrder); l != "" {
		t.Errorf("no order belongs to %q", l)
	}
}

func TestLeversHaveNames(t *testing.T) {
	for _, l := range AllLevers() {
		if strings.Contains(l.Title(), "[") || strings.Contains(l.About(), "[") {
			t.Errorf("%s is called %q: %q", l, l.Title(), l.About())
		}
	}
	if Lever("brake").Orders() != nil {
		t.Error("a lever that is not there opens orders")
	}
}
