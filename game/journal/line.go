package journal

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
)

// Limits of a file. A game of a thousand turns with thirty orders each needs about 2 MB.
const (
	maxLine = 16 << 10
	maxFile = 64 << 20
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// order is a line for an accepted order.
type order struct {
	Order string `json:"order"`
}

// note is a line for what is said about the game.
type note struct {
	Kind string `json:"note"`
	Text string `json:"text"`
}

// undo is a line that takes back the last order of the turn.
type undo struct {
	Undo int `json:"undo"` // how many orders: 1
}

// turn is a line for an ended turn.
type turn struct {
	Turn   int    `json:"turn"` // 1 for the first
	At     int32  `json:"at"`   // minute of the game after it
	Digest string `json:"digest"`
	Over   bool   `json:"over"`
}

// parse reads a line after the header: an order, a note, an undo or a turn.
func parse(body []byte) (any, error) {
	var kind struct {
		Order *string `json:"order"`
		Note  *string `json:"note"`
		Undo  *int    `json:"undo"`
		Turn  *int    `json:"turn"`
	}
	err := json.Unmarshal(body, &kind)
	var wrong error
	var line any
	switch {
	case err != nil:
		wrong = errShape
	case kind.Turn != nil:
		line, wrong = decoded[turn](body)
	case kind.Note != nil:
		line, wrong = decoded[note](body)
	case kind.Undo != nil:
		line, wrong = decoded[undo](body)
		if wrong == nil && *kind.Undo != 1 {
			wrong = errShape
		}
	default:
		line, wrong = decoded[order](body)
	}
	if wrong != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, wrong)
	}
	return line, nil
}

func decoded[T any](b []byte) (any, error) {
	var line T
	err := decode(b, &line)
	return line, err
}

// sealed is the length of a seal: `,"crc":"0123abcd"}`.
const sealed = len(`,"crc":"`) + 8 + len(`"}`)

// encode writes v as one line, sealed with a checksum that goes on from the previous line's, and returns the line
// with its line feed and its own checksum.
func encode(v any, previous uint32) ([]byte, uint32, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, 0, fmt.Errorf("write a line of the journal: %w", err)
	}
	b = b[:len(b)-1]
	sum := crc32.Update(previous, castagnoli, b)
	b = fmt.Appendf(b, `,"crc":"%08x"}`, sum)
	if len(b) >= maxLine {
		return nil, 0, fmt.Errorf("write a line of the journal: it has %d bytes and may have %d", len(b), maxLine-1)
	}
	return append(b, '\n'), sum, nil
}

var (
	errSeal  = errors.New("its checksum does not fit: it was damaged or edited, or a line before it is missing")
	errShape = errors.New("it is not written as Callout writes it")
)

// unseal checks a line without its line feed and returns its JSON without the seal, and its checksum.
func unseal(line []byte, previous uint32) ([]byte, uint32, error) {
	if len(line) <= sealed {
		return nil, 0, errSeal
	}
	body, seal := line[:len(line)-sealed], line[len(line)-sealed:]
	sum := crc32.Update(previous, castagnoli, body)
	if !bytes.Equal(seal, fmt.Appendf(nil, `,"crc":"%08x"}`, sum)) {
		return nil, 0, errSeal
	}
	return append(bytes.Clone(body), '}'), sum, nil
}

// decode reads JSON into v and insists that it is exactly what writing v gives: no other keys, order or spelling.
func decode(b []byte, v any) error {
	if err := json.Unmarshal(b, v); err != nil {
		return errShape
	}
	again, err := json.Marshal(v)
	if err != nil || !bytes.Equal(b, again) {
		return errShape
	}
	return nil
}

// hexDigest is a digest as it stands in a line.
func hexDigest(d uint64) string { return fmt.Sprintf("%016x", d) }

// isHex tells whether s is n bytes in hexadecimal, in small letters.
func isHex(s string, n int) bool {
	b, err := hex.DecodeString(s)
	return err == nil && len(b) == n && hex.EncodeToString(b) == s
}
