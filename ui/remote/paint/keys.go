package paint

import (
	"bytes"
	"errors"
	"io"
	"time"
)

// Keys reads what a caller types, and lets through what a keyboard sends: whole keys, one at each Read, and pasted text.
// Everything else that bytes can be is left out: mice, answers of terminals that were not asked, sequences without end.
// So what reads keys after it is never asked to remember much, and never handed half of anything.
type Keys struct {
	in    io.Reader
	fast  func() // told when keys were left out because they came too fast
	buf   [512]byte
	from  int // what was read and not yet looked at is buf[from:to]
	to    int
	ready []byte // looked at, and on its way to the reader
	paste []byte // pasted so far; not nil within a paste
	skip  skipping
	keys  bucket
	bytes bucket
}

// What callers may send. Keys are generous for fingers and for keys that are held down, and pasted text is for codes.
const (
	keysEach, keysBurst   = time.Second / 60, 120
	bytesEach, bytesBurst = time.Second / (32 << 10), 256 << 10
	mostPaste             = 1 << 10
	mostSequence          = 24
)

// NewKeys reads keys from in. The function, if there is one, is called for keys that were not taken because they came too
// fast, from within Read.
func NewKeys(in io.Reader, fast func()) *Keys {
	return &Keys{in: in, fast: fast, keys: bucket{each: keysEach, burst: keysBurst}, bytes: bucket{each: bytesEach, burst: bytesBurst}}
}

// ErrFlood is a caller who sends so much that it cannot be a person.
var ErrFlood = errors.New("the caller sends more than anybody types")

// Read returns one key, or a piece of pasted text.
func (k *Keys) Read(p []byte) (int, error) {
	for len(k.ready) == 0 {
		if k.from == k.to {
			k.from, k.to = 0, 0
		}
		if err := k.fill(); err != nil {
			return 0, err
		}
	}
	n := copy(p, k.ready)
	k.ready = k.ready[n:]
	return n, nil
}

// fill makes the next key ready, or reads more.
func (k *Keys) fill() error {
	for k.from < k.to {
		before := k.from
		k.ready = k.next(k.buf[k.from:k.to])
		if len(k.ready) > 0 {
			return nil
		}
		if k.from == before {
			break // half of something: more has to come
		}
	}
	if k.from > 0 {
		k.to = copy(k.buf[:], k.buf[k.from:k.to])
		k.from = 0
	}
	n, err := k.in.Read(k.buf[k.to:])
	k.to += n
	if !k.bytes.take(time.Now(), n) {
		return ErrFlood
	}
	if n > 0 {
		return nil
	}
	if err == nil {
		err = io.ErrNoProgress
	}
	return err
}

// next looks at what was read, moves on, and returns the key that was there, if one may pass.
func (k *Keys) next(b []byte) []byte {
	if k.paste != nil {
		return k.pasted(b)
	}
	if k.skip != nothing {
		k.from += k.skip.over(b, &k.skip)
		return nil
	}
	n, what := token(b)
	k.from += n
	switch what {
	case pasteBegins:
		k.paste = append(make([]byte, 0, 64), pasteStart...)
		return nil
	case text:
		k.skip = untilTerminator
		return nil
	case aKey:
		if b[0] == 3 || k.keys.take(time.Now(), 1) { // ctrl+c always gets through
			return b[:n]
		}
		if k.fast != nil {
			k.fast()
		}
	}
	return nil
}

// pasted gathers pasted text until its end, and returns it with its brackets when it is whole.
func (k *Keys) pasted(b []byte) []byte {
	i := bytes.Index(b, []byte(pasteEnd))
	end := i >= 0
	if !end {
		i = len(b)
		for n := min(len(b), len(pasteEnd)-1); n > 0; n-- { // the end may have come in part
			if bytes.HasSuffix(b, []byte(pasteEnd[:n])) {
				i = len(b) - n
				break
			}
		}
	}
	k.from += i
	k.paste = append(k.paste, b[:min(i, max(0, mostPaste-len(k.paste)))]...)
	if !end {
		return nil
	}
	k.from += len(pasteEnd)
	whole := append(k.paste, pasteEnd...)
	k.paste = nil
	return whole
}

// bucket is a number of things that may come at once, and how fast more of them are allowed.
type bucket struct {
	each  time.Duration
	burst int
	full  time.Time // when all of them are allowed again
}

// take takes n of them, if they are allowed now.
func (b *bucket) take(now time.Time, n int) bool {
	if b.full.Before(now) {
		b.full = now
	}
	full := b.full.Add(time.Duration(n) * b.each)
	if full.Sub(now) > time.Duration(b.burst)*b.each {
		return false
	}
	b.full = full
	return true
}
