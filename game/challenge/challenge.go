package challenge

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"slices"

	"callout/game"
	"callout/game/journal"
	"callout/levels"
)

// A Challenge names a game that can be played by everybody.
type Challenge struct {
	Level string    // a shipped level's name; empty where level or support model are from a file of somebody's own
	Seed  game.Seed // all chance comes from it; see package game for who may see it
	Print uint32    // fingerprint of level, support model and rules, of printBits
}

// printBits is the length of a fingerprint.
const printBits = 20

// Own tells whether the level, or the support model, is from a file of somebody's own.
func (c Challenge) Own() bool { return c.Level == "" }

// Of is the challenge to play the game that a journal with this header records.
func Of(h journal.Header) Challenge {
	c := Challenge{Seed: h.Seeded(), Print: fingerprint(h.LevelDigest, h.Rules)}
	if h.Source == "" && (h.Model == "" || slices.Contains(levels.ModelNames(), h.Model)) {
		c.Level = h.Level
	}
	return c
}

// New is the challenge to play a level, which is shipped, with its model too, unless own.
func New(l *game.Level, own bool, seed game.Seed) Challenge {
	c := Challenge{Seed: seed, Print: PrintOf(l)}
	if !own {
		c.Level = l.Name
	}
	return c
}

// PrintOf is the fingerprint of a level, with its support model, under the rules of this Callout.
func PrintOf(l *game.Level) uint32 { return fingerprint(hex.EncodeToString(l.Digest[:]), game.Rules) }

func fingerprint(levelDigest string, rules int) uint32 {
	sum := sha256.Sum256(fmt.Appendf(nil, "rules %d, level %s", rules, levelDigest))
	return binary.BigEndian.Uint32(sum[:]) >> (32 - printBits)
}

// Find is the level that a challenge of a shipped one is played on, under its support model, and that model's name, empty
// for the level's own.
func (c Challenge) Find() (l *game.Level, model string, err error) {
	if c.Own() {
		return nil, "", ErrOwn
	}
	for _, model := range append([]string{""}, levels.ModelNames()...) {
		l, err := levels.LoadWithModel(c.Level, model)
		if err != nil {
			if model == "" {
				return nil, "", err
			}
			continue // not every level can be played under every model
		}
		if PrintOf(l) == c.Print {
			return l, model, nil
		}
	}
	return nil, "", fmt.Errorf("level %s: %w", c.Level, ErrOtherRules)
}

// Match tells whether the level, loaded from somebody's own file, is the one of the challenge.
func (c Challenge) Match(l *game.Level) error {
	if PrintOf(l) != c.Print {
		return ErrOtherFile
	}
	return nil
}
