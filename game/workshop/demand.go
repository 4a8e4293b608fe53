package workshop

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"

	"callout/game"
)

// DemandOf is a fingerprint of the demand that a seed brings to a level: SHA-256 over its words, see game.Level.DemandWords.
func DemandOf(l *game.Level, seed game.Seed) [32]byte {
	return demandDigest(func(put func(uint64)) { l.DemandWords(seed, put) })
}

// DemandIn is the fingerprint of the demand that a game is really played with.
func DemandIn(g *game.Game) [32]byte { return demandDigest(g.DemandWords) }

func demandDigest(words func(put func(uint64))) [32]byte {
	h := sha256.New()
	var b [8]byte
	words(func(word uint64) {
		binary.BigEndian.PutUint64(b[:], word)
		h.Write(b[:])
	})
	return [32]byte(h.Sum(nil))
}

// CheckDemand tells whether all teams had the same demand, and the one that was committed to before play. It can be told
// when the seed is revealed; before that it is an error too.
func (p *Picture) CheckDemand() error {
	if p.Seed == nil {
		return errors.New("the seed is not revealed yet: it is when the debrief begins")
	}
	if err := CheckSeed(*p.Seed, p.Commitment); err != nil {
		return err
	}
	want := DemandOf(p.Level, *p.Seed)
	for _, t := range p.Teams {
		var got [32]byte
		t.Look(func(g *game.Game) { got = DemandIn(g) })
		if got != want {
			return fmt.Errorf("team %d had other demand than the seed brings: its fingerprint is %.12x, that of the seed %.12x", t.N, got, want)
		}
	}
	return nil
}
