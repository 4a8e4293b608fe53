package policy

import (
	"testing"

	"callout/game"
	"callout/levels"
)

func TestEveningsAndMornings(t *testing.T) {
	const mon, tue, fri, sat = 0, game.Day, 4 * game.Day, 5 * game.Day
	for _, c := range []struct {
		from, evening, morning game.Minute
	}{
		{mon + 10*game.Hour, tue + 17*game.Hour, tue + 9*game.Hour},
		{tue + 2*game.Hour, 2*game.Day + 17*game.Hour, tue + 9*game.Hour},
		{fri + 16*game.Hour, game.Week + 17*game.Hour, game.Week + 9*game.Hour},
		{sat + 12*game.Hour, game.Week + 17*game.Hour, game.Week + 9*game.Hour},
	} {
		if got := Evening(c.from, 1); got != c.evening {
			t.Errorf("the evening after %v is %v, want %v", c.from, got, c.evening)
		}
		if got := NextMorning(c.from); got != c.morning {
			t.Errorf("the morning after %v is %v, want %v", c.from, got, c.morning)
		}
	}
}

func TestHoldsCoverWhatTheySay(t *testing.T) {
	alert := game.Item{Kind: game.Alert, N: 7}
	for _, c := range []struct {
		name string
		hold Hold
		o    game.Order
		want bool
	}{
		{"any order about the item", Hold{Item: alert, App: game.None, Analyst: game.None, Until: 10}, game.Order{Kind: game.Link, Item: alert}, true},
		{"another item", Hold{Item: alert, App: game.None, Analyst: game.None, Until: 10}, game.Order{Kind: game.Link, Item: game.Item{Kind: game.Alert, N: 8}}, false},
		{"any item of its letter", Hold{Kind: game.Read, Item: game.Item{Kind: game.Request}, App: game.None, Analyst: game.None, Until: 10}, game.Order{Kind: game.Read, Item: game.Item{Kind: game.Request, N: 3}}, true},
		{"a message is no request", Hold{Kind: game.Read, Item: game.Item{Kind: game.Request}, App: game.None, Analyst: game.None, Until: 10}, game.Order{Kind: game.Read, Item: game.Item{Kind: game.Message, N: 3}}, false},
		{"one analyst", Hold{Kind: game.Rest, App: game.None, Analyst: 1, Until: 10}, game.Order{Kind: game.Rest, Analyst: 2}, false},
		{"one application", Hold{Kind: game.RollBack, App: 2, Analyst: game.None, Until: 10}, game.Order{Kind: game.RollBack, App: 2}, true},
		{"over", Hold{Kind: game.RollBack, App: 2, Analyst: game.None, Until: 5}, game.Order{Kind: game.RollBack, App: 2}, false},
	} {
		if got := c.hold.covers(&c.o, 5); got != c.want {
			t.Errorf("%s: covered is %v", c.name, got)
		}
	}
}

// TestFuturesLeaveTheGameAlone: playing on changes nothing, gives the same for the same luck whatever was played before,
// and another outcome for some other luck.
func TestFuturesLeaveTheGameAlone(t *testing.T) {
	l, err := levels.Load("three-teams")
	if err != nil {
		t.Fatal(err)
	}
	g := game.New(l, game.SeedFrom(3))
	for range 20 {
		g.EndTurn()
	}
	before := g.Digest()
	b := &Branch{Until: game.Never}
	used, fresh := NewFutures(), NewFutures()
	differs := false
	for luck := range uint64(6) {
		first := used.Play(g, b, luck)
		if again := fresh.Play(g, b, luck); again != first {
			t.Errorf("luck %d: %+v, and in other memory %+v", luck, first, again)
		}
		differs = differs || first != used.Play(g, b, luck+100)
	}
	if !differs || g.Digest() != before {
		t.Errorf("other lucks differ: %v; the game was changed: %v", differs, g.Digest() != before)
	}
}
