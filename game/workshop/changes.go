package workshop

import (
	"context"
	"errors"
	"slices"

	"callout/game/words"
)

// changes is what is done at once: commands that are tried on the state one after the other, and stored together. Only when
// they are stored are they shown and acknowledged.
type changes struct {
	room    *Room
	at      int64
	entries []Entry
	names   []Name
	done    []*ask // their answers wait for the store
}

// add tries an entry on the state.
func (b *changes) add(e Entry) error {
	s := b.room.state
	e.Seq, e.Epoch, e.At = s.seq+1, b.room.epoch, b.at
	if err := s.Apply(e); err != nil {
		return err
	}
	b.entries = append(b.entries, e)
	return nil
}

// take tries what somebody asked.
func (b *changes) take(a *ask) {
	err := b.try(a)
	if err != nil {
		a.reject(err)
		return
	}
	b.done = append(b.done, a)
}

// reject answers with why it was not done.
func (a *ask) reject(err error) {
	a.answer <- err
	if a.reply != nil {
		a.reply(err.Error())
	}
}

func (b *changes) try(a *ask) error {
	r := b.room
	switch {
	case a.sync:
		return nil
	case a.join != nil:
		return b.join(a)
	case a.cmd.Seat == 0:
		return Refusal(words.Say("workshop.refuse.right")) // the room itself asks nobody
	case r.state.repeats(&a.cmd):
		return nil // it is done; its acknowledgement was lost
	}
	c := a.cmd
	if c.N == 0 && c.Seat == Facilitator {
		c.N = r.state.chair.n + 1
	}
	e := Entry{Seat: c.Seat, N: c.N, Kind: c.Kind, Body: c.Body}
	if err := b.complete(&e); err != nil {
		return err
	}
	names, err := b.renaming(&e, a.names)
	if err != nil {
		return err
	}
	if err := b.add(e); err != nil {
		return err
	}
	b.name(names)
	return nil
}

// complete adds to a command what the room knows: which phase is next, which turn, what an event brings.
func (b *changes) complete(e *Entry) error {
	s := b.room.state
	switch {
	case e.Seat != Facilitator:
	case e.Kind == Began && len(e.Body) == 0 && s.step+1 < len(s.steps):
		e.Body = Body(s.steps[s.step+1])
	case e.Kind == Began && len(e.Body) == 0:
		return Refusal(words.Say("workshop.refuse.past"))
	case e.Kind == Stepped:
		step := Step{}
		var err error
		if len(e.Body) > 0 {
			step, err = decode[Step](e.Body)
		}
		if step.Turn == 0 {
			step.Turn = s.turn + 1
		}
		e.Body = Body(step)
		return err
	case e.Kind == Injected:
		in, err := decode[Injection](e.Body)
		if err != nil {
			return err
		}
		times := 0
		for _, old := range s.events {
			if old.Event == in.Event {
				times++
			}
		}
		at := s.reached() + 1
		if at >= s.level.End {
			return Refusal(words.Say("workshop.refuse.lastturn"))
		}
		in.At = int32(at)
		if in.Brings, err = inject(s.level, in.Event, in.Severity, at, times); err != nil {
			return err
		}
		e.Body = Body(in)
	case e.Kind == HandedTo:
		c, err := decode[TeamChange](e.Body)
		if err == nil && c.Policy != "" {
			if _, err = b.room.hub.opt.Policy(c.Policy); err != nil {
				err = Refusal(err.Error())
			}
		}
		return err
	}
	return nil
}

// renaming is the name that a command brings, cleaned, or why it cannot be.
func (b *changes) renaming(e *Entry, names []Name) ([]Name, error) {
	if e.Kind != Renamed {
		return nil, nil
	}
	c, err := decode[SeatChange](e.Body)
	if err != nil {
		return nil, err
	}
	who := seatWho(c.Seat)
	if c.Seat == 0 {
		who = teamWho(c.Team)
	}
	if len(names) != 1 || Clean(names[0].Name) == "" {
		return nil, Refusal(words.Say("workshop.refuse.name", "most", maxNameCells))
	}
	name := Clean(names[0].Name)
	if b.taken(who)(name) {
		return nil, Refusal(words.Say("workshop.refuse.taken", "name", name))
	}
	return []Name{{who, name}}, nil
}

// taken tells whether somebody else of the same kind, seat or team, is called alike.
func (b *changes) taken(who Who) func(name string) bool {
	return func(name string) bool {
		for other, has := range b.room.names {
			if other != who && other[0] == who[0] && alike(has) == alike(name) && !b.isGone(other) {
				return true
			}
		}
		return false
	}
}

// isGone tells whether a name is that of a seat that was removed.
func (b *changes) isGone(who Who) bool {
	return slices.ContainsFunc(b.room.state.seats, func(s *Seat) bool { return s.Removed && seatWho(s.N) == who })
}

func (b *changes) name(names []Name) {
	for _, n := range names {
		b.room.names[n.Who] = n.Name
		b.room.changes++
		b.names = append(b.names, n)
	}
}

// commit stores what was tried, shows it, and acknowledges it.
func (b *changes) commit() {
	r := b.room
	if len(b.entries) > 0 {
		ctx, cancel := r.brief()
		defer cancel()
		if err := r.store.Append(ctx, r.workshop.ID, r.epoch, b.entries, b.names); err != nil {
			b.failed(err)
			return
		}
		for _, e := range b.entries {
			r.hub.opt.Meter.Applied(e.Kind)
		}
		b.forget()
	}
	if len(b.entries) > 0 || r.dirty() {
		r.publish()
	}
	for _, a := range b.done {
		a.answer <- nil
		if a.reply != nil {
			a.reply("")
		}
	}
}

// forget takes the names out of the store that a stored entry says are gone.
func (b *changes) forget() {
	for _, e := range b.entries {
		c, err := decode[SeatChange](e.Body)
		if e.Kind != Forgot || err != nil {
			continue
		}
		b.room.forget(c.Seat)
	}
}

// failed takes everything back: the state is read anew from the store, whatever became of what was to be stored, and nobody
// is told that something was done. Who asks again with the same number learns what became of it.
func (b *changes) failed(err error) {
	r := b.room
	answer := Refusal(words.Say("workshop.trouble"))
	if errors.Is(err, ErrFenced) || errors.Is(err, ErrGap) {
		answer = Refusal(words.Say("workshop.refuse.moved"))
		r.holder = false
		if err := r.reload(); err != nil {
			r.inTrouble(err)
		}
	} else {
		r.inTrouble(err)
	}
	for _, a := range b.done {
		a.answer <- answer // and the other replicas ask again
	}
	if errors.Is(err, context.Canceled) {
		r.hub.opt.Log.Info("the room was stopped before it could store", "workshop", r.workshop.ID)
	}
}
