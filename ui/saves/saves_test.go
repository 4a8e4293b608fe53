package saves

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"

	"callout/game"
	"callout/game/journal"
	"callout/levels"
)

// data gives the test a data directory of its own.
func data(t *testing.T) {
	t.Helper()
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	xdg.Reload()
	t.Cleanup(xdg.Reload)
}

var monday = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

func begin(t *testing.T, g Game) *journal.Session {
	t.Helper()
	g.Seed, g.By = game.SeedFrom(1), "test"
	if g.Now.IsZero() {
		g.Now = monday
	}
	s, err := Begin(g)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestGamesOfOneSecondHaveFilesOfTheirOwn(t *testing.T) {
	data(t)
	a, b := begin(t, Game{Level: "one-team"}), begin(t, Game{Level: "one-team"})
	if a.Path() == b.Path() {
		t.Errorf("both are in %s", a.Path())
	}
	for _, s := range []*journal.Session{a, b} {
		if filepath.Dir(s.Path()) != Folder() || !strings.HasPrefix(filepath.Base(s.Path()), "one-team-2026-03-02-090000") {
			t.Errorf("a game lies in %s", s.Path())
		}
	}
}

func TestListAndNewest(t *testing.T) {
	data(t)
	if _, err := Newest(); err == nil || !strings.Contains(err.Error(), "callout play") {
		t.Errorf("without any game: %v", err)
	}
	old, over := begin(t, Game{Level: "one-team"}), begin(t, Game{Level: "tutorial"})
	for !over.Game.Over() {
		if _, err := over.EndTurn(); err != nil {
			t.Fatal(err)
		}
	}
	for i, s := range []*journal.Session{old, over} {
		at := monday.Add(time.Duration(i) * time.Hour)
		if err := os.Chtimes(s.Path(), at, at); err != nil {
			t.Fatal(err)
		}
	}
	broken := filepath.Join(Folder(), "broken.jsonl")
	if err := os.WriteFile(broken, []byte("not a game\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	list, err := List()
	if len(list) != 2 || list[0].Path != over.Path() || list[1].Path != old.Path() || !list[0].Over || list[1].Over {
		t.Errorf("the list is %+v", list)
	}
	if err == nil || !strings.Contains(err.Error(), broken) {
		t.Errorf("the broken file is not named: %v", err)
	}
	if newest, err := Newest(); err != nil || newest != old.Path() {
		t.Errorf("the newest game to go on with is %s, %v", newest, err)
	}
}

// TestLevelFilesAreFoundAgain resumes a game of the player's own level from another folder.
func TestLevelFilesAreFoundAgain(t *testing.T) {
	data(t)
	shipped, err := filepath.Abs("../../levels/one-team.toml")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(shipped)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("mine.toml", text, 0o600); err != nil {
		t.Fatal(err)
	}
	s := begin(t, Game{Level: "mine.toml", Model: levels.Models()[0].Name})
	digest := s.Game.Digest()
	s.Close()
	t.Chdir(t.TempDir())
	again, err := Resume(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if again.Game.Digest() != digest {
		t.Error("it is another game")
	}
}

// TestVariantsOfModelsAreFoundAgain: the name of a variant is a shipped one too, and no file.
func TestVariantsOfModelsAreFoundAgain(t *testing.T) {
	data(t)
	for _, model := range levels.ModelNames() {
		s := begin(t, Game{Level: "one-team", Model: model, File: filepath.Join(t.TempDir(), "game.jsonl")})
		s.Close()
		again, err := Resume(s.Path())
		if err != nil {
			t.Errorf("%s: %v", model, err)
			continue
		}
		again.Close()
	}
}

// TestBranch plays on from turns of a game that goes on and of one that is over. The new file lies beside the others.
func TestBranch(t *testing.T) {
	data(t)
	s := begin(t, Game{Level: "tutorial"})
	for range 3 {
		s.EndTurn()
	}
	for _, c := range []struct {
		turn int
		says string
	}{{0, ""}, {3, ""}, {4, "there is no turn 5 to play on from: name one from 1 to 4"}, {-1, "name one from 1 to 4"}} {
		b, err := Branch(s.Path(), "", c.turn, monday)
		if c.says != "" {
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("turn %d: %v", c.turn, err)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if b.Turns() != c.turn || filepath.Dir(b.Path()) != Folder() || b.Path() == s.Path() {
			t.Errorf("the branch in %s has %d turns; want %d", b.Path(), b.Turns(), c.turn)
		}
		b.Close()
	}
	for !s.Game.Over() {
		s.EndTurn()
	}
	if _, err := Branch(s.Path(), "", s.Turns(), monday); err == nil || !strings.Contains(err.Error(), fmt.Sprintf("from 1 to %d", s.Turns())) {
		t.Errorf("after its end: %v", err)
	}
	b, err := Branch(s.Path(), filepath.Join(t.TempDir(), "last.jsonl"), s.Turns()-1, monday)
	if err != nil {
		t.Fatal(err)
	}
	b.Close()
	if _, err := Branch("", "", 0, monday); err == nil {
		t.Error("a game that is not recorded was branched")
	}
}

func TestRandomSeedsDiffer(t *testing.T) {
	if first := RandomSeed(); first == RandomSeed() {
		t.Error("two seeds are the same")
	}
	for range 100 {
		if n, ok := RandomSeed().Number(); !ok || n >= 1<<40 {
			t.Fatalf("a seed is that of %d, %v; codes of it are long", n, ok)
		}
	}
}
