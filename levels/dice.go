package levels

// dice is a sequence of random numbers (splitmix64, Steele, Lea and Flood 2014). It serves estates only: what happens
// in a game is drawn by the game.
type dice uint64

func (d *dice) next() uint64 {
	*d += 0x9e3779b97f4a7c15
	x := uint64(*d)
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

// among is a number from 0 to n-1.
func (d *dice) among(n int64) int64 { return int64((d.next() >> 32) * uint64(n) >> 32) }

// between is a number from the least to the most of a pair.
func between[T ~int64](d *dice, pair []T) int64 {
	return int64(pair[0]) + d.among(int64(pair[1]-pair[0])+1)
}

// names hands out names that are not taken: plain words in random order, then words with another one before them.
func (d *dice) names(words, before []string, taken map[string]int) func() string {
	words, before = d.shuffled(words), d.shuffled(before)
	n := -1
	return func() string {
		for {
			n++
			round, i := n/len(words), n%len(words)
			name := words[i]
			if round > 0 {
				// Each round gives every word another companion; there are as many rounds as companions.
				name = before[(i+round-1)%len(before)] + "-" + name
			}
			if _, ok := taken[fold(name)]; !ok && len(name) <= maxName {
				return name
			}
		}
	}
}

func (d *dice) shuffled(words []string) []string {
	list := append([]string(nil), words...)
	for i := len(list) - 1; i > 0; i-- {
		j := d.among(int64(i + 1))
		list[i], list[j] = list[j], list[i]
	}
	return list
}
