package workshop

import (
	"slices"
	"time"

	"callout/game"
	"callout/game/policy"
	"callout/game/words"
)

// hand is a policy that plays for a team.
type hand struct {
	policy policy.Policy
	name   string
	turn   int // of which it gave its orders last
	view   game.View
}

// policyTime is how long policies may think before commands have their turn again.
const policyTime = 50 * time.Millisecond

// policies lets the policies play that it is time for, a turn of each. When they think for long the others go on the next
// time round, so that no player waits for many of them.
func (b *changes) policies() {
	s, began := b.room.state, b.room.hub.opt.Now()
	if s.over || s.running() != nil {
		return
	}
	for i, t := range s.teams {
		if t.policy == "" || s.done(t) {
			continue
		}
		h := b.room.handOf(i+1, t)
		if h == nil || !b.due(t, h) {
			continue
		}
		if b.room.hub.opt.Now().Sub(began) > policyTime {
			b.room.poke()
			return
		}
		e := Entry{Kind: Played, Body: Body(Playing{Team: i + 1, Orders: h.play(s, t), End: s.round().Pace == Own})}
		if err := b.add(e); err != nil {
			b.room.hub.opt.Log.Error("a policy could not play", "workshop", b.room.workshop.ID, "team", i+1, "error", err)
		}
	}
}

// handOf is the policy of a team, made when it is first asked for.
func (r *Room) handOf(n int, t *team) *hand {
	h := r.players[n]
	if h != nil && h.name == t.policy {
		return h
	}
	p, err := r.hub.opt.Policy(t.policy)
	if err != nil {
		r.hub.opt.Log.Error("there is no such policy", "workshop", r.workshop.ID, "team", n, "policy", t.policy)
		return nil
	}
	if pupil, ok := p.(policy.Pupil); ok {
		pupil.Learn(r.state.level.Teaches)
	}
	p.Begin(uint64(n))
	h = &hand{policy: p, name: t.policy, turn: -1}
	r.players[n] = h
	return h
}

// due tells whether it is time for a policy. Where the room ends the turns it plays once in each; at its own pace it keeps
// a little ahead of the clock, so that its course grows as that of people does. Without a clock it plays at once.
func (b *changes) due(t *team, h *hand) bool {
	s := b.room.state
	if s.round().Pace == Together {
		return h.turn != t.play.Turns()
	}
	left, ok := s.clock.left(b.at)
	if !ok {
		return true
	}
	length := int64(s.round().Run) * 60_000
	played, all := int64(t.play.Game.Now()-s.from), int64(s.until-s.from)
	return played*length*3 <= all*(length-left)*4
}

// play is what the policy orders in this turn: what the game takes, and the levers let through.
func (h *hand) play(s *State, t *team) []string {
	h.turn = t.play.Turns()
	trial := t.play.Game.Clone()
	trial.View(&h.view)
	var orders []string
	h.policy.Play(&h.view, func(o game.Order) error {
		if !slices.Contains(s.open, LeverOf(o.Kind)) {
			return Refusal(words.Say("workshop.refuse.closed", "lever", LeverOf(o.Kind).Title()))
		}
		if err := trial.Do(o); err != nil {
			return err
		}
		orders = append(orders, s.level.FormatOrder(o))
		return nil
	})
	return orders
}
