package workshop

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"

	"callout/game"
	"callout/game/journal"
	"callout/levels"
)

// level is the level that the workshop was opened with, and makes sure that it is still the same under the same rules.
func (o *Opening) level(load journal.Loader) (*game.Level, error) {
	if o.Rules != game.Rules {
		return nil, fmt.Errorf("the workshop was opened under rules %d, these are rules %d, and the same orders would lead elsewhere", o.Rules, game.Rules)
	}
	var l *game.Level
	var err error
	if o.LevelText != "" {
		l, err = levels.Parse(o.Level+".toml", []byte(o.LevelText), o.Model)
	} else {
		l, err = load(o.Level, "", o.Model)
	}
	if err != nil {
		return nil, fmt.Errorf("load the level of the workshop: %w", err)
	}
	if got := hex.EncodeToString(l.Digest[:]); o.Digest != "" && got != o.Digest {
		return nil, fmt.Errorf("the level %s is another one now: it has fingerprint %.12s, the workshop was opened with %.12s", l.Name, got, o.Digest)
	}
	return l, nil
}

// ParseSeed reads a seed as an Opening and a debrief write it: 64 hexadecimal digits.
func ParseSeed(text string) (game.Seed, error) {
	var s game.Seed
	b, err := hex.DecodeString(text)
	if err != nil || len(b) != 32 {
		return s, fmt.Errorf("%.70q is not a seed: it has 64 hexadecimal digits", text)
	}
	for i := range s {
		s[i] = binary.BigEndian.Uint64(b[8*i:])
	}
	return s, nil
}

// FormatSeed writes a seed so that ParseSeed reads it back.
func FormatSeed(s game.Seed) string { return hex.EncodeToString(seedBytes(s)) }

func seedBytes(s game.Seed) []byte {
	var b []byte
	for _, word := range s {
		b = binary.BigEndian.AppendUint64(b, word)
	}
	return b
}

// Commit is the commitment to a seed: the SHA-256 of its 32 bytes, in hexadecimal. It is shown before play and says nothing
// about the seed; whoever is shown the seed afterwards can check that it is the one that was played.
func Commit(s game.Seed) string {
	sum := sha256.Sum256(seedBytes(s))
	return hex.EncodeToString(sum[:])
}

// ErrCommitment says that a seed is not the one that was committed to.
var ErrCommitment = errors.New("the seed is not the one that was promised: its SHA-256 differs from the commitment that was shown before play")

// CheckSeed tells whether a seed is the one of a commitment; ErrCommitment where it is not.
func CheckSeed(s game.Seed, commitment string) error {
	if subtle.ConstantTimeCompare([]byte(Commit(s)), []byte(commitment)) != 1 {
		return ErrCommitment
	}
	return nil
}
