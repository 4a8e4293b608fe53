package paint

import (
	"bytes"
	"context"
	"errors"
	"io"
	"sync"
	"time"

	"callout/ui/remote"
)

// Lines reads what a caller sends who plays line by line, and hands it on one line at each Read, with a line feed at its
// end, whichever of CR, LF and CRLF it came with. Like [Keys] it hands on no more than fingers can do; but what comes faster
// waits its turn, because a script types faster than fingers, and a line that was left out would make another game of it.
//
// Take reads ahead, so that whoever sends more than may wait is found out even while nobody asks for a line.
type Lines struct {
	ctx   context.Context
	in    io.Reader
	bytes bucket

	mu   sync.Mutex
	kept []byte // whole lines that wait to be read
	over bool   // no more come
	wake chan struct{}

	line []byte // that has no end yet
	cr   bool   // the last byte was a CR: a line feed after it belongs to it

	each  bucket // for lines
	begun bool   // a part of a line was read
}

// mostKept is how much may wait to be read, in bytes: some thousand orders.
const mostKept = 64 << 10

// ErrLong is a caller who sends a line longer than remote.LongestLine.
var ErrLong = errors.New("a line was longer than any order")

// NewLines reads lines from in, until ctx ends. Nothing comes before Take is called.
func NewLines(ctx context.Context, in io.Reader) *Lines {
	return &Lines{
		ctx: ctx, in: in, wake: make(chan struct{}, 1),
		bytes: bucket{each: bytesEach, burst: bytesBurst}, each: bucket{each: keysEach, burst: keysBurst},
	}
}

// Take takes what is sent until there is no more, or ctrl+c or ctrl+d is: then a line that has begun is left out. What was
// taken can still be read. The error is ErrFlood, ErrLong, or that of the reader; whoever gets it ends the context.
func (l *Lines) Take() error {
	err := l.take()
	if err == nil {
		l.end()
	}
	return err
}

func (l *Lines) take() error {
	var buf [512]byte
	for {
		n, err := l.in.Read(buf[:])
		if !l.bytes.take(time.Now(), n) {
			return ErrFlood
		}
		whole, over, wrong := l.split(buf[:n])
		if wrong == nil {
			wrong = l.keep(whole)
		}
		switch {
		case wrong != nil:
			return wrong
		case over:
			return nil
		case errors.Is(err, io.EOF):
			if len(l.line) > 0 {
				return l.keep(append(l.line, '\n'))
			}
			return nil
		case err != nil:
			return err
		}
	}
}

// split takes the whole lines out of what has come. The rest waits for its end.
func (l *Lines) split(b []byte) (whole []byte, over bool, err error) {
	for _, c := range b {
		cr := l.cr
		l.cr = c == '\r'
		switch {
		case c == '\n' && cr:
		case c == '\n' || c == '\r':
			whole = append(append(whole, l.line...), '\n')
			l.line = l.line[:0]
		case c == 3 || c == 4: // ctrl+c, ctrl+d: of a client whose terminal leaves them to the other side
			return whole, true, nil
		case len(l.line) == remote.LongestLine:
			return whole, false, ErrLong
		default:
			l.line = append(l.line, c)
		}
	}
	return whole, false, nil
}

// keep keeps lines until they are read.
func (l *Lines) keep(whole []byte) error {
	if len(whole) == 0 {
		return nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.kept)+len(whole) > mostKept {
		return ErrFlood
	}
	l.kept = append(l.kept, whole...)
	l.ring()
	return nil
}

func (l *Lines) end() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.over = true
	l.ring()
}

// ring wakes the reader.
func (l *Lines) ring() {
	select {
	case l.wake <- struct{}{}:
	default:
	}
}

// Read returns one line, or a part of one where p is shorter. It waits for one; with the context it ends, whatever is still
// kept. It is not safe for several readers.
func (l *Lines) Read(p []byte) (int, error) {
	for {
		waits, over := l.waits()
		if l.ctx.Err() != nil {
			return 0, io.EOF
		}
		if waits && (l.begun || l.each.take(time.Now(), 1)) {
			return l.next(p), nil
		}
		if over && !waits {
			return 0, io.EOF
		}
		var turn <-chan time.Time
		if waits {
			turn = time.After(keysEach)
		}
		select {
		case <-turn:
		case <-l.wake:
		case <-l.ctx.Done():
			return 0, io.EOF
		}
	}
}

// waits tells whether there is a line to be read, and whether it is too late for others to come.
func (l *Lines) waits() (waits, over bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.kept) > 0, l.over
}

// next moves the first line, or a part of it, to p.
func (l *Lines) next(p []byte) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	n := copy(p, l.kept[:bytes.IndexByte(l.kept, '\n')+1])
	l.begun = n > 0 && l.kept[n-1] != '\n'
	l.kept = l.kept[:copy(l.kept, l.kept[n:])]
	return n
}
