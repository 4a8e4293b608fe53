package game

// Seed is the key of all chance in a game. It is never told to a player before the end: whoever knows it can
// compute every fault to come.
type Seed [4]uint64

// SeedFrom expands the number given to --seed.
func SeedFrom(n uint64) Seed {
	var s Seed
	for i := range s {
		n += 0x9e3779b97f4a7c15
		s[i] = mix(n)
	}
	return s
}

// Number is the number that SeedFrom made s of, if it did.
func (s Seed) Number() (n uint64, ok bool) {
	n = unmix(s[0]) - 0x9e3779b97f4a7c15
	return n, SeedFrom(n) == s
}

// purpose separates the streams of chance, so that no decision of the player shifts another's luck.
type purpose uint8

const (
	forFault purpose = iota
	forNoise
	forChange
	forImpact
	forCause
	forSpread
	forHost
	forReading
	forBridge
	forTriage
	forDetect
	forBlast
	forDebt
	forWish
	forFailure
	forAnswer
	forSick
	forQuit
	forMistake
	forMinute
	forBurst
	forRework
	purposes
)

// mix is the finaliser of splitmix64 (Steele, Lea and Flood 2014).
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

// unmix is the inverse of mix: the factors are the inverses of those in mix, modulo 2⁶⁴.
func unmix(x uint64) uint64 {
	x ^= x>>31 ^ x>>62
	x *= 0x319642b2d24d8ec3
	x ^= x>>27 ^ x>>54
	x *= 0x96de1b173f119089
	return x ^ x>>30 ^ x>>60
}

// keys are a seed with its purposes mixed in once, when the game begins.
type keys struct {
	purpose [purposes]uint64
	a, b    uint64
}

func newKeys(s Seed) keys {
	k := keys{a: s[2], b: s[3]}
	for p := range k.purpose {
		k.purpose[p] = mix(mix(s[0]+uint64(p)*0x9e3779b97f4a7c15) ^ s[1])
	}
	return k
}

// draw is the random word number index of an entity, for one purpose. There is no next: the same arguments always
// give the same word, and chance belongs to things, not to the order in which they are looked at.
//
//	draw = mix(mix(purpose ^ (a + entity*odd1)) ^ (b + index*odd2))
func (k *keys) draw(p purpose, entity, index uint64) uint64 {
	h := mix(k.purpose[p] ^ (k.a + entity*0xd1342543de82ef95))
	return mix(h ^ (k.b + index*0x2545f4914f6cdd1d))
}

// chance tells whether the word u falls under n in a million. Raising n only ever adds hits.
func chance(u uint64, perMillion int64) bool {
	return int64((u>>32)*1_000_000>>32) < perMillion
}

// among is a number from 0 to n-1.
func among(u uint64, n int) int { return int((u >> 32) * uint64(n) >> 32) }
