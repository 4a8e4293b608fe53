package play

import (
	"strconv"

	"callout/game"
	"callout/game/words"
	"callout/ui/screen"
)

// offer is an order that the selected thing allows: its key, what it does, and what it costs.
type offer struct {
	key   string
	what  string
	price string
	but   string // said after the price where there is room
	do    func() screen.Action
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
	link := offer{"l", "link to application", "free", "wrong: time lost",
		func() screen.Action { return s.chooseLink(a) }}
	assign := s.withAnalyst("i", "investigate", "", "Who investigates "+item.String()+"?", game.None, to(game.Assign))
	if a.Linked >= 0 {
		what := "diagnose and mend"
		if a.Cause != game.UnknownFault {
			what = "mend"
		}
		assign = s.withAnalyst("i", what, "", "Who takes "+item.String()+"?", a.Linked, to(game.Assign))
	}
	escalate := offer{"e", "escalate", s.answerPrice(a), "may bounce", func() screen.Action { return s.chooseTeam(a) }}
	noise := offer{"n", "dismiss as noise", "free", "may be real", order(game.Dismiss, item)}

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
		list = append(list, s.withAnalyst("w", "workaround", "it comes back", "Who works around "+item.String()+"?", a.Linked, to(game.Workaround)))
		if !a.Confirmed {
			link.what = "link to another one"
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
func (s *Screen) withAnalyst(key, what, but, title string, app int, with func(who int) game.Order) offer {
	list := s.candidates(app, with)
	price := "nobody is there"
	if len(list) > 0 {
		price = s.price(with(list[0].who))
	}
	return offer{key, what, price, but, func() screen.Action { return s.choose(title, list) }}
}

// queueOffers move an item within, or out of, the queue it is in.
func queueOffers(item game.Item) []offer {
	return []offer{
		{"p", "put first in the queue", "free", "interrupts", order(game.First, item)},
		{"x", "drop from the queue", "free", "", order(game.Drop, item)},
	}
}

func (s *Screen) rollBackOffer(app int) offer {
	p := &s.view.Apps[app]
	return s.withAnalyst("b", "roll back "+p.Name+" "+words.Version([2]int32{p.Major, p.Minor}), "its changes too", "Who rolls back "+p.Name+"?", app,
		func(who int) game.Order {
			return game.Order{Kind: game.RollBack, App: app, Analyst: who, Team: game.None}
		})
}

func (s *Screen) requestOffers(r *game.RequestView) []offer {
	item := game.Item{Kind: game.Request, N: r.N}
	switch r.State {
	case game.Unread:
		return []offer{{"r", "read", "free", "then it is planned", order(game.Read, item)}}
	case game.ReadyToDeploy, game.BeforeBoard:
		return []offer{s.withAnalyst("d", "deploy", "", "Who deploys "+item.String()+"?", r.App, func(who int) game.Order {
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
		return []offer{{"r", "read", "free", "", order(game.Read, item)}}
	}
	list := make([]offer, 0, len(m.Answers))
	for i, c := range m.Answers {
		answer := func(who int) game.Order {
			return game.Order{Kind: game.Answer, Item: item, Choice: c, Analyst: who, App: game.None, Team: game.None}
		}
		number := strconv.Itoa(i + 1)
		if c == game.Report {
			list = append(list, s.withAnalyst(number, "write the report", "", "Who writes the report?", game.None, answer))
			continue
		}
		list = append(list, offer{number, words.Choice(c), s.choicePrice(c), "", func() screen.Action {
			return screen.Give{Order: answer(game.None)}
		}})
	}
	return list
}

// choicePrice is what an answer to management costs.
func (s *Screen) choicePrice(c game.Choice) string {
	b := &s.level.Balance
	switch c {
	case game.Refuse:
		return "everybody feels it"
	case game.Scope:
		return words.Percent(b.ScopeCut) + " fewer changes"
	case game.People:
		return "salary; in " + words.Span(b.HireDelay)
	case game.Overtime:
		return "+" + words.Span(game.Minute(b.OvertimeHours)*game.Hour) + " a day; tires"
	case game.Unchanged:
		return "free"
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
		s.withAnalyst("s", "synchronise knowledge", "with its team", "Who learns "+p.Name+" from its team?", app, with(game.Sync)),
		s.withAnalyst("r", "write the runbook", "goes stale", "Who writes the runbook of "+p.Name+"?", app, with(game.Runbook)),
		s.withAnalyst("t", "tune alerts", "slower detection", "Who tunes the alerts of "+p.Name+"?", app, with(game.Tune)),
		s.withAnalyst("i", "add telemetry", "with its team", "Who adds telemetry to "+p.Name+"?", app, with(game.Instrument)),
		s.withAnalyst("x", "hold a chaos day", "with its team", "Who holds a chaos day with the team of "+p.Name+"?", app, with(game.Chaos)),
	)
	if len(s.view.Models()) > 1 && !p.Moving {
		list = append(list, offer{"m", "change support model", "", "see what it takes", func() screen.Action { return s.chooseModel(app) }})
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
	duty := offer{"y", "duty on", "free", "serves itself", self(game.Duty, game.On)}
	if a.Duty {
		duty = offer{"y", "duty off", "free", "only what you give", self(game.Duty, game.Off)}
	}
	list := []offer{
		{"i", "assign work", "", "an alert or a deployment", func() screen.Action { return s.chooseWork(who) }},
		duty,
		{"s", "synchronise knowledge", price(game.Sync), "with its team", func() screen.Action {
			return s.chooseApp("What does "+a.Name+" learn?", who, with(game.Sync))
		}},
		{"r", "write a runbook", price(game.Runbook), "goes stale", func() screen.Action {
			return s.chooseApp("Which runbook does "+a.Name+" write?", who, with(game.Runbook))
		}},
		{"t", "tune alerts", price(game.Tune), "slower detection", func() screen.Action {
			return s.chooseApp("Whose alerts does "+a.Name+" tune?", who, with(game.Tune))
		}},
		{"z", "a day off", "a working day", "burnout falls", self(game.Rest, game.NoChoice)},
	}
	if s.view.Standby != who {
		list = append(list, offer{"o", "standby at night", "paid", "tires", self(game.OnStandby, game.NoChoice)})
	}
	return list
}
