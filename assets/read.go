package assets

import (
	"bufio"
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// readGlossary reads every file of the folder glossary. A file is a list of entries with an empty line between them; an
// entry is lines "name: text", where the names are term, also (optional, separated by commas), idea, field and read. A
// line that begins with # is a remark.
func readGlossary(files fs.FS) ([]Entry, error) {
	names, err := fs.Glob(files, "glossary/*.txt")
	if err != nil {
		return nil, err
	}
	var all []Entry
	for _, name := range names {
		f, err := files.Open(name)
		if err != nil {
			return nil, err
		}
		entries, err := readEntries(name, bufio.NewScanner(f), false)
		f.Close()
		if err != nil {
			return nil, err
		}
		all = append(all, entries...)
	}
	slices.SortFunc(all, func(a, b Entry) int { return cmp.Compare(fold(a.Term), fold(b.Term)) })
	return all, nil
}

// readEntries reads the entries of one file; those of a translation may have a name and need no source. Errors name the file, the line and what would be right.
func readEntries(file string, lines *bufio.Scanner, translation bool) ([]Entry, error) {
	var entries []Entry
	var e Entry
	n := 0
	finish := func() error {
		if e.Term == "" {
			return nil
		}
		if e.Idea == "" || e.Definition == "" || e.Source == "" && !translation {
			return fmt.Errorf("%s:%d: the entry %q needs the lines idea, field and read", file, n, e.Term)
		}
		entries, e = append(entries, e), Entry{}
		return nil
	}
	for lines.Scan() {
		n++
		line := strings.TrimSpace(lines.Text())
		if line == "" {
			if err := finish(); err != nil {
				return nil, err
			}
			continue
		}
		if strings.HasPrefix(line, "#") {
			continue
		}
		name, text, _ := strings.Cut(line, ": ")
		text = strings.TrimSpace(text)
		target, ok := map[string]*string{"term": &e.Term, "idea": &e.Idea, "field": &e.Definition, "read": &e.Source, "name": &e.name}[name]
		switch {
		case name == "also" && text != "":
			for other := range strings.SplitSeq(text, ",") {
				e.Also = append(e.Also, strings.TrimSpace(other))
			}
		case !ok || text == "" || name == "name" && !translation:
			return nil, fmt.Errorf("%s:%d: %.40q is not a line of the glossary: write \"term: text\", or one of also, idea, field, read", file, n, line)
		case *target != "":
			return nil, fmt.Errorf("%s:%d: a second %q in one entry: leave an empty line between entries", file, n, name)
		default:
			*target = text
		}
		if e.Term == "" {
			return nil, fmt.Errorf("%s:%d: an entry begins with \"term: word\"", file, n)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", file, n+1, err)
	}
	if err := finish(); err != nil {
		return nil, err
	}
	return entries, nil
}
