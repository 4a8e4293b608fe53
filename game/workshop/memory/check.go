package memory

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"callout/game/workshop"
)

// Limits, as of stores that last.
const (
	maxWord    = 200
	maxName    = 1 << 10
	maxBody    = 1 << 20
	maxEntries = 10_000
)

// plain refuses words that not every store can keep as they are.
func plain(words ...string) error {
	for _, w := range words {
		if len(w) > maxWord || !utf8.ValidString(w) || strings.ContainsRune(w, 0) {
			return fmt.Errorf("%.40q cannot be kept: it is longer than %d bytes, or not plain text", w, maxWord)
		}
	}
	return nil
}

func check(epoch int64, entries []workshop.Entry, names []workshop.Name) error {
	if len(entries) > maxEntries {
		return fmt.Errorf("%d entries at once are too many: up to %d", len(entries), maxEntries)
	}
	for i, e := range entries {
		switch {
		case e.Seq != entries[0].Seq+int64(i):
			return workshop.ErrGap
		case e.Epoch != epoch || len(e.Body) > maxBody:
			return errors.New("an entry is of another epoch, or too long")
		}
		if err := plain(string(e.Kind)); err != nil {
			return err
		}
	}
	return checkNames(names)
}

func checkNames(names []workshop.Name) error {
	for _, n := range names {
		if err := plain(string(n.Who)); err != nil {
			return err
		}
		if len(n.Name) > maxName {
			return fmt.Errorf("the name of %s is longer than %d bytes", n.Who, maxName)
		}
	}
	return nil
}

func same(a, b workshop.Entry) bool {
	body := bytes.Equal(a.Body, b.Body)
	return body && a.Seq == b.Seq && a.Epoch == b.Epoch && a.At == b.At && a.Seat == b.Seat && a.N == b.N && a.Kind == b.Kind
}
