package levels

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A path says where a value stands in a file, such as application[2].hosts[0]. The root is "".

// join is the path of a key in the table at path.
func join(path, key string) string {
	if !isBare(key) {
		key = strconv.Quote(key)
	}
	if path == "" {
		return key
	}
	return path + "." + key
}

// index is the path of an element of the array at path.
func index(path string, n int) string { return path + "[" + strconv.Itoa(n) + "]" }

// parent is the path of the table or array around path; the root is its own parent.
func parent(path string) string {
	quoted := false
	cut := 0
	for i := 0; i < len(path); i++ {
		switch c := path[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case !quoted && (c == '.' || c == '['):
			cut = i
		}
	}
	return path[:cut]
}

func isBare(key string) bool {
	return key != "" && strings.IndexFunc(key, func(r rune) bool { return r > 'z' || !bare(byte(r)) }) < 0
}

// note remembers where the thing at path begins, if it is the first one there.
func (s *scan) note(path string, offset int) {
	if _, ok := s.places[path]; !ok {
		s.places[path] = offset
	}
}

// position is the line and the column, both from 1, of what stands at path, or of the nearest thing around it.
func (s *scan) position(path string) (line, column int) {
	for {
		if offset, ok := s.places[path]; ok {
			return s.lineColumn(offset)
		}
		path = parent(path)
	}
}

// lineColumn counts columns in characters.
func (s *scan) lineColumn(offset int) (line, column int) {
	before := s.src[:min(offset, len(s.src))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return bytes.Count(before, []byte{'\n'}) + 1, utf8.RuneCount(before[start:]) + 1
}

// has tells whether anything stands at path.
func (s *scan) has(path string) bool {
	_, ok := s.places[path]
	return ok
}
