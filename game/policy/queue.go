package policy

import "callout/game"

// queue serves what comes in order of arrival, by whoever has the least to do. It links nothing, so analysts find out
// what an alert belongs to. With pagesFirst what customers feel comes before all else.
type queue struct {
	name       string
	pagesFirst bool
	luck       chance
	crew       crew
	asked      asked
	items      []arrival
	turn       int // whose turn for telemetry it is, where nothing else is to be served
}

// arrival is something to give to an analyst.
type arrival struct {
	at   game.Minute
	rank int // lower comes first
	item game.Item
}

func (q *queue) Name() string { return q.name }

func (q *queue) Begin(number uint64) {
	q.luck.begin(number)
	q.asked.begin()
	q.turn = 0
}

func (q *queue) Play(v *game.View, give Give) {
	q.crew.look(v)
	readAll(v, give)
	for i := range v.Alerts {
		if a := &v.Alerts[i]; a.State == game.NeedsDecision && (v.Now.InHours() || a.Page) {
			q.asked.ask(v, a, &q.luck, give)
		}
	}
	q.collect(v)
	for i := range q.items {
		q.hand(v, &q.items[i], give)
	}
	if v.Now.InHours() && nobodyCallsOperations(v) {
		q.enable(v, give)
	}
}

// enable is what is left to serve where no alert and no request reaches Operations: applications get telemetry, one
// after the other, in the order in which they stand.
func (q *queue) enable(v *game.View, give Give) {
	for k := range v.Analysts {
		p := &v.Analysts[k]
		if p.Presence != game.AtWork || p.Work != game.Idle || len(p.Queue) > 0 {
			continue
		}
		for range v.Apps {
			i := q.turn % len(v.Apps)
			q.turn++
			if v.Apps[i].Live && give(game.Order{Kind: game.Instrument, Analyst: k, App: i}) == nil {
				break
			}
		}
	}
}

// nobodyCallsOperations tells whether Application Operations is in no live application's support chain.
func nobodyCallsOperations(v *game.View) bool {
	models := v.Models()
	for i := range v.Apps {
		if a := &v.Apps[i]; a.Live && a.Model < len(models) {
			for k := range models[a.Model].Chain {
				if models[a.Model].Chain[k].Staffing == game.Analysts {
					return false
				}
			}
		}
	}
	return true
}

// collect lists what waits and what nobody has, in the order in which it is served.
func (q *queue) collect(v *game.View) {
	q.items = q.items[:0]
	night := !v.Now.InHours()
	for i := range v.Alerts {
		a := &v.Alerts[i]
		if a.State != game.Waiting || a.Analyst != game.None || night && !a.Page {
			continue
		}
		rank := 1
		if q.pagesFirst && a.Page {
			rank = 0
		}
		q.add(arrival{a.Raised, rank, game.Item{Kind: game.Alert, N: a.N}})
	}
	if night {
		return
	}
	for i := range v.Requests {
		if r := &v.Requests[i]; r.State == game.ReadyToDeploy && r.Analyst == game.None && !v.Frozen {
			q.add(arrival{r.Arrived, 1, game.Item{Kind: game.Request, N: r.N}})
		}
	}
	for i := range v.Messages {
		if m := &v.Messages[i]; m.Kind == game.PressMessage && m.Analyst == game.None {
			q.add(arrival{m.Arrived, 1, game.Item{Kind: game.Message, N: m.N}})
		}
	}
}

// add puts a in its place; there are few, so a plain insertion is enough.
func (q *queue) add(a arrival) {
	i := len(q.items)
	q.items = append(q.items, a)
	for ; i > 0 && (q.items[i-1].rank > a.rank || q.items[i-1].rank == a.rank && q.items[i-1].at > a.at); i-- {
		q.items[i] = q.items[i-1]
	}
	q.items[i] = a
}

func (q *queue) hand(v *game.View, a *arrival, give Give) {
	k := q.crew.shortest()
	if k == game.None && a.item.Kind == game.Alert {
		k = q.crew.night()
	}
	if k == game.None {
		return
	}
	o, w := game.Order{Item: a.item, Analyst: k}, game.WorkAlert
	switch a.item.Kind {
	case game.Alert:
		o.Kind = game.Assign
	case game.Request:
		o.Kind, w = game.Deploy, game.WorkDeploy
	case game.Message:
		o.Kind, o.Choice, w = game.Answer, game.Report, game.WorkReport
	}
	if give(o) != nil {
		return
	}
	q.crew.give(k, w)
	if a.rank == 0 && q.crew.interrupts(k) {
		give(game.Order{Kind: game.First, Item: a.item})
	}
}

// readAll reads every request and every message that only wants reading, and keeps every goal as it is.
func readAll(v *game.View, give Give) {
	if !v.Now.InHours() {
		return
	}
	for i := range v.Requests {
		if r := &v.Requests[i]; r.State == game.Unread {
			give(game.Order{Kind: game.Read, Item: game.Item{Kind: game.Request, N: r.N}})
		}
	}
	for i := range v.Messages {
		m := &v.Messages[i]
		item := game.Item{Kind: game.Message, N: m.N}
		switch m.Kind {
		case game.ChaseMessage, game.NoticeMessage:
			give(game.Order{Kind: game.Read, Item: item})
		case game.OfferMessage:
			give(game.Order{Kind: game.Answer, Item: item, Choice: game.Unchanged})
		}
	}
}
