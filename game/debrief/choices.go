package debrief

import (
	"slices"

	"callout/game"
	"callout/game/policy"
)

// How long a decision tells: the working days until costs are compared. What is about a ticket is settled in two; what
// is about people or rules takes a week and more.
const (
	soon = 2
	late = 5
)

// choices are the candidates in the orders of a turn.
func (m *scene) choices() []*candidate {
	var list []*candidate
	for i := range m.orders {
		if c := m.choice(i); len(c.else_) > 0 {
			c.usual = m.usual(m.orders[i]) && c.kind != "late-deployment" && c.kind != "campaign-deployment"
			list = append(list, c)
		}
	}
	return list
}

// choice is the candidate of order i; it has no alternatives where there was nothing to choose.
func (m *scene) choice(i int) *candidate {
	o := m.orders[i]
	c := m.begin(o, soon)
	switch o.Kind {
	case game.Link:
		m.linked(c, i)
		m.advise(c, i)
	case game.Escalate:
		m.asked(c, i)
		m.advise(c, i)
	case game.Dismiss:
		m.dismissed(c, i)
		m.advise(c, i)
	case game.Assign:
		m.assigned(c, i)
		m.advise(c, i)
	case game.Deploy:
		m.deployed(c, i)
	case game.RollBack:
		c.kind, c.app = "rollback", o.App
		m.leave(c, i, holdOn(game.RollBack, game.Item{}, o.App, game.None, m.view.Now+game.Day))
	case game.Workaround:
		c.kind = "workaround"
		m.leave(c, i, holdOn(game.Workaround, o.Item, game.None, game.None, policy.NextMorning(m.view.Now)))
	case game.First, game.Drop:
		c.kind = "shuffled"
		m.leave(c, i)
	case game.Sync, game.Runbook, game.Tune, game.Instrument, game.Chaos:
		c.done.Until, c.kind, c.who = policy.Evening(m.view.Now, late), "improvement", o.Analyst
		m.leave(c, i)
	default:
		m.ruled(c, i)
	}
	return c
}

// ruled is about orders that are not about a ticket: people, rules, management.
func (m *scene) ruled(c *candidate, i int) {
	o := m.orders[i]
	c.done.Until = policy.Evening(m.view.Now, late)
	switch o.Kind {
	case game.Move:
		c.kind, c.app, c.done.Until = "move", o.App, game.Never
		m.leave(c, i, holdOn(game.Move, game.Item{}, o.App, game.None, game.Never))
	case game.Rest:
		c.kind, c.who = "rest", o.Analyst
		m.leave(c, i, holdOn(game.Rest, game.Item{}, game.None, o.Analyst, m.view.Now+game.Day))
	case game.OnStandby:
		c.kind, c.who = "standby", o.Analyst
		m.leave(c, i, holdOn(game.OnStandby, game.Item{}, game.None, game.None, m.view.Now+game.Day))
	case game.Duty:
		c.kind, c.who = "duty", o.Analyst
		m.leave(c, i)
	case game.Freeze:
		until := m.next(func(o *game.Order) bool { return o.Kind == game.Freeze })
		h := holdOn(game.Freeze, game.Item{}, game.None, game.None, until)
		c.kind, c.done.Holds = "freeze", []policy.Hold{h}
		if until != game.Never {
			c.done.Until = policy.Evening(until, soon)
		}
		m.leave(c, i, h)
	case game.Answer:
		m.answered(c, i)
	}
}

// begin is a candidate about order o of this turn.
func (m *scene) begin(o game.Order, days int) *candidate {
	c := &candidate{turn: m.turn, at: m.view.Now, order: o, item: o.Item, app: game.None, who: game.None, team: game.None, source: game.None}
	if a := m.truth.of(o.Item); a.app != game.None {
		c.app, c.source = a.app, a.source
	}
	if r := m.request(o.Item); r != nil {
		c.app = r.App
	}
	for i := range m.read {
		if r := &m.read[i]; o.Item.Kind == game.Request && r.N == o.Item.N {
			c.app = r.App
		}
	}
	c.worth = m.revenue(c.app)
	c.done = branch{policy.Branch{Orders: m.orders, Until: policy.Evening(m.view.Now, days)}, m.turn, m.view.Now}
	return c
}

// or adds an alternative in which these are the turn's orders, and order is what stands in for the one that was given;
// unless it is what was done, or is an alternative already.
func (c *candidate) or(orders []game.Order, order game.Order, left bool, holds ...policy.Hold) {
	b := branch{policy.Branch{Orders: orders, Holds: holds, Until: c.done.Until}, c.turn, c.at}
	if c.done.same(&b) || slices.ContainsFunc(c.else_, func(a alternative) bool { return a.branch.same(&b) }) {
		return
	}
	c.else_ = append(c.else_, alternative{b, order, left})
}

// leave adds the alternative of not giving order i.
func (m *scene) leave(c *candidate, i int, holds ...policy.Hold) {
	c.or(m.without(i), game.Order{}, true, holds...)
}

// advise adds the alternative of doing about the item of order i what the rule of thumb would have done.
func (m *scene) advise(c *candidate, i int) {
	var orders, advice []game.Order
	for _, o := range m.orders {
		if o.Item != c.item {
			orders = append(orders, o)
		}
	}
	for _, o := range m.advice {
		if o.Item == c.item {
			advice = append(advice, o)
		}
	}
	if len(advice) == 0 || slices.Contains(advice, m.orders[i]) {
		return
	}
	c.or(append(orders, advice...), chief(advice), false)
}

// chief is the order of several about one thing that says what is done about it: neither what makes room for it nor
// what only says whose it is, where there is more.
func chief(orders []game.Order) game.Order {
	told := orders[0]
	for _, o := range orders {
		if told.Kind == game.Drop || told.Kind == game.Link && o.Kind != game.First {
			told = o
		}
	}
	return told
}

// holdOn holds back orders of a kind about an item, an application or an analyst.
func holdOn(kind game.OrderKind, item game.Item, app, who int, until game.Minute) policy.Hold {
	return policy.Hold{Kind: kind, Item: item, App: app, Analyst: who, Until: until}
}
