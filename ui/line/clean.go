package line

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// maxMarks is how many combining marks a character may carry; more would paint over the rows above.
const maxMarks = 2

// simple tells whether every rune of s is one that takes exactly one cell and joins with nothing.
func simple(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < 0x20 || c > 0x7e {
			return simpleRunes(s[i:])
		}
	}
	return true
}

func simpleRunes(s string) bool {
	for _, r := range s {
		switch {
		case r >= 0x20 && r <= 0x7e:
		case r >= 0xa1 && r <= 0x24f && r != 0xad: // Latin letters and signs, without the soft hyphen
		case r >= 0x2500 && r <= 0x25ff && r != 0x25fd && r != 0x25fe: // boxes, blocks, geometric shapes
		case r >= 0x2190 && r <= 0x2193: // arrows
		case r == '–' || r == '…' || r == '‘' || r == '’' || r == '“' || r == '”' || r == '≤' || r == '≥':
		case r == '▸' || r == '✓' || r == '✗':
		default:
			return false
		}
	}
	return true
}

// Clean is s without anything that could leave its cell: control characters, bidirectional and other format
// controls, private characters, piles of combining marks. What is left shows as it was.
func Clean(s string) string {
	if simple(s) {
		return s
	}
	var b strings.Builder
	for rest := s; rest != ""; {
		cluster, _ := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
		rest = rest[len(cluster):]
		b.WriteString(cleanCluster(cluster))
	}
	return b.String()
}

func cleanCluster(s string) string {
	if simple(s) {
		return s
	}
	var b strings.Builder
	marks := 0
	for _, r := range s {
		switch {
		case r == '\n' || r == '\t':
			r = ' '
		case r == unicode.ReplacementChar, unicode.Is(unicode.C, r), unicode.Is(unicode.Zl, r), unicode.Is(unicode.Zp, r):
			continue
		case unicode.Is(unicode.M, r):
			if marks++; marks > maxMarks || b.Len() == 0 {
				continue
			}
		}
		b.WriteRune(r)
	}
	if ansi.StringWidth(b.String()) == 0 || clings(b.String()) {
		return ""
	}
	return b.String()
}

// clings tells whether a character would join with what stands before or after it in another cell.
func clings(s string) bool {
	if first, _ := ansi.FirstGraphemeCluster(" "+s, ansi.GraphemeWidth); first != " " {
		return true
	}
	if first, _ := ansi.FirstGraphemeCluster(s+" ", ansi.GraphemeWidth); first != s {
		return true
	}
	r, n := utf8.DecodeRuneInString(s)
	half := r >= 0x1f1e6 && r <= 0x1f1ff || // half a flag
		r >= 0x1100 && r <= 0x11ff || r >= 0xa960 && r <= 0xa97f || r >= 0xd7b0 && r <= 0xd7ff // part of a Korean syllable
	return half && n == len(s)
}

// Width is the number of cells that s takes. Text that is not clean is measured as if it were.
func Width(s string) int {
	if simple(s) {
		return count(s)
	}
	return ansi.StringWidth(Clean(s))
}

// count is the number of runes of s.
func count(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i]&0xc0 != 0x80 {
			n++
		}
	}
	return n
}

// Cut is s, cleaned, in at most width cells; where something is lost it ends in an ellipsis.
func Cut(s string, width int) string {
	if width <= 0 {
		return ""
	}
	if simple(s) {
		if len(s) <= width || count(s) <= width {
			return s
		}
		return s[:runeOffset(s, width-1)] + "…"
	}
	s = Clean(s)
	if ansi.StringWidth(s) <= width {
		return s
	}
	return Head(s, width-1) + "…"
}

// runeOffset is the byte at which rune n of s begins.
func runeOffset(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// Head is the first width cells of s, cleaned; a wide character that would be cut in two is left out.
func Head(s string, width int) string {
	s = Clean(s)
	if simple(s) {
		return s[:runeOffset(s, width)]
	}
	for at := 0; at < len(s); {
		cluster, n := ansi.FirstGraphemeCluster(s[at:], ansi.GraphemeWidth)
		if width -= n; width < 0 {
			return s[:at]
		}
		at += len(cluster)
	}
	return s
}

// Skip is s, cleaned, without its first width cells. A wide character that is cut in two leaves a space.
func Skip(s string, width int) string {
	s = Clean(s)
	if simple(s) {
		return s[runeOffset(s, width):]
	}
	rest := s
	for width > 0 && rest != "" {
		cluster, n := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
		rest, width = rest[len(cluster):], width-n
	}
	return strings.Repeat(" ", max(0, -width)) + rest
}

// Wrap breaks s into lines of at most width cells, between words where it can.
func Wrap(s string, width int) []string {
	if width <= 0 {
		return nil
	}
	var lines []string
	current, used := "", 0
	for word := range strings.FieldsSeq(Clean(s)) {
		word = Clean(word) // a mark that stood on the blank before it stands alone now
		n := Width(word)
		if used > 0 && used+1+n <= width {
			current, used = current+" "+word, used+1+n
			continue
		}
		if used > 0 {
			lines = append(lines, current)
		}
		for n > width {
			head := Head(word, width)
			if head == "" { // a wide character in a column of one cell
				word, n = "", 0
				break
			}
			lines = append(lines, head)
			word = word[len(head):]
			n = Width(word)
		}
		current, used = word, n
	}
	if used > 0 {
		lines = append(lines, current)
	}
	return lines
}
