package workshop

import (
	"sync"
	"time"
)

// watcher is somebody who is told of new pictures.
type watcher struct {
	wake chan struct{} // one slot
	seat int           // whose watcher it is; 0 for one who wants to know of everything at once
}

func (w *watcher) tell() {
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

// Watch tells of new pictures: wake gets a value when there is a newer one, and the room has ended when it is closed. It
// has one slot, and who is slow finds the newest picture there. stop ends it.
func (r *Room) Watch() (wake <-chan struct{}, stop func()) { return r.WatchFrom(0) }

// WatchFrom is Watch for a seat. It is told at once of what is done in its own team's game and of what concerns everybody.
// What other teams do it is told a little later, together: the more watch, the later, up to a second for a thousand.
// Otherwise a thousand players who each do something would be told a million times.
func (r *Room) WatchFrom(seat int) (wake <-chan struct{}, stop func()) {
	w := &watcher{make(chan struct{}, 1), seat}
	r.watch.Lock()
	defer r.watch.Unlock()
	select {
	case <-r.ended:
		close(w.wake)
		return w.wake, func() {}
	default:
	}
	r.watchers[w] = struct{}{}
	return w.wake, func() {
		r.watch.Lock()
		defer r.watch.Unlock()
		delete(r.watchers, w)
	}
}

// Arrive says that somebody is connected at a seat, until leave is called. It is known on this server only.
func (r *Room) Arrive(seat int) (leave func()) {
	r.arrive(seat, 1)
	return sync.OnceFunc(func() { r.arrive(seat, -1) })
}

func (r *Room) arrive(seat, by int) {
	r.watch.Lock()
	r.here[seat] += by
	r.watch.Unlock()
	r.poke()
}

// publish shows everybody the room as it stands.
func (r *Room) publish() {
	r.watch.Lock()
	defer r.watch.Unlock()
	p := r.state.picture(&shown{workshop: &r.workshop, names: r.names, named: r.changes, here: r.here, now: max(r.now(), r.state.at), clock: r.hub.opt.Now(), trouble: r.trouble})
	r.renamed = false
	r.tell(p)
}

// show publishes what was last published with another trouble: the state in memory may be ahead of what is stored.
func (r *Room) show() {
	p := *r.Picture()
	p.Trouble = r.trouble
	r.watch.Lock()
	defer r.watch.Unlock()
	r.tell(&p)
}

// tell puts a picture up and wakes those who are to look at it now. The lock is held.
func (r *Room) tell(p *Picture) {
	before := r.picture.Swap(p)
	all := before == nil || !p.sameFor(before) || r.lull() == 0
	for w := range r.watchers {
		if all || w.seat == 0 || p.Moved(before, w.seat) {
			w.tell()
		}
	}
	r.owed = !all
	if all {
		r.toldAll = r.hub.opt.Now()
	}
}

// tellAll wakes those who were spared, when it is time. The lock is not held.
func (r *Room) tellAll() {
	r.watch.Lock()
	defer r.watch.Unlock()
	if !r.owed || r.lull() > 0 {
		return
	}
	for w := range r.watchers {
		w.tell()
	}
	r.owed, r.toldAll = false, r.hub.opt.Now()
}

// lull is how long it still takes until all may be told again. The lock is held.
func (r *Room) lull() time.Duration {
	every := min(time.Duration(len(r.watchers))*time.Millisecond, time.Second)
	return max(every-r.hub.opt.Now().Sub(r.toldAll).Abs(), 0) // the clock may have been set
}

// Moved tells whether something changed at a seat or in its game since another picture.
func (p *Picture) Moved(before *Picture, seat int) bool {
	if seat > len(before.Seats) || seat > len(p.Seats) {
		return true
	}
	was, is := before.Seats[seat-1], p.Seats[seat-1]
	return *is != *was || p.Teams[is.Team-1] != before.Teams[was.Team-1]
}

// sameFor tells whether two pictures are the same to those who neither lead nor have done anything themselves.
func (p *Picture) sameFor(before *Picture) bool {
	return p.Chair == before.Chair && p.Round == before.Round && p.Phase == before.Phase && p.Turn == before.Turn &&
		p.Over == before.Over && p.Paused == before.Paused && p.Trouble == before.Trouble
}

// goodbye closes the room for all who wait.
func (r *Room) goodbye() {
	r.watch.Lock()
	defer r.watch.Unlock()
	close(r.ended)
	for w := range r.watchers {
		close(w.wake)
	}
	clear(r.watchers)
}
