package debrief

import (
	"callout/game"
	"callout/game/policy"
)

// linked: an alert was linked to an application. It could have been investigated, or linked by its clues, and hindsight
// knows what it was.
func (m *scene) linked(c *candidate, i int) {
	o, truth := m.orders[i], m.truth.of(c.item)
	c.kind = "well-linked"
	m.leave(c, i)
	if o.App == truth.app && truth.real {
		return
	}
	c.kind = "wrong-link"
	if !truth.real {
		c.kind = "linked-noise"
		return
	}
	right := o
	right.App = truth.app
	c.or(m.instead(i, right), right, false)
}

// asked: a Delivery team was asked for help. It could have been another one, or later.
func (m *scene) asked(c *candidate, i int) {
	o, owner := m.orders[i], m.truth.owner(c.item)
	c.kind, c.team = "asked", owner
	if !m.view.Now.InHours() {
		c.kind = "asked-at-night"
	}
	m.leave(c, i, holdOn(game.Escalate, o.Item, game.None, game.None, m.view.Now+2*game.Hour))
	if o.Team == owner || owner == game.None {
		return
	}
	c.kind = "wrong-team"
	right := o
	right.Team = owner
	c.or(m.instead(i, right), right, false)
}

// dismissed: an alert was called noise. It could have been looked into.
func (m *scene) dismissed(c *candidate, i int) {
	c.kind = "dismissed-noise"
	if m.truth.of(c.item).real {
		c.kind = "dismissed-incident"
	}
	m.leave(c, i)
}

// assigned: an alert was given to somebody. It could have been somebody else, or later; at night in the morning.
func (m *scene) assigned(c *candidate, i int) {
	o := m.orders[i]
	c.kind, c.who = "assigned", o.Analyst
	if !m.view.Now.InHours() {
		c.kind = "called-out"
		m.leave(c, i, holdOn(game.NoOrder, o.Item, game.None, game.None, policy.NextMorning(m.view.Now)))
	} else {
		m.leave(c, i)
	}
	if c.source != game.None {
		c.kind = "symptom"
	}
}

// deployed: a release request was given to somebody. It could have waited for the next morning, or been given to
// somebody else.
func (m *scene) deployed(c *candidate, i int) {
	o, now := m.orders[i], m.view.Now
	c.kind, c.who = "deployed", o.Analyst
	switch {
	case m.crowded(c.app, now):
		c.kind = "campaign-deployment"
	case !now.InHours() || now%game.Day >= 15*game.Hour || now.Weekday() == 4 && now%game.Day >= 13*game.Hour:
		c.kind = "late-deployment"
	}
	morning := policy.NextMorning(now)
	c.done.Until = policy.Evening(morning, soon)
	m.leave(c, i, holdOn(game.Deploy, o.Item, game.None, game.None, morning))
	if by, ok := m.advised(game.Deploy, o.Item); ok && by.Analyst != o.Analyst {
		c.or(m.instead(i, by), by, false)
	}
}

// crowded tells whether customers come in crowds to an application, or will within half a day.
func (m *scene) crowded(app int, now game.Minute) bool {
	for i := range m.level.Happenings {
		h := &m.level.Happenings[i]
		if h.Kind == game.Campaign && (h.App == app || h.App == game.None) && h.Amount > 1000 && now >= h.At-12*game.Hour && now < h.Until {
			return true
		}
	}
	return false
}

// answered: management got an answer. It could have been another one.
func (m *scene) answered(c *candidate, i int) {
	o := m.orders[i]
	c.kind = "answered"
	var answers []game.Choice
	for k := range m.view.Messages {
		if msg := &m.view.Messages[k]; msg.N == o.Item.N {
			answers = msg.Answers
			if msg.Kind == game.OfferMessage {
				c.done.Until = game.Never
			}
		}
	}
	for _, choice := range answers {
		other := o
		if other.Choice = choice; choice == o.Choice {
			continue
		}
		if choice == game.Report {
			by, ok := m.advised(game.Answer, o.Item)
			if !ok {
				continue
			}
			other = by
		}
		c.or(m.instead(i, other), other, choice == game.Unchanged || choice == game.Refuse)
	}
}
