package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// way is how players come in.
type way struct {
	name  string // as the table has it
	count int    // of those who play
	dial  func(context.Context, *served, plan, *valve) (link, error)
}

// ways are how players come in to a kind of server. An echo is one over SSH.
func (p plan) ways(kind string) (ways []way) {
	if p.Players > 0 {
		ways = append(ways, way{"ssh", p.Players, dialTerminal})
	}
	if p.Browsers > 0 && kind != echoKind {
		ways = append(ways, way{"browser", p.Browsers, dialBrowser})
	}
	return ways
}

// crowd is those who came in the same way.
type crowd struct {
	way
	players []*player
	stalled []*player
	joins   time.Duration // until all who play were in
	failed  int           // who were not let in
}

// join lets those in who play, and after them those who stop reading.
func (c *crowd) join(ctx context.Context, p plan, s *served, g game, problems io.Writer) {
	began := time.Now()
	var failed int
	c.players, c.failed = c.gather(ctx, c.count, false, p, s, g, problems)
	c.joins = time.Since(began)
	c.stalled, failed = c.gather(ctx, p.Stalled, true, p, s, g, problems)
	c.failed += failed
	for _, t := range c.stalled {
		t.valve.shut()
	}
}

// gather lets players in, all at once.
func (c *crowd) gather(ctx context.Context, n int, narrow bool, p plan, s *served, g game, problems io.Writer) (in []*player, failed int) {
	var mu sync.Mutex
	var all sync.WaitGroup
	for range n {
		all.Go(func() {
			v := &valve{narrow: narrow}
			l, err := c.dial(ctx, s, p, v)
			t := newPlayer(l, v)
			if err == nil {
				if err = g.enter(t); err != nil {
					t.close()
				}
			}
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				if failed++; failed <= 3 {
					fmt.Fprintf(problems, "not let in by %s: %v\n", c.name, err)
				}
				return
			}
			in = append(in, t)
		})
	}
	all.Wait()
	return in, failed
}

// play lets all who play press keys until ctx ends. They begin one after the other, within the time between two keys.
func (c *crowd) play(ctx context.Context, g game, every time.Duration) {
	var all sync.WaitGroup
	for i, t := range c.players {
		first := every * time.Duration(i) / time.Duration(len(c.players))
		all.Go(func() { t.play(ctx, g, first, every) })
	}
	all.Wait()
}

// leave ends all sessions and says how it was.
func (c *crowd) leave() feel {
	f := feel{Way: c.name, Joins: c.joins, Failed: c.failed, Stalled: len(c.stalled)}
	var late []time.Duration
	for _, t := range c.players {
		late = append(late, t.latest...)
		f.Unanswered += t.missed
		if t.gone() {
			f.Dropped++
		}
		t.close()
	}
	var away atomic.Int64
	var all sync.WaitGroup
	for _, t := range c.stalled {
		all.Go(func() {
			if t.sentAway() {
				away.Add(1)
			}
			t.close()
		})
	}
	all.Wait()
	slices.Sort(late)
	f.SentAway = int(away.Load())
	f.Keys, f.P50, f.P99, f.Max = len(late), quantile(late, 0.5), quantile(late, 0.99), quantile(late, 1)
	return f
}

// quantile is the value below which a part of sorted values lies; the last for 1.
func quantile(sorted []time.Duration, part float64) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[min(len(sorted)-1, int(part*float64(len(sorted))))]
}
