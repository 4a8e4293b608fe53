package progress

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"callout/game/disk"
)

// desk begins the name of the folder on which an import lays out what it checks.
const desk = ".import-"

// keep puts a saved game into the folder, under its own name or, where another game has that, under one like it. It is not
// new where the folder has it already, or a later state of the same game.
func keep(save staged, folder string) (name string, isNew bool, err error) {
	b, err := os.ReadFile(save.path)
	if err != nil {
		return "", false, err
	}
	base := strings.TrimSuffix(save.name, filepath.Ext(save.name))
	for n := 1; n < 1000; n++ {
		name := save.name
		if n > 1 {
			name = fmt.Sprintf("%s-%d%s", base, n, filepath.Ext(save.name))
		}
		to := filepath.Join(folder, name)
		have, err := os.ReadFile(to)
		switch {
		case err == nil && bytes.HasPrefix(have, b):
			return name, false, nil
		case err == nil:
			continue
		case !errors.Is(err, os.ErrNotExist):
			return "", false, err
		}
		if !save.at.IsZero() {
			if err := os.Chtimes(save.path, save.at, save.at); err != nil {
				return "", false, err
			}
		}
		err = os.Link(save.path, to) // unlike a renaming it never overwrites
		if err != nil && !errors.Is(err, os.ErrExist) {
			err = copyNew(to, b) // a file system without links
		}
		if errors.Is(err, os.ErrExist) {
			continue
		}
		return name, true, errors.Join(err, disk.SyncFolder(to))
	}
	return "", false, errors.New("a thousand games have its name")
}

// copyNew writes a file that must not be there yet.
func copyNew(to string, b []byte) error {
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	return errors.Join(err, f.Sync(), f.Close())
}

// sweep removes the desks of imports that were ended by force: an import takes seconds.
func (s Store) sweep() {
	desks, _ := filepath.Glob(filepath.Join(s.folder, desk+"*"))
	for _, d := range desks {
		if info, err := os.Stat(d); err == nil && s.now().Sub(info.ModTime()) > time.Hour {
			os.RemoveAll(d)
		}
	}
}
