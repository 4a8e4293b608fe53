package debrief

import (
	"callout/game"
)

// edit is one change to what the player did: an order that is given at the beginning of a turn, one that is left out, or
// one that is given in its place.
type edit struct {
	turn    int
	order   game.Order // of kind NoOrder where none is given
	without int        // index among the turn's orders, or game.None
}

// replay plays the record again with an edit, in the memory that g has, until the minute at which another turn of the
// record began, or later where a turn takes longer now. It returns the orders that were carried out, turn by turn, and
// tells whether the edit could be made at all.
//
// The rest of the player's orders is given as it was, as soon as its time has come: turns may be others now. Orders name
// things by their numbers, and where the edit has changed those they are given to the same thing under its new number.
// What is refused is left out, and so is giving to somebody else what the edit has given to the right ones.
func (h *history) replay(e edit, until int, g *game.Game) (orders [][]game.Order, ok bool) {
	h.copyTo(e.turn, g)
	orders = append(orders, h.given[:e.turn]...)
	next, end := e.turn, h.turns[until].at
	for g.Now() < end && !g.Over() {
		var turn []game.Order
		for ; next < len(h.given) && h.turns[next].at <= g.Now(); next++ {
			if next == e.turn && e.without == game.None && !e.give(g, &turn) {
				return nil, false
			}
			for i, o := range h.given[next] {
				switch {
				case next == e.turn && i == e.without:
					if !e.give(g, &turn) {
						return nil, false
					}
					continue
				case o.Kind == e.order.Kind && o.Item == e.order.Item && (o.Kind == game.Assign || o.Kind == game.Escalate):
					continue
				}
				if o, found := h.same(o, g); found && g.Do(o) == nil {
					turn = append(turn, o)
				}
			}
		}
		orders = append(orders, turn)
		g.EndTurn()
	}
	return orders, true
}

// give gives the edit's order, if it has one, and tells whether it was accepted.
func (e *edit) give(g *game.Game, turn *[]game.Order) bool {
	if e.order.Kind == game.NoOrder {
		return true
	}
	*turn = append(*turn, e.order)
	return g.Do(e.order) == nil
}

// same is an order of the record about the same thing in another game on the same demand, where it may have another
// number. It tells whether the thing is there.
func (h *history) same(o game.Order, g *game.Game) (game.Order, bool) {
	switch o.Item.Kind {
	case game.Alert:
		want, _ := h.game.AlertTruth(o.Item.N)
		want.Incident = 0
		is := func(n int32) bool {
			got, ok := g.AlertTruth(n)
			got.Incident = 0
			return ok && got == want
		}
		if is(o.Item.N) {
			return o, true
		}
		for n := int32(1); ; n++ {
			if _, ok := g.AlertTruth(n); !ok {
				return o, false
			}
			if is(n) {
				o.Item.N = n
				return o, true
			}
		}
	case game.Request:
		want, _ := h.game.RequestTruth(o.Item.N)
		if got, ok := g.RequestTruth(o.Item.N); ok && got == want {
			return o, true
		}
		for n := int32(1); ; n++ {
			got, ok := g.RequestTruth(n)
			if !ok || got == want {
				o.Item.N = n
				return o, ok
			}
		}
	}
	return o, true
}

// tab is what a game has come to, as far as a cut changes it.
type tab struct {
	own, all game.Pence // lost to one incident, and to all of them
	cover    game.Pence // standby, callouts and the set-up of support models
}

// tabOf is what another game on the same demand has come to, with what the same incident cost there. One that did not
// come cost nothing.
func tabOf(l game.Loss, g *game.Game) tab {
	var t tab
	r := g.Result()
	for _, other := range r.Losses {
		t.all += other.Pence
		if other.App == l.App && other.Began == l.Began && other.Fault == l.Fault {
			t.own += other.Pence
		}
	}
	for _, v := range r.Values {
		if v.Name == "standby_cost" || v.Name == "callout_cost" || v.Name == "set_up_cost" {
			t.cover += v.N
		}
	}
	return t
}
