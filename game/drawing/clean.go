package drawing

import (
	"strings"
	"unicode"
)

// maxMarks is how many combining marks a character may carry; more would paint over the lines above.
const maxMarks = 2

// Clean is s as one line without anything that could leave its place: control characters, what turns the direction of
// reading, what has no width, private characters, piles of combining marks. What is left reads as it was.
func Clean(s string) string {
	var b strings.Builder
	marks := maxMarks // none at the beginning, where there is nothing to carry them
	for _, r := range strings.ToValidUTF8(s, "") {
		switch {
		case unicode.IsSpace(r):
			r, marks = ' ', maxMarks
		case unicode.Is(unicode.C, r), r == unicode.ReplacementChar:
			continue
		case unicode.Is(unicode.M, r):
			if marks++; marks > maxMarks {
				continue
			}
		case !unicode.IsPrint(r):
			continue
		case invisible(r):
			continue
		default:
			marks = 0
		}
		b.WriteRune(r)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// invisible tells of the letters and symbols that show as nothing.
func invisible(r rune) bool {
	switch r {
	case '\u115f', '\u1160', '\u3164', '\uffa0', '\u2800':
		return true
	}
	return false
}
