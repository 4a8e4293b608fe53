package workshop

import (
	"context"
	"errors"
	"time"

	"callout/game/words"
)

// run is the room's goroutine, until the room ends.
func (r *Room) run() {
	defer r.goodbye()
	defer r.drives.Store(false)
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		var asked []*ask
		select {
		case a := <-r.asks:
			asked = r.drain(a)
		case <-r.poked:
		case <-timer.C:
		case <-r.hub.ctx.Done():
			r.end(words.Say("workshop.reason.stopped"))
			return
		case <-r.leaving:
			r.serve(r.drain(nil), true)
			if r.holder {
				release, cancel := context.WithTimeout(context.WithoutCancel(r.hub.ctx), leaseTime)
				defer cancel()
				if err := r.store.Release(release, r.workshop.ID, r.hub.opt.Replica, r.epoch); err != nil {
					r.hub.opt.Log.Warn("the lease was not given back", "workshop", r.workshop.ID, "error", err)
				}
			}
			return
		}
		r.serve(asked, asked == nil)
		r.tellAll()
		r.drives.Store(r.holder)
		timer.Reset(r.pause())
	}
}

// drain takes what waits, up to a batch.
func (r *Room) drain(first *ask) []*ask {
	var list []*ask
	if first != nil {
		list = append(list, first)
	}
	for len(list) < batch {
		select {
		case a := <-r.asks:
			list = append(list, a)
		default:
			return list
		}
	}
	return list
}

// serve does everything that is to be done now: keep the lease, let the clock do its part, and do what was asked. look says
// whether other servers may have left something.
func (r *Room) serve(asked []*ask, look bool) {
	served := r.goOn()
	if r.state.over && len(asked) == 0 && !r.wanted() {
		r.holder = false // nothing is played: who wants something of it takes the lease again
		r.follow(nil)
		return
	}
	r.keepLease()
	if !r.holder {
		r.follow(asked)
		return
	}
	if look {
		asked = append(asked, r.submitted()...)
		r.refreshNames()
		if !r.holder {
			r.follow(asked)
			return
		}
	}
	b := &changes{room: r, at: max(r.now(), r.state.at)}
	if served > 0 && b.at-served > leap {
		b.standStill(served, true)
	}
	b.clock()
	for _, a := range asked {
		b.take(a)
	}
	b.policies()
	b.commit()
}

// wanted tells whether other servers have left something.
func (r *Room) wanted() bool {
	ctx, cancel := r.brief()
	defer cancel()
	list, err := r.store.Submitted(ctx, r.workshop.ID)
	return err == nil && len(list) > 0
}

// refreshNames reads the names again now and then: they may have been forgotten by a command beside this server.
func (r *Room) refreshNames() {
	if r.now()-r.named > namesTime && r.trouble == "" {
		if err := r.readNames(); err != nil {
			r.inTrouble(err)
		}
	}
}

// namesTime is how often names are read again, in milliseconds.
const namesTime = 5000

// keepLease renews the lease each second, or takes it where it is free. A room that loses it writes nothing more: the
// store refuses, and the room reads what the other one wrote.
func (r *Room) keepLease() {
	now := r.hub.opt.Now()
	since := now.Sub(r.renewed).Abs() // the clock may have been set
	if r.holder && since < renewTime && r.trouble == "" || !r.holder && since < renewTime/2 && !r.state.over {
		return
	}
	r.renewed = now
	ctx, cancel := r.brief()
	defer cancel()
	epoch, err := r.store.Lease(ctx, r.workshop.ID, r.hub.opt.Replica, leaseTime)
	switch {
	case errors.Is(err, ErrHeld):
		r.holder, r.driven = false, r.now()
		if r.trouble != "" && r.reload() == nil {
			r.mended()
		}
	case err != nil:
		r.inTrouble(err)
	case !r.holder || epoch != r.epoch || r.trouble != "":
		r.takeOver(epoch)
	}
	if r.holder {
		r.driven = r.now()
	}
}

// takeOver makes this server the one that drives the room, from what the store has.
func (r *Room) takeOver(epoch int64) {
	var err error
	if r.trouble != "" {
		err = r.reload() // what is in memory may be ahead of what is stored
	} else {
		err = r.read()
	}
	if err != nil {
		r.inTrouble(err)
		return
	}
	r.holder, r.epoch = true, epoch
	r.stoodStill()
	r.mended()
	r.publish()
}

// awayTime is after how long without an entry, in milliseconds, a server that takes a room over leaves it paused: its clock
// has been running with nobody there.
const awayTime = 60_000

// stoodStill takes from the clock the time in which nobody could play. After a short trouble the game goes on by itself;
// where the server was away for long the facilitator says when.
func (r *Room) stoodStill() {
	s, now := r.state, max(r.now(), r.state.at)
	b := &changes{room: r, at: now}
	switch since := max(s.at, r.driven); {
	case r.trouble != "":
		b.standStill(r.since, true)
	case now-since > awayTime:
		b.standStill(since, false)
	}
	b.commit()
}

// standStill takes the time since then from the clock. on lets the game go on at once.
func (b *changes) standStill(since int64, on bool) {
	if s := b.room.state; s.over || s.running() != nil {
		return
	}
	err := b.add(Entry{Kind: Paused, Body: Body(Still{since})})
	if err == nil && on {
		err = b.add(Entry{Kind: Resumed})
	}
	if err != nil {
		b.room.hub.opt.Log.Error("the clock could not be set right", "workshop", b.room.workshop.ID, "error", err)
	}
}

// leap is how long a room never takes to look around again, in milliseconds: if it did, the server slept, or somebody set
// the clock, and nobody played.
const leap = 15_000

// goOn notes that the room looks around now, and returns when it last did. A clock that was set back goes on from there.
func (r *Room) goOn() int64 {
	served := r.served
	if now := r.now(); now < served {
		r.began, r.wall = r.hub.opt.Now(), served
	}
	r.served = r.now()
	return served
}

// reload reads the workshop anew, and keeps what it has where that fails.
func (r *Room) reload() error {
	state, names, players := r.state, r.names, r.players
	err := r.load()
	if err != nil {
		r.state, r.names, r.players = state, names, players
	}
	return err
}

// inTrouble lets everything stand still because the store does not work.
func (r *Room) inTrouble(err error) {
	r.holder = false
	if r.hub.ctx.Err() != nil {
		return
	}
	if r.trouble == "" {
		r.hub.opt.Log.Error("the store does not work, the game stands still", "workshop", r.workshop.ID, "error", err)
		r.trouble, r.since = words.Say("workshop.trouble"), r.now()
		r.show()
	}
}

// mended says that the store works again.
func (r *Room) mended() {
	if r.trouble == "" {
		return
	}
	r.hub.opt.Log.Info("the store works again", "workshop", r.workshop.ID)
	r.trouble = ""
	r.show()
}

// pause is how long nothing has to be done unless somebody asks.
func (r *Room) pause() time.Duration {
	wait := (renewTime / 2).Milliseconds()
	if now := r.now(); r.holder && r.state.running() == nil {
		for _, t := range []int64{r.state.clock.ends, r.state.clock.due} {
			if t > now {
				wait = min(wait, t-now)
			}
		}
	}
	r.watch.Lock()
	defer r.watch.Unlock()
	if r.owed {
		wait = min(wait, r.lull().Milliseconds())
	}
	return time.Duration(max(wait, 1)) * time.Millisecond
}
