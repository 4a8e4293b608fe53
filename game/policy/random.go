package policy

import "callout/game"

// random gives orders that look legal, without a thought: each open item gets, one time in three, some order that
// fits its kind.
type random struct{ luck chance }

func (r *random) Name() string        { return "random" }
func (r *random) Begin(number uint64) { r.luck.begin(number) }

func (r *random) Play(v *game.View, give Give) {
	for i := range v.Requests {
		if r.luck.below(3) == 0 {
			r.request(v, &v.Requests[i], give)
		}
	}
	for i := range v.Alerts {
		if r.luck.below(3) == 0 {
			r.alert(v, &v.Alerts[i], give)
		}
	}
	for i := range v.Messages {
		if r.luck.below(3) == 0 {
			r.message(v, &v.Messages[i], give)
		}
	}
	if r.luck.below(8) == 0 {
		r.people(v, give)
	}
}

func (r *random) request(v *game.View, q *game.RequestView, give Give) {
	item := game.Item{Kind: game.Request, N: q.N}
	switch q.State {
	case game.Unread:
		give(game.Order{Kind: game.Read, Item: item})
	case game.ReadyToDeploy:
		give(game.Order{Kind: game.Deploy, Item: item, Analyst: r.anybody(v)})
	}
}

func (r *random) alert(v *game.View, a *game.AlertView, give Give) {
	o := game.Order{Item: game.Item{Kind: game.Alert, N: a.N}, Analyst: r.anybody(v), App: r.luck.below(len(v.Apps)), Team: r.luck.below(len(v.Teams))}
	switch a.State {
	case game.Waiting, game.Queued:
		kinds := [...]game.OrderKind{game.Assign, game.Assign, game.Assign, game.Link, game.Dismiss, game.Escalate}
		o.Kind = kinds[r.luck.below(len(kinds))]
	case game.NeedsDecision:
		kinds := [...]game.OrderKind{game.Escalate, game.Escalate, game.Workaround}
		o.Kind = kinds[r.luck.below(len(kinds))]
	default:
		return
	}
	if o.Kind == game.Link && (a.Confirmed || !v.Apps[o.App].Live) || o.Kind == game.Dismiss && a.Confirmed ||
		o.Kind == game.Escalate && !v.Teams[o.Team].Joined {
		return
	}
	give(o)
}

func (r *random) message(v *game.View, m *game.MessageView, give Give) {
	o := game.Order{Kind: game.Read, Item: game.Item{Kind: game.Message, N: m.N}}
	if n := len(m.Answers); n > 0 && m.Analyst == game.None {
		o.Kind, o.Choice, o.Analyst = game.Answer, m.Answers[r.luck.below(n)], r.anybody(v)
	}
	give(o)
}

func (r *random) people(v *game.View, give Give) {
	o := game.Order{Analyst: r.anybody(v), App: r.luck.below(len(v.Apps)), Choice: game.On}
	kinds := [...]game.OrderKind{game.Sync, game.Runbook, game.Tune, game.Instrument, game.Chaos, game.Duty, game.Duty, game.OnStandby}
	o.Kind = kinds[r.luck.below(len(kinds))]
	if o.Kind == game.Duty && v.Analysts[o.Analyst].Duty {
		o.Choice = game.Off
	}
	if o.Kind == game.OnStandby && v.Standby == o.Analyst || !v.Apps[o.App].Live {
		return
	}
	give(o)
}

// anybody is somebody who is employed and not away, where there is one.
func (r *random) anybody(v *game.View) int {
	k := r.luck.below(len(v.Analysts))
	for range v.Analysts {
		if p := v.Analysts[k].Presence; p != game.Gone && p != game.Arriving && p != game.Sick && p != game.OnLeave {
			return k
		}
		k = (k + 1) % len(v.Analysts)
	}
	return k
}
