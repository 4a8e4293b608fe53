package workshop

import (
	"errors"
	"strings"
	"testing"

	"callout/game"
	"callout/levels"
)

func TestSeedsAreCommittedTo(t *testing.T) {
	seed := game.SeedFrom(5)
	if got, err := ParseSeed(FormatSeed(seed)); err != nil || got != seed {
		t.Errorf("%v, %v", got, err)
	}
	if err := CheckSeed(seed, Commit(seed)); err != nil {
		t.Error(err)
	}
	for i := range seed {
		near := seed
		near[i]++
		if err := CheckSeed(near, Commit(seed)); !errors.Is(err, ErrCommitment) {
			t.Errorf("another seed keeps the promise: %v", err)
		}
	}
	for _, text := range []string{"", "00", strings.Repeat("g", 64), strings.Repeat("0", 66)} {
		if _, err := ParseSeed(text); err == nil {
			t.Errorf("%q is a seed", text)
		}
	}
	// The commitment is what anybody computes: printf SEED | xxd -r -p | sha256sum.
	if got := Commit(game.Seed{}); got != "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925" {
		t.Errorf("the commitment to 32 zero bytes is %s", got)
	}
}

// TestWrongEntriesAreNotPlayed damages the entries of a workshop: it is not opened, and the error says what is wrong.
func TestWrongEntriesAreNotPlayed(t *testing.T) {
	d := newDesk(t, Script{Name: "s", Level: "one-team", Rounds: []Round{{Days: 1, Pace: Own, Open: AllLevers(), Run: 5}}})
	for _, err := range []error{d.join("", 0), d.do(Facilitator, Began, nil), d.do(1, Gave, Order{"read R-001"}), d.do(1, EndedTurn, nil)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	opening := func(change func(*Opening)) func([]Entry) []Entry {
		return func(list []Entry) []Entry {
			o, err := decode[Opening](list[0].Body)
			if err != nil {
				t.Fatal(err)
			}
			change(&o)
			list[0].Body = Body(o)
			return list
		}
	}
	tests := []struct {
		name   string
		damage func([]Entry) []Entry
		want   string
	}{
		{"one is missing", func(l []Entry) []Entry { return append(l[:2:2], l[3:]...) }, "missing"},
		{"two have changed places", func(l []Entry) []Entry { l[2], l[3] = l[3], l[2]; return l }, "missing"},
		{"an older lease", func(l []Entry) []Entry { l[3].Epoch = 0; return l }, "stale"},
		{"an earlier time", func(l []Entry) []Entry { l[3].At = 5; return l }, "before"},
		{"no opening", func(l []Entry) []Entry { l[0].Kind = Joined; return l }, "opens the workshop"},
		{"two openings", func(l []Entry) []Entry { l[2] = l[0]; l[2].Seq, l[2].At = 3, l[1].At; return l }, "opens the workshop"},
		{"another number", func(l []Entry) []Entry { l[3].N = 9; return l }, "next one"},
		{"another seat", func(l []Entry) []Entry { l[3].Seat = 2; return l }, "no such seat"},
		{"an order that cannot be", func(l []Entry) []Entry { l[3].Body = Body(Order{"read R-099"}); return l }, "R-099"},
		{"another seed", opening(func(o *Opening) { o.Seed = FormatSeed(game.SeedFrom(1)) }), "promised"},
		{"another level", opening(func(o *Opening) { o.Level = "two-teams" }), "load the level"},
		{"the level has changed", opening(func(o *Opening) { o.Digest = strings.Repeat("0", 64) }), "another one now"},
		{"other rules", opening(func(o *Opening) { o.Rules++ }), "rules"},
		{"a script without rounds", opening(func(o *Opening) { o.Script.Rounds = nil }), "rounds"},
		{"a pace that is none", opening(func(o *Opening) { o.Script.Rounds[0].Pace = "hectic" }), "pace"},
		{"a lever that is none", opening(func(o *Opening) { o.Script.Rounds[0].Open = []Lever{"brake"} }), "brake"},
		{"a round of no days", opening(func(o *Opening) { o.Script.Rounds[0].Days = 0 }), "day"},
		{"a phase of a year", opening(func(o *Opening) { o.Script.Rounds[0].Run = 525_600 }), "minutes"},
		{"a bus full of seats", opening(func(o *Opening) { o.Script.Seats = 50 }), "seats"},
	}
	for _, test := range tests {
		list := make([]Entry, len(d.entries))
		copy(list, d.entries)
		s, err := NewState(d.room.hub.opt.Load), error(nil)
		for _, e := range test.damage(list) {
			if err = s.Apply(e); err != nil {
				break
			}
		}
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v; want %q", test.name, err, test.want)
		}
	}
}

// A round ends at five o'clock of a working day, wherever the level begins, and never after the level does.
func TestRoundsEndWithTheWorkingDay(t *testing.T) {
	l, err := levels.Load("ten-teams")
	if err != nil {
		t.Fatal(err)
	}
	const five = 17 * game.Hour
	tests := []struct {
		start game.Minute
		day   int
		want  game.Minute
	}{
		{9 * game.Hour, 1, five},
		{9 * game.Hour, 5, 4*game.Day + five},
		{9 * game.Hour, 6, 7*game.Day + five}, // the weekend lies between
		{13 * game.Hour, 1, five},
		{18 * game.Hour, 1, game.Day + five}, // the first day is over
		{5*game.Day + 9*game.Hour, 1, 7*game.Day + five},
		{9 * game.Hour, 500, l.End},
	}
	for _, test := range tests {
		at := *l
		at.Start = test.start
		if got := endOfDay(&at, test.day); got != test.want {
			t.Errorf("from %s, day %d ends on day %d at %s; want day %d at %s", test.start, test.day, got.Day(), got, test.want.Day(), test.want)
		}
	}
	if got := endOfDay(l, levels.Days(l)); got != l.End {
		t.Errorf("the last day ends at %s, and the level at %s", got, l.End)
	}
}
