package debrief

import (
	"slices"

	"callout/game"
	"callout/game/policy"
)

// least is how long something has to be left undone to be worth a word.
const least = 3 * game.Hour

// leftovers finds what the rule of thumb would have ordered and the player did not, in this turn nor for some time. The
// rule would make up for it in the first turn that is played on, so the game as it was is played on without the habit
// until the player came round to it, and the alternative with it. What was told is not told again.
type leftovers struct{ told []leftover }

type leftover struct {
	kind  string
	item  game.Item
	until game.Minute
}

// find is the candidates in what was left undone in a turn.
func (l *leftovers) find(m *scene) []*candidate {
	var list []*candidate
	add := func(c *candidate) {
		if c != nil {
			list = append(list, c)
		}
	}
	if m.view.Now.InHours() {
		add(l.habit(m, "unread", func(o *game.Order) bool { return o.Kind == game.Read && o.Item.Kind == game.Request }, policy.Hold{
			Kind: game.Read, Item: game.Item{Kind: game.Request}, App: game.None, Analyst: game.None,
		}))
		for _, h := range habits {
			add(l.habit(m, h.kind, func(o *game.Order) bool { return o.Kind == h.order && o.Choice != game.Off }, policy.Hold{
				Kind: h.order, App: game.None, Analyst: game.None,
			}))
		}
	}
	for i := range m.advice {
		add(l.waiting(m, &m.advice[i]))
	}
	return list
}

// habits are orders that somebody gives or does not give, whatever they are about.
var habits = []struct {
	kind  string
	order game.OrderKind
}{
	{"no-rest", game.Rest},
	{"nothing-deployed", game.Deploy},
	{"no-freeze", game.Freeze},
	{"not-moved", game.Move},
}

// habit is the candidate of leaving undone all that is meant, or nil.
func (l *leftovers) habit(m *scene, kind string, meant func(*game.Order) bool, h policy.Hold) *candidate {
	var advice []game.Order
	for i := range m.advice {
		if meant(&m.advice[i]) {
			advice = append(advice, m.advice[i])
		}
	}
	if len(advice) == 0 || slices.ContainsFunc(m.orders, func(o game.Order) bool { return meant(&o) }) {
		return nil
	}
	h.Until = m.next(meant)
	if !l.tell(m, leftover{kind, game.Item{}, h.Until}) {
		return nil
	}
	c := m.begin(advice[0], late)
	c.habit, c.who = true, advice[0].Analyst
	l.fill(m, c, kind, h, advice)
	return c
}

// waiting is the candidate of one alert, request or message that was left alone, or nil.
func (l *leftovers) waiting(m *scene, advice *game.Order) *candidate {
	item := advice.Item
	kind := ""
	switch advice.Kind {
	case game.Assign, game.Escalate, game.Workaround:
		kind = m.neglect(m.alert(item))
	case game.Deploy:
		kind = "batch-waited"
	case game.Answer:
		kind = "unanswered"
	}
	about := func(o *game.Order) bool { return o.Item == item }
	if kind == "" || slices.ContainsFunc(m.orders, func(o game.Order) bool { return about(&o) }) {
		return nil
	}
	until := min(m.next(about), m.taken(item))
	if !l.tell(m, leftover{kind, item, until}) {
		return nil
	}
	var orders []game.Order
	for _, o := range m.advice {
		if about(&o) {
			orders = append(orders, o)
		}
	}
	c := m.begin(*advice, soon)
	c.who = advice.Analyst
	l.fill(m, c, kind, holdOn(game.NoOrder, item, game.None, game.None, until), orders)
	return c
}

// neglect is the kind of leaving an alert alone; empty where customers do not feel it.
func (m *scene) neglect(a *game.AlertView) string {
	switch {
	case a == nil || !a.Page:
		return ""
	case a.State == game.NeedsDecision:
		return "not-asked"
	case !m.view.Now.InHours():
		return "no-callout"
	}
	return "left-waiting"
}

// tell notes that something is told, unless it was too short or has been told. An alert that customers feel is told
// however short it was left alone, the first time.
func (l *leftovers) tell(m *scene, n leftover) bool {
	short := n.until-m.view.Now < least
	if short && n.kind != "no-callout" && n.kind != "left-waiting" {
		return false
	}
	for _, t := range l.told {
		if t.kind == n.kind && t.item == n.item && (short || m.view.Now < t.until) {
			return false
		}
	}
	l.told = append(l.told, n)
	return true
}

// fill makes c the comparison of leaving it until the hold ends with doing at once what is advised.
func (l *leftovers) fill(m *scene, c *candidate, kind string, h policy.Hold, advice []game.Order) {
	c.kind, c.order = kind, game.Order{}
	end := h.Until
	if end == game.Never {
		end = m.level.End
	}
	c.span = end - m.view.Now
	c.done.Holds = []policy.Hold{h}
	switch {
	case kind == "no-rest" || kind == "not-moved":
		c.done.Until = game.Never
	case end >= m.level.End:
		c.done.Until = game.Never
		if !c.habit {
			c.done.Until = policy.Evening(m.view.Now, late)
		}
	default:
		c.done.Until = max(c.done.Until, policy.Evening(end, soon))
	}
	c.or(slices.Concat(m.orders, advice), chief(advice), false)
}
