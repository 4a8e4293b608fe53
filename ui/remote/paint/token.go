package paint

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

const (
	escape     = 0x1b
	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
)

// kind is what stands at the beginning of what was typed.
type kind uint8

const (
	rubbish     kind = iota // left out
	aKey                    // one key
	pasteBegins             // what follows is pasted
	text                    // a string for a terminal follows: a title, an answer
)

// token finds what stands at the beginning of b and how long it is: 0 where the rest has not come yet.
func token(b []byte) (int, kind) {
	switch c := b[0]; {
	case c == escape:
		return escaped(b)
	case c < 0x20 || c == 0x7f:
		return 1, aKey
	}
	return letter(b)
}

func letter(b []byte) (int, kind) {
	if !utf8.FullRune(b) {
		return 0, rubbish
	}
	r, n := utf8.DecodeRune(b)
	if r == utf8.RuneError || !unicode.IsPrint(r) && !unicode.IsMark(r) {
		return n, rubbish
	}
	return n, aKey
}

// escaped is what begins with the escape character. Alone at the end of what has come it is the key of that name.
func escaped(b []byte) (int, kind) {
	if len(b) == 1 {
		return 1, aKey
	}
	switch b[1] {
	case '[':
		return sequence(b, 2)
	case 'O':
		return function(b, 2)
	case ']', 'P', '_', '^', 'X':
		if len(b) == 2 {
			return 2, aKey // with alt
		}
		return 2, text
	case escape: // escape, or alt with a key that is a sequence
		if len(b) > 3 && b[2] == '[' {
			return sequence(b, 3)
		}
		if len(b) > 3 && b[2] == 'O' {
			return function(b, 3)
		}
		return 1, aKey
	}
	if b[1] < 0x20 || b[1] == 0x7f {
		return 2, aKey
	}
	n, what := letter(b[1:])
	if n == 0 {
		return 0, rubbish
	}
	return n + 1, what
}

// function is escape, O, and what comes at n: F1 to F4, arrows.
func function(b []byte, n int) (int, kind) {
	if len(b) == n {
		return n, aKey // alt and a capital O
	}
	if b[n] < 0x40 || b[n] > 0x7e {
		return n, aKey
	}
	return n + 1, aKey
}

// sequence is a control sequence, whose parameters begin at n.
func sequence(b []byte, n int) (int, kind) {
	if len(b) == n {
		return n, aKey // alt and a bracket
	}
	switch b[n] {
	case '[': // F1 to F5 of the Linux console
		if len(b) == n+1 {
			return 0, rubbish
		}
		return n + 2, aKey
	case 'M': // a mouse, three bytes
		if len(b) < n+4 {
			return 0, rubbish
		}
		return n + 4, rubbish
	case 'I', 'O': // the window was entered or left
		return n + 1, rubbish
	}
	plain := true
	for i := n; i < len(b) && i < mostSequence; i++ {
		switch c := b[i]; {
		case c >= 0x40 && c <= 0x7e, c == '$':
			switch {
			case bytes.Equal(b[:i+1], []byte(pasteStart)):
				return i + 1, pasteBegins
			case bytes.Equal(b[:i+1], []byte(pasteEnd)), !plain:
				return i + 1, rubbish
			}
			return i + 1, aKey
		case c >= '0' && c <= '9', c == ';':
		case c >= 0x20 && c <= 0x3f:
			plain = false // an answer that nobody asked for, or a mouse
		default:
			return i, rubbish
		}
	}
	if len(b) >= mostSequence {
		return mostSequence, rubbish
	}
	return 0, rubbish
}

// skipping is a state of leaving out a string for a terminal.
type skipping uint8

const (
	nothing skipping = iota
	untilTerminator
	afterEscape
)

// over says how much of b belongs to the string, and what comes after it.
func (skipping) over(b []byte, state *skipping) int {
	for i, c := range b {
		switch {
		case c == 0x07, *state == afterEscape && c == '\\', c == 3:
			*state = nothing
			if c == 3 {
				return i // whoever wants to leave can
			}
			return i + 1
		case c == escape:
			*state = afterEscape
		default:
			*state = untilTerminator
		}
	}
	return len(b)
}
