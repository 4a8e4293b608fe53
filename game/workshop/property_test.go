package workshop

import (
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"callout/game"
	"callout/game/policy"
	"callout/levels"
)

// desk is a room without a goroutine and a store: commands are tried on it as the goroutine tries them.
type desk struct {
	room    *Room
	entries []Entry
	now     int64
}

// newDesk opens a workshop on a desk.
func newDesk(t interface{ Fatal(...any) }, script Script) *desk {
	load := func(name, _, model string) (*game.Level, error) { return levels.LoadWithModel(name, model) }
	hub := &Hub{opt: Options{Now: time.Now, Load: load, Policy: policy.New, Log: slog.New(slog.DiscardHandler)}}
	d := &desk{room: newRoom(hub, Workshop{ID: "desk", Code: "DESK00", Secret: "5e"}), now: 1_700_000_000_000}
	d.room.names, d.room.epoch, d.room.holder = map[Who]string{}, 1, true
	d.room.state = NewState(load)
	l, err := levels.Load(script.Level)
	if err != nil {
		t.Fatal(err)
	}
	seed := game.SeedFrom(11)
	o := Opening{Level: l.Name, Rules: game.Rules, Seed: FormatSeed(seed), Commitment: Commit(seed), Script: script, Digest: fmt.Sprintf("%x", l.Digest)}
	if err := d.try(func(b *changes) error { return b.add(Entry{Kind: Opened, Body: Body(o)}) }); err != nil {
		t.Fatal(err)
	}
	return d
}

// try lets do change the state, and keeps the entries that come of it.
func (d *desk) try(do func(*changes) error) error {
	b := &changes{room: d.room, at: d.now}
	err := do(b)
	d.entries = append(d.entries, b.entries...)
	return err
}

// ask is what somebody asks of the room.
func (d *desk) ask(a *ask) error { return d.try(func(b *changes) error { return b.try(a) }) }

// do gives the next command of a seat.
func (d *desk) do(seat int, kind Kind, body any) error {
	c := Command{Seat: seat, N: 1, Kind: kind}
	if body != nil {
		c.Body = Body(body)
	}
	if last := d.room.state.counter(seat); last != nil {
		c.N = last.n + 1
	}
	return d.ask(&ask{cmd: c})
}

// join takes a seat for somebody.
func (d *desk) join(name string, team int) error {
	a := &ask{join: &joining{body: Joining{Team: team, Return: fmt.Sprint("code ", len(d.room.state.seats))}}}
	if name != "" {
		a.names = []Name{{newSeat, name}}
	}
	return d.ask(a)
}

// print is everything of a state that counts, as a text. The number and time of the last entry are left out.
func (s *State) print() string {
	var b strings.Builder
	fmt.Fprintln(&b, s.step, s.clock, s.turn, s.from, s.until, s.open, s.locked, s.over, s.chair.n, s.said, s.events, s.board, s.level.Digest)
	for i, p := range s.seats {
		fmt.Fprintln(&b, *p, s.counts[i].n, s.counts[i].kind)
	}
	for _, t := range s.teams {
		fmt.Fprintln(&b, t.play.Game.Digest(), t.driver, t.policy, t.last, t.play.Turns(), t.play.Orders(), t.play.Notes())
	}
	return b.String()
}

// scripts are what properties are tried with.
func someScript(t *rapid.T) Script {
	s := Script{Name: "any", Level: "three-teams", Seats: rapid.IntRange(1, 3).Draw(t, "seats"), Roles: rapid.Bool().Draw(t, "roles")}
	day := 0
	for range rapid.IntRange(1, 3).Draw(t, "rounds") {
		day += rapid.IntRange(1, 2).Draw(t, "days")
		s.Rounds = append(s.Rounds, Round{
			Days: day, Pace: rapid.SampledFrom([]Pace{Own, Together}).Draw(t, "pace"), Every: rapid.SampledFrom([]int{0, 20}).Draw(t, "every"),
			Open: rapid.SliceOfDistinct(rapid.SampledFrom(AllLevers()), rapid.ID[Lever]).Draw(t, "open"), Run: rapid.IntRange(0, 3).Draw(t, "run"),
			Prepare: rapid.IntRange(0, 1).Draw(t, "prepare"), Result: rapid.IntRange(0, 1).Draw(t, "result"),
		})
	}
	return s
}

// somebody does something: sensible mostly, and anything at all now and then.
func (d *desk) something(t *rapid.T) error {
	s := d.room.state
	d.now += int64(rapid.IntRange(0, 20_000).Draw(t, "wait"))
	if len(s.seats) == 0 || rapid.IntRange(0, 19).Draw(t, "join") == 0 {
		return d.join(rapid.SampledFrom([]string{"", "Ada", "Bo", "ada"}).Draw(t, "name"), rapid.IntRange(-1, len(s.teams)+1).Draw(t, "team"))
	}
	seat := rapid.IntRange(-2, len(s.seats)+1).Draw(t, "seat")
	n := int64(1)
	if c := s.counter(seat); c != nil {
		n = c.n + int64(rapid.SampledFrom([]int{1, 1, 1, 1, 1, 0, -1, 2}).Draw(t, "n"))
	}
	kind := rapid.SampledFrom(allKinds()).Draw(t, "kind")
	if seat == Facilitator && rapid.Bool().Draw(t, "go on") {
		kind = rapid.SampledFrom([]Kind{Began, Resumed, Stepped}).Draw(t, "on")
	} else if seat > 0 && rapid.Bool().Draw(t, "play") {
		kind = rapid.SampledFrom([]Kind{Gave, Gave, EndedTurn, Undid}).Draw(t, "move")
	}
	return d.ask(&ask{cmd: Command{Seat: seat, N: n, Kind: kind, Body: d.body(t, kind, seat)}, names: []Name{{"s1", "Cy"}}})
}

func allKinds() []Kind {
	var list []Kind
	for k := range rules {
		list = append(list, k)
	}
	slices.Sort(list)
	return append(list, "nonsense")
}

// body is a body for a kind of command: one that may be right, or any.
func (d *desk) body(t *rapid.T, kind Kind, seat int) []byte {
	s := d.room.state
	if rapid.IntRange(0, 9).Draw(t, "any") == 0 {
		return rapid.SampledFrom([][]byte{nil, []byte("null"), []byte("{}"), []byte("[]"), []byte(`{"seat":1e9}`), []byte(`{"team":-1}`), []byte("{\"text\":\"\xff\"}"),
			[]byte(`{"text":"read R-001"}{}`), []byte(strings.Repeat("[", 4000)), []byte(strings.Repeat("x", 5000))}).Draw(t, "bytes")
	}
	who := SeatChange{Seat: rapid.IntRange(0, len(s.seats)+1).Draw(t, "whom"), Role: rapid.SampledFrom(append(AllRoles(), "", "king")).Draw(t, "role")}
	switch kind {
	case Gave:
		return Body(Order{d.order(t, seat)})
	case Noted:
		return Body(Note{rapid.SampledFrom([]string{"hint", "guess", "No"}).Draw(t, "note"), "text"})
	case Began:
		if rapid.Bool().Draw(t, "next") {
			return nil
		}
		return Body(rapid.SampledFrom(s.steps).Draw(t, "step"))
	case Stepped:
		return Body(Step{rapid.SampledFrom([]int{0, s.turn, s.turn + 1, s.turn + 2}).Draw(t, "turn")})
	case Extended:
		return Body(Extension{rapid.IntRange(-200, 200).Draw(t, "seconds")})
	case Injected:
		return Body(Injection{Event: rapid.SampledFrom(Events()).Draw(t, "event").Name, Severity: rapid.SampledFrom(Severities()).Draw(t, "severity")})
	case Levers:
		return Body(LeverChange{rapid.SliceOf(rapid.SampledFrom(AllLevers())).Draw(t, "levers")})
	case Broadcast:
		return Body(Text{rapid.SampledFrom([]string{"Well done.", "", "\x1b[2J", strings.Repeat("long ", 100)}).Draw(t, "text")})
	case Muted, Unmuted, Removed, Renamed, GaveRole, Forgot:
		return Body(who)
	case Moved:
		who.Team = rapid.IntRange(0, len(s.teams)+1).Draw(t, "to")
		return Body(who)
	case HandedTo:
		return Body(TeamChange{rapid.IntRange(0, len(s.teams)+1).Draw(t, "team"), rapid.SampledFrom([]string{"rule", "idle", "", "ghost"}).Draw(t, "policy")})
	}
	return nil
}

// order is an order that the game of a seat would take, or none that any would.
func (d *desk) order(t *rapid.T, seat int) string {
	s := d.room.state
	if seat < 1 || seat > len(s.seats) || rapid.IntRange(0, 4).Draw(t, "odd") == 0 {
		return rapid.SampledFrom([]string{"", "read", "read R-999", "move it", "assign A-001 Nobody", "freeze on", "\x00"}).Draw(t, "text")
	}
	g := s.teams[s.seats[seat-1].Team-1].play.Game.Clone()
	p, err := policy.New("random")
	if err != nil {
		t.Fatal(err)
	}
	var v game.View
	var orders []string
	g.View(&v)
	p.Begin(rapid.Uint64().Draw(t, "luck"))
	p.Play(&v, func(o game.Order) error {
		if err := g.Clone().Do(o); err != nil {
			return err
		}
		orders = append(orders, s.level.FormatOrder(o))
		return nil
	})
	if len(orders) == 0 {
		return "freeze on"
	}
	return rapid.SampledFrom(orders).Draw(t, "order")
}

// TestAnyWorkshopHoldsItsRules lets anybody do anything, and holds what always holds.
func TestAnyWorkshopHoldsItsRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := newDesk(t, someScript(t))
		s := d.room.state
		var frozen []BoardRow
		for range rapid.IntRange(1, 60).Draw(t, "length") {
			before, seq, names := s.print(), s.seq, fmt.Sprint(d.room.names)
			open := slices.Clone(s.open)
			var err error
			if rapid.IntRange(0, 4).Draw(t, "clock") == 0 {
				d.now += 5000
				err = d.try(func(b *changes) error { b.clock(); b.policies(); return nil })
			} else {
				err = d.something(t)
			}
			var refusal Refusal
			switch {
			case err != nil && !errors.As(err, &refusal):
				t.Fatalf("a command broke the room: %v", err)
			case err != nil && (s.print() != before || s.seq != seq || fmt.Sprint(d.room.names) != names):
				t.Fatalf("%q was refused, and it changed\n%s to\n%s", refusal, before, s.print())
			case err != nil && (strings.TrimSpace(string(refusal)) == "" || strings.HasPrefix(string(refusal), "[")):
				t.Fatalf("the refusal says %q", refusal)
			}
			for _, e := range d.entries[seq:] {
				d.holds(t, e, open)
			}
			frozen = d.sameBoard(t, frozen)
			d.sameDemand(t)
		}
		again := NewState(s.load)
		for _, e := range d.entries {
			if err := again.Apply(e); err != nil {
				t.Fatalf("entry %d, %s %s, was accepted and is not now: %v", e.Seq, e.Kind, e.Body, err)
			}
		}
		if a, b := s.print(), again.print(); a != b {
			t.Fatalf("played again, the entries lead from\n%s to\n%s", a, b)
		}
	})
}

// holds that an entry that was let through was its seat's to give.
func (d *desk) holds(t *rapid.T, e Entry, open []Lever) {
	s := d.room.state
	var orders []string
	switch e.Kind {
	case Gave:
		o, err := decode[Order](e.Body)
		if err != nil {
			t.Fatal(err)
		}
		orders = []string{o.Text}
	case Played:
		p, err := decode[Playing](e.Body)
		if err != nil {
			t.Fatal(err)
		}
		orders, open = p.Orders, s.open
	}
	for _, text := range orders {
		o, err := s.level.ParseOrder(text)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(open, LeverOf(o.Kind)) {
			t.Fatalf("%q was let through, and only %v are open", text, open)
		}
		if e.Kind != Gave {
			continue
		}
		seat := s.seats[e.Seat-1]
		if role := RoleOf(o.Kind); s.opening.Script.Roles && s.holds(seat.Team, role) && seat.Role != role {
			t.Fatalf("%q was let through for %q", text, seat.Role)
		} else if !(s.opening.Script.Roles && s.holds(seat.Team, role)) && s.teams[seat.Team-1].driver != seat.N {
			t.Fatalf("%q was let through for seat %d, which does not drive", text, seat.N)
		}
	}
	if e.Seat > 0 && s.seats[e.Seat-1].Removed {
		t.Fatalf("seat %d was removed, and did %s", e.Seat, e.Kind)
	}
}

// sameBoard holds that a frozen board does not move.
func (d *desk) sameBoard(t *rapid.T, frozen []BoardRow) []BoardRow {
	b, _ := d.room.state.showBoard(&shown{alone: make([]*Seat, len(d.room.state.teams))})
	switch {
	case b.Mode != Frozen:
		return nil
	case frozen != nil && fmt.Sprint(b.Rows) != fmt.Sprint(frozen):
		t.Fatalf("the frozen board moved from %v to %v", frozen, b.Rows)
	case b.FrozenAt.IsZero():
		t.Fatal("the frozen board does not say since when")
	}
	return b.Rows
}

// sameDemand holds that all teams have the demand that was committed to.
func (d *desk) sameDemand(t *rapid.T) {
	s := d.room.state
	for i, team := range s.teams {
		if DemandIn(team.play.Game) != DemandOf(s.level, s.seed) {
			t.Fatalf("team %d has other demand", i+1)
		}
	}
}
