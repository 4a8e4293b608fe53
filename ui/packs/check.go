package packs

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"callout/game/disk"
	"callout/levels"
)

// mostLevels is how many levels a pack may have.
const mostLevels = 200

// check reads what a pack says about itself and checks every level and model in it, in the folder desk, where it writes them.
// Mistakes name the files as they lie in source; the error is then levels.Problems.
func (c contents) check(source, desk string) (levels.PackInfo, error) {
	at := func(name string) string { return path.Join(filepath.ToSlash(source), name) }
	info, err := levels.ParsePack(at(levels.PackFile), c[levels.PackFile])
	var found levels.Problems
	if !errors.As(err, &found) && err != nil {
		return info, err
	}
	for _, name := range c.paths() {
		file := filepath.Join(desk, filepath.FromSlash(name))
		if err := disk.MakeFolder(filepath.Dir(file)); err != nil {
			return info, err
		}
		if err := os.WriteFile(file, c[name], 0o600); err != nil {
			return info, err
		}
		if isToml(name) {
			found = append(found, levels.Outside(name, at(name), c[name])...)
		}
	}
	if len(found) > 0 {
		return info, found // models elsewhere are not even read
	}
	count := 0
	for _, name := range c.paths() {
		if !isToml(name) {
			continue
		}
		file := filepath.Join(desk, filepath.FromSlash(name))
		problems := levels.Check(file)
		for _, p := range problems {
			p.File = strings.Replace(p.File, desk, at(""), 1) // as its author knows it
			p.What = strings.ReplaceAll(p.What, desk, at(""))
			found = append(found, p)
		}
		if len(problems) > 0 || !levels.IsLevel(c[name]) {
			continue
		}
		count++
		l, err := levels.About(file)
		switch {
		case err != nil:
			return info, err
		case strings.Contains(name, "/"):
			found = append(found, levels.Problem{File: at(name), Line: 1, Column: 1, What: "this level lies in a folder: put it beside " + levels.PackFile})
		case l.Name+".toml" != name:
			found = append(found, levels.Problem{File: at(name), Line: 1, Column: 1, What: fmt.Sprintf("the level in it is called %s: call the file %s.toml, or the level %.24q", l.Name, l.Name, strings.TrimSuffix(name, ".toml"))})
		}
	}
	switch {
	case len(found) > 0:
		return info, found
	case count == 0:
		return info, errors.New("there is no level in it: put one beside " + levels.PackFile + "; \"callout new\" writes one")
	case count > mostLevels:
		return info, fmt.Errorf("it has %d levels, more than the %d that a pack may have", count, mostLevels)
	}
	return info, nil
}

// isToml tells whether a file of a pack is a level or a model.
func isToml(name string) bool { return path.Ext(name) == ".toml" && name != levels.PackFile }
