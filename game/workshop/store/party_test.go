package store

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"callout/game/workshop"
)

// seats is how many play.
const seats = 6

// A party are players who note things, one after the other, each on a server that answers.
type party struct {
	noted [seats]atomic.Int64 // the last number of each seat that was acknowledged
	all   atomic.Int64
	stop  chan struct{}
	ended sync.WaitGroup
}

// sitDown lets players begin, on two servers.
func sitDown(servers []*replica) *party {
	p := &party{stop: make(chan struct{})}
	for seat := range seats {
		p.ended.Go(func() {
			for n, home := int64(1), seat; ; {
				select {
				case <-p.stop:
					return
				default:
				}
				if done, _ := servers[home%2].ask(seat+1, n); done {
					p.noted[seat].Store(n)
					p.all.Add(1)
					n++
					time.Sleep(20 * time.Millisecond)
					continue
				}
				home++ // a player whose server does not answer goes to the other
			}
		})
	}
	return p
}

// leave lets the players stop.
func (p *party) leave() {
	close(p.stop)
	p.ended.Wait()
}

// goesOn waits until two more notes for each seat were acknowledged, and tells how long that took.
func (p *party) goesOn(t *testing.T, why string) time.Duration {
	t.Helper()
	began, before := time.Now(), p.all.Load()
	for p.all.Load() < before+2*seats {
		if time.Since(began) > 60*time.Second {
			t.Fatalf("%s: nobody can play any more", why)
		}
		time.Sleep(10 * time.Millisecond)
	}
	return time.Since(began)
}

// check holds that a store has every note that was acknowledged, each once, and entries without a gap under leases that never
// go back.
func (p *party) check(t *testing.T, s workshop.Store, id string) {
	t.Helper()
	var have [seats]int64
	var epoch, last int64
	err := s.Read(context.Background(), id, 0, func(e workshop.Entry) error {
		if last++; e.Seq != last || e.Epoch < epoch {
			return fmt.Errorf("entry %d of epoch %d stands behind %d of epoch %d", e.Seq, e.Epoch, last-1, epoch)
		}
		epoch = e.Epoch
		if e.Kind == workshop.Noted {
			if have[e.Seat-1]++; e.N != have[e.Seat-1] {
				return fmt.Errorf("entry %d is note %d of seat %d, want %d", e.Seq, e.N, e.Seat, have[e.Seat-1])
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	for seat := range seats {
		if n := p.noted[seat].Load(); have[seat] < n {
			t.Errorf("seat %d has %d notes, and %d were acknowledged", seat+1, have[seat], n)
		}
	}
	t.Logf("%d notes acknowledged, the last epoch is %d", p.all.Load(), epoch)
}
