package policy

import "callout/game"

// lister lists the orders that would be accepted, as far as a view tells. It knows no more than the view, so a few of
// them may still be refused, and the refusal then is news.
type lister struct {
	view  *game.View
	out   *writer
	count int
	crew  []int // analysts to whom work can be given
}

// list writes the legal orders as a list, what is about the inbox first, and returns how many did not fit in. Orders
// that would change nothing are not among them.
func (l *lister) list(v *game.View, w *writer) (leftOut int) {
	l.view, l.out, l.count, l.crew = v, w, 0, l.crew[:0]
	for k := range v.Analysts {
		switch a := &v.Analysts[k]; a.Presence {
		case game.Gone, game.Arriving, game.Sick, game.OnLeave:
		default:
			if len(a.Queue) < room {
				l.crew = append(l.crew, k)
			}
		}
	}
	w.open('[')
	if !v.Over {
		l.requests()
		l.messages()
		l.alerts()
		l.people()
		l.rollBacks()
		l.links()
		l.escalations()
		l.improvements()
		l.moves()
	}
	w.close(']')
	return max(0, l.count-MaxLegal)
}

func (l *lister) add(o game.Order) {
	if l.count++; l.count <= MaxLegal {
		l.out.string(l.view.FormatOrder(o))
	}
}

// give adds an order for everybody to whom work can be given, but for who has the item already.
func (l *lister) give(o game.Order, has int) {
	for _, k := range l.crew {
		if k != has {
			o.Analyst = k
			l.add(o)
		}
	}
}

// queued adds what can be done with an item that somebody has.
func (l *lister) queued(item game.Item, who int) {
	if who == game.None {
		return
	}
	if a := &l.view.Analysts[who]; a.Item != item && (len(a.Queue) > 0 && a.Queue[0].Item != item || a.Work != game.Idle) {
		l.add(game.Order{Kind: game.First, Item: item})
	}
	l.add(game.Order{Kind: game.Drop, Item: item})
}

func (l *lister) requests() {
	for i := range l.view.Requests {
		r := &l.view.Requests[i]
		item := game.Item{Kind: game.Request, N: r.N}
		if r.State == game.Unread {
			l.add(game.Order{Kind: game.Read, Item: item})
			continue
		}
		if l.view.Models()[l.view.Apps[r.App].Model].Deploys != game.DeliveryTeam {
			l.give(game.Order{Kind: game.Deploy, Item: item}, r.Analyst)
		}
		l.queued(item, r.Analyst)
	}
}

func (l *lister) messages() {
	for i := range l.view.Messages {
		m := &l.view.Messages[i]
		item := game.Item{Kind: game.Message, N: m.N}
		if !m.Read || m.Kind == game.ChaseMessage || m.Kind == game.NoticeMessage {
			l.add(game.Order{Kind: game.Read, Item: item})
		}
		for _, c := range m.Answers {
			o := game.Order{Kind: game.Answer, Item: item, Choice: c, Analyst: game.None}
			if c == game.Report {
				l.give(o, m.Analyst)
			} else {
				l.add(o)
			}
		}
		l.queued(item, m.Analyst)
	}
}

// open tells whether an alert is not in the hands of a Delivery team.
func open(a *game.AlertView) bool { return a.State != game.AskedTeam && a.State != game.WithTeam }

func (l *lister) alerts() {
	for i := range l.view.Alerts {
		a := &l.view.Alerts[i]
		item := game.Item{Kind: game.Alert, N: a.N}
		if open(a) {
			if a.State != game.NeedsDecision && a.State != game.WithUpstream && a.State != game.WithDesk {
				l.give(game.Order{Kind: game.Assign, Item: item}, a.Analyst)
			}
			if a.Linked != game.None {
				l.give(game.Order{Kind: game.Workaround, Item: item}, l.workingAround(item))
			}
			if !a.Confirmed {
				l.add(game.Order{Kind: game.Dismiss, Item: item})
			}
		}
		l.queued(item, a.Analyst)
	}
}

// workingAround is who has a workaround for an item to do, or None.
func (l *lister) workingAround(item game.Item) int {
	for k := range l.view.Analysts {
		a := &l.view.Analysts[k]
		if a.Work == game.WorkWorkaround && a.Item == item {
			return k
		}
		for i := range a.Queue {
			if t := &a.Queue[i]; t.Work == game.WorkWorkaround && t.Item == item {
				return k
			}
		}
	}
	return game.None
}

func (l *lister) people() {
	v := l.view
	for k := range v.Analysts {
		a := &v.Analysts[k]
		if a.Presence == game.Gone || a.Presence == game.Arriving {
			continue
		}
		o := game.Order{Analyst: k, Kind: game.Duty, Choice: game.On}
		if a.Duty {
			o.Choice = game.Off
		}
		l.add(o)
		if a.Presence == game.Sick || a.Presence == game.OnLeave {
			continue
		}
		l.add(game.Order{Kind: game.Rest, Analyst: k})
		if v.Standby != k {
			l.add(game.Order{Kind: game.OnStandby, Analyst: k})
		}
	}
	o := game.Order{Kind: game.Freeze, Choice: game.On}
	if v.Frozen {
		o.Choice = game.Off
	}
	l.add(o)
}

func (l *lister) rollBacks() {
	for i := range l.view.Apps {
		if a := &l.view.Apps[i]; a.Live && a.Deployed >= 0 && !a.RolledBack {
			l.give(game.Order{Kind: game.RollBack, App: i}, game.None)
		}
	}
}

func (l *lister) links() {
	for k := range l.view.Alerts {
		a := &l.view.Alerts[k]
		if !open(a) || a.Confirmed {
			continue
		}
		for i := range l.view.Apps {
			if l.view.Apps[i].Live && i != a.Linked && !contains(a.Ruled, i) {
				l.add(game.Order{Kind: game.Link, Item: game.Item{Kind: game.Alert, N: a.N}, App: i})
			}
		}
	}
}

func (l *lister) escalations() {
	for k := range l.view.Alerts {
		a := &l.view.Alerts[k]
		if a.State == game.WithTeam {
			continue
		}
		for t := range l.view.Teams {
			if l.view.Teams[t].Joined && !(a.State == game.AskedTeam && a.Team == t) {
				l.add(game.Order{Kind: game.Escalate, Item: game.Item{Kind: game.Alert, N: a.N}, Team: t})
			}
		}
	}
}

func (l *lister) improvements() {
	works := [...]struct {
		order game.OrderKind
		work  game.Work
	}{
		{game.Sync, game.WorkSync}, {game.Runbook, game.WorkRunbook}, {game.Tune, game.WorkTune},
		{game.Instrument, game.WorkInstrument}, {game.Chaos, game.WorkChaos},
	}
	for _, w := range works {
		for _, k := range l.crew {
			for i := range l.view.Apps {
				if l.view.Apps[i].Live && !l.waits(k, w.work, i) {
					l.add(game.Order{Kind: w.order, Analyst: k, App: i})
				}
			}
		}
	}
}

// waits tells whether analyst k has that work for application i waiting.
func (l *lister) waits(k int, w game.Work, i int) bool {
	for _, t := range l.view.Analysts[k].Queue {
		if t.Work == w && t.App == i {
			return true
		}
	}
	return false
}

func (l *lister) moves() {
	models := l.view.Models()
	for i := range l.view.Apps {
		a := &l.view.Apps[i]
		if !a.Live || a.Moving {
			continue
		}
		for m := range models {
			if m != a.Model && a.Written >= models[m].Evidence {
				l.add(game.Order{Kind: game.Move, App: i, Model: m})
			}
		}
	}
}
