package workshop

import (
	"context"
	"time"

	"callout/game/words"
)

// follow is the part of a server that does not drive the room: it reads what the other wrote, and leaves commands for it.
func (r *Room) follow(asked []*ask) {
	if r.trouble == "" {
		before := r.state.seq
		r.refreshNames()
		if err := r.read(); err != nil {
			r.inTrouble(err)
		} else if r.state.seq != before || r.dirty() {
			r.publish()
		}
	}
	for _, a := range asked {
		switch {
		case r.trouble != "":
			a.reject(Refusal(r.trouble))
		case a.sync:
			a.answer <- r.state.overtaken(&a.cmd)
		default:
			go r.forward(a)
		}
	}
}

// forwardTime is how long another server has to answer.
const forwardTime = 15 * time.Second

// forward leaves a command for whoever drives the room, and waits for the answer.
func (r *Room) forward(a *ask) {
	ctx, cancel := context.WithTimeout(r.hub.ctx, forwardTime)
	defer cancel()
	c := a.command()
	ticket, err := r.store.Submit(ctx, r.workshop.ID, c, a.names)
	for err == nil {
		var refusal string
		var ok bool
		refusal, ok, err = r.store.Answered(ctx, r.workshop.ID, ticket)
		switch {
		case err != nil:
		case ok && refusal != "":
			a.answer <- Refusal(refusal)
			return
		case ok:
			a.answer <- r.ask(ctx, &ask{sync: true, cmd: a.cmd}) // so that who asked sees it in the picture
			return
		default:
			err = r.store.Wait(ctx, r.workshop.ID)
		}
	}
	r.hub.opt.Log.Warn("a command was not answered", "workshop", r.workshop.ID, "error", err)
	a.answer <- Refusal(words.Say("workshop.trouble"))
}

// command is what is left for the other server. Somebody who joins has no number.
func (a *ask) command() Command {
	if a.join != nil {
		return Command{Kind: Joined, Body: Body(forwarded{a.join.body, a.join.team})}
	}
	return a.cmd
}

// overtaken refuses a command whose number was used for another one, by somebody else at the same seat.
func (s *State) overtaken(c *Command) error {
	if last := s.counter(c.Seat); last != nil && c.N == last.n && !s.repeats(c) {
		return Refusal(words.Say("workshop.refuse.number", "given", c.N, "next", last.n+1))
	}
	return nil
}

// forwarded is somebody who joins, on the way to another server.
type forwarded struct {
	Joining
	Fresh bool `json:"fresh,omitempty"`
}

// submitted are the commands that other servers left here.
func (r *Room) submitted() []*ask {
	ctx, cancel := r.brief()
	defer cancel()
	list, err := r.store.Submitted(ctx, r.workshop.ID)
	if err != nil {
		r.inTrouble(err)
		return nil
	}
	var asks []*ask
	for _, s := range list {
		a := &ask{cmd: s.Command, names: s.Names, answer: make(chan error, 1)}
		a.reply = func(refusal string) {
			ctx, cancel := r.brief()
			defer cancel()
			if err := r.store.Answer(ctx, r.workshop.ID, s.Ticket, refusal); err != nil {
				r.hub.opt.Log.Warn("a command of another server was not answered", "workshop", r.workshop.ID, "error", err)
			}
		}
		if s.Kind == Joined {
			f, err := decode[forwarded](s.Body)
			if err != nil {
				a.reject(err)
				continue
			}
			a.join = &joining{f.Joining, f.Fresh}
		}
		asks = append(asks, a)
	}
	return asks
}

// dirty tells whether presence or time have changed something that pictures show.
func (r *Room) dirty() bool {
	p := r.Picture()
	if r.renamed {
		return true
	}
	r.watch.Lock()
	defer r.watch.Unlock()
	for _, s := range p.Seats {
		if s.Here != r.here[s.N] {
			return true
		}
	}
	now := r.now()
	if now-r.lastLook < 5000 {
		return false
	}
	r.lastLook = now
	for i, t := range r.state.teams {
		if i >= len(p.Teams) || p.Teams[i].Stuck != r.state.stuck(t, now) {
			return true
		}
	}
	return false
}
