package disk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// ErrLocked is why a file cannot be locked: another process has it.
var ErrLocked = errors.New("another process has it")

// Write makes the file at path hold b, whole or not at all: whoever reads it, also after a crash, finds what stood there
// before or what stands there now. It is readable for its owner only. When it returns without error it is on the disk.
func Write(path string, b []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.new")
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
		return fmt.Errorf("write %s: %w", path, err)
	}
	return SyncFolder(path)
}

// MakeFolder makes a folder and those above it that are missing, for its owner only, and makes their names last.
func MakeFolder(folder string) error {
	if _, err := os.Stat(folder); err == nil {
		return nil
	}
	if above := filepath.Dir(folder); above != folder {
		if err := MakeFolder(above); err != nil {
			return err
		}
	}
	if err := os.Mkdir(folder, 0o700); err != nil && !errors.Is(err, os.ErrExist) {
		return err
	}
	return SyncFolder(folder)
}
