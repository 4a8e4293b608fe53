package workshop

import (
	"errors"
	"testing"
)

// FuzzCommand gives a room in the middle of a run any command at all, as whoever. What is refused says why in a sentence and
// changes nothing; what is done is done by the entries alone, and plays out alike.
func FuzzCommand(f *testing.F) {
	for _, kind := range allKinds() {
		f.Add(1, int64(1), string(kind), []byte(`{}`))
		f.Add(Facilitator, int64(2), string(kind), []byte(nil))
	}
	for kind, body := range map[Kind]any{
		Gave: Order{"read R-001"}, Noted: Note{"hint", "20"}, Began: PhaseChange{0, Result}, Extended: Extension{60}, Stepped: Step{1},
		Injected: Injection{Event: "outage", Severity: "mild"}, Levers: LeverChange{AllLevers()}, Broadcast: Text{"Hello"},
		Muted: SeatChange{Seat: 1}, Moved: SeatChange{Seat: 1, Team: 2}, GaveRole: SeatChange{Seat: 1, Role: Analysts}, HandedTo: TeamChange{1, "rule"},
	} {
		f.Add(1, int64(1), string(kind), Body(body))
		f.Add(Facilitator, int64(2), string(kind), Body(body))
	}
	script := Script{Name: "fuzz", Level: "one-team", Seats: 2, Rounds: []Round{{Days: 1, Pace: Own, Open: []Lever{TriageLever}, Run: 5, Result: 1}}}
	f.Fuzz(func(t *testing.T, seat int, n int64, kind string, body []byte) {
		d := newDesk(t, script)
		for range 3 {
			if err := d.join("", 0); err != nil {
				t.Fatal(err)
			}
		}
		if err := d.do(Facilitator, Began, nil); err != nil {
			t.Fatal(err)
		}
		s := d.room.state
		before := s.print()
		err := d.ask(&ask{cmd: Command{Seat: seat, N: n, Kind: Kind(kind), Body: body}, names: []Name{{Who(kind), string(body)}}})
		var refusal Refusal
		switch {
		case err != nil && (!errors.As(err, &refusal) || refusal == ""):
			t.Fatalf("it broke the room: %v", err)
		case err != nil && s.print() != before:
			t.Fatalf("%q was refused, and changed something", refusal)
		}
		again := NewState(s.load)
		for _, e := range d.entries {
			if err := again.Apply(e); err != nil {
				t.Fatal(err)
			}
		}
		if again.print() != s.print() {
			t.Fatal("played again it leads elsewhere")
		}
	})
}
