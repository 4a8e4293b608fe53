package web

import (
	"net/netip"
	"sync"
	"time"
)

// bucket is how much may be done: so much at once, and so much a second over time. It is safe for many goroutines.
type bucket struct {
	mu        sync.Mutex
	most      float64
	perSecond float64
	left      float64
	at        time.Time
}

func newBucket(most, perSecond float64, at time.Time) *bucket {
	return &bucket{most: most, perSecond: perSecond, left: most, at: at}
}

// take takes n out, or nothing if there is not so much.
func (b *bucket) take(at time.Time, n int) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if gone := at.Sub(b.at); gone > 0 {
		b.left, b.at = min(b.most, b.left+gone.Seconds()*b.perSecond), at
	}
	if b.left < float64(n) {
		return false
	}
	b.left -= float64(n)
	return true
}

// full tells whether nothing was taken out lately.
func (b *bucket) full(at time.Time) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.left+at.Sub(b.at).Seconds()*b.perSecond >= b.most
}

// maxSources is how many addresses are told apart. Beyond that all new ones share a bucket, so that memory is bounded.
const maxSources = 4096

// buckets are one for each address. IPv6 addresses of one network are one address: whoever has one has them all.
type buckets struct {
	most, perSecond float64
	mu              sync.Mutex
	of              map[netip.Addr]*bucket
	others          *bucket
	swept           time.Time // when those that are full again were last forgotten
}

func newBuckets(most, perSecond float64) *buckets {
	return &buckets{most: most, perSecond: perSecond, of: map[netip.Addr]*bucket{}}
}

func (b *buckets) take(from netip.Addr, at time.Time) bool { return b.bucket(from, at).take(at, 1) }

func (b *buckets) bucket(from netip.Addr, at time.Time) *bucket {
	from = network(from)
	b.mu.Lock()
	defer b.mu.Unlock()
	if one, ok := b.of[from]; ok {
		return one
	}
	if len(b.of) >= maxSources && at.Sub(b.swept) >= time.Second {
		b.swept = at
		for address, one := range b.of {
			if one.full(at) {
				delete(b.of, address)
			}
		}
	}
	if len(b.of) >= maxSources {
		if b.others == nil {
			b.others = newBucket(b.most, b.perSecond, at)
		}
		return b.others
	}
	one := newBucket(b.most, b.perSecond, at)
	b.of[from] = one
	return one
}

// network is what an address is counted under.
func network(a netip.Addr) netip.Addr {
	a = a.Unmap().WithZone("")
	if a.Is6() {
		p, err := a.Prefix(64)
		if err == nil {
			return p.Addr()
		}
	}
	return a
}
