package workshop

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/norm"
)

// Limits of a name.
const (
	maxNameBytes = 512 // of what is looked at
	maxNameCells = 24
	maxMarks     = 2 // on one letter
)

// Clean is a name as it may be shown: letters and digits of any script, each with at most two marks on it, blanks, and
// - _ . ' & + #, in at most 24 cells of a terminal. Whatever else is in it is left out; it is empty where no letter
// and no digit is left.
// All names pass through it, whoever gives them, and cleaning a clean name changes nothing.
func Clean(name string) string {
	if len(name) > maxNameBytes {
		name = name[:maxNameBytes]
	}
	name = strings.ToValidUTF8(name, "")
	for range 3 { // leaving something out may join what then has a shorter form
		cleaned := cleanOnce(name)
		if cleaned == name {
			break
		}
		name = cleaned
	}
	if !strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return ""
	}
	return name
}

func cleanOnce(name string) string {
	var b strings.Builder
	marks, letter, blank := 0, false, false
	for _, r := range norm.NFKC.String(name) {
		switch {
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Mc, r):
			if marks++; !letter || marks > maxMarks || blank {
				continue
			}
		case unicode.IsSpace(r):
			blank = b.Len() > 0
			continue
		case unicode.IsLetter(r) && !filler(r), unicode.IsDigit(r):
			letter, marks = true, 0
		case strings.ContainsRune("-_.'&+#", r):
			letter, marks = false, 0
		default:
			continue
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteRune(r)
	}
	return cut(norm.NFKC.String(b.String()))
}

// filler tells whether a letter is one that shows nothing.
func filler(r rune) bool {
	return r == 0x115F || r == 0x1160 || r == 0x3164 || r == 0xFFA0
}

// cut shortens a name to what fits, between characters as people see them.
func cut(name string) string {
	width, state := 0, -1
	for rest := name; rest != ""; {
		var cluster string
		var w int
		before := len(name) - len(rest)
		cluster, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if width += max(w, cells(cluster)); width > maxNameCells {
			return strings.TrimRight(name[:before], " ")
		}
	}
	return name
}

// cells is how many cells a character takes at most on a terminal that does not know how its parts belong together.
func cells(cluster string) int {
	n := 0
	for _, r := range cluster {
		if !unicode.Is(unicode.Mn, r) {
			n += uniseg.StringWidth(string(r))
		}
	}
	return n
}

// alike is a name for comparing: two names that are alike are told apart by nobody.
func alike(name string) string {
	name = norm.NFKC.String(strings.ToLower(norm.NFKC.String(name)))
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || utf8.RuneLen(r) < 0 {
			return r
		}
		return -1
	}, name)
}
