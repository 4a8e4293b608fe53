package journal

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"callout/game"
)

// TestBranchFromEveryTurn begins a branch after every turn of a game. Each must stand where the game stood then, and come out
// like the game itself when the same orders are given in it.
func TestBranchFromEveryTurn(t *testing.T) {
	s := recordedGame(t, "one-team")
	r := rand.New(rand.NewPCG(5, 6))
	digests := []uint64{s.Game.Digest()}
	for range 12 {
		play(t, s, 1, r)
		if s.CanUndo() {
			t.Fatal("an order of an ended turn can be taken back")
		}
		s.Note("prediction", "queue 4")
		digests = append(digests, s.Game.Digest())
	}
	giveOrders(t, s, r)
	before, _ := os.ReadFile(s.Path())
	for turn, digest := range digests {
		b, err := Branch(s.Path(), filepath.Join(t.TempDir(), "deep", "branch.jsonl"), turn, shipped)
		if err != nil {
			t.Fatal(turn, err)
		}
		h := b.Header()
		if b.Turns() != turn || b.Game.Digest() != digest || b.CanUndo() || h.Parent != "game.jsonl" || h.ParentTurn != turn || h.Seed != s.Header().Seed {
			t.Fatalf("the branch from turn %d has %d turns, digest %x and header %+v; the game had digest %x", turn, b.Turns(), b.Game.Digest(), h, digest)
		}
		if turn > 0 && len(b.Notes()) != turn-1 {
			t.Errorf("turn %d: of the notes %d were taken over", turn, len(b.Notes()))
		}
		for _, orders := range s.Orders()[turn:s.Turns()] {
			for _, o := range orders {
				if err := b.Do(o); err != nil {
					t.Fatal(turn, err)
				}
			}
			b.EndTurn()
		}
		if b.Game.Digest() != digests[len(digests)-1] || !slices.Equal(b.Events(), s.Events()) {
			t.Errorf("the same orders in the branch from turn %d come to another game", turn)
		}
		b.Close()
		if summary, err := Summarise(b.Path()); err != nil || summary.Header != h {
			t.Errorf("%+v, %v", summary, err)
		}
		if _, err := Verify(b.Path(), shipped); err != nil {
			t.Error(turn, err)
		}
		if rest, _ := filepath.Glob(filepath.Dir(b.Path()) + "/.*"); len(rest) > 0 {
			t.Errorf("turn %d: left %v behind", turn, rest)
		}
	}
	if after, _ := os.ReadFile(s.Path()); !bytes.Equal(before, after) {
		t.Error("the game that was branched was changed")
	}
}

func TestBranchRefuses(t *testing.T) {
	path, _ := saved(t)
	before, _ := os.ReadFile(path)
	over := filepath.Join(t.TempDir(), "over.jsonl")
	s, err := Create(over, setup())
	if err != nil {
		t.Fatal(err)
	}
	for !s.Game.Over() {
		s.EndTurn()
	}
	last := s.Turns()
	s.Close()
	damaged := filepath.Join(t.TempDir(), "damaged.jsonl")
	os.WriteFile(damaged, bytes.Replace(before, []byte("freeze on"), []byte("freeze no"), 1), 0o600)
	begun := filepath.Join(t.TempDir(), "begun.jsonl")
	if s, err = Create(begun, setup()); err != nil {
		t.Fatal(err)
	}
	s.Close()
	for name, c := range map[string]struct {
		from, to string
		turn     int
		says     string
	}{
		"before it began":  {path, "", -1, "there is no turn -1: the first is 1, and 0 begins anew"},
		"not yet":          {path, "", 5, "it has no turn 5: 4 have ended in it"},
		"far too late":     {path, "", 1 << 40, "4 have ended in it"},
		"just begun":       {begun, "", 1, "none has ended in it yet"},
		"after its end":    {over, "", last, "the game was over after turn"},
		"beyond its end":   {over, "", last + 1, "it has no turn"},
		"no such file":     {path + "x", "", 1, "there is no saved game"},
		"damaged":          {damaged, "", 1, "line 2: it is damaged"},
		"over itself":      {path, path, 1, "exists already and is left alone"},
		"over another one": {path, over, 1, "exists already and is left alone"},
		"over a folder":    {path, filepath.Dir(path), 1, "exists already"},
	} {
		to := c.to
		if to == "" {
			to = filepath.Join(t.TempDir(), "branch.jsonl")
		}
		b, err := Branch(c.from, to, c.turn, load)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v\nshould say %q", name, err, c.says)
		}
		if err == nil {
			b.Close()
		}
		if _, err := os.Stat(to); c.to == "" && !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s: left a file behind", name)
		}
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the game that was branched was changed")
	}
}

// TestBranchOfAnything: a branch of a branch, of a torn file, of a game that is being played, and of one whose name could upset
// a terminal.
func TestBranchOfAnything(t *testing.T) {
	path, _ := saved(t)
	whole, _ := os.ReadFile(path)
	strange := filepath.Join(filepath.Dir(path), "a\x1b[2Jb\xff.jsonl")
	if err := os.WriteFile(strange, whole[:len(whole)-7], 0o600); err != nil {
		t.Skip("such a name is not possible here:", err)
	}
	playing, err := Resume(strange, load)
	if err != nil {
		t.Fatal(err)
	}
	defer playing.Close()
	first, err := Branch(strange, filepath.Join(t.TempDir(), "first.jsonl"), 3, load)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	if h := first.Header(); h.Parent != "a?[2Jb?.jsonl" {
		t.Errorf("it says it comes from %q", h.Parent)
	}
	second, err := Branch(first.Path(), filepath.Join(t.TempDir(), "second.jsonl"), 2, load)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if h := second.Header(); h.Parent != "first.jsonl" || h.ParentTurn != 2 || second.Turns() != 2 {
		t.Errorf("%+v after %d turns", h, second.Turns())
	}
	for _, s := range []*Session{first, second} {
		if o := (game.Order{Kind: game.OnStandby, Analyst: 1}); s.Do(o) != nil {
			t.Error("it does not go on")
		}
		if _, err := s.Undo(); err != nil {
			t.Error(err)
		}
	}
}
