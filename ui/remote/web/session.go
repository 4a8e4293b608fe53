package web

import (
	"context"
	"errors"
	"io"
	"sync"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"callout/ui/remote"
)

// session is one player in one browser. It lives on for a while when its page is gone, so that a reload, or a phone that
// slept, comes back to the same screen.
type session struct {
	id     string
	caller remote.Caller
	source source
	ctx    context.Context
	cancel context.CancelCauseFunc
	send   func(tea.Msg)      // to a session with screens
	resize func(w, h int)     // the same
	say    func(string) error // to a session that reads lines
	rate   *bucket

	batch   sync.Mutex   // held while a batch is applied
	applied uint64       // number of the last batch that was
	asked   atomic.Int64 // when the first key came that no frame has answered yet, Unix nanoseconds; 0 for none

	mu     sync.Mutex
	heard  time.Time          // when the page was last heard of
	did    time.Time          // when the player last did something
	left   time.Time          // when it was over
	reader context.CancelFunc // ends the stream that is being read; nil while nobody reads
	code   string             // with which the browser comes back to its seat; not yet told where codes is higher than told
	codes  int
	home   string // path to what the player may take home, or empty
	end    *end   // why it is over; nil while it is not
	over   chan struct{}
}

// end is what the page is told when a session is over.
type end struct {
	Why   string `json:"why"`             // a sentence
	Again bool   `json:"again,omitempty"` // the page may begin a new session at once, and will be back at its seat
}

// Reasons for which the page is not to begin again by itself, and for which it is.
var (
	errReplaced = errors.New("the session was opened elsewhere")
	errSilent   = errors.New("the page was silent for too long")
	errIdle     = errors.New("nothing was done for too long")
	errStopping = errors.New("the server stops")
)

// keep gives the browser the code with which it comes back to its seat.
func (s *session) keep(code string) {
	s.mu.Lock()
	s.code = code
	s.codes++
	s.mu.Unlock()
	s.source.ring()
}

// leadHome has the page lead to what its player may take home.
func (s *session) leadHome(path string) {
	s.mu.Lock()
	s.home = path
	s.mu.Unlock()
	s.source.ring()
}

// way is the path to what the player may take home, or empty.
func (s *session) way() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.home
}

// kept is the newest code and its number.
func (s *session) kept() (string, int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.code, s.codes
}

// touch notes that the page is there.
func (s *session) touch(at time.Time) {
	s.mu.Lock()
	s.heard = at
	s.mu.Unlock()
}

// quiet is how long nothing was heard of the page, how long nothing was done, and how long it has been over.
func (s *session) quiet(at time.Time) (silent, idle, over time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.end != nil {
		over = at.Sub(s.left)
	}
	return at.Sub(s.heard), at.Sub(s.did), over
}

// read makes the caller the only reader. The one before is told that the session was opened elsewhere, by its context.
func (s *session) read(ctx context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(ctx)
	mine := func() { cancel(errReplaced) }
	s.mu.Lock()
	if s.reader != nil {
		s.reader()
	}
	s.reader = mine
	s.mu.Unlock()
	return ctx, func() { cancel(nil) }
}

// finish notes why the session is over. The first reason stands.
func (s *session) finish(e end, at time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.end == nil {
		s.end, s.left = &e, at
		close(s.over)
	}
}

// finished tells whether the session is over.
func (s *session) finished() bool {
	select {
	case <-s.over:
		return true
	default:
		return false
	}
}

// ended is why the session is over, once over is closed.
func (s *session) ended() end {
	s.mu.Lock()
	defer s.mu.Unlock()
	return *s.end
}

// Answers to a batch.
var (
	errGap  = errors.New("batches are missing before this one")
	errFast = errors.New("this is faster than anybody types")
	errOver = errors.New("the session is over")
)

// apply does what a batch says, once. It returns the number of the last batch that was applied. A batch without events is a
// sign of life and has no number of its own. Nothing is done in a session that is over, and nobody is to think it was.
func (s *session) apply(b Batch, at time.Time) (uint64, error) {
	s.touch(at)
	s.batch.Lock()
	defer s.batch.Unlock()
	switch {
	case len(b.Events) == 0 || b.N <= s.applied:
		return s.applied, nil
	case s.finished():
		return s.applied, errOver
	case b.N > s.applied+1:
		return s.applied, errGap
	case !s.rate.take(at, len(b.Events)):
		return s.applied, errFast
	}
	s.applied = b.N
	s.mu.Lock()
	s.did = at
	s.mu.Unlock()
	s.asked.CompareAndSwap(0, at.UnixNano())
	for _, e := range b.Events {
		s.do(e)
	}
	return s.applied, nil
}

func (s *session) do(e Event) {
	switch {
	case s.say != nil:
		if e.Line != nil {
			s.say(string(printable(*e.Line))) // a session that is over has no ear any more, and says so itself
		}
	case e.Size != nil:
		s.resize(clamp(*e.Size))
	default:
		if m := e.message(); m != nil {
			s.send(m)
		}
	}
}

// Sizes of a screen, in cells. What a page asks for beyond them is a big screen and not an allocation.
const (
	leastWidth, mostWidth   = 20, 400
	leastHeight, mostHeight = 5, 150
)

func clamp(s Size) (w, h int) {
	return min(max(s.Width, leastWidth), mostWidth), min(max(s.Height, leastHeight), mostHeight)
}

// ear is the input of a session that reads lines.
type ear struct {
	ctx   context.Context
	lines chan string
	rest  string
}

func (e *ear) Read(p []byte) (int, error) {
	if e.rest == "" {
		select {
		case e.rest = <-e.lines:
		case <-e.ctx.Done():
			return 0, io.EOF
		}
	}
	n := copy(p, e.rest)
	e.rest = e.rest[n:]
	return n, nil
}
