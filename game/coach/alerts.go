package coach

import "callout/game"

// each finds the first alert that fits, pages first, and the thing that it is.
func each(v *game.View, fits func(a *game.AlertView) bool) (*game.AlertView, thing, bool) {
	for _, page := range [2]bool{true, false} {
		for i := range v.Alerts {
			if a := &v.Alerts[i]; a.Page == page && fits(a) {
				o := game.Order{Item: game.Item{Kind: game.Alert, N: a.N}, App: a.Linked, Team: game.None, Analyst: a.Analyst, Model: game.None}
				return a, thing{order: o, n: a.Repeats}, true
			}
		}
	}
	return nil, thing{}, false
}

// waits tells whether nobody has taken an alert.
func waits(a *game.AlertView) bool { return a.State == game.Waiting && a.Analyst == game.None }

// suspect is the application that the strongest clue names, or None.
func suspect(v *game.View, a *game.AlertView) int {
	for _, c := range v.Clues(a, nil) {
		ruled := false
		for _, r := range a.Ruled {
			ruled = ruled || r == c.App
		}
		if !ruled && v.Apps[c.App].Live {
			return c.App
		}
	}
	return game.None
}

// firstPage: it is the first alert of the game that customers feel, and a clue says whose it may be.
func firstPage(v *game.View) (thing, bool) {
	t, ok := unlinkedPage(v)
	return t, ok && t.order.Item.N == 1
}

// unlinkedPage: customers feel it, and a clue says whose it may be.
func unlinkedPage(v *game.View) (thing, bool) {
	a, t, ok := each(v, func(a *game.AlertView) bool {
		return a.Page && waits(a) && a.Linked == game.None && suspect(v, a) != game.None
	})
	if ok {
		t.order.App = suspect(v, a)
	}
	return t, ok
}

// unclearPage: customers feel it, and nothing says whose it is.
func unclearPage(v *game.View) (thing, bool) {
	_, t, ok := each(v, func(a *game.AlertView) bool { return a.Page && waits(a) && a.Linked == game.None })
	return byFree(v, t, ok)
}

// linkedPage: it is known whose it is, and nobody mends it.
func linkedPage(v *game.View) (thing, bool) {
	_, t, ok := each(v, func(a *game.AlertView) bool { return waits(a) && a.Linked != game.None })
	return byFree(v, t, ok)
}

// nightPage: customers feel it by night, and somebody is on standby.
func nightPage(v *game.View) (thing, bool) {
	_, t, ok := each(v, func(a *game.AlertView) bool { return a.Page && waits(a) })
	if !ok || v.Standby < 0 || !reachable(&v.Analysts[v.Standby]) {
		return t, false
	}
	t.order.Analyst = v.Standby
	t.pence = calloutPay(v)
	return t, true
}

// calloutPay is what it costs to call an analyst out.
func calloutPay(v *game.View) game.Pence {
	for _, m := range v.Models() {
		for _, link := range m.Chain {
			if link.Staffing == game.Analysts {
				return link.CalloutPay
			}
		}
	}
	return 0
}

func decides(a *game.AlertView, byRollback bool) bool {
	return a.State == game.NeedsDecision && a.Linked != game.None && (a.Cause == game.ChangeFaultKind) == byRollback
}

// needsTeam: the cause is not Operations' to mend, and it is known whose it is.
func needsTeam(v *game.View) (thing, bool) {
	_, t, ok := each(v, func(a *game.AlertView) bool { return decides(a, false) && v.Apps[a.Linked].Owner >= 0 })
	if ok {
		t.order.Team = v.Apps[t.order.App].Owner
	}
	return t, ok
}

// needsRollback: a deployment broke it.
func needsRollback(v *game.View) (thing, bool) {
	_, t, ok := each(v, func(a *game.AlertView) bool {
		return decides(a, true) && v.Apps[a.Linked].Deployed >= 0 && !v.Apps[a.Linked].RolledBack && !rollingBack(v, a.Linked)
	})
	return byFree(v, t, ok)
}

func rollingBack(v *game.View, app int) bool {
	for i := range v.Analysts {
		p := &v.Analysts[i]
		if p.Work == game.WorkRollBack && p.App == app {
			return true
		}
		for _, q := range p.Queue {
			if q.Work == game.WorkRollBack && q.App == app {
				return true
			}
		}
	}
	return false
}

// quietAlert: nobody has noticed it but a monitor.
func quietAlert(v *game.View) (thing, bool) {
	_, t, ok := each(v, func(a *game.AlertView) bool {
		return waits(a) && !a.Page && !a.Confirmed && a.Linked == game.None && a.Repeats == 0
	})
	return t, ok
}

// repeatedAlert: it was raised again, so it may be more than noise.
func repeatedAlert(v *game.View) (thing, bool) {
	_, t, ok := each(v, func(a *game.AlertView) bool { return waits(a) && !a.Page })
	return byFree(v, t, ok)
}

// strandedAlert: it lies in the queue of somebody who is away.
func strandedAlert(v *game.View) (thing, bool) {
	_, t, ok := each(v, func(a *game.AlertView) bool {
		return a.State == game.Queued && a.Analyst != game.None && away(&v.Analysts[a.Analyst])
	})
	return byFree(v, t, ok)
}

// withTeam: a Delivery team has it.
func withTeam(v *game.View) (thing, bool) {
	a, t, ok := each(v, func(a *game.AlertView) bool {
		return (a.State == game.AskedTeam || a.State == game.WithTeam) && a.Team != game.None
	})
	if ok {
		t.order.Team = a.Team
	}
	return t, ok
}

// codeByNight: only a team could mend it, and teams sleep.
func codeByNight(v *game.View) (thing, bool) {
	_, t, ok := each(v, func(a *game.AlertView) bool { return a.State == game.NeedsDecision })
	return t, ok
}
