package store

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"strings"
	"unicode/utf8"

	"callout/game/workshop"
)

// What a store takes at most, so that no mistake of a caller fills it.
const (
	mostBody  = 1 << 20 // bytes; an opening holds the text of a level
	mostName  = 1 << 10 // bytes
	mostWord  = 256     // bytes of an ID, a code, a kind
	mostBatch = 10_000  // entries at once
)

// checkWords says what is wrong with short texts that a database has to hold as texts.
func checkWords(words ...string) error {
	for _, w := range words {
		switch {
		case len(w) > mostWord:
			return fmt.Errorf("%.20q... has %d bytes, more than the %d that can be kept", w, len(w), mostWord)
		case !utf8.ValidString(w) || strings.ContainsRune(w, 0):
			return fmt.Errorf("%q cannot be kept: it is not plain text", w)
		}
	}
	return nil
}

func checkNames(names []workshop.Name) error {
	for _, n := range names {
		if err := checkWords(string(n.Who)); err != nil {
			return err
		}
		if len(n.Name) > mostName {
			return fmt.Errorf("the name of %s has %d bytes, more than the %d that can be kept", n.Who, len(n.Name), mostName)
		}
	}
	return nil
}

func checkBody(kind workshop.Kind, body []byte) error {
	if err := checkWords(string(kind)); err != nil {
		return err
	}
	if len(body) > mostBody {
		return fmt.Errorf("the body of %q has %d bytes, more than the %d that can be kept", kind, len(body), mostBody)
	}
	return nil
}

// checkEntries says what is wrong with entries that are to be stored together under an epoch.
func checkEntries(epoch int64, entries []workshop.Entry) error {
	if len(entries) > mostBatch {
		return fmt.Errorf("%d entries at once are more than the %d that can be kept together", len(entries), mostBatch)
	}
	for i, e := range entries {
		switch {
		case e.Seq < 1 || e.Seq != entries[0].Seq+int64(i):
			return fmt.Errorf("%w: entry %d comes at place %d of them", workshop.ErrGap, e.Seq, i+1)
		case e.Epoch != epoch:
			return fmt.Errorf("entry %d is of epoch %d, and is stored under epoch %d", e.Seq, e.Epoch, epoch)
		}
		if err := checkBody(e.Kind, e.Body); err != nil {
			return fmt.Errorf("entry %d: %w", e.Seq, err)
		}
	}
	return nil
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// sum is the checksum of an entry, over everything in it and the workshop that it belongs to.
func sum(id string, e workshop.Entry) int64 {
	b := make([]byte, 0, 128+len(id)+len(e.Kind)+len(e.Body))
	for _, n := range []int64{e.Seq, e.Epoch, e.At, int64(e.Seat), e.N} {
		b = binary.AppendVarint(b, n)
	}
	for _, s := range []string{id, string(e.Kind)} {
		b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
	}
	return int64(crc32.Checksum(append(b, e.Body...), castagnoli))
}

// follow tells whether an entry that was read is the next one after a number, and whole.
func follow(id string, after int64, e workshop.Entry, stored int64) error {
	switch {
	case e.Seq != after+1:
		return fmt.Errorf("entry %d of workshop %s is missing: %w", after+1, id, workshop.ErrDamaged)
	case sum(id, e) != stored:
		return fmt.Errorf("entry %d of workshop %s does not match its checksum: %w", e.Seq, id, workshop.ErrDamaged)
	}
	return nil
}
