package journal

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"callout/game"
)

// A Note says something about the game that does not change it: a hint that was taken, a prediction, how it came out.
type Note struct {
	Turn int         // index of the turn that it was made in: how many had ended
	At   game.Minute // when
	Kind string      // of small letters and dashes
	Text string      // printable, in one line
}

// Limits of a note.
const (
	maxNoteKind = 40    // bytes
	maxNoteText = 2_000 // bytes
)

// check tells what is wrong with a note.
func (n note) check() error {
	switch {
	case n.Kind == "" || len(n.Kind) > maxNoteKind || strings.ContainsFunc(n.Kind, func(r rune) bool { return r != '-' && (r < 'a' || r > 'z') }):
		return fmt.Errorf("%.40q is not a kind of note: it has up to %d small letters and dashes", n.Kind, maxNoteKind)
	case len(n.Text) > maxNoteText:
		return fmt.Errorf("a note of %d bytes is too long: it may have %d", len(n.Text), maxNoteText)
	case !utf8.ValidString(n.Text) || strings.ContainsFunc(n.Text, func(r rune) bool { return !unicode.IsPrint(r) }):
		return fmt.Errorf("the note %.40q is not printable text in one line", n.Text)
	}
	return nil
}

// write adds a note to the history.
func (h *history) write(n note) error {
	if err := n.check(); err != nil {
		return err
	}
	h.notes = append(h.notes, Note{Turn: h.turns(), At: h.game.Now(), Kind: n.Kind, Text: n.Text})
	return nil
}
