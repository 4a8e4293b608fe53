package levels

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

const maxName = 24 // characters of a name, so that it can be typed and fits a column

// slug is the name of an application, a Delivery team, a host, a level: it is typed in orders.
type slug string

var errSlug = fmt.Errorf("must be a name of 1 to %d letters, digits and hyphens (a to z, no spaces), such as \"ledger\"", maxName)

func (n *slug) read(raw any) error {
	s, ok := raw.(string)
	if !ok || !isSlug(s) {
		return errSlug
	}
	*n = slug(s)
	return nil
}

func isSlug(s string) bool {
	for i := range len(s) {
		if c := s[i]; !bare(c) || c == '_' || (c == '-' && (i == 0 || i == len(s)-1)) {
			return false
		}
	}
	return s != "" && len(s) <= maxName
}

// person is the name of an analyst: like a slug, in the letters of any language.
type person string

var errPerson = fmt.Errorf("must be a name of 1 to %d letters, digits and hyphens, without spaces, such as \"Zoë\"", maxName)

func (n *person) read(raw any) error {
	s, ok := raw.(string)
	if !ok || s == "" || utf8.RuneCountInString(s) > maxName || strings.Trim(s, "-") != s {
		return errPerson
	}
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' {
			return errPerson
		}
	}
	*n = person(s)
	return nil
}

// label is one line of text for the screen.
type label string

func (t *label) read(raw any) error {
	s, ok := raw.(string)
	if !ok || strings.TrimSpace(s) == "" {
		return errors.New("must be a text in quotes")
	}
	if err := printable(s); err != nil {
		return err
	}
	*t = label(strings.TrimSpace(s))
	return nil
}

func (t *label) length() int { return utf8.RuneCountInString(string(*t)) }

// prose is text of several paragraphs, with blank lines between them; lines within a paragraph are joined.
type prose []string

func (t *prose) read(raw any) error {
	s, ok := raw.(string)
	if !ok || strings.TrimSpace(s) == "" {
		return errors.New(`must be a text in quotes, or in """ with blank lines between paragraphs`)
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\t", " ")
	*t = nil
	for _, paragraph := range strings.Split(s, "\n\n") {
		paragraph = strings.Join(strings.Fields(paragraph), " ")
		if err := printable(paragraph); err != nil {
			return err
		}
		if paragraph != "" {
			*t = append(*t, paragraph)
		}
	}
	return nil
}

func (t *prose) length() int { return utf8.RuneCountInString(strings.Join(*t, " ")) }

// printable refuses what could draw on a terminal by itself or hide: control, direction and zero-width characters.
func printable(s string) error {
	for _, r := range s {
		if !unicode.IsPrint(r) {
			return fmt.Errorf("must not contain the character %U, which is invisible or controls the terminal: remove it", r)
		}
	}
	return nil
}

// fold is s with all letters in one case, so that names that differ only in case become equal.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		least := r
		for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
			least = min(least, next)
		}
		return unicode.ToLower(least)
	}, s)
}

// word is one of a few words that a key allows; who uses it knows which.
type word string

func (w *word) read(raw any) error {
	s, ok := raw.(string)
	if !ok || len(s) > maxKeyBytes {
		return errors.New("must be a word in quotes")
	}
	*w = word(s)
	return nil
}
