package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"callout/game/disk"
	"callout/game/journal"
)

// canWrite tells what is wrong with writing a report to out: it never takes the place of a saved game, the one at save
// or another.
func canWrite(out, save string) error {
	info, err := os.Stat(out)
	if errors.Is(err, os.ErrNotExist) {
		folder, err := os.Stat(filepath.Dir(out))
		if err != nil || !folder.IsDir() {
			return fmt.Errorf("-o %s: there is no folder %s: make it first", out, filepath.Dir(out))
		}
		return nil
	}
	if err != nil {
		return fmt.Errorf("-o: %w", err)
	}
	if info.IsDir() {
		return fmt.Errorf("-o %s is a folder: name a file in it", out)
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("-o %s is not a file: leave -o out to write to standard output", out)
	}
	if game, err := os.Stat(save); err == nil && os.SameFile(info, game) {
		return fmt.Errorf("-o %s is the saved game itself: name another file", out)
	}
	if _, err := journal.Summarise(out); !errors.Is(err, journal.ErrForeign) {
		return fmt.Errorf("-o %s is a saved game and is left alone: name another file", out)
	}
	return nil
}

// writeWhole writes a file whole or not at all. Where out is a link, it is what the link leads to that is written.
func writeWhole(out string, b []byte) error {
	if real, err := filepath.EvalSymlinks(out); err == nil {
		out = real
	}
	if err := disk.Write(out, b); err != nil {
		return fmt.Errorf("write %s: %w", out, err)
	}
	return nil
}
