package progress

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"callout/game/disk"
	"callout/game/journal"
	"callout/ui/saves"
)

// Limits of an archive.
const (
	mostPacked   = 512 << 20 // bytes of the file
	mostUnpacked = 1 << 30   // bytes of everything in it
	mostFiles    = mostGames + 1
	mostSave     = 64 << 20 // bytes of one saved game
	swell        = 200      // times its own size that an archive may unpack to, beyond a little
	little       = 8 << 20
)

// ErrArchive is why a file is not imported, for errors.Is. It comes wrapped in a sentence with the file and what is wrong.
var ErrArchive = errors.New("it is not an export of Callout")

var errSwells = errors.New("it unpacks to more than saved games do")

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
	a, err := openArchive(file)
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
	p, staged, err := a.unpack(desk)
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

// archive is an export that is being read.
type archive struct {
	*zip.ReadCloser
	budget int64 // bytes that may still be unpacked
}

func openArchive(file string) (*archive, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%w, but a folder or a device", ErrArchive)
	}
	if info.Size() > mostPacked {
		return nil, fmt.Errorf("%w: it has %d bytes, more than the %d that one may have", ErrArchive, info.Size(), mostPacked)
	}
	z, err := zip.OpenReader(file)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrArchive, err)
	}
	a := &archive{z, min(mostUnpacked, little+swell*info.Size())}
	if err := a.check(); err != nil {
		z.Close()
		return nil, fmt.Errorf("%w: %w", ErrArchive, err)
	}
	return a, nil
}

// check looks at the names in the archive: the progress, and saved games, each once.
func (a *archive) check() error {
	if len(a.File) > mostFiles {
		return fmt.Errorf("it holds %d files, more than the %d that one may have", len(a.File), mostFiles)
	}
	seen, size := map[string]bool{}, uint64(0)
	for _, f := range a.File {
		if size += min(f.UncompressedSize64, mostUnpacked); size > uint64(a.budget) {
			return errSwells
		}
		name := strings.ToLower(f.Name) // some systems tell no capitals from small letters
		if seen[name] {
			return fmt.Errorf("it holds %.80q twice", f.Name)
		}
		seen[name] = true
		save, isSave := strings.CutPrefix(f.Name, gamesPart+"/")
		switch {
		case !f.Mode().IsRegular():
			return fmt.Errorf("%.80q in it is not an ordinary file", f.Name)
		case f.Name != archived && (!isSave || !saves.IsName(save)):
			return fmt.Errorf("%.80q in it is neither %s nor a saved game in %s", f.Name, archived, gamesPart)
		}
	}
	if !seen[archived] {
		return fmt.Errorf("it holds no %s", archived)
	}
	return nil
}

// unpack reads the progress and writes the saved games into the folder desk, and checks each.
func (a *archive) unpack(desk string) (p Progress, list []staged, err error) {
	for n, f := range a.File {
		limit := int64(mostSave)
		if f.Name == archived {
			limit = most
		}
		b, err := a.read(f, limit)
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

// read unpacks one file, as far as limit and the archive's budget reach.
func (a *archive) read(f *zip.File, limit int64) ([]byte, error) {
	limit = min(limit, a.budget)
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	err = errors.Join(err, r.Close())
	if err == nil && int64(len(b)) > limit {
		err = errSwells // it lied about its size
	}
	a.budget -= int64(len(b))
	return b, err
}
