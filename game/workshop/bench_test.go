package workshop

import (
	"testing"
	"time"

	"callout/game/policy"
)

// crowd is a desk with so many teams of one, in the middle of a run, each some turns in.
func crowd(b *testing.B, teams int) *desk {
	b.Helper()
	d := newDesk(b, Script{Name: "crowd", Level: "ten-teams", Seats: 1, Rounds: []Round{{Days: 5, Pace: Own, Open: AllLevers(), Run: 60}}})
	must := func(err error) {
		if err != nil {
			b.Fatal(err)
		}
	}
	for range teams {
		must(d.join("", 0))
	}
	must(d.do(Facilitator, Began, nil))
	for seat := 1; seat <= teams; seat++ {
		for range 3 {
			must(d.do(seat, EndedTurn, nil))
		}
	}
	return d
}

// BenchmarkCommand is an order and its undo in a room of 300 teams, without the store: what a command costs the room.
func BenchmarkCommand(b *testing.B) {
	d := crowd(b, 300)
	for b.Loop() {
		if err := d.do(7, Gave, Order{"freeze on"}); err != nil {
			b.Fatal(err)
		}
		if err := d.do(7, Undid, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPicture is a picture of a room of 300 teams after one of them did something.
func BenchmarkPicture(b *testing.B) {
	d := crowd(b, 300)
	s := d.room.state
	w := &shown{workshop: &d.room.workshop, names: d.room.names, named: 1, here: map[int]int{}, now: s.at, clock: time.Now()}
	s.picture(w)
	b.ReportAllocs()
	for b.Loop() {
		s.teams[6].shown = nil
		s.picture(w)
	}
}

// BenchmarkReveal is a picture of a revealed board of 300 teams.
func BenchmarkReveal(b *testing.B) {
	d := crowd(b, 300)
	if err := d.do(Facilitator, Revealed, nil); err != nil {
		b.Fatal(err)
	}
	s := d.room.state
	w := &shown{workshop: &d.room.workshop, names: d.room.names, named: 1, here: map[int]int{}, now: s.at, clock: time.Now()}
	s.picture(w)
	for b.Loop() {
		s.teams[6].shown = nil
		s.picture(w)
	}
}

// BenchmarkInject is an event in a room of 300 teams: all games are played again.
func BenchmarkInject(b *testing.B) {
	d := crowd(b, 300)
	for b.Loop() {
		if err := d.do(Facilitator, Injected, Injection{Event: "outage", Severity: "mild"}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPolicy is a turn of the policy that people are compared with.
func BenchmarkPolicy(b *testing.B) {
	d := crowd(b, 1)
	p, err := policy.New("rule")
	if err != nil {
		b.Fatal(err)
	}
	p.Begin(1)
	h := &hand{policy: p}
	for b.Loop() {
		h.play(d.room.state, d.room.state.teams[0])
	}
}
