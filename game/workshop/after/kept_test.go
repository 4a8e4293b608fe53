package after

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"callout/game"
	"callout/game/workshop"
	"callout/game/workshop/memory"
	"callout/levels"
)

// load finds shipped levels.
func load(name, _, model string) (*game.Level, error) { return levels.LoadWithModel(name, model) }

// oneRound is a script of one short round, which the facilitator ends.
var oneRound = workshop.Script{Name: "one", Title: "One round", Level: "one-team", Seats: 2, Rounds: []workshop.Round{
	{Title: "One", Days: 2, Pace: workshop.Own, Open: workshop.AllLevers(), Ask: []string{"What was that?"}},
}}

// kept plays a workshop of three teams into a store, by the real room: two people at the first, one at the second, a policy at
// the third. It is finished, or still running.
func kept(t testing.TB, s workshop.Store, finished bool) workshop.Workshop {
	t.Helper()
	ctx := context.Background()
	hub, err := workshop.NewHub(ctx, workshop.Options{Store: s, Load: load})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := hub.Close(ctx, "The test is over."); err != nil {
			t.Error(err)
		}
	}()
	chair, _, err := hub.Open(ctx, workshop.Plan{Level: "one-team", Script: oneRound, Policies: []string{"rule"}})
	if err != nil {
		t.Fatal(err)
	}
	room := chair.Room()
	say := func(kind workshop.Kind, body any) {
		t.Helper()
		c := workshop.Command{Kind: kind}
		if body != nil {
			c.Body = workshop.Body(body)
		}
		if err := chair.Do(ctx, c); err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
	}
	join := func(name, team string, n int) int {
		t.Helper()
		ticket, err := room.Join(ctx, workshop.Joiner{Name: name, TeamName: team, Team: n})
		if err != nil {
			t.Fatal(err)
		}
		return ticket.Seat
	}
	first := join("Xenia Vollmer", "Nordlicht", 0)
	join("Quirin Adebayo", "", 2)
	third := join("Ylva Castellanos", "Zugvogel", 0)
	do := func(seat int, kind workshop.Kind, body any) {
		t.Helper()
		c := workshop.Command{Seat: seat, N: room.Picture().Seats[seat-1].Counter + 1, Kind: kind}
		if body != nil {
			c.Body = workshop.Body(body)
		}
		if err := room.Do(ctx, c); err != nil {
			t.Fatalf("seat %d, %s: %v", seat, kind, err)
		}
	}
	for room.Picture().Phase != workshop.Run {
		say(workshop.Began, nil)
	}
	say(workshop.Broadcast, workshop.Text{Text: "Well done, Xenia!"})
	do(first, workshop.Gave, workshop.Order{Text: "read R-001"})
	do(first, workshop.Noted, workshop.Note{Kind: "prediction", Text: "queue 1 70"})
	do(first, workshop.Noted, workshop.Note{Kind: "remark", Text: "ask Quirin about this"})
	do(first, workshop.EndedTurn, nil)
	say(workshop.Injected, workshop.Injection{Event: workshop.Events()[0].Name, Severity: "normal"})
	for range 3 {
		do(third, workshop.EndedTurn, nil)
	}
	if finished {
		for room.Picture().Phase != workshop.Debrief {
			say(workshop.Began, nil)
		}
	}
	list, err := s.Workshops(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return list[len(list)-1]
}

// nobody are the names of those who played in kept, in full and in part.
var nobody = []string{"Xenia", "Vollmer", "Quirin", "Adebayo", "Ylva", "Castellanos", "Nordlicht", "Zugvogel"}

func read(t testing.TB, s workshop.Store, w workshop.Workshop) *Kept {
	t.Helper()
	k, err := Read(t.Context(), s, w, load)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// TestReadAndVerify: a kept workshop is read back with its teams, names and times, and what it promises holds.
func TestReadAndVerify(t *testing.T) {
	s := memory.New()
	w := kept(t, s, true)
	k := read(t, s, w)
	p, err := k.Played()
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Teams) != 3 || p.Teams[0].By != "rule" || len(p.Teams[1].Seats) != 2 || p.Teams[1].Seats[1].Name != "Quirin Adebayo" || len(p.Events) != 1 || len(p.Ask) != 1 {
		t.Fatalf("%+v", p)
	}
	if x := p.Teams[1]; len(x.Notes) != 2 || len(x.Said) != 2 || x.Said[0].Before(p.Opened) || x.Over.IsZero() || x.Seats[0].Joined.Before(p.Opened) {
		t.Errorf("%+v", x)
	}
	if k.Alone(1) || !k.Alone(3) {
		t.Error("who is alone at a team")
	}
	r := looked(t, p)
	if len(r.Teams) != 3 || r.Lost < 0 {
		t.Errorf("%d teams lost %d", len(r.Teams), r.Lost)
	}
	other, err := p.With("you-run-it")
	if err != nil || len(other.Happenings) != len(p.Level.Happenings) {
		t.Errorf("the same level under another model: %v", err)
	}
	v, err := k.Verify()
	if err != nil || len(v.Teams) != 3 || v.Commitment == "" {
		t.Fatalf("%+v, %v", v, err)
	}
	k.Opening.Commitment = strings.Repeat("0", 64)
	if _, err := k.Verify(); !errors.Is(err, workshop.ErrCommitment) {
		t.Errorf("another commitment: %v", err)
	}
	if k := read(t, s, w); k.Picture.Teams[1].Orders[0] == nil {
		t.Error("the first order is lost")
	} else {
		k.Picture.Teams[1].Orders[0] = nil
		if _, err := k.Verify(); err == nil || !strings.Contains(err.Error(), "team 2") {
			t.Errorf("an order that was taken out: %v", err)
		}
	}
}

// recorded is a recording of a workshop.
func recorded(t testing.TB, s workshop.Store, w workshop.Workshop) []byte {
	t.Helper()
	var b bytes.Buffer
	k := read(t, s, w)
	if err := k.Record(&b, func(do func(workshop.Entry) error) error { return s.Read(t.Context(), w.ID, 0, do) }); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestRecordingComesBack: a recording has nobody's name in it, leads to the same games, and tells nothing before the end.
func TestRecordingComesBack(t *testing.T) {
	s := memory.New()
	w := kept(t, s, true)
	text := recorded(t, s, w)
	for _, name := range nobody {
		if bytes.Contains(text, []byte(name)) {
			t.Errorf("the recording has the name %s in it", name)
		}
	}
	k, err := Import(bytes.NewReader(text), load)
	if err != nil {
		t.Fatal(err)
	}
	want := read(t, s, w)
	if !reflect.DeepEqual(digests(k.Picture), digests(want.Picture)) || k.Entries != want.Entries {
		t.Errorf("%v from %d entries, %v from %d", digests(k.Picture), k.Entries, digests(want.Picture), want.Entries)
	}
	if _, err := k.Verify(); err != nil {
		t.Error(err)
	}
	running := memory.New()
	open := read(t, running, kept(t, running, false))
	if err := open.Record(&bytes.Buffer{}, nil); !errors.Is(err, ErrRunning) || open.Finished() {
		t.Errorf("a workshop that is not over: %v", err)
	}
}

// TestDamagedRecordings: whatever happens to a recording, it is refused with the line, or leads to the games that it says.
func TestDamagedRecordings(t *testing.T) {
	s := memory.New()
	text := recorded(t, s, kept(t, s, true))
	good, err := Import(bytes.NewReader(text), load)
	if err != nil {
		t.Fatal(err)
	}
	luck := rand.New(rand.NewPCG(1, 2))
	n := 300
	if long {
		n = 3000
	}
	for i := range n {
		bad := slices.Clone(text)
		switch at := luck.IntN(len(bad)); i % 4 {
		case 0:
			bad[at] ^= byte(1 << luck.IntN(8))
		case 1:
			bad = bad[:at]
		case 2:
			bad = slices.Delete(bad, at, min(at+1+luck.IntN(200), len(bad)))
		case 3:
			lines := bytes.SplitAfter(bad, []byte("\n"))
			a, b := luck.IntN(len(lines)-1), luck.IntN(len(lines)-1)
			lines[a], lines[b] = lines[b], lines[a]
			bad = bytes.Join(lines, nil)
		}
		k, err := Import(bytes.NewReader(bad), load)
		switch {
		case err == nil && !slices.Equal(digests(k.Picture), digests(good.Picture)):
			t.Fatalf("damage %d leads to other games", i)
		case err == nil && !bytes.Equal(bad, text):
			t.Fatalf("damage %d was not noticed", i)
		case err != nil && !strings.Contains(err.Error(), "line "):
			t.Fatalf("damage %d: no line is named: %v", i, err)
		}
	}
	for name, c := range map[string]struct{ text, says string }{
		"nothing":         {"", "line 1"},
		"a long line":     {strings.Repeat("x", maxLine+1) + "\n", "longer than"},
		"something else":  {"# Debrief\n", "no line of a recording"},
		"another format":  {line(`{"format":"journal","version":1}`), "not the recording"},
		"a later version": {line(`{"format":"callout workshop","version":9}`), "version 9"},
		"other rules":     {line(`{"format":"callout workshop","version":1,"rules":-1}`), "rules -1"},
		"nothing opened":  {line(fmt.Sprintf(`{"format":"callout workshop","version":1,"rules":%d}`, game.Rules)) + line(`{"end":{"entries":0,"digests":[]}}`), "never opened"},
		"after the end":   {string(text) + "x", "something follows"},
	} {
		if _, err := Import(strings.NewReader(c.text), load); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v; want %q", name, err, c.says)
		}
	}
}

// line is a line of a recording with its checksum.
func line(text string) string {
	var b bytes.Buffer
	sum := checksum([]byte(text))
	fmt.Fprintf(&b, "%s %s\n", sum, text)
	return b.String()
}

// FuzzRecording feeds lines with right checksums: nothing panics, and nothing that is refused leaves a workshop.
func FuzzRecording(f *testing.F) {
	s := memory.New()
	for l := range bytes.Lines(recorded(f, s, kept(f, s, true))) {
		f.Add(string(l[9 : len(l)-1]))
	}
	head := line(fmt.Sprintf(`{"format":"callout workshop","version":1,"rules":%d}`, game.Rules))
	f.Fuzz(func(t *testing.T, text string) {
		for _, whole := range []string{text, line(text), head + line(text), head + line(text) + line(`{"end":{"entries":1,"digests":[]}}`)} {
			if k, err := Import(strings.NewReader(whole), load); (k == nil) == (err == nil) {
				t.Fatalf("%v and %v", k, err)
			}
		}
	})
}

// TestForget: a seat's name is gone from the store, with its team's where it was alone there, what was played stays, and it
// can be said again. The files of a store are searched where the commands are tested.
func TestForget(t *testing.T) {
	s := memory.New()
	w := kept(t, s, true)
	before := digests(read(t, s, w).Picture)
	for range 2 {
		if err := Forget(t.Context(), s, read(t, s, w), 3, time.Now()); err != nil {
			t.Fatal(err)
		}
	}
	if err := Forget(t.Context(), s, read(t, s, w), 1, time.Time{}); err != nil {
		t.Fatal(err)
	}
	left, err := s.Names(t.Context(), w.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range left {
		if strings.Contains("s1 s3 t3", string(n.Who)) {
			t.Errorf("%s is still called %s", n.Who, n.Name)
		}
	}
	k := read(t, s, w)
	if p, err := k.Played(); err != nil || p.Teams[2].Seats[0].Name != "Seat 3" || p.Teams[1].Name != "Nordlicht" || p.Teams[1].Seats[1].Name != "Quirin Adebayo" {
		t.Errorf("%+v, %v", p, err)
	}
	if !slices.Equal(digests(k.Picture), before) {
		t.Error("a game is another one when somebody's name is forgotten")
	}
	if err := Forget(t.Context(), s, k, 9, time.Now()); err == nil {
		t.Error("a seat that there is not was forgotten")
	}
	if _, err := s.Lease(t.Context(), w.ID, "a server", time.Minute); err != nil {
		t.Fatal(err)
	}
	if err := Forget(t.Context(), s, k, 2, time.Now()); !errors.Is(err, workshop.ErrHeld) {
		t.Errorf("while a server drives it: %v", err)
	}
}
