package play

import (
	"cmp"
	"slices"
	"strings"

	"callout/game"
	"callout/game/words"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// candidate is a row of a chooser, with the key it is sorted by: the lowest first.
type candidate struct {
	widget.Candidate
	rank int
	who  int // the analyst, where it is one
}

func (s *Screen) choose(title string, list []candidate) screen.Action {
	slices.SortStableFunc(list, func(a, b candidate) int { return cmp.Compare(a.rank, b.rank) })
	rows := make([]widget.Candidate, len(list))
	for i := range list {
		rows[i] = list[i].Candidate
	}
	return screen.Push{Screen: widget.NewChooser(s.theme, title, rows)}
}

// done closes the chooser and gives the order.
func done(o game.Order) screen.Action { return screen.All{screen.Back{}, screen.Give{Order: o}} }

// chooseLink asks which application an alert belongs to. What speaks for one is the reason to pick it.
func (s *Screen) chooseLink(a *game.AlertView) screen.Action {
	v := s.view
	cases := evidenceFor(v, a)
	var list []candidate
	for _, app := range s.apps {
		p := &v.Apps[app]
		_, _, state := s.health(app)
		c := candidate{rank: 1000}
		c.Name, c.Reason, c.Faint = p.Name, words.Say("play.link.nothing", "health", state), true
		for i, e := range cases {
			if e.app == app {
				c.rank, c.Reason, c.Faint = i, e.reasons[0], false
				c.More = e.reasons[1:]
				c.Level = theme.Warning
			}
		}
		if slices.Contains(a.Ruled, app) {
			c.rank, c.Reason, c.More, c.Level, c.Faint = 2000, words.Say("play.link.ruled"), nil, theme.Calm, true
		}
		item := game.Item{Kind: game.Alert, N: a.N}
		c.Do = func() screen.Action {
			return done(game.Order{Kind: game.Link, Item: item, App: app, Analyst: game.None, Team: game.None})
		}
		list = append(list, c)
	}
	return s.choose(words.Say("play.link.title", "item", game.Item{Kind: game.Alert, N: a.N}.String()), list)
}

// chooseTeam asks which Delivery team can help.
func (s *Screen) chooseTeam(a *game.AlertView) screen.Action {
	v, item := s.view, game.Item{Kind: game.Alert, N: a.N}
	owner, seen := game.None, game.Never
	if a.Linked >= 0 {
		owner, seen = v.Apps[a.Linked].Owner, v.Apps[a.Linked].OwnerSeen
	}
	var list []candidate
	for i := range v.Teams {
		team := &v.Teams[i]
		if !team.Joined {
			continue
		}
		o := game.Order{Kind: game.Escalate, Item: item, Team: i, Analyst: game.None, App: game.None}
		c := candidate{rank: 50 - int(team.Goodwill)}
		c.Name, c.Reason = team.Name, words.Goodwill(team.Goodwill)+", "+s.price(o)
		switch owns := s.owned(i); {
		case owns != "":
			c.Reason += ", " + words.Say("play.team.owns", "apps", owns)
		case owner < 0:
			// Who is not known to own anything else may be the one.
			c.rank, c.Reason = 10-int(team.Goodwill), c.Reason+", "+words.Say("play.team.owns_nothing")
		}
		if team.Busy > 0 {
			c.Reason += ", " + words.Say("play.team.busy", "n", team.Busy)
		}
		if i == owner {
			c.rank, c.Level = 0, theme.Warning
			c.Reason = words.Say("play.team.owned", "app", v.AppName(a.Linked), "ago", ago(v.Now, seen), "goodwill", words.Goodwill(team.Goodwill),
				"price", s.price(o))
		}
		c.Do = func() screen.Action { return done(o) }
		list = append(list, c)
	}
	return s.choose(words.Say("play.team.title", "item", item.String()), list)
}

// owned names what the catalogue says a team owns.
func (s *Screen) owned(team int) string {
	text := ""
	for _, i := range s.apps {
		if s.view.Apps[i].Owner == team {
			if text != "" {
				text += ", "
			}
			text += s.view.Apps[i].Name
		}
	}
	return text
}

// candidates are the analysts that a piece of work on app could be given to, the readiest first.
func (s *Screen) candidates(app int, with func(who int) game.Order) []candidate {
	v := s.view
	var list []candidate
	for _, i := range s.staff {
		a := &v.Analysts[i]
		o := with(i)
		c := candidate{rank: s.burden(a), who: i}
		c.Name = a.Name
		c.Reason, c.Level = s.reason(a, app, o)
		c.Faint = !here(a) && a.Presence != game.OnCall
		if app >= 0 {
			c.rank -= int(v.Knows(i, app)) / 20
		}
		c.Do = func() screen.Action { return done(o) }
		list = append(list, c)
	}
	slices.SortStableFunc(list, func(a, b candidate) int { return cmp.Compare(a.rank, b.rank) })
	return list
}

// burden is how far an analyst is from beginning something now: the lower the better.
func (s *Screen) burden(a *game.AnalystView) int {
	n := 60*len(a.Queue) + int(a.Fatigue+a.Burnout)/2
	if a.Work != game.Idle {
		n += 60
	}
	switch a.Presence {
	case game.AtWork, game.CalledIn:
	case game.OnCall:
		n += 300
	case game.AtHome:
		n += 2000
	default:
		n += 5000
	}
	return n
}

// reason is why to pick an analyst for an order or not: presence, queue, knowledge, strain, price.
func (s *Screen) reason(a *game.AnalystView, app int, o game.Order) (string, theme.Level) {
	text, until, level := doing(s.view, a)
	if until != "" {
		text += " " + words.Say("play.until", "when", until)
	}
	if n := len(a.Queue); n > 0 {
		text += ", " + words.Say("play.news.more", "n", n)
	}
	if app >= 0 {
		text += " · " + words.Say("play.reason.knows", "share", words.Percent(s.view.Knows(o.Analyst, app)))
	}
	if price := s.price(o); price != "" {
		text += " · " + price
	}
	switch {
	case a.Fatigue > a.Burnout && theme.Strain(a.Fatigue) != theme.Calm:
		return text + " · " + words.Say("play.reason.tired", "n", a.Fatigue), max(level, theme.Strain(a.Fatigue))
	case theme.Strain(a.Burnout) != theme.Calm:
		return text + " · " + words.Say("play.reason.burnout", "n", a.Burnout), max(level, theme.Strain(a.Burnout))
	}
	return text, level
}

// chooseApp asks for the application that an analyst is to work on, the least known one that earns most first.
func (s *Screen) chooseApp(title string, who int, with func(app int) game.Order) screen.Action {
	v := s.view
	var list []candidate
	for _, app := range s.apps {
		p := &v.Apps[app]
		k := v.Knows(who, app)
		c := candidate{rank: int(k)}
		c.Name = p.Name
		c.Reason = words.Say("play.reason.app", "share", words.Percent(k), "fresh", words.Percent(p.Runbook), "rate", words.Rate(p.Revenue))
		c.Do = func() screen.Action {
			o := with(app)
			o.Team = game.None
			return done(o)
		}
		list = append(list, c)
	}
	return s.choose(title, list)
}

// chooseModel asks which support model an application moves to.
func (s *Screen) chooseModel(app int) screen.Action {
	p := &s.view.Apps[app]
	var list []candidate
	for i := range s.view.Models() {
		if i == p.Model {
			continue
		}
		m := &s.view.Models()[i]
		o := game.Order{Kind: game.Move, App: app, Model: i, Analyst: game.None, Team: game.None}
		c := candidate{rank: i}
		c.Name, c.Reason = lastPart(m.Title), s.price(o)
		if m.Evidence > 0 {
			c.Reason += " · " + words.Say("play.reason.evidence", "n", m.Evidence, "has", p.Written)
			if p.Written < m.Evidence {
				c.Faint = true
			}
		}
		if c.Name != m.Title {
			c.Reason += " · " + strings.TrimSuffix(m.Title, ", "+c.Name)
		}
		c.Do = func() screen.Action { return done(o) }
		list = append(list, c)
	}
	return s.choose(words.Say("play.model.title", "app", p.Name), list)
}

// lastPart is what tells the variants of a support model apart: "team rota" of "You Build It You Run It, team rota".
func lastPart(title string) string {
	if i := strings.LastIndex(title, ", "); i >= 0 {
		return title[i+2:]
	}
	return title
}

// chooseWork asks what an analyst is to do: what waits in the inbox, in its order.
func (s *Screen) chooseWork(who int) screen.Action {
	v := s.view
	var list []candidate
	for i := range s.inbox {
		e := &s.inbox[i]
		o := game.Order{Item: e.item, Analyst: who, App: game.None, Team: game.None}
		switch {
		case e.item.Kind == game.Alert && !e.quiet:
			o.Kind = game.Assign
		case e.item.Kind == game.Request && s.request(e.item.N).State == game.ReadyToDeploy:
			o.Kind = game.Deploy
		default:
			continue
		}
		c := candidate{rank: len(list)}
		c.Name, c.Reason, c.Level = e.item.String(), e.what(v)+", "+e.where+" "+brief(v.Now-e.since), e.level
		c.Do = func() screen.Action { return done(o) }
		list = append(list, c)
	}
	return s.choose(words.Say("play.which.take", "who", v.AnalystName(who)), list)
}
