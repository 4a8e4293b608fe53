package packs

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"callout/game/archive"
	"callout/levels"
)

// limits of a pack, as an archive and as a folder.
var limits = archive.Limits{Packed: 16 << 20, Unpacked: 32 << 20, Files: 500, Folders: true}

// mostFile is how many bytes one file of a pack may have: a level has a quarter of it at most.
const mostFile = 1 << 20

// contents are the files of a pack, by their paths in it, parts divided by slashes.
type contents map[string][]byte

// paths are those of all files, in order.
func (c contents) paths() []string {
	list := make([]string, 0, len(c))
	for p := range c {
		list = append(list, p)
	}
	slices.Sort(list)
	return list
}

// read reads a pack from a folder or an archive. The error says what is wrong, without the name of the source.
func read(source string) (contents, error) {
	info, err := os.Stat(source)
	if err != nil {
		return nil, err
	}
	var c contents
	if info.IsDir() {
		c, err = readFolder(source)
	} else {
		c, err = readArchive(source)
	}
	if err != nil {
		return nil, err
	}
	c = c.unwrapped()
	if _, ok := c[levels.PackFile]; !ok {
		return nil, fmt.Errorf("there is no %s in it: write one with name, title and about, each in quotes", levels.PackFile)
	}
	seen := map[string]string{}
	for _, p := range c.paths() {
		if err := fits(p, c[p]); err != nil {
			return nil, err
		}
		if other, ok := seen[strings.ToLower(p)]; ok {
			return nil, fmt.Errorf("%q and %q in it differ only in capitals, which some systems do not tell apart", other, p)
		}
		seen[strings.ToLower(p)] = p
	}
	return c, nil
}

// unwrapped is what is in the one folder that everything is in, as archives of a folder have it.
func (c contents) unwrapped() contents {
	top := ""
	for p := range c {
		first, _, below := strings.Cut(p, "/")
		if !below || top != "" && first != top {
			return c
		}
		top = first
	}
	inner := contents{}
	for p, text := range c {
		inner[strings.TrimPrefix(p, top+"/")] = text
	}
	return inner
}

// passed tells whether a file is let be: what desktops and version control leave behind.
func passed(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") || part == "__MACOSX" {
			return true
		}
	}
	return false
}

// fits tells why a file has no place in a pack.
func fits(name string, text []byte) error {
	extension := strings.ToLower(path.Ext(name))
	switch {
	case slices.Contains([]string{".zip", ".tar", ".gz", ".tgz", ".xz", ".bz2", ".7z", ".rar"}, extension) || strings.HasPrefix(string(text), "PK\x03\x04"):
		return fmt.Errorf("%q in it is another archive: put what is in it beside the other files", name)
	case !slices.Contains([]string{".toml", ".md", ".txt"}, path.Ext(name)):
		return fmt.Errorf("%q in it is neither a level, nor a support model, nor a text: a pack has .toml, .md and .txt", name)
	case strings.Count(name, "/") > 1:
		return fmt.Errorf("%q in it lies too deep: levels lie beside %s, models in a folder below", name, levels.PackFile)
	case !utf8.Valid(text):
		return fmt.Errorf("%q in it is no UTF-8: save it as UTF-8", name)
	}
	return nil
}

func readArchive(file string) (contents, error) {
	a, err := archive.Open(file, limits)
	if err != nil {
		return nil, err
	}
	defer a.Close()
	c := contents{}
	for _, f := range a.Files {
		if passed(f.Name) {
			continue
		}
		text, err := a.Read(f, mostFile)
		if err != nil {
			return nil, fmt.Errorf("%q in it: %w", f.Name, err)
		}
		c[f.Name] = text
	}
	return c, nil
}

// readFolder reads a folder. Nothing outside it is read: links are refused.
func readFolder(folder string) (contents, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	c, size := contents{}, int64(0)
	err = fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name == ".":
			return nil
		case passed(name) && d.IsDir():
			return fs.SkipDir
		case passed(name):
			return nil
		}
		switch what := archive.Wrong(name); {
		case what != "":
			return fmt.Errorf("%.80q in it %s", name, what)
		case d.IsDir() && strings.Count(name, "/") > 4:
			return fmt.Errorf("%.80q in it lies too deep: levels lie beside %s, models in a folder below", name, levels.PackFile)
		case d.IsDir():
			return nil
		case !d.Type().IsRegular():
			return fmt.Errorf("%.80q in it is a link or a device, not an ordinary file: put the file itself there", name)
		case len(c) == limits.Files:
			return fmt.Errorf("it holds more than the %d files that a pack may have", limits.Files)
		}
		text, err := readWithin(root, name)
		if size += int64(len(text)); err == nil && size > limits.Unpacked {
			return errors.New("its files are larger together than those of a pack may be")
		}
		c[name] = text
		return err
	})
	return c, err
}

func readWithin(root *os.Root, name string) ([]byte, error) {
	f, err := root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, mostFile+1))
	if err == nil && len(text) > mostFile {
		err = fmt.Errorf("%.80q in it is longer than the %d bytes that a file of a pack may have", name, mostFile)
	}
	return text, err
}
