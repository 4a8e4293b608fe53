package plain

import (
	"fmt"
	"strings"

	"callout/game"
	"callout/game/words"
)

// detail shows the one thing that name names: an item, an analyst, an application, a team or a host.
func (t *table) detail(name string) {
	if item, err := game.ParseItem(name); err == nil {
		t.detailItem(item)
		return
	}
	v := &t.view
	found := 0
	show := func(n int, called func(i int) string, tell func(i int)) {
		if i := find(name, n, called); i >= 0 {
			tell(i)
			found++
		}
	}
	show(len(v.Analysts), func(i int) string { return v.Analysts[i].Name }, t.detailAnalyst)
	show(len(v.Apps), func(i int) string { return v.Apps[i].Name }, t.detailApp)
	show(len(v.Teams), func(i int) string { return v.Teams[i].Name }, func(i int) { t.say("%s", t.team(i)); t.owned(i) })
	show(len(v.Hosts), func(i int) string { return v.Hosts[i].Name }, func(i int) { t.say("%s", t.host(i)) })
	if found == 0 {
		t.line(words.Say("plain.detail.nothing", "name", fmt.Sprintf("%.40q", name), "lists", strings.Join(lists, ", ")))
	}
}

// find is the one of n things that is called so, or the only one whose name begins so; -1 if there is none.
func find(name string, n int, called func(i int) string) int {
	found, count := -1, 0
	for i := range n {
		c := strings.ToLower(called(i))
		if c == name {
			return i
		}
		if strings.HasPrefix(c, name) {
			found, count = i, count+1
		}
	}
	if count == 1 {
		return found
	}
	return -1
}

// detailItem shows an item with its clues and with what can be done about it.
func (t *table) detailItem(item game.Item) {
	v := &t.view
	switch item.Kind {
	case game.Alert:
		for i := range v.Alerts {
			if v.Alerts[i].N == item.N {
				t.detailAlert(&v.Alerts[i])
				return
			}
		}
	case game.Request:
		for i := range v.Requests {
			if v.Requests[i].N == item.N {
				t.detailRequest(&v.Requests[i])
				return
			}
		}
	case game.Message:
		for i := range v.Messages {
			if v.Messages[i].N == item.N {
				t.detailMessage(&v.Messages[i])
				return
			}
		}
	}
	t.line(words.Say("plain.detail.closed", "item", item.String()))
}

func (t *table) detailAlert(a *game.AlertView) {
	v := &t.view
	item := game.Item{Kind: game.Alert, N: a.N}
	t.line(words.Say("plain.look.alert", "item", item.String(), "age", v.Now-a.Raised, "alert", words.Alert(v, a)))
	if a.Page {
		t.item("%s", words.Say("plain.detail.page"))
	}
	if a.Repeats > 0 {
		t.item("%s", words.Say("play.alert.repeats", "n", a.Repeats))
	}
	t.item("%s", words.AlertState(v, a))
	switch {
	case a.Linked >= 0 && a.Confirmed:
		t.item("%s", words.Say("plain.detail.certain", "app", v.AppName(a.Linked)))
	case a.Linked >= 0:
		t.item("%s", words.Say("plain.detail.linked", "app", v.AppName(a.Linked)))
	}
	for _, i := range a.Ruled {
		t.item("%s", words.Say("plain.detail.ruled", "app", v.AppName(i)))
	}
	if !a.Confirmed {
		t.line(words.Say("plain.detail.known"))
		clues := v.Clues(a, nil)
		for _, c := range clues {
			t.item("%s", words.Clue(v, c))
		}
		if len(clues) == 0 {
			t.item("%s", words.Say("plain.detail.no_clue"))
		}
	}
	t.offers(words.Offers(t.session.Now(), v, item))
}

func (t *table) detailRequest(r *game.RequestView) {
	v := &t.view
	item := game.Item{Kind: game.Request, N: r.N}
	state := ""
	if r.State != game.Unread {
		state = ", " + words.RequestState(r.State)
	}
	t.line(words.Say("plain.detail.request", "item", item.String(), "team", v.TeamName(r.Team), "age", v.Now-r.Arrived, "state", state,
		"request", words.Request(v, r)))
	if r.Analyst >= 0 {
		t.item("%s", words.Say("plain.look.with", "who", v.AnalystName(r.Analyst), "until", t.until(r.Until)))
	}
	t.offers(words.Offers(t.session.Now(), v, item))
}

func (t *table) detailMessage(m *game.MessageView) {
	v := &t.view
	item := game.Item{Kind: game.Message, N: m.N}
	t.line(words.Say("plain.look.alert", "item", item.String(), "age", v.Now-m.Arrived, "alert", words.Message(v, m)))
	t.offers(words.Offers(t.session.Now(), v, item))
}

// offers says what can be done, and what it costs.
func (t *table) offers(list []words.Offer) {
	if len(list) == 0 {
		return
	}
	t.line(words.Say("plain.detail.offers"))
	for _, o := range list {
		t.item("%s: %s", o.Order, o.Price)
	}
}

func (t *table) detailAnalyst(i int) {
	v := &t.view
	a := &v.Analysts[i]
	t.say("%s", t.person(a))
	for _, task := range a.Queue {
		t.item("%s", words.Say("plain.detail.then", "task", words.Task(v, task)))
	}
	t.item("%s", words.Say("plain.detail.load", "share", words.Percent(a.Load)))
	if !a.Duty {
		t.item("%s", words.Say("plain.detail.no_duty"))
	}
	if v.Standby == i {
		t.item("%s", words.Say("plain.detail.standby"))
	}
	var knows []string
	for _, k := range a.Knows {
		knows = append(knows, v.AppName(k.App)+" "+words.Percent(k.Level))
	}
	if len(knows) > 0 {
		t.item("%s", words.Say("plain.detail.knows", "apps", strings.Join(knows, ", ")))
	}
	t.offers(words.AnalystOffers(t.session.Now(), v, i))
}

func (t *table) detailApp(i int) {
	v := &t.view
	p := &v.Apps[i]
	if !p.Live {
		t.line(words.Say("plain.detail.later", "app", p.Name))
		return
	}
	t.line(words.Say("plain.detail.app", "app", p.Name, "version", words.Version([2]int32{p.Major, p.Minor}), "health", words.Health(p.Health),
		"rate", words.Rate(p.Revenue), "share", words.Availability(p.Target)))
	if p.Health != game.Healthy {
		t.item("%s", words.Say("plain.detail.ill", "time", v.Now-p.DownSince, "rate", words.Rate(p.LossRate)))
	}
	if p.Owner >= 0 {
		t.item("%s", words.Say("plain.detail.owner", "team", v.TeamName(p.Owner), "ago", words.Ago(v.Now, p.OwnerSeen)))
	} else {
		t.item("%s", words.Say("plain.detail.no_owner"))
	}
	if p.Deployed >= 0 {
		by := ""
		if p.DeployedBy >= 0 {
			by = words.Say("plain.detail.by", "who", v.AnalystName(p.DeployedBy))
		}
		if p.RolledBack {
			by += words.Say("plain.detail.rolled_back")
		}
		t.item("%s", words.Say("plain.detail.deployed", "ago", words.Ago(v.Now, p.Deployed), "by", by))
	}
	if p.Waiting > 0 {
		t.item("%s", words.Say("plain.detail.waiting", "n", p.Waiting))
	}
	t.item("%s", words.Say("plain.detail.runbook", "share", words.Percent(p.Runbook), "n", p.Tuned))
	for h := range v.Hosts {
		for _, s := range v.Hosts[h].Runs {
			if s.App == i {
				t.item("%s", words.Say("plain.detail.host", "host", v.Hosts[h].Name, "ago", words.Ago(v.Now, s.Seen)))
			}
		}
	}
	for _, n := range p.Needs {
		t.item("%s", words.Say("plain.detail.needs", "app", v.AppName(n), "health", words.Health(v.Apps[n].Health)))
	}
	for k := range v.Analysts {
		for _, known := range v.Analysts[k].Knows {
			if known.App == i && employed(&v.Analysts[k]) {
				t.item("%s", words.Say("plain.detail.knower", "who", v.Analysts[k].Name, "share", words.Percent(known.Level)))
			}
		}
	}
	t.offers(words.AppOffers(t.session.Now(), v, i))
}

// owned lists the applications that a team is known to own.
func (t *table) owned(team int) {
	for i := range t.view.Apps {
		if p := &t.view.Apps[i]; p.Live && p.Owner == team {
			t.item("%s", words.Say("plain.detail.owned", "app", p.Name, "ago", words.Ago(t.view.Now, p.OwnerSeen)))
		}
	}
}
