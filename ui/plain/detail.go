package plain

import (
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
		t.say("There is nothing called %.40q to look at. Look at an item such as A-001, a name, or one of: %s.",
			name, strings.Join(lists, ", "))
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
	t.say("%s is not open: it is done, or never was.", item)
}

func (t *table) detailAlert(a *game.AlertView) {
	v := &t.view
	item := game.Item{Kind: game.Alert, N: a.N}
	t.say("%s, %s old: %s.", item, words.Span(v.Now-a.Raised), words.Alert(v, a))
	if a.Page {
		t.item("Customers feel it: worth calling somebody out for.")
	}
	if a.Repeats > 0 {
		t.item("It was raised again %s.", words.Count(int64(a.Repeats), "time", "times"))
	}
	t.item("%s", words.AlertState(v, a))
	switch {
	case a.Linked >= 0 && a.Confirmed:
		t.item("It belongs to %s: that is certain.", v.AppName(a.Linked))
	case a.Linked >= 0:
		t.item("It is linked to %s; nobody has confirmed it.", v.AppName(a.Linked))
	}
	for _, i := range a.Ruled {
		t.item("It does not belong to %s.", v.AppName(i))
	}
	if !a.Confirmed {
		t.say("What we know:")
		clues := v.Clues(a, nil)
		for _, c := range clues {
			t.item("%s", words.Clue(v, c))
		}
		if len(clues) == 0 {
			t.item("Nothing that speaks for one application or another.")
		}
	}
	t.offers(words.Offers(t.session.Game, v, item))
}

func (t *table) detailRequest(r *game.RequestView) {
	v := &t.view
	item := game.Item{Kind: game.Request, N: r.N}
	state := ""
	if r.State != game.Unread {
		state = ", " + words.RequestState(r.State)
	}
	t.say("%s from %s, %s old%s: %s.", item, v.TeamName(r.Team), words.Span(v.Now-r.Arrived), state, words.Request(v, r))
	if r.Analyst >= 0 {
		t.item("With %s%s.", v.AnalystName(r.Analyst), t.until(r.Until))
	}
	t.offers(words.Offers(t.session.Game, v, item))
}

func (t *table) detailMessage(m *game.MessageView) {
	v := &t.view
	item := game.Item{Kind: game.Message, N: m.N}
	t.say("%s, %s old: %s.", item, words.Span(v.Now-m.Arrived), words.Message(v, m))
	t.offers(words.Offers(t.session.Game, v, item))
}

// offers says what can be done, and what it costs.
func (t *table) offers(list []words.Offer) {
	if len(list) == 0 {
		return
	}
	t.say("What you can do:")
	for _, o := range list {
		t.item("%s: %s", o.Order, o.Price)
	}
}

func (t *table) detailAnalyst(i int) {
	v := &t.view
	a := &v.Analysts[i]
	t.say("%s", t.person(a))
	for _, task := range a.Queue {
		t.item("Then %s.", words.Task(v, task))
	}
	t.item("Busy %s of the time of late.", words.Percent(a.Load))
	if !a.Duty {
		t.item("Takes only what you assign.")
	}
	if v.Standby == i {
		t.item("On standby out of hours.")
	}
	var knows []string
	for _, k := range a.Knows {
		knows = append(knows, v.AppName(k.App)+" "+words.Percent(k.Level))
	}
	if len(knows) > 0 {
		t.item("Knows %s.", strings.Join(knows, ", "))
	}
	t.offers(words.AnalystOffers(t.session.Game, v, i))
}

func (t *table) detailApp(i int) {
	v := &t.view
	p := &v.Apps[i]
	if !p.Live {
		t.say("%s has not joined yet.", p.Name)
		return
	}
	t.say("%s %s: %s. It earns up to %s and is to be available %s of the time.", p.Name,
		words.Version([2]int32{p.Major, p.Minor}), words.Health(p.Health), words.Rate(p.Revenue), words.Availability(p.Target))
	if p.Health != game.Healthy {
		t.item("For %s, losing %s.", words.Span(v.Now-p.DownSince), words.Rate(p.LossRate))
	}
	if p.Owner >= 0 {
		t.item("Its team was %s, seen %s.", v.TeamName(p.Owner), words.Ago(v.Now, p.OwnerSeen))
	} else {
		t.item("Nobody knows which team owns it.")
	}
	if p.Deployed >= 0 {
		by := ""
		if p.DeployedBy >= 0 {
			by = " by " + v.AnalystName(p.DeployedBy)
		}
		if p.RolledBack {
			by += ", and rolled back"
		}
		t.item("Last deployed %s%s.", words.Ago(v.Now, p.Deployed), by)
	}
	if p.Waiting > 0 {
		t.item("%s for deployment.", words.Count(int64(p.Waiting), "change waits", "changes wait"))
	}
	t.item("Runbook: %s fresh. Alerts tuned %s.", words.Percent(p.Runbook), words.Count(int64(p.Tuned), "time", "times"))
	for h := range v.Hosts {
		for _, s := range v.Hosts[h].Runs {
			if s.App == i {
				t.item("Ran on %s, seen %s.", v.Hosts[h].Name, words.Ago(v.Now, s.Seen))
			}
		}
	}
	for _, n := range p.Needs {
		t.item("Depends on %s, which is %s.", v.AppName(n), words.Health(v.Apps[n].Health))
	}
	for k := range v.Analysts {
		for _, known := range v.Analysts[k].Knows {
			if known.App == i && employed(&v.Analysts[k]) {
				t.item("%s knows %s of it.", v.Analysts[k].Name, words.Percent(known.Level))
			}
		}
	}
	t.offers(words.AppOffers(t.session.Game, v, i))
}

// owned lists the applications that a team is known to own.
func (t *table) owned(team int) {
	for i := range t.view.Apps {
		if p := &t.view.Apps[i]; p.Live && p.Owner == team {
			t.item("It owned %s, seen %s.", p.Name, words.Ago(t.view.Now, p.OwnerSeen))
		}
	}
}
