package journal

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"callout/game"
	"callout/levels"
)

// level is a small level; only its names and its digest matter here.
func level() *game.Level {
	l := &game.Level{
		Name: "tiny", Start: 9 * game.Hour, End: game.Week, TurnMinutes: 60, NightMinutes: 240,
		Analysts: []game.Analyst{{Name: "Asha"}, {Name: "Ben"}},
		Teams:    []game.Team{{Name: "Kestrel"}},
	}
	l.Digest[0] = 7
	return l
}

func load(name, source, model string) (*game.Level, error) {
	if source != "" {
		name = source
	}
	if name != "tiny" {
		return nil, fmt.Errorf("no level is called %q", name)
	}
	return level(), nil
}

func setup() Setup {
	return Setup{Level: level(), Seed: game.SeedFrom(7), By: "test", Created: "2026-01-01T00:00:00Z"}
}

// play gives random orders and ends turns.
func play(t *testing.T, s *Session, turns int, r *rand.Rand) {
	t.Helper()
	for range turns {
		giveOrders(t, s, r)
		if _, err := s.EndTurn(); err != nil {
			t.Fatal(err)
		}
	}
}

// giveOrders does something with most of what is in the inbox. The game refuses what makes no sense.
func giveOrders(t *testing.T, s *Session, r *rand.Rand) {
	t.Helper()
	var v game.View
	s.Game.View(&v)
	do := func(kind game.OrderKind, item game.Item) {
		o := game.Order{Kind: kind, Item: item, Analyst: r.IntN(len(v.Analysts)), App: game.None, Team: game.None}
		if n := len(v.Apps); n > 0 {
			o.App = r.IntN(n)
		}
		if n := len(v.Teams); n > 0 {
			o.Team = r.IntN(n)
		}
		if err := s.Do(o); err != nil && s.err != nil {
			t.Fatal(err)
		}
	}
	for _, a := range v.Alerts {
		kinds := []game.OrderKind{game.Link, game.Assign, game.Assign, game.Escalate, game.Workaround, game.Dismiss, game.NoOrder}
		do(kinds[r.IntN(len(kinds))], game.Item{Kind: game.Alert, N: a.N})
	}
	for _, q := range v.Requests {
		kinds := []game.OrderKind{game.Read, game.Deploy, game.First, game.NoOrder}
		do(kinds[r.IntN(len(kinds))], game.Item{Kind: game.Request, N: q.N})
	}
	for _, kind := range []game.OrderKind{game.OnStandby, game.Rest, game.Runbook, game.Sync, game.Tune, game.RollBack} {
		if r.IntN(10) == 0 {
			do(kind, game.Item{})
		}
	}
}

// saved is a journal with a few turns, each with orders that stand, one that was taken back and a note, with orders of a
// turn that has not ended, and its digest.
func saved(t testing.TB) (path string, digest uint64) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "new", "folder", "game.jsonl")
	s, err := Create(path, setup())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for turn := range 5 {
		for _, text := range []string{"freeze on", "duty Asha off", "freeze off"} {
			o, _ := s.Game.Level().ParseOrder(text)
			if err := s.Do(o); err != nil {
				t.Fatal(turn, text, err)
			}
			if text == "duty Asha off" {
				if o, _ := s.Game.Level().ParseOrder("duty Ben off"); s.Do(o) != nil || s.Note("hint", "20") != nil {
					t.Fatal(turn)
				}
				if _, err := s.Undo(); err != nil {
					t.Fatal(turn, err)
				}
			}
		}
		if turn < 4 {
			if _, err := s.EndTurn(); err != nil {
				t.Fatal(err)
			}
		}
	}
	return path, s.Game.Digest()
}

func TestSaveIsReplay(t *testing.T) {
	path, digest := saved(t)
	report, err := Verify(path, load)
	if err != nil {
		t.Fatal(err)
	}
	if report.Turns != 4 || report.Orders != 15 || report.Pending != 3 || report.Undone != 5 || len(report.Notes) != 5 || report.Digest != digest || report.Torn {
		t.Errorf("the report says %+v, the game ended with digest %x", report, digest)
	}
	summary, err := Summarise(path)
	if err != nil {
		t.Fatal(err)
	}
	if summary.Turns != 4 || summary.Orders != 15 || summary.Notes != 5 || summary.Header.Level != "tiny" || summary.At != report.At {
		t.Errorf("the summary says %+v", summary)
	}
}

// TestLoadEveryTurn plays one game straight on and one that is closed and resumed before and after every turn.
func TestLoadEveryTurn(t *testing.T) {
	shipped := func(name, source, model string) (*game.Level, error) { return levels.LoadWithModel(name, model) }
	l, err := levels.Load("three-teams")
	if err != nil {
		t.Fatal(err)
	}
	straight := New(l, game.SeedFrom(7))
	one, two := rand.New(rand.NewPCG(1, 2)), rand.New(rand.NewPCG(1, 2))
	s, err := Create(filepath.Join(t.TempDir(), "game.jsonl"), Setup{Level: l, Seed: game.SeedFrom(7)})
	if err != nil {
		t.Fatal(err)
	}
	again := func() {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if s, err = Resume(s.Path(), shipped); err != nil {
			t.Fatal(err)
		}
		if s.Cut() != "" {
			t.Fatal("a whole journal was cut")
		}
	}
	for turn := 0; !straight.Game.Over(); turn++ {
		giveOrders(t, straight, one)
		giveOrders(t, s, two)
		again()
		if a, b := straight.Game.Digest(), s.Game.Digest(); a != b {
			t.Fatalf("before turn %d the digests are %x and, resumed, %x", turn, a, b)
		}
		play(t, straight, 1, one)
		play(t, s, 1, two)
		again()
		if a, b := straight.Game.Digest(), s.Game.Digest(); a != b {
			t.Fatalf("after turn %d the digests are %x and, resumed, %x", turn, a, b)
		}
	}
	if !s.Game.Over() {
		t.Error("the resumed game is not over")
	}
	if !slices.Equal(straight.Events(), s.Events()) {
		t.Error("the resumed game remembers other events")
	}
	s.Close()
}

// TestTornAnywhere cuts a journal around the end of every line and at every fifth byte. What is left must resume with all whole lines, keep the torn piece,
// and go on.
func TestTornAnywhere(t *testing.T) {
	path, _ := saved(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	header := bytes.IndexByte(whole, '\n')
	for n := range whole {
		if n%5 > 0 && bytes.IndexByte(whole[max(n-2, 0):min(n+2, len(whole))], '\n') < 0 {
			continue
		}
		torn := filepath.Join(t.TempDir(), "torn.jsonl")
		if err := os.WriteFile(torn, whole[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Resume(torn, load)
		if n < header {
			if err == nil || !errors.Is(err, ErrForeign) && !errors.Is(err, ErrDamaged) {
				t.Fatalf("cut at %d, inside the header: %v", n, err)
			}
			continue
		}
		if err != nil {
			t.Fatalf("cut at %d: %v", n, err)
		}
		lines := bytes.Count(whole[:n+1], []byte("\n")) // a line whose line feed alone is missing is whole
		play(t, s, 1, rand.New(rand.NewPCG(1, 2)))
		s.Close()
		now, _ := os.ReadFile(torn)
		keep := bytes.Join(bytes.SplitAfter(whole, []byte("\n"))[:lines], nil)
		if !bytes.HasPrefix(now, keep) {
			t.Fatalf("cut at %d: a whole line was lost", n)
		}
		if rest := whole[:n][min(n, len(keep)):]; len(rest) > 0 {
			if aside, _ := os.ReadFile(s.Cut()); !bytes.Equal(aside, rest) {
				t.Fatalf("cut at %d: the torn piece %q was kept as %q", n, rest, aside)
			}
		} else if s.Cut() != "" {
			t.Fatalf("cut at %d: nothing was torn, yet %s was written", n, s.Cut())
		}
		if _, err := Verify(torn, load); err != nil {
			t.Fatalf("cut at %d and played on: %v", n, err)
		}
	}
}

// TestZeroesAtTheEnd is what a power cut leaves when the length reached the disk and the text did not.
func TestZeroesAtTheEnd(t *testing.T) {
	path, digest := saved(t)
	whole, _ := os.ReadFile(path)
	hole := append(bytes.Clone(whole), make([]byte, 90)...)
	for _, tail := range []string{"", `4b"}` + "\n"} {
		os.WriteFile(path, append(bytes.Clone(hole), tail...), 0o600)
		s, err := Resume(path, load)
		if err != nil {
			t.Fatal(err)
		}
		if s.Game.Digest() != digest || s.Cut() == "" {
			t.Error("the zeros were not cut aside")
		}
		s.Close()
		if now, _ := os.ReadFile(path); !bytes.Equal(now, whole) {
			t.Error("something else than the zeros was cut")
		}
	}
}

// TestEveryFlippedBit damages a journal in one bit after another. None may pass, none may change the file.
func TestEveryFlippedBit(t *testing.T) {
	path, _ := saved(t)
	whole, _ := os.ReadFile(path)
	lastLine := bytes.LastIndexByte(whole[:len(whole)-1], '\n') + 1
	for i := range whole {
		for _, bit := range []byte{1, 32, 128} {
			b := bytes.Clone(whole)
			b[i] ^= bit
			p, err := replay(bytes.NewReader(b), load, nil)
			switch {
			case err == nil && i >= lastLine && p.report.Torn: // damage there looks like a line that was never finished
			case err == nil && i == len(whole)-1: // the last line feed alone: the line before it is whole
			case err == nil:
				t.Fatalf("bit %d of byte %d was flipped and the journal passed", bit, i)
			}
		}
	}
}

func TestNeverOverwrites(t *testing.T) {
	path, _ := saved(t)
	before, _ := os.ReadFile(path)
	if _, err := Create(path, setup()); err == nil || !strings.Contains(err.Error(), "exists already") {
		t.Errorf("a save was created over another: %v", err)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the file was changed")
	}
	if _, err := Create(t.TempDir(), setup()); err == nil {
		t.Error("a save was created over a folder")
	}
	if _, err := Resume(t.TempDir(), load); !errors.Is(err, ErrForeign) {
		t.Errorf("a folder was resumed: %v", err)
	}
	if _, err := Resume(filepath.Join(t.TempDir(), "none"), load); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file was resumed: %v", err)
	}
}

func TestOnePlayerAtATime(t *testing.T) {
	path, _ := saved(t)
	s, err := Resume(path, load)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Resume(path, load); !errors.Is(err, ErrInUse) {
		t.Errorf("the same save was opened twice: %v", err)
	}
	if _, err := Verify(path, load); err != nil {
		t.Errorf("a save that is being played cannot be verified: %v", err)
	}
	s.Close()
	if s, err = Resume(path, load); err != nil {
		t.Fatalf("after it was closed: %v", err)
	}
	s.Close()
	if o, _ := level().ParseOrder("standby Ben"); s.Do(o) == nil {
		t.Error("an order was accepted after the end of the recording")
	}
}

func TestRefusedOrderIsNotRecorded(t *testing.T) {
	path, _ := saved(t)
	before, _ := os.ReadFile(path)
	s, err := Resume(path, load)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, o := range []game.Order{{}, {Kind: 200}, {Kind: game.Rest, Analyst: 99}, {Kind: game.Assign, Analyst: game.None}} {
		if err := s.Do(o); err == nil {
			t.Errorf("%+v was accepted", o)
		}
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("a refused order was recorded")
	}
}

// TestFullDisk lets every write fail: nothing is acknowledged, what was saved stays whole.
func TestFullDisk(t *testing.T) {
	for name, write := range map[string]func(*Session) error{
		"turn":  func(s *Session) error { _, err := s.EndTurn(); return err },
		"order": func(s *Session) error { o, _ := level().ParseOrder("standby Ben"); return s.Do(o) },
		"undo":  func(s *Session) error { _, err := s.Undo(); return err },
		"note":  func(s *Session) error { return s.Note("hint", "20") },
	} {
		path, digest := saved(t)
		s, err := Resume(path, load)
		if err != nil {
			t.Fatal(err)
		}
		full, err := os.Open(path) // not open for writing
		if err != nil {
			t.Fatal(err)
		}
		s.file.Close()
		s.file = full
		if err := write(s); err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: it was acknowledged without being written: %v", name, err)
		}
		if o, _ := level().ParseOrder("standby Ben"); s.Do(o) == nil || s.Note("hint", "20") == nil || s.CanUndo() {
			t.Errorf("%s: something was accepted after that", name)
		}
		s.Close()
		if report, err := Verify(path, load); err != nil || report.Turns != 4 || report.Digest != digest {
			t.Errorf("%s: afterwards: %+v, %v", name, report, err)
		}
	}
}
