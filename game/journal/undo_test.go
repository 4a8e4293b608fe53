package journal

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"callout/game"
	"callout/levels"
)

func shipped(name, source, model string) (*game.Level, error) {
	return levels.LoadWithModel(name, model)
}

// recordedGame begins a recorded game of a shipped level.
func recordedGame(t *testing.T, name string) *Session {
	t.Helper()
	l, err := levels.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Create(filepath.Join(t.TempDir(), "game.jsonl"), Setup{Level: l, Seed: game.SeedFrom(7)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// TestUndoIsAsIfNeverGiven takes back a random number of the orders of every turn of a game. After each one the game, and
// what is on the disk, must be what it was before that order was given; and the whole game must come out like one in
// which only the orders that stand were given.
func TestUndoIsAsIfNeverGiven(t *testing.T) {
	s := recordedGame(t, "three-teams")
	r := rand.New(rand.NewPCG(3, 4))
	undone := 0
	for !s.Game.Over() {
		before := []uint64{s.Game.Digest()}
		var v game.View
		s.Game.View(&v)
		try := func(o game.Order) {
			if s.Do(o) == nil {
				before = append(before, s.Game.Digest())
			}
		}
		for _, a := range v.Alerts {
			try(game.Order{Kind: game.Assign, Item: game.Item{Kind: game.Alert, N: a.N}, Analyst: r.IntN(len(v.Analysts))})
		}
		for _, q := range v.Requests {
			try(game.Order{Kind: game.Read, Item: game.Item{Kind: game.Request, N: q.N}})
			try(game.Order{Kind: game.Deploy, Item: game.Item{Kind: game.Request, N: q.N}, Analyst: r.IntN(len(v.Analysts))})
		}
		given := slices.Clone(s.history.pending())
		for n := r.IntN(len(before)); n > 0; n-- {
			o, err := s.Undo()
			if err != nil || o != given[len(given)-1] {
				t.Fatalf("turn %d: %+v was taken back, %+v had been given last: %v", s.Turns(), o, given[len(given)-1], err)
			}
			given = given[:len(given)-1]
			if got := s.Game.Digest(); got != before[len(given)] {
				t.Fatalf("turn %d: with %d orders the digest was %x, after taking back down to them it is %x", s.Turns(), len(given), before[len(given)], got)
			}
			undone++
		}
		if report, err := Verify(s.Path(), shipped); err != nil || report.Digest != s.Game.Digest() || report.Pending != len(given) {
			t.Fatalf("on the disk: %+v, %v", report, err)
		}
		if _, err := s.EndTurn(); err != nil {
			t.Fatal(err)
		}
	}
	if undone < 20 {
		t.Fatalf("only %d orders were taken back, which shows little", undone)
	}
	again := game.New(s.Game.Level(), game.SeedFrom(7))
	for turn, orders := range s.Orders() {
		for _, o := range orders {
			if err := again.Do(o); err != nil {
				t.Fatalf("turn %d: %v", turn, err)
			}
		}
		if turn < s.Turns() {
			again.EndTurn()
		}
	}
	if again.Digest() != s.Game.Digest() {
		t.Error("the orders that stand lead to another game")
	}
	report, err := Verify(s.Path(), shipped)
	if err != nil || report.Undone != undone {
		t.Errorf("%d orders were taken back, the journal has %d: %v", undone, report.Undone, err)
	}
}

func TestOrdersOfEarlierTurnsStand(t *testing.T) {
	path, _ := saved(t)
	s, err := Resume(path, load)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for range 3 {
		if _, err := s.Undo(); err != nil {
			t.Fatal("an order from before it was resumed:", err)
		}
	}
	before, _ := os.ReadFile(path)
	digest := s.Game.Digest()
	if _, err := s.Undo(); err == nil || s.CanUndo() || !strings.Contains(err.Error(), "once its turn has ended") {
		t.Errorf("an order of an earlier turn was taken back: %v", err)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) || s.Game.Digest() != digest || s.Err() != nil {
		t.Error("what was refused changed something")
	}
}

func TestNotesAreKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "game.jsonl")
	s, err := Create(path, setup())
	if err != nil {
		t.Fatal(err)
	}
	digest := s.Game.Digest()
	for _, text := range []string{"", `"<&>\` + "ü日", strings.Repeat("<", maxNoteText)} {
		if err := s.Note("prediction", text); err != nil {
			t.Fatal(err)
		}
	}
	if s.Game.Digest() != digest {
		t.Error("a note changed the game")
	}
	s.EndTurn()
	if err := s.Note("hint", "20"); err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(path)
	for kind, text := range map[string]string{"": "x", "Hint": "x", "hint 2": "x", strings.Repeat("x", 41): "x", "hint": "a\nb", "raw": "\xff", "bell": "\a", "long": strings.Repeat("x", maxNoteText+1)} {
		if s.Note(kind, text) == nil {
			t.Errorf("a note %q %.20q was made", kind, text)
		}
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) || s.Err() != nil {
		t.Error("a refused note changed something")
	}
	want := s.Notes()
	if len(want) != 4 || want[3] != (Note{Turn: 1, At: s.Game.Now(), Kind: "hint", Text: "20"}) || want[0].Turn != 0 {
		t.Errorf("the notes are %+v", want)
	}
	s.Close()
	if s, err = Resume(path, load); err != nil || !reflect.DeepEqual(s.Notes(), want) {
		t.Errorf("resumed, the notes are not those that were made: %v", err)
	}
	s.Close()
}

// TestOlderFiles reads a journal of format 1, goes on with it, and leaves its header as it is.
func TestOlderFiles(t *testing.T) {
	s := setup()
	h := s.header()
	h.Format = 1
	g := game.New(s.Level, s.Seed)
	o, _ := s.Level.ParseOrder("freeze on")
	if err := g.Do(o); err != nil {
		t.Fatal(err)
	}
	g.EndTurn()
	c := copier{lines: []any{order{"freeze on"}, record(g, 1)}}
	text, err := c.text(h)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "old.jsonl")
	os.WriteFile(path, text, 0o600)
	old, err := Resume(path, load)
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	if o, _ := s.Level.ParseOrder("freeze off"); old.Do(o) != nil {
		t.Error("it does not go on")
	}
	if _, err := old.Undo(); err != nil {
		t.Error(err)
	}
	report, err := Verify(path, load)
	if err != nil || report.Header != h || report.Turns != 1 || report.Orders != 1 || report.Undone != 1 {
		t.Errorf("%+v, %v", report, err)
	}
}
