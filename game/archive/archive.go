package archive

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits say how much of an archive is read.
type Limits struct {
	Packed   int64 // bytes of the archive itself
	Unpacked int64 // bytes of everything in it
	Files    int
	Folders  bool // whether folders may be entries of their own
}

// An archive may unpack to so many times its own size, beyond a little. Texts that people wrote pack to a fifth.
const (
	swell  = 200
	little = 8 << 20
)

// longestName is how many bytes the name of a file in an archive may have.
const longestName = 240

// errSwells means that there is more in an archive than one may hold, whatever it says about itself.
var errSwells = errors.New("it unpacks to more than such a file ever does")

// Archive is an archive that is being read.
type Archive struct {
	Files  []*zip.File // what is in it, folders left out
	zip    *zip.ReadCloser
	budget int64 // bytes that may still be unpacked
}

// Open opens an archive and checks all names in it. The error is a sentence about what is wrong; it is a *fs.PathError where
// the file cannot be opened at all.
func Open(file string, l Limits) (*Archive, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("it is a folder or a device")
	}
	if info.Size() > l.Packed {
		return nil, fmt.Errorf("it has %d bytes, more than the %d that one may have", info.Size(), l.Packed)
	}
	z, err := zip.OpenReader(file)
	if err != nil {
		return nil, err
	}
	a := &Archive{zip: z, budget: min(l.Unpacked, little+swell*info.Size())}
	if err := a.check(l); err != nil {
		z.Close()
		return nil, err
	}
	return a, nil
}

// Close closes the archive.
func (a *Archive) Close() error { return a.zip.Close() }

// check looks at the names and the sizes, as the archive tells them.
func (a *Archive) check(l Limits) error {
	if len(a.zip.File) > l.Files {
		return fmt.Errorf("it holds %d files, more than the %d that one may have", len(a.zip.File), l.Files)
	}
	seen, size := map[string]bool{}, uint64(0)
	for _, f := range a.zip.File {
		if size += min(f.UncompressedSize64, uint64(l.Unpacked)+1); size > uint64(a.budget) {
			return errSwells
		}
		name := strings.ToLower(strings.TrimSuffix(f.Name, "/")) // some systems tell no capitals from small letters
		if seen[name] {
			return fmt.Errorf("it holds %.80q twice", f.Name)
		}
		seen[name] = true
		if what := Wrong(f.Name); what != "" {
			return fmt.Errorf("%.80q in it %s", f.Name, what)
		}
		const encrypted = 1
		switch folder := f.Mode().IsDir(); {
		case folder && l.Folders && f.UncompressedSize64 == 0:
			continue
		case !f.Mode().IsRegular():
			return fmt.Errorf("%.80q in it is not an ordinary file", f.Name)
		case f.Flags&encrypted != 0:
			return fmt.Errorf("%.80q in it is locked with a password", f.Name)
		}
		a.Files = append(a.Files, f)
	}
	return nil
}

// Wrong says what is wrong with the name of a file in an archive or a folder, its parts divided by slashes; it is empty where
// the name is good on every system, and stays inside.
func Wrong(name string) string {
	inner := strings.TrimSuffix(name, "/")
	switch {
	case len(name) > longestName:
		return fmt.Sprintf("has a name of %d bytes, more than the %d that one may have", len(name), longestName)
	case !utf8.ValidString(name):
		return "has a name that is no UTF-8"
	case strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }):
		return "has a name with characters that cannot be seen"
	case strings.ContainsAny(name, `\:*?"<>|`):
		return `has a name with one of \ : * ? " < > |, which some systems read otherwise`
	case !filepath.IsLocal(filepath.FromSlash(inner)) || strings.HasPrefix(name, "/"):
		return "leads out of the folder that it is unpacked in"
	}
	for part := range strings.SplitSeq(inner, "/") {
		if part == "" || part == "." || part == ".." || strings.HasSuffix(part, ".") || strings.TrimSpace(part) != part {
			return "has a name that leads astray: parts of it are empty, dots, or end in a space or a dot"
		}
	}
	return ""
}

// Read unpacks one file, as far as limit and what the archive may unpack to reach.
func (a *Archive) Read(f *zip.File, limit int64) ([]byte, error) {
	limit = min(limit, a.budget)
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	err = errors.Join(err, r.Close())
	if int64(len(b)) > limit {
		err = errSwells // it lied about its size, or is too long
	}
	a.budget -= int64(len(b))
	return b, err
}
