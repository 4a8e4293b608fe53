package ssh

import (
	"math/rand/v2"
	"slices"
	"sync"
	"time"
)

// gate is where connections are until they have logged in.
//
// A room of three hundred arrives within seconds, from one address; so does whoever wants to keep it out. What tells them
// apart is that players' clients get on:
//
//   - A client says its version at once. Those that say nothing make way by lot when there are too many.
//   - Then keys are exchanged, which is what costs the server. Some do that at one time, the others wait in a line; who stops
//     in the middle makes way as soon as somebody waits.
//   - Then a client asks its user whether the key that it was shown is the right one. People take their time for that, and
//     should. It costs little, so there is room for a whole audience; when there is none, some make way by lot.
type gate struct {
	limits   Limits
	mu       sync.Mutex
	silent   lot
	busy     []*connection // exchange keys
	line     []*waiter     // wait for that
	deciding lot
}

func newGate(l Limits) *gate { return &gate{limits: l} }

type waiter struct {
	c    *connection
	turn chan struct{} // closed when it may go on
}

// lot is connections of which one is drawn when there are too many.
type lot []*connection

// add adds one, and returns the one that has to go, or nil.
func (l *lot) add(c *connection, most int) (gone *connection) {
	if len(*l) < most {
		*l = append(*l, c)
		return nil
	}
	i := rand.IntN(len(*l))
	gone, (*l)[i] = (*l)[i], c
	return gone
}

func remove(l []*connection, c *connection) []*connection {
	if i := slices.Index(l, c); i >= 0 {
		return slices.Delete(l, i, i+1)
	}
	return l
}

// enter waits until it is c's turn to exchange keys, and tells whether that has come.
func (g *gate) enter(c *connection) bool {
	until := time.Now().Add(g.limits.Handshake)
	g.mu.Lock()
	gone := g.silent.add(c, g.limits.Silent)
	g.mu.Unlock()
	if gone != nil {
		gone.Close()
	}
	err := c.peek(until)

	g.mu.Lock()
	g.silent = remove(g.silent, c)
	w := &waiter{c, make(chan struct{})}
	half := g.limits.Waiting / 2
	if err != nil || len(g.line)-half > rand.IntN(half+1) {
		g.mu.Unlock()
		return false
	}
	g.line = append(g.line, w)
	g.advance()
	g.mu.Unlock()
	return g.wait(w, until)
}

// wait waits for a turn. Whoever is first in the line looks for somebody who has to make way.
func (g *gate) wait(w *waiter, until time.Time) bool {
	select {
	case <-w.turn:
		return true
	default:
	}
	clock := time.NewTicker(g.limits.Slack / 4)
	defer clock.Stop()
	for {
		select {
		case <-w.turn:
			return true
		case now := <-clock.C:
			late := now.After(until)
			g.mu.Lock()
			var gone []*connection
			i := slices.Index(g.line, w)
			if i == 0 {
				gone = slices.DeleteFunc(slices.Clone(g.busy), func(c *connection) bool { return c.silent(now) < g.limits.Slack })
			}
			if i >= 0 && late {
				g.line = slices.Delete(g.line, i, i+1)
			}
			g.mu.Unlock()
			for _, c := range gone {
				c.Close()
			}
			if i >= 0 && late {
				return false
			}
		}
	}
}

// advance lets those at the head of the line go on as far as there is room. The lock is held.
func (g *gate) advance() {
	for len(g.line) > 0 && len(g.busy) < g.limits.Pending {
		w := g.line[0]
		g.line = slices.Delete(g.line, 0, 1)
		g.busy = append(g.busy, w.c)
		close(w.turn)
	}
}

// decide notes that keys are exchanged, and the rest is for c's user to do.
func (g *gate) decide(c *connection) {
	g.mu.Lock()
	g.busy = remove(g.busy, c)
	gone := g.deciding.add(c, g.limits.Deciding)
	g.advance()
	g.mu.Unlock()
	if gone != nil {
		gone.Close()
	}
}

// leave notes that c has logged in, or is gone.
func (g *gate) leave(c *connection) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.silent, g.busy, g.deciding = remove(g.silent, c), remove(g.busy, c), remove(g.deciding, c)
	g.advance()
}

// all are the connections that have not logged in.
func (g *gate) all() []*connection {
	g.mu.Lock()
	defer g.mu.Unlock()
	all := slices.Concat(g.silent, g.busy, g.deciding)
	for _, w := range g.line {
		all = append(all, w.c)
	}
	return all
}
