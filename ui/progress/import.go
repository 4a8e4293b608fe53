package progress

import (
	"archive/zip"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"callout/game/archive"
	"callout/game/disk"
	"callout/game/journal"
	"callout/ui/saves"
)

// limits of an export.
var limits = archive.Limits{Packed: 512 << 20, Unpacked: 1 << 30, Files: mostGames + 1}

// mostSave is how many bytes one saved game may have.
const mostSave = 64 << 20

// ErrArchive is why a file is not imported, for errors.Is. It comes wrapped in a sentence with the file and what is wrong.
var ErrArchive = errors.New("it is not an export of Callout")

// Imported says what an import brought.
type Imported struct {
	Saves   int // saved games that are new here
	Known   int // that were here already
	Renamed int // of the new ones, those whose name was taken by another game
	Games   int // finished games that the progress did not know
}

// Import merges what Export wrote. Everything in the archive is checked before anything is kept; nothing that is here is
// overwritten, and nothing is written outside the player's data directory. It can be repeated: what is here already stays.
func (s Store) Import(file string) (done Imported, notice string, err error) {
	a, err := open(file)
	if err != nil {
		return done, "", fmt.Errorf("import %s: %w", file, err)
	}
	defer a.Close()
	folder := saves.Folder()
	if err := disk.MakeFolder(folder); err != nil {
		return done, "", fmt.Errorf("make the folder of saved games: %w", err)
	}
	s.sweep()
	desk, err := os.MkdirTemp(s.folder, desk)
	if err != nil {
		return done, "", fmt.Errorf("import %s: %w", file, err)
	}
	defer os.RemoveAll(desk)
	p, staged, err := unpack(a, desk)
	if err != nil {
		return done, "", fmt.Errorf("import %s: %w", file, err)
	}
	names := map[string]string{}
	for _, save := range staged {
		name, isNew, err := keep(save, folder)
		if err != nil {
			return done, "", fmt.Errorf("import %s: keep the saved game %s: %w", file, save.name, err)
		}
		names[save.name] = name
		switch {
		case !isNew:
			done.Known++
		case name != save.name:
			done.Renamed++
			fallthrough
		default:
			done.Saves++
		}
	}
	for i := range p.Games {
		p.Games[i].Save = names[p.Games[i].Save] // empty where the save is not in the archive
	}
	_, notice, err = s.Change(func(mine *Progress) bool {
		before := len(mine.Games)
		mine.Merge(p)
		done.Games = len(mine.Games) - before
		return true
	})
	return done, notice, err
}

// staged is a saved game that was unpacked and checked, and is not yet kept.
type staged struct {
	name string // in the archive
	path string
	at   time.Time
}

// open opens an export and looks at the names in it: the progress, and saved games, each once.
func open(file string) (*archive.Archive, error) {
	a, err := archive.Open(file, limits)
	var path *fs.PathError
	switch {
	case errors.As(err, &path):
		return nil, err
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrArchive, err)
	}
	if err := check(a); err != nil {
		a.Close()
		return nil, fmt.Errorf("%w: %w", ErrArchive, err)
	}
	return a, nil
}

func check(a *archive.Archive) error {
	for _, f := range a.Files {
		save, isSave := strings.CutPrefix(f.Name, gamesPart+"/")
		if f.Name != archived && (!isSave || !saves.IsName(save)) {
			return fmt.Errorf("%.80q in it is neither %s nor a saved game in %s", f.Name, archived, gamesPart)
		}
	}
	if !slices.ContainsFunc(a.Files, func(f *zip.File) bool { return f.Name == archived }) {
		return fmt.Errorf("it holds no %s", archived)
	}
	return nil
}

// unpack reads the progress and writes the saved games into the folder desk, and checks each.
func unpack(a *archive.Archive, desk string) (p Progress, list []staged, err error) {
	for n, f := range a.Files {
		limit := int64(mostSave)
		if f.Name == archived {
			limit = most
		}
		b, err := a.Read(f, limit)
		if err != nil {
			return p, nil, fmt.Errorf("%w: %.80q in it: %w", ErrArchive, f.Name, err)
		}
		if f.Name == archived {
			if p, err = decode(b); err != nil {
				return p, nil, fmt.Errorf("its %s: %w", archived, err)
			}
			continue
		}
		save := staged{strings.TrimPrefix(f.Name, gamesPart+"/"), filepath.Join(desk, fmt.Sprint(n)), f.Modified}
		if err := disk.Write(save.path, b); err != nil {
			return p, nil, err
		}
		if _, err := journal.Summarise(save.path); err != nil {
			return p, nil, fmt.Errorf("%w: %q in it: %s", ErrArchive, f.Name, strings.TrimPrefix(err.Error(), save.path+": "))
		}
		list = append(list, save)
	}
	slices.SortFunc(list, func(a, b staged) int { return strings.Compare(a.name, b.name) })
	return p, list, nil
}
