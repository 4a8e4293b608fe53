package debrief

import (
	"cmp"
	"slices"

	"callout/game"
)

// tries is how many moves are tried for one loss.
const tries = 40

// moves are the edits that could have cut a loss, by what went wrong with it and with what it came from.
func (c *cutter) moves(n *Incident) []edit {
	m := mover{cutter: c}
	for depth := 0; n != nil && depth < 3; depth++ {
		m.mistakes(n)
		m.change(n)
		m.waits(n)
		m.beforehand(n)
		next := n.Parent
		if e := c.h.event(n.Event); next == 0 && e.Causes[0] != 0 {
			next = c.h.event(e.Causes[0]).Incident // a burst, or what was worked around
		}
		n = c.d.incident(next)
	}
	return m.list[:min(len(m.list), tries)]
}

// incident is the one of that number, or nil.
func (d *Debrief) incident(number int32) *Incident {
	for i := range d.Incidents {
		if number != 0 && d.Incidents[i].Incident == number {
			return &d.Incidents[i]
		}
	}
	return nil
}

// mover collects moves.
type mover struct {
	*cutter
	list []edit
}

func (m *mover) add(e edit) {
	if e.turn >= 0 && e.turn < len(m.h.given) && !slices.Contains(m.list, e) {
		m.list = append(m.list, e)
	}
}

func order(kind game.OrderKind) game.Order {
	return game.Order{Kind: kind, App: game.None, Team: game.None, Analyst: game.None, Model: game.None}
}

func about(kind game.OrderKind, n *Incident) game.Order {
	o := order(kind)
	o.Item = game.Item{Kind: game.Alert, N: n.Alert}
	return o
}

// mistakes undoes the orders that sent an incident's alert to the wrong place, or nowhere, or to somebody who had no time.
func (m *mover) mistakes(n *Incident) {
	for i := range m.h.orders {
		o := &m.h.orders[i]
		if n.Alert == 0 || o.Item != (game.Item{Kind: game.Alert, N: n.Alert}) {
			continue
		}
		switch {
		case o.Kind == game.Dismiss:
			m.add(edit{o.turn, game.Order{}, o.index})
			m.hands(n, o.turn, o.index)
		case o.Kind == game.Link && o.App != n.App:
			right := about(game.Link, n)
			right.App = n.App
			m.add(edit{o.turn, right, o.index})
		case o.Kind == game.Escalate && o.Team != m.h.ownerAt(n.App, o.at):
			m.ask(n, o.turn, o.index)
		case o.Kind == game.Workaround:
			m.add(edit{o.turn, game.Order{}, o.index})
			m.ask(n, o.turn, o.index)
			m.others(n, o)
		case o.Kind == game.Assign:
			m.others(n, o)
		}
	}
}

// others gives an order to somebody else.
func (m *mover) others(n *Incident, o *given) {
	for _, k := range m.best(n.App, o.turn) {
		if k != o.Analyst {
			other := o.Order
			other.Analyst = k
			m.add(edit{o.turn, other, o.index})
		}
	}
}

// waits does at the beginning of each wait of an incident what would have ended it.
func (m *mover) waits(n *Incident) {
	for i := range n.life {
		s := &n.life[i]
		turn := m.h.nextTurn(s.from)
		switch s.kind {
		case "inbox", "night", "returned", "in-queue":
			m.hands(n, turn, game.None)
			m.add(edit{turn, about(game.First, n), game.None})
			m.ask(n, turn, game.None)
			m.around(n, turn)
		case "undecided", "no-answer", "asked", "upstream":
			m.ask(n, turn, game.None)
			m.around(n, turn)
		case "identify":
			right := about(game.Link, n)
			right.App = n.App
			m.add(edit{turn, right, game.None})
			m.ask(n, turn, game.None)
		case "diagnose", "repair":
			m.ask(n, turn, game.None)
			m.hands(n, turn, game.None)
			m.around(n, turn)
		}
	}
}

// ask asks the team that an incident's application belongs to.
func (m *mover) ask(n *Incident, turn, without int) {
	o := about(game.Escalate, n)
	o.Team = m.h.apps[min(turn, len(m.h.apps)-1)][n.App].Owner
	m.add(edit{turn, o, without})
}

// hands gives an incident's alert to those who would have been best for it.
func (m *mover) hands(n *Incident, turn, without int) {
	for _, k := range m.best(n.App, turn) {
		o := about(game.Assign, n)
		o.Analyst = k
		m.add(edit{turn, o, without})
	}
}

// around has whoever knows an incident's application best work around it.
func (m *mover) around(n *Incident, turn int) {
	for _, k := range m.best(n.App, turn)[:1] {
		o := about(game.Workaround, n)
		o.Analyst = k
		m.add(edit{turn, o, game.None})
	}
}

// change deals with the deployment that brought an incident: not then, sooner, or back again.
func (m *mover) change(n *Incident) {
	began := m.h.event(m.h.event(n.Event).Causes[0])
	if began == nil || began.Kind != game.ChangeFault {
		return
	}
	done := m.h.event(began.Causes[0])
	turn := m.h.nextTurn(n.Began)
	for _, k := range m.best(n.App, turn)[:1] {
		o := order(game.RollBack)
		o.App, o.Analyst = n.App, k
		m.add(edit{turn, o, game.None})
	}
	w := m.h.waitOf(done)
	if w.arrived == nil {
		return
	}
	if w.read != nil && w.read.At-w.arrived.At >= game.Day {
		o := order(game.Read)
		o.Item = done.Item
		m.add(edit{m.h.nextTurn(w.arrived.At), o, game.None})
	}
	given := m.h.deployOrder(done)
	if given == nil {
		return
	}
	m.add(edit{given.turn, game.Order{}, given.index})
	if ready := w.read; ready != nil {
		if w.approved != nil {
			ready = w.approved
		}
		if t := m.h.nextTurn(ready.At); t < given.turn {
			o := given.Order
			m.add(edit{t, o, game.None})
		}
	}
}

// beforehand does what would have made an incident easier or shorter: a day ahead, or with another support model as late
// as it could be had.
func (m *mover) beforehand(n *Incident) {
	turn := m.h.turnAt(n.Began - game.Day)
	k := m.best(n.App, turn)[0]
	for _, kind := range []game.OrderKind{game.Runbook, game.Sync, game.Instrument} {
		o := order(kind)
		o.App, o.Analyst = n.App, k
		m.add(edit{turn, o, game.None})
	}
	now := m.h.apps[m.h.turnAt(n.Began)][n.App].Model
	for i := range m.h.level.Models {
		o := order(game.Move)
		if o.App, o.Model = n.App, i; i != now {
			m.add(edit{m.h.turnAt(n.Began - 4*game.Day), o, game.None})
			m.add(edit{m.h.turnAt(n.Began - game.Week), o, game.None})
		}
	}
}

// best are up to three analysts to give work on an application to in a turn: who knows it best, who has the least to do,
// and who is on standby out of hours.
func (m *mover) best(app, turn int) []int {
	m.lookAt(turn)
	var here []int
	for k := range m.view.Analysts {
		if p := m.view.Analysts[k].Presence; p != game.Gone && p != game.Arriving && p != game.Sick && p != game.OnLeave {
			here = append(here, k)
		}
	}
	knows := func(k int) game.PerMille {
		for _, known := range m.view.Analysts[k].Knows {
			if known.App == app {
				return known.Level
			}
		}
		return 0
	}
	busy := func(k int) int {
		a := &m.view.Analysts[k]
		if a.Work == game.Idle {
			return len(a.Queue)
		}
		return len(a.Queue) + 1
	}
	var list []int
	add := func(k int) {
		if !slices.Contains(list, k) {
			list = append(list, k)
		}
	}
	if s := m.view.Standby; s != game.None && !m.view.Now.InHours() {
		add(s)
	}
	slices.SortStableFunc(here, func(a, b int) int { return cmp.Compare(knows(b), knows(a)) })
	for _, k := range here[:min(len(here), 1)] {
		add(k)
	}
	slices.SortStableFunc(here, func(a, b int) int { return cmp.Or(cmp.Compare(busy(a), busy(b)), cmp.Compare(knows(b), knows(a))) })
	for _, k := range here[:min(len(here), 2)] {
		add(k)
	}
	if len(list) == 0 {
		list = append(list, 0) // nobody is here: the order will be refused
	}
	return list
}
