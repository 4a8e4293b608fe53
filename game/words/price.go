package words

import "callout/game"

// priceText says what an order does and costs.
func (o *offers) priceText(order game.Order) string {
	template := o.template(order)
	p, priced := o.price(order)
	f := blanks{v: o.v, item: o.item, app: order.App, team: game.None, analyst: order.Analyst}
	text := begin(fill(template, func(name, one, many string) string {
		switch name {
		case "work":
			return between(p)
		case "risk":
			return Percent(p.Risk)
		case "callout":
			return o.callout(order.App)
		case "wrong":
			return Percent(o.g.Level().Balance.WrongLinkCost)
		}
		return f.value(name, one, many)
	}))
	if _, own := inUse().offers[order.Kind]; !own && priced && order.Kind != game.Answer {
		text += fill(inUse().takes, func(string, string, string) string { return between(p) })
	}
	return text
}

// template is what an order does: in words for the case at hand where there are any, else as the help has it.
func (o *offers) template(order game.Order) string {
	if order.Kind == game.Answer {
		return pick(inUse().answers, int(order.Choice))
	}
	t, ok := inUse().offers[order.Kind]
	if !ok {
		return OrderHelp(order.Kind) + "."
	}
	switch order.Kind {
	case game.Read:
		if m := o.message(); m != nil && len(m.Answers) > 0 {
			return inUse().noted
		}
		return t.choose(o.item.Kind == game.Message)
	case game.Deploy:
		return t.choose(o.waitsForBoard())
	case game.Duty:
		return t.choose(order.Choice == game.Off)
	case game.Escalate:
		return t.choose(!o.v.Now.InHours())
	case game.Assign:
		switch {
		case o.alert.Linked == game.None:
			t.usual = inUse().investigate
		case o.alert.Cause == game.UnknownFault:
			t.usual = inUse().diagnose
		}
	}
	if (order.Kind == game.Assign || order.Kind == game.Workaround) && !o.v.Now.InHours() {
		if o.alert.Page {
			return t.usual + inUse().callout
		}
		return t.usual + inUse().morning
	}
	return t.usual
}

// message is the message that the offers are about, or nil.
func (o *offers) message() *game.MessageView {
	for i := range o.v.Messages {
		if m := &o.v.Messages[i]; o.item.Kind == game.Message && m.N == o.item.N {
			return m
		}
	}
	return nil
}

// waitsForBoard tells whether the request still has to be approved.
func (o *offers) waitsForBoard() bool {
	for i := range o.v.Requests {
		if r := &o.v.Requests[i]; r.N == o.item.N {
			return r.State == game.BeforeBoard
		}
	}
	return false
}

// price is what an order costs whoever may be chosen for it, from the least to the most, and whether it has a price.
func (o *offers) price(order game.Order) (all game.Price, ok bool) {
	ask := func() {
		p, priced := o.v.Price(order)
		if !priced {
			return
		}
		if !ok {
			all = p
		}
		all.Lo, all.Hi, all.Risk = min(all.Lo, p.Lo), max(all.Hi, p.Hi), max(all.Risk, p.Risk)
		ok = true
	}
	if order.Kind == game.Escalate {
		for t := range o.v.Teams {
			if order.Team = t; o.v.Teams[t].Joined {
				ask()
			}
		}
		return all, ok
	}
	for k := range o.v.Analysts {
		if p := o.v.Analysts[k].Presence; p != game.Gone && p != game.Arriving {
			order.Analyst = k
			ask()
		}
	}
	return all, ok
}

// between is a span of time from the least to the most, rounded so that it does not look more certain than it is.
func between(p game.Price) string {
	least, most := around(p.Lo), around(p.Hi)
	if least == most {
		return fill(inUse().about, func(string, string, string) string { return Span(least) })
	}
	return fill(inUse().between, func(name, _, _ string) string {
		if name == "least" {
			return Span(least)
		}
		return Span(most)
	})
}

func around(m game.Minute) game.Minute {
	step := game.Minute(5)
	if m >= 2*game.Hour {
		step = 30
	}
	return max((m+step/2)/step*step, 5)
}

// callout is what it costs to call an analyst out for an application, or for any where that is not known.
func (o *offers) callout(app int) string {
	l := o.g.Level()
	if app < 0 || app >= len(l.Applications) {
		app = 0
	}
	if app < len(l.Applications) && l.Applications[app].Model < len(l.Models) {
		for _, r := range l.Models[l.Applications[app].Model].Chain {
			if r.Staffing == game.Analysts {
				return Money(r.CalloutPay)
			}
		}
	}
	return Money(0)
}
