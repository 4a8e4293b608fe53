package progress

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/adrg/xdg"

	"callout/game"
	"callout/game/journal"
	"callout/ui/saves"
)

// data gives the test a data directory of its own and returns the store in it.
func data(t *testing.T) Store {
	t.Helper()
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	return Mine()
}

// play plays a game of the tutorial to its end without doing anything, or leaves it after its first turn.
func play(t *testing.T, seed uint64, toEnd bool) *journal.Session {
	t.Helper()
	s, err := saves.Begin(saves.Game{Level: "tutorial", Seed: game.SeedFrom(seed), By: "test", Now: monday.Add(time.Duration(seed) * time.Minute)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	for n := 0; !s.Game.Over() && (toEnd || n < 1); n++ {
		if _, err := s.EndTurn(); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func read(t *testing.T, s Store) Progress {
	t.Helper()
	p, err := s.Read()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestWhatIsEnteredIsWhatTheSaveShows(t *testing.T) {
	s := data(t)
	if p := read(t, s); len(p.Games) != 0 {
		t.Errorf("somebody who never played has %+v", p)
	}
	over := play(t, 1, true)
	e, ok := EntryOf(over)
	if _, _, err := s.Enter(e); err != nil || !ok {
		t.Fatal(ok, err)
	}
	if _, ok := EntryOf(play(t, 2, false)); ok {
		t.Error("a game that goes on has an entry")
	}
	entered := read(t, s)
	if len(entered.Games) != 1 || entered.Games[0].Save != filepath.Base(over.Path()) || len(entered.Games[0].Goals) == 0 || entered.Games[0].Figures["total_cost"] == 0 {
		t.Fatalf("entered is %+v: want the game that is over, and only that", entered.Games)
	}
	if err := os.Remove(s.File()); err != nil {
		t.Fatal(err)
	}
	again, unread, notice, err := s.CatchUp(context.Background())
	if err != nil || unread != 0 || notice != "" {
		t.Fatalf("%d unread, %q, %v", unread, notice, err)
	}
	if !reflect.DeepEqual(again.Games, entered.Games) {
		t.Errorf("from the saves it is\n%+v\nand was\n%+v", again.Games, entered.Games)
	}
}

func TestGamesThatDoNotCount(t *testing.T) {
	s := data(t)
	shipped, err := os.ReadFile("../../levels/tutorial.toml")
	if err != nil {
		t.Fatal(err)
	}
	mine := filepath.Join(t.TempDir(), "mine.toml")
	if err := os.WriteFile(mine, shipped, 0o600); err != nil {
		t.Fatal(err)
	}
	g, err := saves.Begin(saves.Game{Level: mine, Seed: game.SeedFrom(1), Now: monday})
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	for !g.Game.Over() {
		if _, err := g.EndTurn(); err != nil {
			t.Fatal(err)
		}
	}
	if _, ok := EntryOf(g); ok {
		t.Error("a level of one's own has an entry")
	}
	if p, _, _, err := s.CatchUp(context.Background()); err != nil || len(p.Games) != 0 {
		t.Errorf("a level of one's own was caught up with: %+v, %v", p, err)
	}
}

// What is no progress is kept under another name, and the saves bring back what they can.
func TestForeignFilesAreSetAside(t *testing.T) {
	for name, text := range map[string]string{
		"empty": "", "torn": `{"callout_progress":1,"games":[{"id":"a"`, "other": `{"version": 3}`, "not JSON": "hello\n", "negative": `{"callout_progress":-1}`,
		"wrong type": `{"callout_progress":1,"games":"all"}`,
	} {
		t.Run(name, func(t *testing.T) {
			s := data(t)
			play(t, 1, true)
			if err := os.WriteFile(s.File(), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := s.Read(); !errors.Is(err, ErrForeign) || !strings.Contains(err.Error(), s.File()) {
				t.Errorf("reading it: %v", err)
			}
			p, _, notice, err := s.CatchUp(context.Background())
			if err != nil || len(p.Games) != 1 {
				t.Errorf("caught up with %d games, %v", len(p.Games), err)
			}
			aside := s.File() + ".aside1"
			if kept, err := os.ReadFile(aside); err != nil || string(kept) != text || !strings.Contains(notice, aside) {
				t.Errorf("%q was kept as %q, %v, and said %q", text, kept, err, notice)
			}
		})
	}
}

func TestANewerFileIsLeftAlone(t *testing.T) {
	s := data(t)
	text := `{"callout_progress":99,"games":{"of":"another shape"}}`
	play(t, 1, true)
	if err := os.WriteFile(s.File(), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Leave("one-team", true); !errors.Is(err, ErrNewer) {
		t.Errorf("changing it: %v", err)
	}
	if _, _, _, err := s.CatchUp(context.Background()); !errors.Is(err, ErrNewer) {
		t.Errorf("catching up: %v", err)
	}
	if kept, err := os.ReadFile(s.File()); err != nil || string(kept) != text {
		t.Errorf("it is now %q, %v", kept, err)
	}
}

func TestNothingSenselessIsTakenOver(t *testing.T) {
	long := strings.Repeat("x", 300)
	p, err := decode([]byte(`{"callout_progress":1,"games":[
		{"id":"ok","level":"one-team","save":"../../etc/passwd.jsonl","figures":{"ttr_median":3,"spam":4}},
		{"id":"","level":"one-team"},{"id":"b","level":""},{"id":"c","level":"a\u001b[2Jb"},{"id":"d","level":"` + long + `"},
		{"id":"e","level":"one-team","medal":"platinum"},{"id":"f","level":"one-team","goals":[{"metric":"\u202e"}]}],
		"skips":[{"level":""},{"level":"one-team","skipped":true}],
		"rounds":[{"kind":"never"},{"kind":"before","answers":{"night":"team","spam":"x","grows":"spam"}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	want := Progress{Format: format, Games: []Game{{ID: "ok", Level: "one-team", Figures: map[string]int64{"ttr_median": 3}}},
		Skips: []Skip{{Level: "one-team", Skipped: true}}, Rounds: []Round{{Kind: Before, Answers: map[string]string{"night": "team"}}}}
	if !reflect.DeepEqual(p, want) {
		t.Errorf("taken over is\n%+v\nwant\n%+v", p, want)
	}
}

// Many writers at once lose nothing of each other's.
func TestManyWriters(t *testing.T) {
	s := data(t)
	var all sync.WaitGroup
	for _, level := range []string{"a", "b", "c", "d", "e", "f"} {
		all.Go(func() {
			for _, n := range []string{"1", "2", "3", "4"} {
				if _, _, err := s.Leave(level+n, true); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if p := read(t, s); len(p.Skips) != 24 {
		t.Errorf("of 24 entries %d are there", len(p.Skips))
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(s.File()), ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
