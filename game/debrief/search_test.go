package debrief

import (
	"context"
	"testing"

	"callout/game"
	"callout/levels"
)

// TestRequestReadAndGivenOutAtOnce: what is read and given out in one turn is known to be about its application, though at
// the turn's beginning nobody knew.
func TestRequestReadAndGivenOutAtOnce(t *testing.T) {
	l, err := levels.Load("one-team")
	if err != nil {
		t.Fatal(err)
	}
	r := &Record{Level: l, Seed: game.SeedFrom(5)}
	g := game.New(l, r.Seed)
	for !g.Over() {
		var orders []game.Order
		if r.Ended == 0 {
			for _, text := range []string{"read R-001", "deploy R-001 Asha"} {
				o, err := l.ParseOrder(text)
				if err == nil {
					err = g.Do(o)
				}
				if err != nil {
					t.Fatal(err)
				}
				orders = append(orders, o)
			}
		}
		g.EndTurn()
		r.Turns, r.Ended = append(r.Turns, orders), r.Ended+1
	}
	list, err := search(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range list {
		if c.turn == 0 && c.order.Kind == game.Deploy {
			if c.app != 0 {
				t.Errorf("the deployment is about application %d", c.app)
			}
			return
		}
	}
	t.Error("the deployment is no candidate")
}

// TestBetter: what would have been better is an order, another moment, or nothing; never nothing where it is later.
func TestBetter(t *testing.T) {
	for _, c := range []struct {
		d    Decision
		want string
	}{
		{Decision{Instead: "rest Asha"}, "Better: rest Asha"},
		{Decision{Later: true}, "Better: wait for the next morning."},
		{Decision{}, "Better: leave it, and go on by the rule of thumb."},
	} {
		if got := c.d.Better(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.d, got, c.want)
		}
	}
}

// TestProtectionTimes: only what is more than tolerated is so many times as much.
func TestProtectionTimes(t *testing.T) {
	for _, c := range []struct {
		tolerated, lost game.Pence
		want            int64
	}{{100, 250, 2500}, {100, 100, 0}, {100, 20, 0}, {0, 20, 0}} {
		p := Protection{Tolerated: c.tolerated, Lost: c.lost}
		if got := p.Times(); got != c.want {
			t.Errorf("%d of %d: %d, want %d", c.lost, c.tolerated, got, c.want)
		}
	}
}
