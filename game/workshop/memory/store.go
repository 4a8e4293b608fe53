package memory

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"callout/game/workshop"
)

// Store is a workshop.Store in memory.
type Store struct {
	mu    sync.Mutex
	order []string
	kept  map[string]*kept
	fail  error
}

// kept is one workshop.
type kept struct {
	workshop workshop.Workshop
	entries  []workshop.Entry
	names    map[workshop.Who]string
	order    []workshop.Who // of the names, as they came
	holder   string
	epoch    int64
	until    time.Time
	asked    []submission
	woken    chan struct{} // closed when something has changed
}

// submission is a command left for the holder, and its answer.
type submission struct {
	workshop.Submission
	answered bool
	refusal  string
}

// New is an empty store.
func New() *Store { return &Store{kept: map[string]*kept{}} }

// Fail lets every call fail with err from now on, or work again with nil.
func (s *Store) Fail(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fail = err
}

// open finds a workshop; the lock is held.
func (s *Store) open(ctx context.Context, id string) (*kept, error) {
	if err := errors.Join(ctx.Err(), s.fail); err != nil {
		return nil, err
	}
	k, ok := s.kept[id]
	if !ok {
		return nil, workshop.ErrUnknown
	}
	return k, nil
}

func (k *kept) wake() {
	close(k.woken)
	k.woken = make(chan struct{})
}

// Create keeps a new workshop.
func (s *Store) Create(ctx context.Context, w workshop.Workshop) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := errors.Join(ctx.Err(), s.fail); err != nil {
		return err
	}
	for _, k := range s.kept {
		if k.workshop.ID == w.ID || k.workshop.Code == w.Code {
			return workshop.ErrTaken
		}
	}
	if err := plain(w.ID, w.Code); err != nil {
		return err
	}
	s.kept[w.ID] = &kept{workshop: w, names: map[workshop.Who]string{}, woken: make(chan struct{})}
	s.order = append(s.order, w.ID)
	return nil
}

// Workshops are those that are kept, oldest first.
func (s *Store) Workshops(ctx context.Context) ([]workshop.Workshop, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var list []workshop.Workshop
	for _, id := range s.order {
		list = append(list, s.kept[id].workshop)
	}
	slices.SortStableFunc(list, func(a, b workshop.Workshop) int { return cmp.Compare(a.Opened, b.Opened) })
	return list, errors.Join(ctx.Err(), s.fail)
}

// Lease gives the room to holder for a time, if nobody else has it.
func (s *Store) Lease(ctx context.Context, id, holder string, ttl time.Duration) (int64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	k, err := s.open(ctx, id)
	if err != nil {
		return 0, err
	}
	now := time.Now()
	free := k.holder == "" || !now.Before(k.until)
	if !free && k.holder != holder {
		return 0, workshop.ErrHeld
	}
	if free {
		k.epoch++
	}
	k.holder, k.until = holder, now.Add(ttl)
	return k.epoch, nil
}

// Release gives a lease back before its time.
func (s *Store) Release(ctx context.Context, id, holder string, epoch int64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	k, err := s.open(ctx, id)
	if err != nil {
		return err
	}
	if k.holder == holder && k.epoch == epoch {
		k.holder = ""
		k.wake()
	}
	return nil
}

// Append stores entries with their names, all or nothing.
func (s *Store) Append(ctx context.Context, id string, epoch int64, entries []workshop.Entry, names []workshop.Name) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	k, err := s.open(ctx, id)
	if err != nil {
		return err
	}
	if k.epoch != epoch || k.holder == "" || !time.Now().Before(k.until) {
		return workshop.ErrFenced
	}
	if err := check(epoch, entries, names); err != nil {
		return err
	}
	if len(entries) > 0 {
		first, stored := entries[0].Seq, int64(len(k.entries))
		if first >= 1 && first+int64(len(entries))-1 <= stored && slices.EqualFunc(entries, k.entries[first-1:first-1+int64(len(entries))], same) {
			return nil // the same append
		}
		if first != stored+1 {
			return workshop.ErrGap
		}
	}
	for _, e := range entries {
		e.Body = slices.Clone(e.Body)
		k.entries = append(k.entries, e)
	}
	k.name(names)
	k.wake()
	return nil
}

func (k *kept) name(names []workshop.Name) {
	for _, n := range names {
		if _, ok := k.names[n.Who]; !ok {
			k.order = append(k.order, n.Who)
		}
		k.names[n.Who] = n.Name
	}
}

// Read calls do for every entry after that number.
func (s *Store) Read(ctx context.Context, id string, after int64, do func(workshop.Entry) error) error {
	s.mu.Lock()
	k, err := s.open(ctx, id)
	var entries []workshop.Entry
	if err == nil {
		entries = k.entries[min(max(after, 0), int64(len(k.entries))):]
	}
	s.mu.Unlock()
	for _, e := range entries {
		if err == nil {
			err = do(e)
		}
	}
	return err
}

// Names are the names of a workshop.
func (s *Store) Names(ctx context.Context, id string) ([]workshop.Name, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	k, err := s.open(ctx, id)
	if err != nil {
		return nil, err
	}
	var list []workshop.Name
	for _, who := range k.order {
		list = append(list, workshop.Name{Who: who, Name: k.names[who]})
	}
	return list, nil
}

// Forget removes the names of a seat.
func (s *Store) Forget(ctx context.Context, id string, w workshop.Who) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	k, err := s.open(ctx, id)
	if err != nil {
		return err
	}
	delete(k.names, w)
	for i := range k.asked {
		k.asked[i].Names = slices.DeleteFunc(slices.Clone(k.asked[i].Names), func(n workshop.Name) bool { return n.Who == w })
	}
	k.order = slices.DeleteFunc(k.order, func(o workshop.Who) bool { return o == w })
	k.wake()
	return nil
}

// Purge removes everything of a workshop.
func (s *Store) Purge(ctx context.Context, id string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, err := s.open(ctx, id); err != nil {
		return err
	}
	delete(s.kept, id)
	s.order = slices.DeleteFunc(s.order, func(o string) bool { return o == id })
	return nil
}

// Close ends the store: nothing is kept or told any more.
func (s *Store) Close() error {
	s.Fail(errors.New("the store is closed"))
	return nil
}
