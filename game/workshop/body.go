package workshop

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"unicode/utf8"

	"callout/game/words"
)

// maxBody is the longest body of a command, in bytes. Entries of the room itself may be longer: an Opening may hold a level.
const maxBody = 4 << 10

// decode reads a body strictly: one JSON value, no fields that are not of its type, valid UTF-8.
func decode[T any](body []byte) (T, error) {
	var v T
	d := json.NewDecoder(bytes.NewReader(body))
	d.DisallowUnknownFields()
	err := d.Decode(&v)
	if _, more := d.Token(); err == nil && !errors.Is(more, io.EOF) {
		err = errors.New("more follows")
	}
	if err != nil || !utf8.Valid(body) {
		var none T
		return none, Refusal(words.Say("workshop.refuse.body"))
	}
	return v, nil
}

// Body writes the body of a command from a value of the type that belongs to its kind.
func Body(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // bodies are plain structs
	}
	return b
}
