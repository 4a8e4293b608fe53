package debrief

import (
	"context"

	"callout/game"
	"callout/game/policy"
)

// search plays the record again and finds every candidate in it.
func search(ctx context.Context, r *Record) ([]*candidate, error) {
	rule, err := policy.New("rule")
	if err != nil {
		return nil, err
	}
	m := &scene{level: r.Level, view: new(game.View), truth: newTruth(r.Level)}
	m.look(r)
	var (
		list []*candidate
		left leftovers
		own  game.View
		copy game.Game
	)
	g := game.New(r.Level, r.Seed)
	for turn := range r.Ended {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		g.View(m.view)
		g.View(&own) // the rule notes in its view what it has ordered
		g.CopyTo(&copy)
		m.turn, m.orders, m.later, m.advice = turn, r.Turns[turn], r.Turns[turn+1:], m.advice[:0]
		rule.Begin(0)
		rule.Play(&own, func(o game.Order) error {
			err := copy.Do(o)
			if err == nil {
				m.advice = append(m.advice, o)
			}
			return err
		})
		m.reads(g, &copy)
		list = append(list, m.choices()...)
		list = append(list, left.find(m)...)
		m.truth.learn(r.endTurn(g, turn))
	}
	return list, nil
}

// reads finds out what the requests are about that the player read in this turn, and could give out in the same one.
func (m *scene) reads(g, copy *game.Game) {
	m.read = m.read[:0]
	any := false
	for _, o := range m.orders {
		any = any || o.Kind == game.Read
	}
	if !any {
		return
	}
	g.CopyTo(copy)
	for _, o := range m.orders {
		if o.Kind == game.Read {
			_ = copy.Do(o) // Look has played them all
		}
	}
	var v game.View
	copy.View(&v)
	m.read = append(m.read, v.Requests...)
}

// endTurn plays a turn of the record in g and returns what happened.
func (r *Record) endTurn(g *game.Game, turn int) []game.Event {
	for _, o := range r.Turns[turn] {
		_ = g.Do(o) // Look has played them all
	}
	return g.EndTurn()
}

// look plays the record once to see when turns began and how long things lay about.
func (m *scene) look(r *Record) {
	g, v := game.New(r.Level, r.Seed), new(game.View)
	lay := map[game.Item]bool{}
	for turn := range r.Ended {
		g.View(v)
		m.starts = append(m.starts, v.Now)
		now := map[game.Item]bool{}
		for i := range v.Alerts {
			a := &v.Alerts[i]
			now[game.Item{Kind: game.Alert, N: a.N}] = a.Analyst == game.None && (a.State == game.Waiting || a.State == game.NeedsDecision)
		}
		for i := range v.Requests {
			q := &v.Requests[i]
			now[game.Item{Kind: game.Request, N: q.N}] = q.Analyst == game.None
		}
		for i := range v.Messages {
			now[game.Item{Kind: game.Message, N: v.Messages[i].N}] = v.Messages[i].Analyst == game.None
		}
		for item, was := range lay {
			if was && !now[item] {
				m.open = append(m.open, lying{item, v.Now})
			}
		}
		lay = now
		r.endTurn(g, turn)
	}
	m.starts, m.never = append(m.starts, g.Now()), game.Never
	if !g.Over() {
		m.never = g.Now()
	}
}
