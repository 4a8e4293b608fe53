package policy

// chance is a policy's own luck: words counted from the game's number, apart from all chance in the game.
type chance struct{ key, count uint64 }

// begin starts the count for game number n.
func (c *chance) begin(n uint64) { *c = chance{key: mix(n + 0x632be59bd9b4e019)} }

// below is a number from 0 to n-1, or 0 where n is less than 2.
func (c *chance) below(n int) int {
	c.count++
	if n < 2 {
		return 0
	}
	return int((mix(c.key+c.count*0x9e3779b97f4a7c15) >> 32) * uint64(n) >> 32)
}

// mix is the finaliser of splitmix64 (Steele, Lea and Flood 2014).
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}
