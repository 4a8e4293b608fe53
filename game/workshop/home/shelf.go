package home

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
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
	turn     chan struct{} // held by whoever makes one

	mu    sync.Mutex
	made  map[place]*parcel
	order []place // as they were made
	size  int
	count int // that were made in all
}

// place is a team of a room.
type place struct {
	room string
	team int
}

// parcel is a debrief in all formats.
type parcel struct {
	of      version
	formats map[string][]byte // compressed
	size    int
}

// version is what the debrief of a team hangs on and may change: a workshop can be kept open.
type version struct{ ended, orders, notes, events int }

// NewShelf is an empty shelf for the players of a hub.
func NewShelf(hub *workshop.Hub) *Shelf {
	return &Shelf{hub: hub, patience: patience, most: mostKept, turn: make(chan struct{}, 1), made: map[place]*parcel{}}
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
	p := room.Picture()
	team := p.Teams[p.Seats[seat.N-1].Team-1]
	r, ok := p.Record(team)
	if !ok {
		return nil, workshop.Refusal(words.Say("home.later"))
	}
	at, of := place{room.ID(), team.N}, versionOf(p, team)
	if one := s.find(at, of); one != nil {
		return one.open(format)
	}
	wait, stop := context.WithTimeout(ctx, s.patience)
	defer stop()
	select {
	case s.turn <- struct{}{}:
	case <-wait.Done():
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, ErrSoon
	}
	defer func() { <-s.turn }()
	one := s.find(at, of) // another of the team may have asked
	if one == nil {
		if one, err = pack(context.WithoutCancel(ctx), r, of); err != nil { // what was begun is there for who asks again
			return nil, err
		}
		s.keep(at, one)
	}
	return one.open(format)
}

func versionOf(p *workshop.Picture, t *workshop.Team) version {
	v := version{ended: t.Ended, notes: len(t.Notes), events: len(p.Events)}
	for _, turn := range t.Orders {
		v.orders += len(turn)
	}
	return v
}

// find is a debrief that was made, or nil.
func (s *Shelf) find(at place, of version) *parcel {
	s.mu.Lock()
	defer s.mu.Unlock()
	if one := s.made[at]; one != nil && one.of == of {
		return one
	}
	return nil
}

// keep puts a debrief on the shelf. What is too much goes, and what belongs to rooms that are gone.
func (s *Shelf) keep(at place, one *parcel) {
	here := map[string]bool{}
	for _, r := range s.hub.Rooms() {
		here[r.ID()] = true
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.count++
	s.drop(func(p place) bool { return p == at || !here[p.room] })
	s.made[at] = one
	s.order = append(s.order, at)
	s.size += one.size
	for s.size > s.most && len(s.order) > 1 {
		oldest := s.order[0]
		s.drop(func(p place) bool { return p == oldest })
	}
}

// drop takes debriefs off the shelf.
func (s *Shelf) drop(is func(place) bool) {
	s.order = slices.DeleteFunc(s.order, func(p place) bool {
		if !is(p) {
			return false
		}
		s.size -= s.made[p].size
		delete(s.made, p)
		return true
	})
}

// pack makes the debrief of a game and writes it in every format.
func pack(ctx context.Context, r *debrief.Record, of version) (*parcel, error) {
	d, err := debrief.Make(ctx, r, func(int) {})
	if err != nil {
		return nil, fmt.Errorf("look back on a game of a workshop: %w", err)
	}
	one := &parcel{of: of, formats: map[string][]byte{}}
	for _, format := range report.Formats() {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		if err := errors.Join(report.Write(z, d, format), z.Close()); err != nil {
			return nil, err
		}
		one.formats[format] = b.Bytes()
		one.size += b.Len()
	}
	return one, nil
}

// open is the debrief in a format.
func (p *parcel) open(format string) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(p.formats[format]))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}
