package home

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"callout/game/debrief"
	"callout/game/debrief/report"
	"callout/game/words"
	"callout/game/workshop"
)

// ErrSoon says that debriefs of others are being made: the same may be asked for again in a moment.
var ErrSoon = errors.New("other debriefs are being made")

// Limits of a shelf.
const (
	patience = 8 * time.Second // somebody waits while those of others are made
	mostKept = 64 << 20        // bytes, compressed; the oldest go first
)

// A Shelf has the debriefs that were asked for. It is safe for many goroutines.
type Shelf struct {
	hub      *workshop.Hub
	patience time.Duration
	most     int
	looking  chan struct{} // held by whoever looks at a record, which takes some 50 ms

	mu    sync.Mutex
	works map[place]*work
	line  []*work // to be made, in the order in which they were asked for; the first is being made
	order []kept  // as they were made
	size  int     // of all that are kept
	count int     // that were made in all
}

// place is a team of a room.
type place struct {
	room string
	team int
}

// version is what the debrief of a team hangs on and may change: a workshop can be kept open.
type version struct{ ended, orders, notes, events int }

// NewShelf is an empty shelf for the players of a hub.
func NewShelf(hub *workshop.Hub) *Shelf {
	return &Shelf{hub: hub, patience: patience, most: mostKept, looking: make(chan struct{}, 1), works: map[place]*work{}}
}

// Look is the debrief of a team's game as far as it can be had at once, or better. It may be read, and not changed: others
// read it as well. The error is a workshop.Refusal where there is none yet, or that of ctx.
func (s *Shelf) Look(ctx context.Context, room *workshop.Room, team int) (*debrief.Debrief, error) {
	w, err := s.find(room, team, true)
	if err != nil {
		return nil, err
	}
	return s.look(ctx, w)
}

// Study tells how far the debrief of a team's game is until all of it is there. The error is that of ctx, or says why it
// cannot be made.
func (s *Shelf) Study(ctx context.Context, room *workshop.Room, team int, tell func(debrief.Studying)) error {
	w, err := s.find(room, team, true)
	if err != nil {
		return err
	}
	defer w.read()()
	s.begin(w)
	var told debrief.Studying
	for {
		now := w.state()
		if now.err != nil {
			return now.err
		}
		if at := now.Studying; at != told {
			if at.Ready == told.Ready {
				at.Ready = nil
			}
			tell(at)
			told = now.Studying
		}
		if now.Stage == debrief.Studied {
			return nil
		}
		select {
		case <-now.changed:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// Take is the debrief of the seat that a return code belongs to, in a format of package report. The caller is who is slowed
// down when codes are guessed. The error is a workshop.Refusal, which says why there is none, ErrSoon, or that of ctx.
func (s *Shelf) Take(ctx context.Context, caller, code, format string) ([]byte, error) {
	if err := report.Check(format); err != nil {
		return nil, workshop.Refusal(words.Say("home.format"))
	}
	if !workshop.IsReturn(workshop.ShowCode(workshop.NormalCode(code))) {
		return nil, workshop.Refusal(words.Say("home.code")) // it is not worth a try
	}
	room, seat, err := s.hub.Returns(caller, code)
	if err != nil {
		return nil, err
	}
	w, err := s.find(room, room.Picture().Seats[seat.N-1].Team, false)
	if err != nil {
		return nil, err
	}
	s.begin(w)
	wait, stop := context.WithTimeout(ctx, s.patience)
	defer stop()
	for {
		now := w.state()
		switch {
		case now.formats != nil:
			return unpack(now.formats[format])
		case now.err != nil:
			return nil, now.err
		}
		select {
		case <-now.changed:
		case <-wait.Done():
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			return nil, ErrSoon
		}
	}
}

// find is the debrief of a team's game, made or not. Where it was made and is to be read, and nobody has read it for a
// while, it is a new one, and the formats stay.
func (s *Shelf) find(room *workshop.Room, team int, read bool) (*work, error) {
	p := room.Picture()
	t := p.Teams[team-1]
	r, ok := p.Record(t)
	if !ok {
		return nil, workshop.Refusal(words.Say("home.later"))
	}
	at, of := place{room.ID(), team}, versionOf(p, t)
	s.mu.Lock()
	defer s.mu.Unlock()
	w := newWork(at, of, r)
	if old := s.works[at]; old != nil && old.of == of {
		now := old.state()
		if !now.gone() || !read && now.formats != nil {
			return old, nil
		}
		w.now.formats = now.formats
	} else {
		s.drop(func(p place) bool { return p == at })
	}
	s.works[at] = w
	return w, nil
}

func versionOf(p *workshop.Picture, t *workshop.Team) version {
	v := version{ended: t.Ended, notes: len(t.Notes), events: len(p.Events)}
	for _, turn := range t.Orders {
		v.orders += len(turn)
	}
	return v
}

// look has a record looked at, once, and one record at a time.
func (s *Shelf) look(ctx context.Context, w *work) (*debrief.Debrief, error) {
	if d := w.state().Ready; d != nil {
		return d, nil
	}
	select {
	case s.looking <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() { <-s.looking }()
	if d := w.state().Ready; d != nil {
		return d, nil // somebody else of the team came first
	}
	d, err := debrief.Look(w.record)
	if err != nil {
		return nil, fmt.Errorf("look back on a game of a workshop: %w", err)
	}
	w.change(func() { w.now.Ready = d })
	return d, nil
}

// unpack is a format as it was written.
func unpack(packed []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}
