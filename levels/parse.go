package levels

import (
	"bytes"
	"errors"
	"strings"

	"github.com/BurntSushi/toml"
)

// parse makes values of a text, or notes why it cannot. Where a line is no TOML it goes on without that line, so that
// an author sees more than the first mistake; what remains is then marked as broken.
func (d *decoder) parse(src []byte) map[string]any {
	for tries := 1; ; tries++ {
		root, err := d.parseOnce(src)
		if err == nil {
			return root
		}
		d.broken = true
		line, column := d.scan.lineColumn(err.offset)
		d.problemAt(line, column, err.what)
		if src = withoutLine(src, err.offset); err.final || src == nil || tries*len(src) > maxBytes || tries == 20 {
			return nil
		}
	}
}

// parseOnce scans and parses a text.
func (d *decoder) parseOnce(src []byte) (map[string]any, *scanError) {
	var err error
	if d.scan, err = scanText(src); err != nil {
		var s *scanError
		errors.As(err, &s)
		return nil, s
	}
	var root map[string]any
	if err = toml.Unmarshal(src, &root); err == nil {
		return root, nil
	}
	var p toml.ParseError
	if !errors.As(err, &p) {
		return nil, &scanError{0, "this is not TOML: " + clean(err.Error()), true}
	}
	offset := max(p.Position.Start, 0) // it may stand before the file
	if bytes.HasPrefix(src, []byte(byteOrderMark)) {
		offset += len(byteOrderMark)
	}
	return nil, &scanError{offset, "this is not TOML: " + clean(p.Message) + ": " + advice(p.Message), false}
}

// advice is what would be right where the parser only says what is wrong.
func advice(message string) string {
	for _, a := range []struct{ about, advice string }{
		{"already", "say it once"},
		{"out of range", "write a smaller number"},
		{"escape", `write \\ for a backslash, or put the text in single quotes`},
		{"control characters", "remove the invisible character"},
		{"nteger", "write digits alone, such as 1000"},
		{"loat", "write a number such as 2.5"},
		{"igit", "write a number such as 2.5"},
		{"ate", "put texts in quotes, such as \"Mon 09:00\""},
	} {
		if strings.Contains(message, a.about) {
			return a.advice
		}
	}
	return "write KEY = VALUE on a line, texts in quotes"
}

// withoutLine is a text with the line around offset blanked, or nil where going on would only mislead: after a
// table's header, within or before an unfinished text, and in a text that is no level at all.
func withoutLine(src []byte, offset int) []byte {
	offset = min(offset, len(src))
	start := bytes.LastIndexByte(src[:offset], '\n') + 1
	end := len(src)
	if n := bytes.IndexByte(src[offset:], '\n'); n >= 0 {
		end = offset + n
	}
	line := string(bytes.TrimSpace(src[start:end]))
	key, _, _ := strings.Cut(line, "=")
	if !isBare(strings.TrimSpace(key)) || strings.Contains(line, `"""`) || strings.Contains(line, "'''") {
		return nil
	}
	rest := bytes.Clone(src)
	for i := start; i < end; i++ {
		rest[i] = ' '
	}
	return rest
}

// clean makes a parser's message fit for one line of a terminal.
func clean(s string) string {
	if len(s) > 300 {
		s = strings.ToValidUTF8(s[:300], "") + "…"
	}
	return strings.Map(func(r rune) rune {
		if printable(string(r)) != nil {
			return ' '
		}
		return r
	}, s)
}
