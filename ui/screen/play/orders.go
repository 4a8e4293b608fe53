package play

import (
	"strconv"

	"callout/game"
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/screen"
)

// offer is an order that the selected thing allows: its key, what it does, and what it costs.
type offer struct {
	key   *key.Binding // nil for an answer, which has a number
	digit string
	what  string
	price string
	but   string // said after the price where there is room
	shut  bool   // it cannot be taken now; the price says why
	do    func() screen.Action
}

// free is an offer that takes no work: its price is the decision.
func free(b *key.Binding, what, but string, do func() screen.Action) offer {
	return offer{key: b, what: what, price: words.Say("play.price.free"), but: but, do: do}
}

// is tells whether k takes the offer.
func (o *offer) is(k string) bool { return o.key == nil && o.digit == k || o.key != nil && o.key.Is(k) }

// shown is the key that takes the offer, as the screen writes it.
func (o *offer) shown() string {
	if o.key == nil {
		return o.digit
	}
	return o.key.Show()
}

// give is an order, with what it does not name set to none.
func give(kind game.OrderKind, o game.Order) screen.Action {
	o.Kind = kind
	return screen.Give{Order: o}
}

func order(kind game.OrderKind, item game.Item) func() screen.Action {
	return func() screen.Action {
		return give(kind, game.Order{Item: item, Analyst: game.None, App: game.None, Team: game.None})
	}
}

// offers are the orders that the selected thing allows, the likeliest first.
func (s *Screen) offers() []offer {
	if s.looks() {
		return nil
	}
	return s.shut(s.possible())
}

// possible are the orders that the selected thing allows by the rules of the game.
func (s *Screen) possible() []offer {
	item, app, who := s.selected()
	switch s.focus {
	case appPane:
		if app >= 0 {
			return s.appOffers(app)
		}
	case peoplePane:
		if who >= 0 {
			return s.personOffers(who)
		}
	case inPane:
		switch item.Kind {
		case game.Alert:
			if a := s.alert(item.N); a != nil {
				return s.alertOffers(a)
			}
		case game.Request:
			if r := s.request(item.N); r != nil {
				return s.requestOffers(r)
			}
		case game.Message:
			if m := s.message(item.N); m != nil {
				return s.messageOffers(m)
			}
		}
	}
	return nil
}

func (s *Screen) alert(n int32) *game.AlertView {
	for i := range s.view.Alerts {
		if s.view.Alerts[i].N == n {
			return &s.view.Alerts[i]
		}
	}
	return nil
}

func (s *Screen) request(n int32) *game.RequestView {
	for i := range s.view.Requests {
		if s.view.Requests[i].N == n {
			return &s.view.Requests[i]
		}
	}
	return nil
}

func (s *Screen) message(n int32) *game.MessageView {
	for i := range s.view.Messages {
		if s.view.Messages[i].N == n {
			return &s.view.Messages[i]
		}
	}
	return nil
}

func (s *Screen) alertOffers(a *game.AlertView) []offer {
	item := game.Item{Kind: game.Alert, N: a.N}
	to := func(kind game.OrderKind) func(int) game.Order {
		return func(who int) game.Order {
			return game.Order{Kind: kind, Item: item, Analyst: who, App: game.None, Team: game.None}
		}
	}
	link := free(key.Link, key.Link.Help(), words.Say("play.but.link"), func() screen.Action { return s.chooseLink(a) })
	assign := s.withAnalyst(key.Assign, words.Say("play.order.investigate"), "", words.Say("play.who.investigate", "item", item.String()), game.None, to(game.Assign))
	if a.Linked >= 0 {
		what := words.Say("play.order.diagnose")
		if a.Cause != game.UnknownFault {
			what = words.Say("play.order.mend")
		}
		assign = s.withAnalyst(key.Assign, what, "", words.Say("play.who.takes", "item", item.String()), a.Linked, to(game.Assign))
	}
	escalate := offer{
		key: key.Escalate, what: key.Escalate.Help(), price: s.answerPrice(a), but: words.Say("play.but.escalate"),
		do: func() screen.Action { return s.chooseTeam(a) },
	}
	noise := free(key.Dismiss, key.Dismiss.Help(), words.Say("play.but.noise"), order(game.Dismiss, item))

	var list []offer
	byRollback := a.State == game.NeedsDecision && a.Cause == game.ChangeFaultKind && a.Linked >= 0
	switch {
	case a.State == game.AskedTeam, a.State == game.WithTeam, a.State == game.WithUpstream, a.State == game.WithDesk:
	case byRollback:
		list = append(list, s.rollBackOffer(a.Linked), escalate)
	case a.State == game.NeedsDecision:
		list = append(list, escalate)
	case a.Linked < 0:
		list = append(list, link, assign, escalate)
	default:
		list = append(list, assign, escalate)
	}
	if a.Linked >= 0 {
		if p := &s.view.Apps[a.Linked]; p.Deployed >= 0 && !p.RolledBack && !byRollback {
			list = append(list, s.rollBackOffer(a.Linked))
		}
		list = append(list, s.withAnalyst(key.Workaround, key.Workaround.Help(), words.Say("play.but.workaround"), words.Say("play.who.workaround", "item", item.String()), a.Linked, to(game.Workaround)))
		if !a.Confirmed {
			link.what = words.Say("play.order.link_other")
			list = append(list, link)
		}
	}
	if !a.Confirmed {
		list = append(list, noise)
	}
	if a.State == game.Queued {
		list = append(list, queueOffers(item)...)
	}
	return list
}

// withAnalyst is an offer of work that an analyst is chosen for. Its price is that of whom the chooser puts first.
func (s *Screen) withAnalyst(b *key.Binding, what, but, title string, app int, with func(who int) game.Order) offer {
	list := s.candidates(app, with)
	price := words.Say("play.price.nobody")
	if len(list) > 0 {
		price = s.price(with(list[0].who))
	}
	return offer{key: b, what: what, price: price, but: but, do: func() screen.Action { return s.choose(title, list) }}
}

// queueOffers move an item within, or out of, the queue it is in.
func queueOffers(item game.Item) []offer {
	return []offer{
		free(key.PutFirst, key.PutFirst.Help(), words.Say("play.but.first"), order(game.First, item)),
		free(key.Drop, key.Drop.Help(), "", order(game.Drop, item)),
	}
}

func (s *Screen) rollBackOffer(app int) offer {
	p := &s.view.Apps[app]
	what := words.Say("play.order.roll_back", "app", p.Name, "version", words.Version([2]int32{p.Major, p.Minor}))
	return s.withAnalyst(key.RollBack, what, words.Say("play.but.roll_back"), words.Say("play.who.roll_back", "app", p.Name), app,
		func(who int) game.Order {
			return game.Order{Kind: game.RollBack, App: app, Analyst: who, Team: game.None}
		})
}

func (s *Screen) requestOffers(r *game.RequestView) []offer {
	item := game.Item{Kind: game.Request, N: r.N}
	switch r.State {
	case game.Unread:
		return []offer{free(key.Read, key.Read.Help(), words.Say("play.but.read"), order(game.Read, item))}
	case game.ReadyToDeploy, game.BeforeBoard:
		but := ""
		if r.State == game.BeforeBoard {
			but = words.Say("play.but.deploy") // it may be given out now, and is begun then
		}
		return []offer{s.withAnalyst(key.Deploy, key.Deploy.Help(), but, words.Say("play.who.deploy", "item", item.String()), r.App, func(who int) game.Order {
			return game.Order{Kind: game.Deploy, Item: item, Analyst: who, App: game.None, Team: game.None}
		})}
	case game.DeployQueued:
		return queueOffers(item)
	}
	return nil
}

func (s *Screen) messageOffers(m *game.MessageView) []offer {
	item := game.Item{Kind: game.Message, N: m.N}
	if len(m.Answers) == 0 {
		if m.Read {
			return nil
		}
		return []offer{free(key.Read, key.Read.Help(), "", order(game.Read, item))}
	}
	list := make([]offer, 0, len(m.Answers))
	for i, c := range m.Answers {
		answer := func(who int) game.Order {
			return game.Order{Kind: game.Answer, Item: item, Choice: c, Analyst: who, App: game.None, Team: game.None}
		}
		number := strconv.Itoa(i + 1)
		o := offer{what: words.Choice(c), price: s.choicePrice(c), do: func() screen.Action {
			return screen.Give{Order: answer(game.None)}
		}}
		if c == game.Report {
			o = s.withAnalyst(nil, words.Say("play.order.report"), "", words.Say("play.who.report"), game.None, answer)
		}
		o.digit = number
		list = append(list, o)
	}
	return list
}

// choicePrice is what an answer to management costs.
func (s *Screen) choicePrice(c game.Choice) string {
	b := &s.level.Balance
	switch c {
	case game.Refuse:
		return words.Say("play.price.refuse")
	case game.Scope:
		return words.Say("play.price.scope", "share", words.Percent(b.ScopeCut))
	case game.People:
		return words.Say("play.price.people", "time", b.HireDelay)
	case game.Overtime:
		return words.Say("play.price.overtime", "time", game.Minute(b.OvertimeHours)*game.Hour)
	case game.Unchanged:
		return words.Say("play.price.free")
	}
	return ""
}

func (s *Screen) appOffers(app int) []offer {
	p := &s.view.Apps[app]
	with := func(kind game.OrderKind) func(int) game.Order {
		return func(who int) game.Order {
			return game.Order{Kind: kind, App: app, Analyst: who, Team: game.None}
		}
	}
	var list []offer
	if p.Deployed >= 0 && !p.RolledBack {
		list = append(list, s.rollBackOffer(app))
	}
	list = append(list,
		s.withAnalyst(key.Sync, key.Sync.Help(), words.Say("play.but.sync"), words.Say("play.who.sync", "app", p.Name), app, with(game.Sync)),
		s.withAnalyst(key.Runbook, key.Runbook.Help(), words.Say("play.but.runbook"), words.Say("play.who.runbook", "app", p.Name), app, with(game.Runbook)),
		s.withAnalyst(key.Tune, key.Tune.Help(), words.Say("play.but.tune"), words.Say("play.who.tune", "app", p.Name), app, with(game.Tune)),
		s.withAnalyst(key.Instrument, key.Instrument.Help(), words.Say("play.but.sync"), words.Say("play.who.instrument", "app", p.Name), app, with(game.Instrument)),
		s.withAnalyst(key.Chaos, key.Chaos.Help(), words.Say("play.but.sync"), words.Say("play.who.chaos", "app", p.Name), app, with(game.Chaos)),
	)
	if len(s.view.Models()) > 1 && !p.Moving {
		list = append(list, offer{
			key: key.Move, what: key.Move.Help(), but: words.Say("play.but.move"), do: func() screen.Action { return s.chooseModel(app) },
		})
	}
	return list
}

func (s *Screen) personOffers(who int) []offer {
	a := &s.view.Analysts[who]
	with := func(kind game.OrderKind) func(int) game.Order {
		return func(app int) game.Order {
			return game.Order{Kind: kind, App: app, Analyst: who, Team: game.None}
		}
	}
	price := func(kind game.OrderKind) string { return s.price(with(kind)(0)) }
	self := func(kind game.OrderKind, c game.Choice) func() screen.Action {
		return func() screen.Action {
			return give(kind, game.Order{Analyst: who, Choice: c, App: game.None, Team: game.None})
		}
	}
	duty := free(key.Duty, words.Say("play.order.duty_on"), words.Say("play.but.duty_on"), self(game.Duty, game.On))
	if a.Duty {
		duty = free(key.Duty, words.Say("play.order.duty_off"), words.Say("play.but.duty_off"), self(game.Duty, game.Off))
	}
	about := func(b *key.Binding, kind game.OrderKind, but, title string) offer {
		return offer{key: b, what: b.Help(), price: price(kind), but: but, do: func() screen.Action { return s.chooseApp(title, who, with(kind)) }}
	}
	list := []offer{
		{key: key.Assign, what: words.Say("play.order.assign"), but: words.Say("play.but.assign"), do: func() screen.Action { return s.chooseWork(who) }},
		duty,
		about(key.Sync, game.Sync, words.Say("play.but.sync"), words.Say("play.which.sync", "who", a.Name)),
		about(key.Runbook, game.Runbook, words.Say("play.but.runbook"), words.Say("play.which.runbook", "who", a.Name)),
		about(key.Tune, game.Tune, words.Say("play.but.tune"), words.Say("play.which.tune", "who", a.Name)),
		{key: key.Rest, what: key.Rest.Help(), price: words.Say("play.price.rest"), but: words.Say("play.but.rest"), do: self(game.Rest, game.NoChoice)},
	}
	if s.view.Standby != who {
		list = append(list, offer{
			key: key.Standby, what: key.Standby.Help(), price: words.Say("play.price.standby"), but: words.Say("play.but.standby"),
			do: self(game.OnStandby, game.NoChoice),
		})
	}
	return list
}
