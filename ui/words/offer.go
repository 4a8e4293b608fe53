package words

import "callout/game"

// Offer is one thing that can be done about an item, and its price.
type Offer struct {
	Kind  game.OrderKind
	Order string // as it is typed, with what is still to be chosen in capitals: "assign A-113 ANALYST"
	Price string // what it does and costs, in one sentence
}

// Offers lists what can be done about an open item now. Times run from the least to the most
// that it is likely to take those who could do it.
func Offers(l *game.Level, v *game.View, item game.Item) []Offer {
	o := offers{l: l, v: v, item: item}
	switch item.Kind {
	case game.Alert:
		for i := range v.Alerts {
			if v.Alerts[i].N == item.N {
				o.alert(&v.Alerts[i])
			}
		}
	case game.Request:
		for i := range v.Requests {
			if v.Requests[i].N == item.N {
				o.request(&v.Requests[i])
			}
		}
	case game.Message:
		for i := range v.Messages {
			if v.Messages[i].N == item.N {
				o.message(&v.Messages[i])
			}
		}
	}
	return o.list
}

// offers collects what can be done about one item.
type offers struct {
	l    *game.Level
	v    *game.View
	item game.Item
	list []Offer
}

// add appends an offer. What is still to be chosen stands in args in capitals, and order is the order as far as it is
// known; its price is asked for everybody who could be chosen.
func (o *offers) add(order game.Order, args, template string) {
	p := o.price(order)
	f := blanks{v: o.v, item: o.item, app: order.App, team: game.None, analyst: game.None}
	text := begin(fill(template, func(name, one, many string) string {
		switch name {
		case "work":
			return between(p)
		case "risk":
			return Percent(p.Risk)
		case "callout":
			return o.callout(order.App)
		case "wrong":
			return Percent(o.l.Balance.WrongLinkCost)
		}
		return f.value(name, one, many)
	}))
	o.list = append(o.list, Offer{order.Kind, order.Kind.String() + args, text})
}

// price is what an order costs whoever may be chosen for it: from the least to the most.
func (o *offers) price(order game.Order) game.Price {
	var all game.Price
	n := 0
	ask := func() {
		p, ok := o.v.Price(order)
		if !ok {
			return
		}
		if n == 0 {
			all = p
		}
		all.Lo, all.Hi, all.Risk = min(all.Lo, p.Lo), max(all.Hi, p.Hi), max(all.Risk, p.Risk)
		n++
	}
	if order.Kind == game.Escalate {
		for t := range o.v.Teams {
			if order.Team = t; o.v.Teams[t].Joined {
				ask()
			}
		}
		return all
	}
	for k := range o.v.Analysts {
		if p := o.v.Analysts[k].Presence; p != game.Gone && p != game.Arriving {
			order.Analyst = k
			ask()
		}
	}
	return all
}

// between is a span of time from the least to the most, rounded so that it does not look more certain than it is.
func between(p game.Price) string {
	least, most := around(p.Lo), around(p.Hi)
	if least == most {
		return english.about + Span(least)
	}
	return Span(least) + english.to + Span(most)
}

func around(m game.Minute) game.Minute {
	step := game.Minute(5)
	if m >= 2*game.Hour {
		step = 30
	}
	return max((m+step/2)/step*step, 5)
}

func (o *offers) alert(a *game.AlertView) {
	on, t := " "+o.item.String(), &english.offers
	order := func(kind game.OrderKind) game.Order {
		return game.Order{Kind: kind, Item: o.item, App: a.Linked, Analyst: game.None, Team: game.None}
	}
	if a.State == game.AskedTeam || a.State == game.WithTeam {
		if a.State == game.AskedTeam {
			o.add(order(game.Escalate), on+english.team, t.askOther)
		}
		return
	}
	if !a.Confirmed {
		o.add(order(game.Link), on+english.application, t.link)
	}
	switch {
	case a.State == game.NeedsDecision || a.State == game.WithUpstream:
	case a.Linked == game.None:
		o.add(order(game.Assign), on+english.analyst, t.investigate+o.night(a))
	case a.Cause == game.UnknownFault:
		o.add(order(game.Assign), on+english.analyst, t.diagnose+o.night(a))
	default:
		o.add(order(game.Assign), on+english.analyst, t.repair+o.night(a))
	}
	if a.Linked >= 0 {
		o.add(order(game.Workaround), on+english.analyst, t.workaround+o.night(a))
		if p := &o.v.Apps[a.Linked]; p.Deployed >= 0 && !p.RolledBack {
			o.add(order(game.RollBack), " "+p.Name+english.analyst, t.rollback)
		}
	}
	if o.v.Now.InHours() {
		o.add(order(game.Escalate), on+english.team, t.escalate)
	} else {
		o.add(order(game.Escalate), on+english.team, t.escalateNight)
	}
	if !a.Confirmed {
		o.add(order(game.Dismiss), on, t.dismiss)
	}
	o.queued(a.Analyst)
}

// night is what a callout adds to the price of an alert, out of hours.
func (o *offers) night(a *game.AlertView) string {
	if o.v.Now.InHours() || !a.Page {
		return ""
	}
	return english.offers.callout
}

// queued offers what can be done with an item that an analyst has.
func (o *offers) queued(analyst int) {
	if analyst < 0 || analyst >= len(o.v.Analysts) {
		return
	}
	if o.v.Analysts[analyst].Item != o.item {
		o.add(game.Order{Kind: game.First, App: game.None}, " "+o.item.String(), english.offers.first)
	}
	o.add(game.Order{Kind: game.Drop, App: game.None}, " "+o.item.String(), english.offers.drop)
}

func (o *offers) request(r *game.RequestView) {
	on, t := " "+o.item.String(), &english.offers
	order := func(kind game.OrderKind) game.Order {
		return game.Order{Kind: kind, Item: o.item, App: r.App, Analyst: game.None, Team: game.None}
	}
	switch r.State {
	case game.Unread:
		o.add(order(game.Read), on, t.readRequest)
		return
	case game.BeforeBoard:
		o.add(order(game.Deploy), on+english.analyst, t.deployLater)
	case game.ReadyToDeploy, game.DeployQueued:
		o.add(order(game.Deploy), on+english.analyst, t.deploy)
	}
	o.queued(r.Analyst)
}

func (o *offers) message(m *game.MessageView) {
	on := " " + o.item.String()
	order := game.Order{Kind: game.Answer, Item: o.item, App: game.None, Analyst: game.None, Team: game.None}
	if len(m.Answers) == 0 && !m.Read {
		order.Kind = game.Read
		o.add(order, on, english.offers.readMessage)
	}
	for _, c := range m.Answers {
		args := on + " " + c.String()
		if c == game.Report {
			args += english.analyst
		}
		order.Choice = c
		o.add(order, args, pick(english.offers.answers, int(c)))
	}
}

// callout is what it costs to call an analyst out for an application.
func (o *offers) callout(app int) string {
	if app < 0 || app >= len(o.l.Applications) {
		app = 0
	}
	if app < len(o.l.Applications) && o.l.Applications[app].Model < len(o.l.Models) {
		for _, r := range o.l.Models[o.l.Applications[app].Model].Chain {
			if r.Staffing == game.Analysts {
				return Money(r.CalloutPay)
			}
		}
	}
	return Money(0)
}
