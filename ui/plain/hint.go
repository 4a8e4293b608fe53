package plain

import (
	"callout/game"
	"callout/ui/words"
)

// tired is the burnout, in points, from which a rest is worth thinking of.
const tired = 60

// hint points to what seems to matter most. It sees what the player sees and follows a rule of thumb: customers first,
// then what waits longest, then people.
func (t *table) hint([]string) {
	v := &t.view
	t.say("By a rule of thumb, not by knowing better:")
	item := func(kind game.ItemKind, n int32) game.Item { return game.Item{Kind: kind, N: n} }
	for i := range v.Alerts {
		if a := &v.Alerts[i]; a.State == game.NeedsDecision {
			t.item("%s is diagnosed and waits for your choice: %s.", item(game.Alert, a.N), words.FaultKind(a.Cause))
			return
		}
	}
	for i := range v.Alerts {
		if a := &v.Alerts[i]; a.Page && a.State == game.Waiting {
			t.item("Customers feel %s, nobody works on it, and it is the oldest such alert. Look at its clues.", item(game.Alert, a.N))
			return
		}
	}
	for i := range v.Messages {
		if m := &v.Messages[i]; len(m.Answers) > 0 {
			t.item("%s wants an answer.", item(game.Message, m.N))
			return
		}
	}
	if r := lateRequest(v); r != nil {
		t.item("%s has missed its deadline. Every day more changes pile into it.", item(game.Request, r.N))
		return
	}
	for i := range v.Requests {
		if r := &v.Requests[i]; r.State == game.Unread {
			t.item("%s is not read: what you have not read is not in the plan.", item(game.Request, r.N))
			return
		}
	}
	for i := range v.Analysts {
		if a := &v.Analysts[i]; a.Burnout >= tired && a.Presence == game.AtWork {
			t.item("%s stands at burnout %d. A day off costs less than a resignation.", a.Name, a.Burnout)
			return
		}
	}
	for i := range v.Requests {
		if r := &v.Requests[i]; r.State == game.ReadyToDeploy {
			t.item("%s is ready, and nobody deploys it.", item(game.Request, r.N))
			return
		}
	}
	t.item("Nothing presses. Use the quiet for runbooks and knowledge synchronisation, or continue.")
}

// lateRequest is the oldest late request that nobody deploys, or nil.
func lateRequest(v *game.View) *game.RequestView {
	for i := range v.Requests {
		if r := &v.Requests[i]; r.Late && r.State == game.ReadyToDeploy {
			return r
		}
	}
	return nil
}
