package saves

import (
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

func TestRandomSeedsDiffer(t *testing.T) {
	if first := RandomSeed(); first == RandomSeed() {
		t.Error("two seeds are the same")
	}
}
