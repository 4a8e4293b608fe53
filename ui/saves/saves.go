package saves

import (
	"cmp"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/adrg/xdg"

	"callout/game"
	"callout/game/journal"
	"callout/game/words"
	"callout/levels"
	"callout/ui/packs"
)

// suffix ends the name of every saved game.
const suffix = ".jsonl"

// Folder is where saved games lie unless the player names another file: in the user's data directory.
func Folder() string { return filepath.Join(xdg.DataHome, "callout", "games") }

// IsName tells whether a name can be that of a file in Folder, on any system: a saved game, in Folder itself, and nothing
// that a terminal or a file system reads otherwise.
func IsName(name string) bool {
	const longest = 200
	return len(name) > len(suffix) && len(name) <= longest && strings.HasSuffix(name, suffix) && name[0] != '.' && filepath.IsLocal(name) &&
		utf8.ValidString(name) && !strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) || strings.ContainsRune(`/\:*?"<>|`, r) })
}

// Game says what game to begin.
type Game struct {
	Level string    // a shipped level's name, PACK/LEVEL, or a file's path
	Model string    // a support model instead of the level's own: a shipped one's name, or a file's path; or empty
	Seed  game.Seed // from RandomSeed or game.SeedFrom
	File  string    // where it is recorded; empty for a new file in Folder
	By    string    // program and version
	Now   time.Time
}

// Begin begins a game and records it.
func Begin(g Game) (*journal.Session, error) {
	l, err := levels.LoadWithModel(packs.Path(g.Level), g.Model)
	if err != nil {
		return nil, err
	}
	setup := journal.Setup{Level: l, Seed: g.Seed, By: g.By, Created: g.Now.UTC().Format(time.RFC3339)}
	if packed, ok := packs.Source(g.Level); ok {
		setup.Source = packed
	} else if setup.Source, err = source(g.Level, levelNames()); err != nil {
		return nil, err
	}
	setup.Model = g.Model
	if path, err := source(g.Model, levels.ModelNames()); err != nil {
		return nil, err
	} else if path != "" {
		setup.Model = path
	}
	if g.File != "" {
		return journal.Create(g.File, setup)
	}
	return journal.Create(unused(fileName(l.Name, g.Now)), setup)
}

// fileName is how the name of a new game's file begins.
func fileName(level string, now time.Time) string {
	return filepath.Join(Folder(), slug(level)+now.Format("-2006-01-02-150405"))
}

// unused is a file whose name begins so and that is not there yet.
func unused(path string) string {
	file := path + suffix
	for n := 2; n < 100; n++ {
		if _, err := os.Lstat(file); errors.Is(err, os.ErrNotExist) {
			break
		}
		file = fmt.Sprintf("%s-%d%s", path, n, suffix)
	}
	return file
}

// Resume goes on with a recorded game.
func Resume(path string) (*journal.Session, error) { return journal.Resume(path, Load) }

// Branch begins a game that shares its first turns with the one recorded in from, and plays on from the start of the turn
// with that index. It is recorded in to, or in a new file in Folder where to is empty.
func Branch(from, to string, turn int, now time.Time) (*journal.Session, error) {
	if from == "" {
		return nil, errors.New(words.Say("journal.branch.unrecorded"))
	}
	s, err := journal.Summarise(from)
	if err != nil {
		return nil, err
	}
	if last := lastTurn(&s); turn < 0 || turn >= last {
		return nil, errors.New(words.Say("journal.branch.no-turn", "file", from, "turn", turn+1, "last", last))
	}
	if to == "" {
		to = unused(fileName(s.Header.Level, now))
	}
	return journal.Branch(from, to, turn, Load)
}

// lastTurn is the number, from 1, of the last turn that a game can be played on from.
func lastTurn(s *journal.Summary) int {
	if s.Over {
		return s.Turns
	}
	return s.Turns + 1
}

// Load finds the level that a journal names. It is a journal.Loader.
func Load(name, source, model string) (*game.Level, error) {
	if source != "" {
		var err error
		if name, err = packs.Find(source); err != nil {
			return nil, err
		}
	}
	return levels.LoadWithModel(name, model)
}

// RandomSeed draws a seed, which is that of a number of 40 bits: enough that no two people get the same by chance, and few
// enough that the code of the game as a challenge is short. It hides nothing: the seed stands in the save anyway.
func RandomSeed() game.Seed {
	var b [8]byte
	rand.Read(b[:])
	return game.SeedFrom(binary.LittleEndian.Uint64(b[:]) >> 24)
}

// List summarises the games in Folder, the one played last first. Files that cannot be read as games come in the
// error, one line each; the list is good all the same.
func List() ([]journal.Summary, error) {
	type dated struct {
		journal.Summary
		played time.Time
	}
	var found []dated
	var wrong []error
	files, err := os.ReadDir(Folder())
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("list the saved games: %w", err)
	}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), suffix) {
			continue
		}
		s, err := journal.Summarise(filepath.Join(Folder(), f.Name()))
		if err != nil {
			wrong = append(wrong, err)
			continue
		}
		d := dated{Summary: s}
		if info, err := f.Info(); err == nil {
			d.played = info.ModTime()
		}
		found = append(found, d)
	}
	slices.SortFunc(found, func(a, b dated) int {
		return cmp.Or(b.played.Compare(a.played), cmp.Compare(b.Path, a.Path))
	})
	list := make([]journal.Summary, len(found))
	for i := range found {
		list[i] = found[i].Summary
	}
	return list, errors.Join(wrong...)
}

// Newest is the file of the game played last that is not over.
func Newest() (string, error) {
	list, err := List()
	for _, s := range list {
		if !s.Over {
			return s.Path, nil
		}
	}
	if err != nil {
		return "", err
	}
	return "", fmt.Errorf("there is no game to go on with in %s: begin one with \"callout play\", or name its file", Folder())
}

// NewestOver is the file of the game played last that is over.
func NewestOver() (string, error) {
	list, err := List()
	for _, s := range list {
		if s.Over {
			return s.Path, nil
		}
	}
	if err != nil {
		return "", err
	}
	return "", fmt.Errorf("there is no game that is over in %s: name the file of one that is not, or play one to its end", Folder())
}

// source is the full path of a file that name names, or empty where name is one of the shipped names, or empty itself.
func source(name string, shipped []string) (string, error) {
	if name == "" || slices.Contains(shipped, name) {
		return "", nil
	}
	path, err := filepath.Abs(name)
	if err != nil {
		return "", fmt.Errorf("find the file %s: %w", name, err)
	}
	return path, nil
}

func levelNames() []string {
	var names []string
	for _, l := range levels.List() {
		names = append(names, l.Name)
	}
	return names
}

// OwnFile tells whether the level, or the model, is a file and not a shipped one.
func OwnFile(level, model string) bool {
	return !slices.Contains(levelNames(), level) || model != "" && !slices.Contains(levels.ModelNames(), model)
}

// slug makes a level's name fit for a file's name.
func slug(name string) string {
	name = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return '-'
	}, strings.ToLower(name))
	return name[:min(len(name), 60)]
}
