package powercut

import (
	"maps"
	"math/rand/v2"
	"slices"
	"sync"
	"syscall"
)

// page is how much a disk writes at once.
const page = 4096

// A file is what programs see of it, and what is on the disk.
type file struct {
	mu    sync.Mutex
	seen  []byte
	kept  []byte
	dirty map[int64]struct{} // pages that were written since the last sync
	mode  uint32
}

func (f *file) read(at int64, n int) []byte {
	f.mu.Lock()
	defer f.mu.Unlock()
	at = min(at, int64(len(f.seen)))
	return slices.Clone(f.seen[at:min(at+int64(n), int64(len(f.seen)))])
}

func (f *file) write(b []byte, at int64) {
	if len(b) == 0 {
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	end := at + int64(len(b))
	f.seen = lengthen(f.seen, end)
	copy(f.seen[at:], b)
	for p := at / page; p*page < end; p++ {
		f.dirty[p] = struct{}{}
	}
}

func lengthen(b []byte, n int64) []byte {
	if more := n - int64(len(b)); more > 0 {
		b = append(b, make([]byte, more)...)
	}
	return b
}

// resize cuts a file or fills it with zeros, for good.
func (f *file) resize(n int64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.seen, f.kept = lengthen(f.seen, n)[:n], lengthen(f.kept, n)[:n]
	maps.DeleteFunc(f.dirty, func(p int64, _ struct{}) bool { return p*page >= n })
}

// sync brings everything that was written to the disk.
func (f *file) sync() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.kept = lengthen(f.kept, int64(len(f.seen)))
	for p := range f.dirty {
		f.keep(p)
	}
	clear(f.dirty)
}

// failSync is what Linux does where a sync fails: programs go on seeing what they wrote, and it is never written.
func (f *file) failSync() {
	f.mu.Lock()
	defer f.mu.Unlock()
	clear(f.dirty)
}

// keep brings one page to the disk.
func (f *file) keep(p int64) {
	end := min((p+1)*page, int64(len(f.seen)))
	f.kept = lengthen(f.kept, end)
	copy(f.kept[p*page:end], f.seen[p*page:end])
}

// cut takes the power away: of each page that was not synced, chance says whether it was on its way in time.
func (f *file) cut(dice *rand.Rand) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, p := range slices.Sorted(maps.Keys(f.dirty)) {
		if dice.IntN(2) == 0 {
			f.keep(p)
		}
	}
	f.seen = slices.Clone(f.kept)
	clear(f.dirty)
}

func (f *file) size() (uint64, uint32) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return uint64(len(f.seen)), f.mode
}

// Fault is how a disk fails.
type Fault struct {
	Syncs bool // it fails to sync, else to write
	After int  // so many go well before
	Times int  // so many fail; -1 for all until it is mended
	With  syscall.Errno
}

// due counts a write or a sync, and tells whether it fails.
func (f *Fault) due(syncs bool) syscall.Errno {
	switch {
	case f.Syncs != syncs || f.Times == 0:
		return 0
	case f.After > 0:
		f.After--
		return 0
	}
	if f.Times > 0 {
		f.Times--
	}
	return f.With
}
