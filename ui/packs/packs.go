package packs

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"

	"callout/game/disk"
	"callout/levels"
)

// Pack is an installed pack.
type Pack struct {
	levels.PackInfo
	Levels  []levels.Info `json:"levels"`            // their names are those that they are played by: PACK/LEVEL
	Problem string        `json:"problem,omitempty"` // what is the matter with it, or empty
}

// Folder is where packs lie: in the user's data directory.
func Folder() string { return filepath.Join(xdg.DataHome, "callout", "packs") }

// Beginnings of the names of folders in Folder that are no packs: one that is being checked, and one that is being removed.
const (
	desk = ".new-"
	gone = ".gone-"
)

// Add checks the pack in a folder or an archive and installs it. Where anything is wrong with it nothing is installed; the
// error is levels.Problems where there are mistakes in its files.
func Add(source string) (Pack, error) {
	c, err := read(source)
	if err != nil {
		return Pack{}, fmt.Errorf("add the pack %s: %w", source, err)
	}
	if err := disk.MakeFolder(Folder()); err != nil {
		return Pack{}, fmt.Errorf("make the folder of packs: %w", err)
	}
	sweep()
	on, err := os.MkdirTemp(Folder(), desk)
	if err != nil {
		return Pack{}, fmt.Errorf("add the pack %s: %w", source, err)
	}
	defer os.RemoveAll(on)
	info, err := c.check(source, on)
	var mistakes levels.Problems
	switch {
	case errors.As(err, &mistakes):
		return Pack{}, mistakes
	case err != nil:
		return Pack{}, fmt.Errorf("add the pack %s: %w", source, err)
	}
	to := filepath.Join(Folder(), strings.ToLower(info.Name))
	if _, err := os.Lstat(to); err == nil {
		return Pack{}, fmt.Errorf("add the pack %s: there is a pack %s already, which is left alone: remove it first with \"callout pack remove %s\"", source, info.Name, info.Name)
	}
	if err := errors.Join(os.Rename(on, to), disk.SyncFolder(to)); err != nil {
		return Pack{}, fmt.Errorf("add the pack %s: %w", source, err)
	}
	return load(filepath.Base(to)), nil
}

// sweep removes what was left behind by an Add or a Remove that was ended by force.
func sweep() {
	entries, _ := os.ReadDir(Folder())
	for _, e := range entries {
		info, err := e.Info()
		if err == nil && (strings.HasPrefix(e.Name(), desk) || strings.HasPrefix(e.Name(), gone)) && old(info.ModTime()) {
			os.RemoveAll(filepath.Join(Folder(), e.Name()))
		}
	}
}

// Remove removes an installed pack. Games of its levels stay; they cannot be gone on with until it is there again.
func Remove(name string) error {
	folder, ok := folderOf(name)
	if !ok {
		return fmt.Errorf("there is no pack %.40q: \"callout pack list\" lists them", name)
	}
	aside, err := os.MkdirTemp(Folder(), gone)
	if err == nil {
		err = os.Rename(folder, filepath.Join(aside, "pack")) // whole or not at all
		err = errors.Join(err, os.RemoveAll(aside))
	}
	if err != nil {
		return fmt.Errorf("remove the pack %s: %w", name, err)
	}
	return nil
}

// Make checks the pack in a folder and writes it as an archive. A file that is there already is left alone.
func Make(folder, out string) (levels.PackInfo, error) {
	wrong := func(err error) (levels.PackInfo, error) {
		return levels.PackInfo{}, fmt.Errorf("make a pack of %s: %w", folder, err)
	}
	if _, err := os.Lstat(out); err == nil {
		return wrong(fmt.Errorf("%s is there already and is left alone: name another file", out))
	}
	c, err := read(folder)
	if err != nil {
		return wrong(err)
	}
	on, err := os.MkdirTemp("", "callout-pack-")
	if err != nil {
		return wrong(err)
	}
	defer os.RemoveAll(on)
	info, err := c.check(folder, on)
	var mistakes levels.Problems
	switch {
	case errors.As(err, &mistakes):
		return info, mistakes
	case err != nil:
		return wrong(err)
	}
	b, err := c.archive(info.Name)
	if err == nil {
		err = disk.Write(out, b)
	}
	if err != nil {
		return wrong(err)
	}
	return info, nil
}

// archive is the pack as an archive of a folder. The same files give the same bytes.
func (c contents) archive(folder string) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range c.paths() {
		w, err := z.CreateHeader(&zip.FileHeader{Name: folder + "/" + name, Method: zip.Deflate})
		if err == nil {
			_, err = w.Write(c[name])
		}
		if err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}
