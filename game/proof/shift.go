package proof

import (
	"cmp"
	"slices"

	"callout/game"
	"callout/game/policy"
)

// choice picks who gets a piece of work about an application (None where nobody knows which), or None to let it wait.
type choice func(v *game.View, app int, load []int) int

// leader is a shift leader who does everything plainly and leaves one thing open: who gets what. It plays on the policy
// idle, believes what alerts name, and asks the owner when a cause is not Operations' to mend.
func leader(who choice) func() Habit {
	return func() Habit {
		var load []int
		return func(v *game.View, give policy.Give) {
			load = load[:0]
			for k := range v.Analysts {
				n := len(v.Analysts[k].Queue)
				if v.Analysts[k].Work != game.Idle {
					n++
				}
				load = append(load, n)
			}
			inHours := v.Now.InHours()
			pick := func(app int) int {
				if !inHours {
					if v.Standby != game.None && ready(v, v.Standby) {
						return v.Standby
					}
					return game.None
				}
				return who(v, app, load)
			}
			for i := range v.Alerts {
				leadAlert(v, &v.Alerts[i], pick, load, give)
			}
			if !inHours {
				return
			}
			for i := range v.Requests {
				r := &v.Requests[i]
				item := game.Item{Kind: game.Request, N: r.N}
				if r.State == game.Unread {
					give(game.Order{Kind: game.Read, Item: item})
				}
				if r.State == game.ReadyToDeploy && r.Analyst == game.None {
					if k := pick(r.App); k != game.None && give(game.Order{Kind: game.Deploy, Item: item, Analyst: k}) == nil {
						load[k]++
					}
				}
			}
			for i := range v.Messages {
				if m := &v.Messages[i]; m.Kind == game.ChaseMessage || m.Kind == game.NoticeMessage {
					give(game.Order{Kind: game.Read, Item: game.Item{Kind: game.Message, N: m.N}})
				}
			}
		}
	}
}

// leadAlert does something about one alert.
func leadAlert(v *game.View, a *game.AlertView, pick func(int) int, load []int, give policy.Give) {
	item := game.Item{Kind: game.Alert, N: a.N}
	if !v.Now.InHours() && !a.Page {
		return
	}
	switch {
	case a.State == game.NeedsDecision && a.Linked != game.None:
		if t := v.Apps[a.Linked].Owner; t != game.None {
			give(game.Order{Kind: game.Escalate, Item: item, Team: t})
		}
	case a.State == game.Waiting && a.Analyst == game.None:
		app := a.Linked
		if app == game.None && a.Named != game.None {
			app = a.Named
			give(game.Order{Kind: game.Link, Item: item, App: app})
		}
		if k := pick(app); k != game.None && give(game.Order{Kind: game.Assign, Item: item, Analyst: k}) == nil {
			load[k]++
		}
	}
}

// ready tells whether an analyst may be given work now.
func ready(v *game.View, k int) bool {
	switch v.Analysts[k].Presence {
	case game.AtWork, game.CalledIn, game.OnCall:
		return len(v.Analysts[k].Queue) < 12
	}
	return false
}

// anybody gives work to whoever has the least.
func anybody(v *game.View, _ int, load []int) int {
	best := game.None
	for k := range v.Analysts {
		if ready(v, k) && (best == game.None || load[k] < load[best]) {
			best = k
		}
	}
	return best
}

// whoeverIsFree gives work only to who has nothing in hand.
func whoeverIsFree(v *game.View, _ int, load []int) int {
	for k := range v.Analysts {
		if ready(v, k) && load[k] == 0 {
			return k
		}
	}
	return game.None
}

// whoShouts puts release requests in the order in which they are served where nobody keeps track: what management
// asks for first, the rest in no order; and has management's questions answered.
func whoShouts() Habit {
	return func(v *game.View, give policy.Give) {
		slices.SortFunc(v.Requests, func(a, b game.RequestView) int {
			if a.Pressed != b.Pressed {
				return flags(b.Pressed) - flags(a.Pressed)
			}
			return cmp.Compare(uint32(a.N)*2654435761, uint32(b.N)*2654435761)
		})
		for i := range v.Messages {
			if m := &v.Messages[i]; m.Kind == game.PressMessage && m.Analyst == game.None && v.Now.InHours() {
				give(game.Order{Kind: game.Answer, Item: game.Item{Kind: game.Message, N: m.N}, Choice: game.Report, Analyst: int(m.N) % len(v.Analysts)})
			}
		}
	}
}

// keeper gives all work about an application to the one who keeps it; what belongs to none, or to one who is away, goes
// to anybody.
func keeper(v *game.View, app int, load []int) int {
	if app == game.None {
		return anybody(v, app, load)
	}
	k := app % len(v.Analysts)
	switch v.Analysts[k].Presence {
	case game.Gone, game.Sick, game.OnLeave:
		return anybody(v, app, load)
	}
	if ready(v, k) {
		return k
	}
	return game.None
}

// hero gives work to whoever knows the application best, however much they have to do.
func hero(v *game.View, app int, load []int) int {
	if app == game.None {
		return anybody(v, app, load)
	}
	best := game.None
	for k := range v.Analysts {
		if ready(v, k) && load[k] < 10 && (best == game.None || v.Knows(k, app) > v.Knows(best, app)) {
			best = k
		}
	}
	return best
}

// decides is a habit that does something about every alert that waits for a decision, and leaves the rest to the policy.
func decides(do func(v *game.View, a *game.AlertView, give policy.Give)) func() Habit {
	return func() Habit {
		return func(v *game.View, give policy.Give) {
			for i := range v.Alerts {
				if a := &v.Alerts[i]; a.State == game.NeedsDecision && a.Analyst == game.None && (v.Now.InHours() || a.Page) {
					do(v, a, give)
					a.State = game.AskedTeam // the policy has nothing to decide any more
				}
			}
		}
	}
}

// alwaysAround works around whatever Operations cannot mend.
func alwaysAround(v *game.View, a *game.AlertView, give policy.Give) {
	for k := range v.Analysts {
		k = (k + int(a.N)) % len(v.Analysts)
		if p := v.Analysts[k].Presence; p == game.AtWork || p == game.CalledIn || p == game.OnCall && k == v.Standby {
			if give(game.Order{Kind: game.Workaround, Item: game.Item{Kind: game.Alert, N: a.N}, Analyst: k}) == nil {
				return
			}
		}
	}
}

// alwaysAsk asks the owner, who is in the catalogue.
func alwaysAsk(v *game.View, a *game.AlertView, give policy.Give) {
	if a.Linked != game.None && v.Apps[a.Linked].Owner != game.None {
		give(game.Order{Kind: game.Escalate, Item: game.Item{Kind: game.Alert, N: a.N}, Team: v.Apps[a.Linked].Owner})
	}
}
