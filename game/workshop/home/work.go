package home

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"sync"
	"weak"

	"callout/game/debrief"
	"callout/game/debrief/report"
)

// work is the debrief of a team's game while it is made, and as it is kept. It goes on whether or not anybody waits for it:
// whoever asks again finds it further on.
type work struct {
	place
	of     version
	record *debrief.Record

	mu      sync.Mutex
	now     state // Ready is nil once nobody reads it in here any more
	whole   weak.Pointer[debrief.Debrief]
	readers int           // who are told how far it is
	changed chan struct{} // closed when any of that changes
}

// state is how far a work is.
type state struct {
	debrief.Studying                   // Ready is the newest debrief there is
	formats          map[string][]byte // compressed, by format; nil until all is there
	over             bool              // nobody works on it any more
	err              error             // why it was given up
	changed          <-chan struct{}   // closed when it is further
}

func newWork(at place, of version, r *debrief.Record) *work {
	return &work{place: at, of: of, record: r, changed: make(chan struct{})}
}

// gone tells whether it was made, and there is nothing left of it to read but what is packed.
func (s *state) gone() bool { return s.err != nil || s.over && s.Ready == nil }

func (w *work) state() state {
	w.mu.Lock()
	defer w.mu.Unlock()
	s := w.now
	s.changed = w.changed
	if s.Ready == nil {
		s.Ready = w.whole.Value()
	}
	return s
}

// change changes it, and wakes those who wait.
func (w *work) change(do func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	do()
	close(w.changed)
	w.changed = make(chan struct{})
}

// tell notes how far it is. A debrief that is ready stays until there is a better one.
func (w *work) tell(at debrief.Studying) {
	w.change(func() {
		if at.Ready == nil {
			at.Ready = w.now.Ready
		}
		w.now.Studying = at
	})
}

// done ends it, one way or the other. A debrief takes a megabyte of memory, so only those who read it keep it.
func (w *work) done(formats map[string][]byte, err error) {
	w.change(func() {
		if w.now.over, w.now.err = true, err; err == nil {
			w.now.formats = formats
		}
		w.whole = weak.Make(w.now.Ready)
		w.shed()
	})
}

// shed lets go of the debrief when nobody is about to read it. The lock is held.
func (w *work) shed() {
	if w.readers == 0 && w.now.over {
		w.now.Ready = nil
	}
}

// read keeps the debrief in memory until stop is called.
func (w *work) read() (stop func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.readers++
	if w.now.Ready == nil {
		w.now.Ready = w.whole.Value()
	}
	return sync.OnceFunc(func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		w.readers--
		w.shed()
	})
}

// pack writes a debrief in every format, compressed.
func pack(d *debrief.Debrief) (map[string][]byte, error) {
	formats := map[string][]byte{}
	for _, format := range report.Formats() {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		if err := errors.Join(report.Write(z, d, format), z.Close()); err != nil {
			return nil, fmt.Errorf("write the debrief of a game of a workshop as %s: %w", format, err)
		}
		formats[format] = b.Bytes()
	}
	return formats, nil
}

// size is how much memory the formats take, in bytes.
func size(formats map[string][]byte) (n int) {
	for _, b := range formats {
		n += len(b)
	}
	return n
}
