package game

import "testing"

// The vectors freeze the draw: another number here is another game for every seed ever played.
func TestDrawVectors(t *testing.T) {
	one, zero := newKeys(SeedFrom(1)), newKeys(Seed{})
	for _, c := range []struct {
		keys          *keys
		p             purpose
		entity, index uint64
		want          uint64
	}{
		{&zero, forFault, 0, 0, 0},
		{&zero, forNoise, 1, 2, 0x3282a6e0b06f3304},
		{&one, forFault, 0, 0, 0xac6290753973606a},
		{&one, forFault, 3, 17, 0xdc32717d803c8d0},
		{&one, forWish, 999, 1 << 40, 0xc752b2d0e7d982ea},
	} {
		if got := c.keys.draw(c.p, c.entity, c.index); got != c.want {
			t.Errorf("draw(%d, %d, %d) = %#x, want %#x", c.p, c.entity, c.index, got, c.want)
		}
	}
}

// Raising a probability only ever adds hits: what happened still happens.
func TestChanceIsMonotone(t *testing.T) {
	k := newKeys(SeedFrom(7))
	for i := range uint64(2000) {
		u := k.draw(forFault, 5, i)
		if chance(u, 100_000) && !chance(u, 200_000) {
			t.Fatalf("draw %d hit at 10 %% and missed at 20 %%", i)
		}
	}
}

func TestChanceHitsAsOftenAsItSays(t *testing.T) {
	k := newKeys(SeedFrom(11))
	const n = 200_000
	for _, perMillion := range []int64{0, 5_000, 300_000, 1_000_000} {
		hits := int64(0)
		for i := range uint64(n) {
			if chance(k.draw(forNoise, 1, i), perMillion) {
				hits++
			}
		}
		want := perMillion * n / 1_000_000
		if d := hits - want; d > 800 || d < -800 {
			t.Errorf("%d in a million hit %d times of %d, want about %d", perMillion, hits, n, want)
		}
	}
}

func TestAmongStaysInRange(t *testing.T) {
	for _, u := range []uint64{0, 1, 1 << 32, ^uint64(0)} {
		for _, n := range []int{1, 2, 7, 1000} {
			if got := among(u, n); got < 0 || got >= n {
				t.Errorf("among(%#x, %d) = %d", u, n, got)
			}
		}
	}
}

func TestSeedKnowsItsNumber(t *testing.T) {
	for _, n := range []uint64{0, 1, 7, 1 << 20, 1<<40 - 1, 20260302, 1<<64 - 1, 0x9e3779b97f4a7c15, 0x123456789abcdef} {
		if got, ok := SeedFrom(n).Number(); !ok || got != n {
			t.Errorf("the seed of %d says it is of %d, %v", n, got, ok)
		}
	}
	s := SeedFrom(7)
	for i := range s {
		other := s
		other[i]++
		if n, ok := other.Number(); ok {
			t.Errorf("a seed that no number makes says it is of %d", n)
		}
	}
}
