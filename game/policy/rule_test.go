package policy

import (
	"testing"

	"callout/game"
)

// shop is a view of three applications; host 0 runs the first, host 1 the second and the third.
func shop() *game.View {
	at := 10 * game.Hour
	v := &game.View{Now: at, End: game.Week, Standby: game.None}
	for _, name := range []string{"search", "basket", "ledger"} {
		v.Apps = append(v.Apps, game.AppView{Name: name, Live: true, Revenue: 10_000_00, Owner: game.None, Deployed: -1})
	}
	v.Hosts = []game.HostView{
		{Name: "one", Runs: []game.Sighting{{App: 0, Seen: 0}}},
		{Name: "two", Runs: []game.Sighting{{App: 1, Seen: 0}, {App: 2, Seen: 0}}},
	}
	v.Analysts = []game.AnalystView{{Name: "Asha", Presence: game.AtWork, Until: game.Never}, {Name: "Bram", Presence: game.AtWork, Until: game.Never}}
	v.Alerts = []game.AlertView{{
		N: 1, Raised: at, Host: game.None, Named: game.None, Linked: game.None, Analyst: game.None, Team: game.None,
		Metric: game.ErrorRate, Page: true, Until: game.Never, Upstream: game.None,
	}}
	return v
}

func TestSuspect(t *testing.T) {
	tests := []struct {
		name string
		do   func(v *game.View, a *game.AlertView)
		app  int
		sure bool
	}{
		{"nothing speaks", func(*game.View, *game.AlertView) {}, game.None, false},
		{"the alert names it", func(_ *game.View, a *game.AlertView) { a.Named = 2 }, 2, true},
		{"its host runs one", func(_ *game.View, a *game.AlertView) { a.Host = 0 }, 0, true},
		{"its host runs two", func(_ *game.View, a *game.AlertView) { a.Host = 1 }, 1, false},
		{"its host runs two, one just deployed", func(v *game.View, a *game.AlertView) { a.Host, v.Apps[2].Deployed = 1, v.Now-60 }, 2, true},
		{"only a deployment", func(v *game.View, _ *game.AlertView) { v.Apps[1].Deployed = v.Now - 60 }, 1, false},
		{"a deployment long ago", func(v *game.View, _ *game.AlertView) { v.Apps[1].Deployed = v.Now - 300 }, game.None, false},
		{"its host runs one that was ruled out", func(_ *game.View, a *game.AlertView) { a.Host, a.Ruled = 0, []int{0} }, game.None, false},
		{"its host runs one that is gone", func(v *game.View, a *game.AlertView) { a.Host, v.Apps[0].Live = 0, false }, game.None, false},
	}
	for _, test := range tests {
		v := shop()
		test.do(v, &v.Alerts[0])
		r := &rule{}
		if app, sure := r.suspect(v, &v.Alerts[0]); app != test.app || sure != test.sure {
			t.Errorf("%s: suspects %d, sure %v; want %d, %v", test.name, app, sure, test.app, test.sure)
		}
	}
}

// orders is what rule does in one turn of a view, in words.
func orders(v *game.View) []game.Order {
	var list []game.Order
	r, _ := New("rule")
	r.Begin(1)
	r.Play(v, func(o game.Order) error { list = append(list, o); return nil })
	return list
}

func find(list []game.Order, k game.OrderKind) *game.Order {
	for i := range list {
		if list[i].Kind == k {
			return &list[i]
		}
	}
	return nil
}

func TestRuleGivesAnAlertToWhoKnowsTheApplication(t *testing.T) {
	v := shop()
	v.Alerts[0].Host, v.Alerts[0].Page = 0, false
	v.Analysts[1].Knows = []game.Known{{App: 0, Level: 800}}
	if o := find(orders(v), game.Assign); o == nil || o.Analyst != 1 {
		t.Errorf("gave the alert so: %+v; want it given to Bram, who knows search", o)
	}
}

func TestRuleRollsBackWhatWasJustDeployed(t *testing.T) {
	v := shop()
	v.Alerts[0].Named, v.Apps[0].Deployed = 0, v.Now-60
	list := orders(v)
	if link := find(list, game.Link); link == nil || link.App != 0 {
		t.Errorf("linked so: %+v; want a link to search", link)
	}
	if o := find(list, game.RollBack); o == nil || o.App != 0 {
		t.Errorf("rolled back so: %+v; want search", o)
	}
}

func TestRuleSleepsOverSmallMoney(t *testing.T) {
	v := shop()
	v.Now += 16 * game.Hour // two in the morning
	v.Analysts[0].Presence, v.Analysts[1].Presence, v.Standby = game.AtHome, game.OnCall, 1
	v.Alerts[0].Host = 0
	for revenue, calls := range map[game.Pence]bool{100_00: false, 50_000_00: true} {
		v.Apps[0].Revenue = revenue
		list := orders(v)
		called := find(list, game.Assign) != nil || find(list, game.Workaround) != nil
		if called != calls {
			t.Errorf("with %d pence an hour at stake somebody is called out: %v; want %v", revenue, called, calls)
		}
	}
}

func TestRuleLetsTheBurnedOutRest(t *testing.T) {
	v := shop()
	v.Alerts = nil
	v.Analysts[0].Burnout = muchBurned
	if o := find(orders(v), game.Rest); o == nil || o.Analyst != 0 {
		t.Errorf("rests so: %+v; want Asha to rest", o)
	}
}

func TestRuleAsksTheOwnerForCode(t *testing.T) {
	v := shop()
	a := &v.Alerts[0]
	a.State, a.Linked, a.Confirmed, a.Cause = game.NeedsDecision, 0, true, game.CodeFault
	v.Teams = []game.TeamView{{Name: "heron", Joined: true}, {Name: "dunlin", Joined: true}}
	v.Apps[0].Owner = 1
	if o := find(orders(v), game.Escalate); o == nil || o.Team != 1 {
		t.Errorf("escalates so: %+v; want dunlin asked, which owns search", o)
	}
}
