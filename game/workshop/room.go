package workshop

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"callout/game/words"
)

// A Room is one workshop on this server. One goroutine owns its state. Everybody else reads pictures and asks.
type Room struct {
	hub      *Hub
	workshop Workshop
	store    Store

	asks    chan *ask
	poked   chan struct{} // one slot: look at presence, the store and the clock
	picture atomic.Pointer[Picture]
	reason  atomic.Pointer[string]
	drives  atomic.Bool
	leaving chan struct{} // closed when the room shall end
	ended   chan struct{} // closed when it has
	once    sync.Once

	watch    sync.Mutex
	watchers map[*watcher]struct{}
	here     map[int]int
	toldAll  time.Time // when all watchers were last told
	owed     bool      // some of them were not told of the newest picture

	// Of the goroutine alone.
	state    *State
	names    map[Who]string
	epoch    int64
	holder   bool
	renewed  time.Time
	trouble  string
	since    int64 // of the trouble
	began    time.Time
	wall     int64
	players  map[int]*hand
	lastLook int64
	named    int64 // when the names were read
	renamed  bool  // names have changed since the last picture
	changes  int   // of names, counted from 1
	served   int64 // when it last looked around
	driven   int64 // when somebody is known to have driven the room
}

// ask is a command on its way, and where its answer goes.
type ask struct {
	cmd    Command
	join   *joining // somebody who joins
	names  []Name
	sync   bool         // nothing but to be up to date
	answer chan error   // one slot
	reply  func(string) // of another replica: where the answer goes as well
}

// Bounds of a room.
const (
	queue     = 1024 // commands that wait
	batch     = 512  // that are stored at once
	leaseTime = 3 * time.Second
	renewTime = time.Second
)

func newRoom(h *Hub, w Workshop) *Room {
	r := &Room{
		hub: h, workshop: w, store: h.opt.Store,
		asks: make(chan *ask, queue), poked: make(chan struct{}, 1), leaving: make(chan struct{}), ended: make(chan struct{}),
		watchers: map[*watcher]struct{}{}, here: map[int]int{}, players: map[int]*hand{},
	}
	r.began = h.opt.Now()
	r.wall = r.began.UnixMilli()
	return r
}

// now is the time by this server's clock, in Unix milliseconds. It goes on evenly when somebody sets the clock.
func (r *Room) now() int64 {
	return r.wall + r.hub.opt.Now().Sub(r.began).Milliseconds()
}

// load reads the workshop from the store from its beginning.
func (r *Room) load() error {
	r.state, r.names = NewState(r.hub.opt.Load), map[Who]string{}
	r.changes++
	r.players = map[int]*hand{}
	if err := r.read(); err != nil {
		return err
	}
	if r.state.seq == 0 {
		return errUnopened
	}
	r.publish()
	return nil
}

// errUnopened says that a workshop has no entries yet: whoever makes it is still at it, or died over it.
var errUnopened = errors.New("the workshop was never opened: it has no entries")

// read reads on from where the state is.
func (r *Room) read() error {
	before := r.state.seq
	err := r.store.Read(r.hub.ctx, r.workshop.ID, r.state.seq, func(e Entry) error {
		if err := r.state.Apply(e); err != nil {
			return fmt.Errorf("entry %d (%s): %w", e.Seq, e.Kind, err)
		}
		return nil
	})
	if err != nil || r.state.seq == before {
		return err
	}
	return r.readNames()
}

// readNames reads the names, which somebody may have forgotten since. A name that should be gone and is not, because the
// store did not work then, is forgotten now.
func (r *Room) readNames() error {
	ctx, cancel := r.brief()
	defer cancel()
	list, err := r.store.Names(ctx, r.workshop.ID)
	if err != nil {
		return err
	}
	names := make(map[Who]string, len(list))
	for _, n := range list {
		names[n.Who] = Clean(n.Name)
	}
	for _, seat := range r.state.seats {
		if _, ok := names[seatWho(seat.N)]; !ok || !seat.forgot {
			continue
		}
		delete(names, seatWho(seat.N))
		if r.holder {
			r.forget(seat.N)
		}
	}
	if !maps.Equal(names, r.names) {
		r.names, r.renamed = names, true
		r.changes++
	}
	r.named = r.now()
	return nil
}

// forget takes a seat's name out of the store.
func (r *Room) forget(seat int) {
	ctx, cancel := r.brief()
	defer cancel()
	delete(r.names, seatWho(seat))
	r.changes++
	if err := r.store.Forget(ctx, r.workshop.ID, seatWho(seat)); err != nil {
		r.hub.opt.Log.Error("a name was not forgotten, and will be tried again", "workshop", r.workshop.ID, "seat", seat, "error", err)
	}
}

// storeTime is how long the store may take before it counts as broken.
const storeTime = 5 * time.Second

// brief is a context for one call of the store.
func (r *Room) brief() (context.Context, context.CancelFunc) {
	return context.WithTimeout(r.hub.ctx, storeTime)
}

// ID is the room's name in the store and in logs. It opens nothing.
func (r *Room) ID() string { return r.workshop.ID }

// Code is the code with which players join.
func (r *Room) Code() string { return r.workshop.Code }

// Drives tells whether this server has the lease of the room; otherwise it follows another one, or nothing is played.
func (r *Room) Drives() bool { return r.drives.Load() }

// Picture is the room as it stands.
func (r *Room) Picture() *Picture { return r.picture.Load() }

// Reason is why the room was closed, empty as long as it is open.
func (r *Room) Reason() string {
	if why := r.reason.Load(); why != nil {
		return *why
	}
	return ""
}

// Do gives a command of a seat. It returns when the command is stored and applied; the error is a Refusal where it cannot be
// done, and then nothing has changed. When ctx is over first nobody knows yet whether it was done: the same command with
// the same number can be given again, and is done once. What is the facilitator's is refused: that takes a Chair.
func (r *Room) Do(ctx context.Context, c Command, names ...Name) error {
	if c.Seat <= 0 {
		return r.hub.refused(NoRight, Refusal(words.Say("workshop.refuse.right")))
	}
	return r.ask(ctx, &ask{cmd: c, names: names})
}

// wellFormed refuses what no state could take, before anybody else has to look at it.
func (c *Command) wellFormed(names []Name) error {
	_, known := rules[c.Kind]
	switch {
	case !known:
		return Refusal(words.Say("workshop.refuse.kind"))
	case len(c.Body) > maxBody || len(names) > 2:
		return Refusal(words.Say("workshop.refuse.body"))
	}
	return nil
}

// ask hands something to the room's goroutine and waits for the answer, which is counted.
func (r *Room) ask(ctx context.Context, a *ask) error {
	since := r.hub.opt.Now()
	err := r.deliver(ctx, a)
	if !a.sync {
		r.hub.answered(since, err)
	}
	return err
}

// deliver is ask, uncounted.
func (r *Room) deliver(ctx context.Context, a *ask) error {
	if a.join == nil && !a.sync {
		if err := a.cmd.wellFormed(a.names); err != nil {
			return err
		}
	}
	a.names = slices.Clone(a.names)
	for i := range a.names {
		a.names[i].Name = Clean(a.names[i].Name)
	}
	a.answer = make(chan error, 1)
	select {
	case r.asks <- a:
	case <-r.ended:
		return r.gone()
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case err := <-a.answer:
		return err
	case <-r.ended:
		select {
		case err := <-a.answer:
			return err
		default:
			return r.gone()
		}
	case <-ctx.Done():
		return ctx.Err()
	}
}

// gone is why a room that has ended does nothing more.
func (r *Room) gone() error { return Refusal(words.Say("workshop.refuse.ended", "why", r.Reason())) }

// end lets the room end. The first reason stands.
func (r *Room) end(why string) {
	r.once.Do(func() {
		r.reason.Store(&why)
		close(r.leaving)
	})
}

// poke lets the goroutine look around.
func (r *Room) poke() {
	select {
	case r.poked <- struct{}{}:
	default:
	}
}

// listen pokes the goroutine when the store has something new.
func (r *Room) listen() {
	for r.hub.ctx.Err() == nil {
		err := r.store.Wait(r.hub.ctx, r.workshop.ID)
		r.poke()
		pause := time.Duration(0)
		if err != nil || r.Picture().Over {
			pause = time.Second
		}
		select {
		case <-r.ended:
			return
		case <-time.After(pause):
		}
	}
}
