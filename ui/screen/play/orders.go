package play

import (
	"strconv"

	"callout/game"
	"callout/ui/screen"
	"callout/ui/words"
)

// offer is an order that the selected thing allows: its key, what it does, and what it costs.
type offer struct {
	key   string
	what  string
	price string
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
	rules := &s.level.Balance
	link := offer{"l", "link to an application", "free; wrong costs " + words.Percent(rules.WrongLinkCost) + " of a diagnosis",
		func() screen.Action { return s.chooseLink(a) }}
	assign := offer{"i", "investigate", about(rules.InvestigateWork),
		func() screen.Action {
			return s.chooseAnalyst("Who investigates "+item.String()+"?", a.Linked, rules.InvestigateWork,
				func(who int) game.Order { return game.Order{Kind: game.Assign, Item: item, Analyst: who} })
		}}
	if a.Linked >= 0 {
		assign.what, assign.price = "assign: diagnose and mend", about(rules.DiagnoseWork)+", then the repair"
		assign.do = func() screen.Action {
			return s.chooseAnalyst("Who takes "+item.String()+"?", a.Linked, rules.DiagnoseWork,
				func(who int) game.Order { return game.Order{Kind: game.Assign, Item: item, Analyst: who} })
		}
	}
	escalate := offer{"e", "escalate to a Delivery team", about(rules.AnswerInHours) + "; wrong: " + words.Span(rules.BounceMinutes),
		func() screen.Action { return s.chooseTeam(a) }}
	noise := offer{"n", "noise, dismiss", "free; a real one comes back", order(game.Dismiss, item)}

	var list []offer
	switch a.State {
	case game.AskedTeam, game.WithTeam, game.WithUpstream:
	case game.NeedsDecision:
		list = append(list, escalate)
		if a.Cause == game.ChangeFaultKind && a.Linked >= 0 {
			list = append([]offer{s.rollBackOffer(a.Linked)}, list...)
		}
	default:
		if a.Linked < 0 {
			list = append(list, link)
		}
		list = append(list, assign, escalate)
	}
	if a.Linked >= 0 {
		if p := &s.view.Apps[a.Linked]; p.Deployed >= 0 && !p.RolledBack && !(a.State == game.NeedsDecision && a.Cause == game.ChangeFaultKind) {
			list = append(list, s.rollBackOffer(a.Linked))
		}
		list = append(list, offer{"w", "workaround", about(rules.WorkaroundWork) + "; it comes back",
			func() screen.Action {
				return s.chooseAnalyst("Who works around "+item.String()+"?", a.Linked, rules.WorkaroundWork,
					func(who int) game.Order { return game.Order{Kind: game.Workaround, Item: item, Analyst: who} })
			}})
		if !a.Confirmed {
			link.what = "link to another application"
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

// queueOffers move an item within, or out of, the queue it is in.
func queueOffers(item game.Item) []offer {
	return []offer{
		{"p", "put first in the queue", "interrupts unfinished work", order(game.First, item)},
		{"x", "drop from the queue", "free", order(game.Drop, item)},
	}
}

func (s *Screen) rollBackOffer(app int) offer {
	p := &s.view.Apps[app]
	work := s.level.Balance.RollbackWork
	version := words.Version([2]int32{p.Major, p.Minor})
	return offer{"b", "roll back " + p.Name + " " + version, about(work) + "; the changes go too", func() screen.Action {
		return s.chooseAnalyst("Who rolls back "+p.Name+"?", app, work,
			func(who int) game.Order { return game.Order{Kind: game.RollBack, App: app, Analyst: who} })
	}}
}

func (s *Screen) requestOffers(r *game.RequestView) []offer {
	item := game.Item{Kind: game.Request, N: r.N}
	rules := &s.level.Balance
	var list []offer
	switch r.State {
	case game.Unread:
		list = append(list, offer{"r", "read", "free; it is planned then", order(game.Read, item)})
	case game.ReadyToDeploy, game.BeforeBoard:
		work := rules.DeployWork + game.Minute(r.Batch)*rules.DeployPerChange
		list = append(list, offer{"d", "deploy", about(work), func() screen.Action {
			return s.chooseAnalyst("Who deploys "+item.String()+"?", r.App, work,
				func(who int) game.Order { return game.Order{Kind: game.Deploy, Item: item, Analyst: who} })
		}})
	case game.DeployQueued:
		list = append(list, queueOffers(item)...)
	}
	return list
}

func (s *Screen) messageOffers(m *game.MessageView) []offer {
	item := game.Item{Kind: game.Message, N: m.N}
	if len(m.Answers) == 0 {
		if m.Read {
			return nil
		}
		return []offer{{"r", "read", "free", order(game.Read, item)}}
	}
	list := make([]offer, 0, len(m.Answers))
	for i, c := range m.Answers {
		o := offer{key: strconv.Itoa(i + 1), what: words.Choice(c), price: s.answerPrice(c), do: func() screen.Action {
			return give(game.Answer, game.Order{Item: item, Choice: c, Analyst: game.None, App: game.None, Team: game.None})
		}}
		if c == game.Report {
			o.do = func() screen.Action {
				return s.chooseAnalyst("Who writes the report?", game.None, s.level.Balance.StatusWork,
					func(who int) game.Order {
						return game.Order{Kind: game.Answer, Item: item, Choice: c, Analyst: who}
					})
			}
		}
		list = append(list, o)
	}
	return list
}

// answerPrice is what an answer to management costs.
func (s *Screen) answerPrice(c game.Choice) string {
	b := &s.level.Balance
	switch c {
	case game.Report:
		return about(b.StatusWork) + " of an analyst"
	case game.Refuse:
		return "burnout rises for everybody"
	case game.Scope:
		return words.Percent(b.ScopeCut) + " fewer changes; " + words.Money(b.ScopePrice) + " per application and week"
	case game.People:
		return "salary; starts in " + words.Span(b.HireDelay)
	case game.Overtime:
		return plural(int(b.OvertimeHours), "hour", "hours") + " more a day for " + plural(int(b.OvertimeDays), "day", "days") + "; tires"
	case game.Unchanged:
		return "free; the goal stays where it is"
	}
	return ""
}

func (s *Screen) appOffers(app int) []offer {
	p, rules := &s.view.Apps[app], &s.level.Balance
	with := func(kind game.OrderKind) func(int) game.Order {
		return func(who int) game.Order { return game.Order{Kind: kind, App: app, Analyst: who} }
	}
	var list []offer
	if p.Deployed >= 0 && !p.RolledBack {
		list = append(list, s.rollBackOffer(app))
	}
	return append(list,
		offer{"s", "synchronise knowledge", about(rules.SyncWork) + ", with the team", func() screen.Action {
			return s.chooseAnalyst("Who learns "+p.Name+" from its team?", app, 0, with(game.Sync))
		}},
		offer{"r", "write the runbook", about(rules.RunbookWork), func() screen.Action {
			return s.chooseAnalyst("Who writes the runbook of "+p.Name+"?", app, 0, with(game.Runbook))
		}},
		offer{"t", "tune alerts", about(rules.TuneWork) + "; slower detection", func() screen.Action {
			return s.chooseAnalyst("Who tunes the alerts of "+p.Name+"?", app, 0, with(game.Tune))
		}},
	)
}

func (s *Screen) personOffers(who int) []offer {
	a, rules := &s.view.Analysts[who], &s.level.Balance
	with := func(kind game.OrderKind) func(int) game.Order {
		return func(app int) game.Order { return game.Order{Kind: kind, App: app, Analyst: who} }
	}
	self := func(kind game.OrderKind, c game.Choice) func() screen.Action {
		return func() screen.Action {
			return give(kind, game.Order{Analyst: who, Choice: c, App: game.None, Team: game.None})
		}
	}
	duty := offer{"u", "duty on", "takes waiting alerts unasked", self(game.Duty, game.On)}
	if a.Duty {
		duty = offer{"u", "duty off", "only what you assign", self(game.Duty, game.Off)}
	}
	list := []offer{
		{"i", "assign work", "alerts and deployments", func() screen.Action { return s.chooseWork(who) }},
		duty,
		{"s", "synchronise knowledge", about(rules.SyncWork), func() screen.Action {
			return s.chooseApp("What does "+a.Name+" learn?", who, with(game.Sync))
		}},
		{"r", "write a runbook", about(rules.RunbookWork), func() screen.Action {
			return s.chooseApp("Which runbook does "+a.Name+" write?", who, with(game.Runbook))
		}},
		{"t", "tune alerts", about(rules.TuneWork), func() screen.Action {
			return s.chooseApp("Whose alerts does "+a.Name+" tune?", who, with(game.Tune))
		}},
		{"z", "rest: a day off", "a working day", self(game.Rest, game.NoChoice)},
	}
	if s.view.Standby != who {
		list = append(list, offer{"o", "standby out of hours", "paid; tires", self(game.OnStandby, game.NoChoice)})
	}
	return list
}
