package store

import (
	"context"
	"sync"
	"time"
)

// patience is how long Wait waits at most.
const patience = time.Second

// bells wake those who wait for a workshop.
type bells struct {
	mu   sync.Mutex
	hung map[string]chan struct{} // closed when it rings
}

// wait returns when the bell of a workshop rings, or after a while.
func (b *bells) wait(ctx context.Context, id string) error {
	b.mu.Lock()
	if b.hung == nil {
		b.hung = map[string]chan struct{}{}
	}
	bell, ok := b.hung[id]
	if !ok {
		bell = make(chan struct{})
		b.hung[id] = bell
	}
	b.mu.Unlock()
	tired := time.NewTimer(patience)
	defer tired.Stop()
	select {
	case <-bell:
	case <-tired.C:
	case <-ctx.Done():
		return ctx.Err()
	}
	return nil
}

// ring wakes all who wait for a workshop.
func (b *bells) ring(id string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if bell, ok := b.hung[id]; ok {
		close(bell)
		delete(b.hung, id)
	}
}

// ringAll wakes everybody.
func (b *bells) ringAll() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, bell := range b.hung {
		close(bell)
	}
	clear(b.hung)
}
