package packs

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"callout/levels"
)

// old tells whether a folder that is being worked on was forgotten: nobody checks a pack for an hour.
func old(at time.Time) bool { return time.Since(at) > time.Hour }

// names are those of the installed packs, in order.
func names() []string {
	entries, err := os.ReadDir(Folder())
	if err != nil {
		return nil
	}
	var list []string
	for _, e := range entries {
		if e.IsDir() && levels.IsSlug(e.Name()) {
			list = append(list, e.Name())
		}
	}
	return list
}

// Count is how many packs are installed.
func Count() int { return len(names()) }

// List is the installed packs by name, with their levels.
func List() []Pack {
	list := make([]Pack, 0, len(names()))
	for _, n := range names() {
		list = append(list, load(n))
	}
	return list
}

// load reads an installed pack.
func load(name string) Pack {
	folder := filepath.Join(Folder(), name)
	p := Pack{PackInfo: levels.PackInfo{Name: name, Title: name}}
	note := func(err error) {
		if p.Problem == "" {
			p.Problem, _, _ = strings.Cut(err.Error(), "\n")
		}
	}
	file := filepath.Join(folder, levels.PackFile)
	text, err := os.ReadFile(file)
	if err == nil {
		var info levels.PackInfo
		if info, err = levels.ParsePack(file, text); err == nil {
			p.PackInfo = info
			p.Name = name // as it is played
		}
	}
	if err != nil {
		note(err)
	}
	for _, file := range files(folder) {
		if text, err := os.ReadFile(file); err != nil || !levels.IsLevel(text) {
			continue
		}
		l, err := levels.About(file)
		if err != nil {
			note(err)
			continue
		}
		l.Name = name + "/" + strings.TrimSuffix(filepath.Base(file), ".toml")
		p.Levels = append(p.Levels, l)
	}
	return p
}

// files are those of a pack that may be levels, in order.
func files(folder string) []string {
	entries, _ := os.ReadDir(folder)
	var list []string
	for _, e := range entries {
		if e.Type().IsRegular() && isToml(e.Name()) {
			list = append(list, filepath.Join(folder, e.Name()))
		}
	}
	return list
}

// folderOf is where an installed pack lies. Capitals make no difference.
func folderOf(name string) (string, bool) {
	if !levels.IsSlug(name) {
		return "", false
	}
	folder := filepath.Join(Folder(), strings.ToLower(name))
	info, err := os.Stat(folder)
	return folder, err == nil && info.IsDir()
}

// apart divides PACK/LEVEL.
func apart(name string) (pack, level string, ok bool) {
	pack, level, ok = strings.Cut(name, "/")
	return pack, level, ok && levels.IsSlug(pack) && levels.IsSlug(level)
}

// Is tells whether a name is that of a level in an installed pack, as PACK/LEVEL. A file of that path comes first.
func Is(name string) bool { return Path(name) != name }

// Path is the file of a level that is named PACK/LEVEL, where that is in an installed pack; any other name is left as it is.
func Path(name string) string {
	pack, level, ok := apart(name)
	if !ok {
		return name
	}
	if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
		return name
	}
	folder, ok := folderOf(pack)
	if !ok {
		return name
	}
	file := filepath.Join(folder, level+".toml")
	if info, err := os.Lstat(file); err != nil || !info.Mode().IsRegular() {
		return name
	}
	return file
}

// Source is what a saved game keeps of where its level comes from: PACK/LEVEL as it is, so that the game can be gone on with
// on every machine that has the pack. For a level that is in no pack it is false.
func Source(name string) (string, bool) {
	if !Is(name) {
		return "", false
	}
	pack, level, _ := apart(name)
	return strings.ToLower(pack) + "/" + level, true
}

// Find is the file of the level that a saved game names by Source. The error says which pack is missing.
func Find(source string) (string, error) {
	pack, level, ok := apart(source)
	if !ok {
		return source, nil
	}
	folder, installed := folderOf(pack)
	file := filepath.Join(folder, level+".toml")
	if _, err := os.Stat(file); !installed || err != nil {
		return "", fmt.Errorf("its level is %s, and there is no such level in an installed pack: add the pack with \"callout pack add FILE\"", source)
	}
	return file, nil
}
