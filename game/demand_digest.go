package game

import (
	"crypto/sha256"
	"encoding/binary"
)

// DemandDigest is a fingerprint of all that the seed brings to a level from outside: SHA-256 over the random words of which
// faults, noise and finished changes are made, for every application and every hour of the level, and over the level's
// timetable. Two games with the same fingerprint have the same demand, whatever is done in them.
func (l *Level) DemandDigest(seed Seed) [32]byte {
	k := newKeys(seed)
	return l.demandDigest(&k)
}

// DemandDigest is Level.DemandDigest of the luck that this game is really played with.
func (g *Game) DemandDigest() [32]byte { return g.level.demandDigest(&g.keys) }

func (l *Level) demandDigest(k *keys) [32]byte {
	h := sha256.New()
	var b [8]byte
	put := func(x uint64) {
		binary.BigEndian.PutUint64(b[:], x)
		h.Write(b[:])
	}
	first, last := uint64(l.Start/Hour), uint64(l.End/Hour)
	for i := range l.Applications {
		for hour := first; hour <= last; hour++ {
			put(k.draw(forFault, uint64(i), hour))
			put(k.draw(forNoise, uint64(i), hour))
		}
		for n := range last - first + 1 {
			put(k.draw(forChange, uint64(i), n))
		}
	}
	for _, e := range l.Happenings {
		for _, x := range []int{int(e.At), int(e.Kind), e.App, e.From, e.To, int(e.Amount), int(e.Until)} {
			put(uint64(x))
		}
	}
	return [32]byte(h.Sum(nil))
}
