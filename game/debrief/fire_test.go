package debrief

import (
	"slices"
	"strings"
	"testing"

	"callout/game"
	"callout/levels"
)

// TestCutsKeepTheirPromise plays every cut as a game of its own, from the beginning: the same incident has to have cost so
// much less, and so have all of them.
func TestCutsKeepTheirPromise(t *testing.T) {
	if testing.Short() {
		t.Skip("many games: the runs without the race detector play them")
	}
	found := 0
	games(t, 2, func(t *testing.T, name string, r *Record) {
		d, err := Look(r)
		if err != nil {
			t.Fatal(err)
		}
		for i := range d.Fires {
			f := &d.Fires[i]
			if f.Cut.Order == "" && f.Cut.Without == "" {
				continue
			}
			found++
			orders, ok := d.history.replay(editOf(t, d.history, &f.Cut), f.Cut.Until, new(game.Game))
			if !ok {
				t.Fatalf("%s: %q cannot be given", name, f.Cut.Order)
			}
			with := *r
			with.Turns, with.Ended = orders, len(orders)
			was, all := lossIn(t, stopped(r, f.Cut.Until), &f.Incident)
			is, now := lossIn(t, &with, &f.Incident)
			if want := min(was-is, all-now); f.Cut.Saved != want || f.Cut.All != all-now {
				t.Errorf("%s: %q promises to save %d, and %d in all, and saves %d and %d", name, f.Cut.Text, f.Cut.Saved, f.Cut.All, want, all-now)
			}
			if f.Cut.Saved*10 < f.Incident.Pence {
				t.Errorf("%s: %q saves %d of %d, which is not worth a word", name, f.Cut.Text, f.Cut.Saved, f.Incident.Pence)
			}
		}
	})
	if found < 5 {
		t.Errorf("only %d cuts were found", found)
	}
}

// editOf is a cut as what it changes.
func editOf(t *testing.T, h *history, c *Cut) edit {
	t.Helper()
	e := edit{turn: c.Turn, without: game.None}
	if c.Order != "" {
		o, err := h.level.ParseOrder(c.Order)
		if err != nil {
			t.Fatal(err)
		}
		e.order = o
	}
	if c.Without != "" {
		e.without = slices.IndexFunc(h.given[c.Turn], func(o game.Order) bool { return h.said(o) == c.Without })
		if e.without < 0 {
			t.Fatalf("turn %d has no order %q", c.Turn+1, c.Without)
		}
	}
	return e
}

// lossIn is what an incident cost in a record played from its beginning, and what all of them did.
func lossIn(t *testing.T, r *Record, n *Incident) (own, all game.Pence) {
	t.Helper()
	h, err := playAgain(r)
	if err != nil {
		t.Fatal(err)
	}
	is := tabOf(n.Loss, h.game)
	return is.own, is.all
}

// TestPlantedMistakesAreNamed: where one order is all that was wrong, the chain of causes has it as a decision, the
// sentence about why it burned names it, and the cut undoes it or does what was right.
func TestPlantedMistakesAreNamed(t *testing.T) {
	for _, c := range []struct {
		name, mistake, kind string
		then                []string // given every turn from then on, as far as they are accepted
		says                []string // in the sentence
		cuts                []string // one of them is the cut
	}{
		{
			"wrong link", "link A-001 tea", "wrong-link", []string{"assign A-001 Zoë", "escalate A-001 kestrel"},
			[]string{"A-001", "tea", "books"}, []string{"link A-001 books", "escalate A-001 kestrel"},
		},
		{
			"wrong team", "escalate A-001 heron", "wrong-team", []string{"escalate A-001 kestrel"},
			[]string{"A-001", "heron", "books"}, []string{"escalate A-001 kestrel"},
		},
		{
			"dismissed", "noise A-001", "dismissed", []string{"assign A-001 Zoë", "escalate A-001 kestrel"},
			[]string{"A-001", "noise"}, []string{"assign A-001 Zoë", "escalate A-001 kestrel"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := Look(scripted(t, append([]string{c.mistake}, c.then...)))
			if err != nil {
				t.Fatal(err)
			}
			if len(d.Fires) != 1 {
				t.Fatalf("%d fires", len(d.Fires))
			}
			f := &d.Fires[0]
			i := slices.IndexFunc(f.Incident.Causes, func(s Step) bool { return s.Kind == c.kind })
			if i < 0 {
				t.Fatalf("the chain has no %s: %+v", c.kind, f.Incident.Causes)
			}
			if s := f.Incident.Causes[i]; !s.Decision || s.Order != c.mistake {
				t.Errorf("the step %q came from %q", s.Text, s.Order)
			}
			for _, s := range c.says {
				if !strings.Contains(f.Why, s) {
					t.Errorf("%q does not say %s", f.Why, s)
				}
			}
			if !slices.Contains(c.cuts, f.Cut.Order) && f.Cut.Without != c.mistake {
				t.Errorf("the cut is %q in place of %q", f.Cut.Order, f.Cut.Without)
			}
		})
	}
}

// scripted is a game of two-shops in which each order is tried in every turn until it is accepted, one a turn.
func scripted(t *testing.T, script []string) *Record {
	t.Helper()
	l, err := levels.Load("testdata/two-shops.toml")
	if err != nil {
		t.Fatal(err)
	}
	r := &Record{Level: l, Seed: game.SeedFrom(1)}
	g := game.New(l, r.Seed)
	for !g.Over() {
		var orders []game.Order
		if len(script) > 0 {
			o, err := l.ParseOrder(script[0])
			if err != nil {
				t.Fatal(err)
			}
			if g.Do(o) == nil {
				orders, script = append(orders, o), script[1:]
			}
		}
		g.EndTurn()
		r.Turns, r.Ended = append(r.Turns, orders), r.Ended+1
	}
	return r
}
