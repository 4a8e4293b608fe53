package levels

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf8"
)

// Limits of a file. The parser's cost grows steeply beyond them; no honest level comes near.
const (
	maxBytes     = 256 << 10
	maxDepth     = 16 // tables, parts of keys and arrays around a value
	maxKeyParts  = 16
	maxKeyBytes  = 64
	maxKeys      = 4000
	maxBareBytes = 256 // a number, with the blanks after it
	maxValues    = 20000
)

const byteOrderMark = "\ufeff"

// A scan is one pass over a TOML text that parses nothing but its structure: strings, brackets, keys. It bounds
// what the parser will be given, and notes at which byte every table, array element and key begins.
type scan struct {
	src    []byte
	i      int
	keys   int
	values int
	elems  map[string]int // elements so far of each array of tables
	places map[string]int // byte offset by path, such as application[2].hosts[0]
}

// A scanError is a text that cannot be TOML, or that is beyond the limits.
type scanError struct {
	offset int
	what   string
	final  bool // no use in reading the rest
}

func (e *scanError) Error() string { return e.what }

// scanText scans a whole file.
func scanText(src []byte) (*scan, error) {
	s := &scan{src: src, elems: map[string]int{}, places: map[string]int{"": 0}}
	if len(src) > maxBytes {
		return s, s.refuse(0, "the file is larger than %d KiB: a level is a small text", maxBytes>>10)
	}
	if i := bytes.IndexByte(src, 0); i >= 0 {
		return s, s.refuse(i, "this is not a text file (it holds a NUL byte): a level is TOML")
	}
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && n == 1 {
			return s, s.refuse(i, "this is not UTF-8 text (byte 0x%02X): save the file as UTF-8", src[i])
		}
		i += n
	}
	if bytes.HasPrefix(src, []byte(byteOrderMark)) {
		s.i = len(byteOrderMark)
	}
	table, depth := "", 0
	for {
		s.blank()
		if s.i >= len(src) {
			return s, nil
		}
		var err error
		if src[s.i] == '[' {
			table, depth, err = s.header()
		} else {
			err = s.assignment(table, depth)
		}
		if err == nil {
			err = s.lineEnd()
		}
		if err != nil {
			return s, err
		}
	}
}

// fail is a mistake in one line.
func (s *scan) fail(at int, format string, args ...any) error {
	return &scanError{at, fmt.Sprintf(format, args...), false}
}

// refuse is a reason not to read on.
func (s *scan) refuse(at int, format string, args ...any) error {
	return &scanError{at, fmt.Sprintf(format, args...), true}
}

func (s *scan) peek() byte {
	if s.i < len(s.src) {
		return s.src[s.i]
	}
	return 0
}

// space skips spaces and tabs.
func (s *scan) space() {
	for s.peek() == ' ' || s.peek() == '\t' {
		s.i++
	}
}

// blank skips spaces, line ends and comments.
func (s *scan) blank() {
	for {
		switch s.peek() {
		case ' ', '\t', '\r', '\n':
			s.i++
		case '#':
			for s.i < len(s.src) && s.src[s.i] != '\n' {
				s.i++
			}
		default:
			return
		}
	}
}

// lineEnd demands that nothing but a comment follows on the line.
func (s *scan) lineEnd() error {
	s.space()
	if s.peek() == '\r' {
		s.i++
	}
	if s.i < len(s.src) && s.src[s.i] != '\n' && s.src[s.i] != '#' {
		return s.fail(s.i, "something follows a finished line: put one KEY = VALUE on a line, comments after #")
	}
	return nil
}

// header reads [table] or [[array of tables]] and returns its path, and of how many parts that is.
func (s *scan) header() (path string, depth int, err error) {
	at := s.i
	s.i++
	element := s.peek() == '['
	if element {
		s.i++
	}
	s.space()
	parts, _, err := s.key()
	if err != nil {
		return "", 0, err
	}
	closing := "]"
	if element {
		closing = "]]"
	}
	if !bytes.HasPrefix(s.src[s.i:], []byte(closing)) {
		return "", 0, s.fail(s.i, "a table's name must be followed by %s", closing)
	}
	s.i += len(closing)
	for n, part := range parts {
		path = join(path, part)
		last := n == len(parts)-1
		if last && element {
			s.note(path, at)
			s.elems[path]++
		}
		if count := s.elems[path]; count > 0 && (!last || element) {
			path = index(path, count-1)
		}
		s.note(path, at)
	}
	return path, len(parts), nil
}

// assignment reads key = value within the table at path, which is depth parts deep.
func (s *scan) assignment(path string, depth int) error {
	parts, offsets, err := s.key()
	if err != nil {
		return err
	}
	if s.peek() != '=' {
		return s.fail(s.i, "a key must be followed by = and a value")
	}
	s.i++
	s.space()
	for n, part := range parts {
		path = join(path, part)
		s.note(path, offsets[n])
	}
	return s.value(path, depth+len(parts))
}

// key reads a key of one part or several, and the blanks after it.
func (s *scan) key() (parts []string, offsets []int, err error) {
	if s.keys++; s.keys > maxKeys {
		return nil, nil, s.refuse(s.i, "there are more than %d keys: a level has fewer", maxKeys)
	}
	for {
		if len(parts) == maxKeyParts {
			return nil, nil, s.refuse(s.i, "a key has more than %d parts", maxKeyParts)
		}
		at := s.i
		var part string
		switch c := s.peek(); {
		case c == '"' || c == '\'':
			if err := s.line(c); err != nil {
				return nil, nil, err
			}
			part = string(s.src[at+1 : s.i-1])
			if c == '"' {
				if plain, err := strconv.Unquote(goEscapes(s.src[at:s.i])); err == nil {
					part = plain
				}
			}
		case bare(c):
			for bare(s.peek()) {
				s.i++
			}
			part = string(s.src[at:s.i])
		default:
			return nil, nil, s.fail(s.i, "a key is missing: write KEY = VALUE, [TABLE] or [[TABLE]]")
		}
		if len(part) > maxKeyBytes {
			return nil, nil, s.refuse(at, "a key is longer than %d characters", maxKeyBytes)
		}
		parts, offsets = append(parts, part), append(offsets, at)
		s.space()
		if s.peek() != '.' {
			return parts, offsets, nil
		}
		s.i++
		s.space()
	}
}

// goEscapes writes a quoted key with the escapes that Go knows: TOML has \e, and its \x is a character, not a byte.
func goEscapes(quoted []byte) string {
	out := make([]byte, 0, len(quoted)+8)
	for i := 0; i < len(quoted); i++ {
		if quoted[i] != '\\' || i+1 == len(quoted) {
			out = append(out, quoted[i])
			continue
		}
		i++
		switch quoted[i] {
		case 'e':
			out = append(out, `\u001b`...)
		case 'x':
			out = append(out, `\u00`...)
		default:
			out = append(out, '\\', quoted[i])
		}
	}
	return string(out)
}

// value reads one value of any kind.
func (s *scan) value(path string, depth int) error {
	if depth > maxDepth {
		return s.refuse(s.i, "values are nested more than %d deep", maxDepth)
	}
	if s.values++; s.values > maxValues {
		return s.refuse(s.i, "there are more than %d values: a level has fewer", maxValues)
	}
	switch c := s.peek(); c {
	case '"', '\'':
		return s.text(c)
	case '[':
		return s.array(path, depth)
	case '{':
		return s.inlineTable(path, depth)
	}
	at := s.i
	for s.i < len(s.src) && !bytes.ContainsRune([]byte(",]}#\r\n=\"'[{"), rune(s.src[s.i])) {
		s.i++
	}
	if s.i-at > maxBareBytes {
		return s.refuse(at, "a value without quotes is longer than %d characters: texts stand in quotes", maxBareBytes)
	}
	if len(bytes.TrimSpace(s.src[at:s.i])) == 0 {
		return s.fail(at, "a value is missing after the key: texts stand in quotes, such as \"£1,200\"")
	}
	switch word := string(bytes.TrimSpace(s.src[at:s.i])); word {
	case "true", "false", "inf", "nan":
	default:
		if c := word[0]; c != '+' && c != '-' && (c < '0' || c > '9') {
			return s.fail(at, "%s stands without quotes: write texts in quotes, such as \"£1,200\"", shown(word))
		}
	}
	return nil
}

func (s *scan) array(path string, depth int) error {
	open := s.i
	s.i++
	for n := 0; ; n++ {
		s.blank()
		if s.i >= len(s.src) {
			return s.refuse(open, "this [ is never closed by ]")
		}
		if s.peek() == ']' {
			s.i++
			return nil
		}
		element := index(path, n)
		s.note(element, s.i)
		if err := s.value(element, depth+1); err != nil {
			return err
		}
		s.blank()
		if s.peek() == ',' {
			s.i++
		} else if s.peek() != ']' {
			return s.fail(s.i, "the elements of an array are separated by commas and end with ]")
		}
	}
}

func (s *scan) inlineTable(path string, depth int) error {
	open := s.i
	s.i++
	for {
		s.blank()
		if s.i >= len(s.src) {
			return s.refuse(open, "this { is never closed by }")
		}
		if s.peek() == '}' {
			s.i++
			return nil
		}
		parts, offsets, err := s.key()
		if err != nil {
			return err
		}
		s.blank()
		if s.peek() != '=' {
			return s.fail(s.i, "a key must be followed by = and a value")
		}
		s.i++
		s.blank()
		within := path
		for n, part := range parts {
			within = join(within, part)
			s.note(within, offsets[n])
		}
		if err := s.value(within, depth+len(parts)); err != nil {
			return err
		}
		s.blank()
		if s.peek() == ',' {
			s.i++
		} else if s.peek() != '}' {
			return s.fail(s.i, "the keys of an inline table are separated by commas and end with }")
		}
	}
}

// text reads a string of one line or, with three quotes, of several.
func (s *scan) text(quote byte) error {
	fence := bytes.Repeat([]byte{quote}, 3)
	if !bytes.HasPrefix(s.src[s.i:], fence) {
		return s.line(quote)
	}
	open := s.i
	for s.i += 3; s.i < len(s.src); s.i++ {
		if quote == '"' && s.src[s.i] == '\\' {
			s.i++
			continue
		}
		if bytes.HasPrefix(s.src[s.i:], fence) {
			s.i += 3
			// One or two quotes may stand directly before the closing three.
			for n := 0; n < 2 && s.peek() == quote; n++ {
				s.i++
			}
			return nil
		}
	}
	return s.refuse(open, "this text is never closed by %s", fence)
}

// line reads a string of one line.
func (s *scan) line(quote byte) error {
	open := s.i
	for s.i++; s.i < len(s.src); s.i++ {
		switch c := s.src[s.i]; {
		case c == quote:
			s.i++
			return nil
		case c == '\n':
			return s.fail(open, "this text is not closed by %c on its line", quote)
		case c == '\\' && quote == '"':
			s.i++
			if s.peek() == '\n' {
				return s.fail(open, "this text is not closed by %c on its line", quote)
			}
		}
	}
	return s.fail(open, "this text is never closed by %c", quote)
}

func bare(c byte) bool {
	return c == '_' || c == '-' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
