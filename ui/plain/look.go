package plain

import (
	"fmt"
	"strings"

	"callout/game"
	"callout/game/words"
)

// lists are the lists that look shows whole.
var lists = []string{"alerts", "requests", "messages", "applications", "people", "teams", "hosts", "goals", "news"}

// brief is how many lines of each list the overview shows.
const brief = 8

// look shows everything at a glance, one list, or one thing.
func (t *table) look(args []string) {
	if len(args) == 0 {
		t.overview()
		t.alerts(brief)
		t.requests(brief)
		t.messages(brief)
		t.applications(brief)
		t.people(brief)
		t.decisions()
		return
	}
	name := strings.ToLower(strings.Join(args, " "))
	all := 1 << 20
	switch name {
	case "alerts":
		t.alerts(all)
	case "requests":
		t.requests(all)
	case "messages":
		t.messages(all)
	case "applications", "apps":
		t.applications(all)
	case "people", "analysts":
		t.people(all)
	case "teams":
		t.teams()
	case "hosts":
		t.hosts()
	case "goals":
		t.goals()
	case "news":
		t.news()
	default:
		t.detail(name)
	}
}

// overview is where the game stands, in a few lines.
func (t *table) overview() {
	v := &t.view
	t.line(words.Say("plain.look.moment", "moment", t.moment(), "turn", v.Turn+1, "end", words.Date(v.End)))
	t.say("%s %s", t.gaugeLine(t.gauges()), words.Say("plain.look.worst", "n", v.BurnoutWorst))
	t.goals()
	standby := words.Say("plain.look.no_standby")
	if v.Standby >= 0 {
		standby = words.Say("plain.look.standby", "who", v.AnalystName(v.Standby))
	}
	if v.Frozen {
		standby += " " + words.Say("plain.look.frozen")
	}
	if v.Overtime {
		standby += " " + words.Say("plain.look.overtime")
	}
	if v.NextBoard != game.Never {
		standby += " " + words.Say("plain.look.board", "when", words.When(v.Now, v.NextBoard))
	}
	t.say("%s", standby)
}

// section writes the head of a list and at most n of its lines.
func (t *table) section(title, word string, count, n int, line func(i int) string) {
	if count == 0 {
		t.line(words.Say("plain.look.none", "title", title))
		return
	}
	t.line(words.Say("plain.look.title", "title", title, "n", count))
	for i := range min(count, n) {
		t.item("%s", line(i))
	}
	if count > n {
		t.item("%s", words.Say("plain.look.more", "n", count-n, "word", word))
	}
}

func (t *table) alerts(n int) {
	v := &t.view
	t.section(words.Say("plain.look.alerts"), "alerts", len(v.Alerts), n, func(i int) string {
		a := &v.Alerts[i]
		item := game.Item{Kind: game.Alert, N: a.N}.String()
		if a.Page {
			item += words.Say("plain.look.page")
		}
		s := words.Say("plain.look.alert", "item", item, "age", v.Now-a.Raised, "alert", words.Alert(v, a))
		if a.Linked >= 0 {
			s += " " + words.Say("plain.look.linked", "app", v.AppName(a.Linked))
		}
		return s + " " + words.AlertState(v, a)
	})
}

func (t *table) requests(n int) {
	v := &t.view
	t.section(words.Say("plain.look.requests"), "requests", len(v.Requests), n, func(i int) string {
		r := &v.Requests[i]
		s := game.Item{Kind: game.Request, N: r.N}.String()
		if r.State != game.Unread {
			s += ", " + words.RequestState(r.State)
		}
		s += ": " + words.Request(v, r) + "."
		if r.Analyst >= 0 {
			s += " " + words.Say("plain.look.with", "who", v.AnalystName(r.Analyst), "until", t.until(r.Until))
		}
		return s
	})
}

// until is when work is expected to end, or nothing where that is not known.
func (t *table) until(m game.Minute) string {
	if m == game.Never || m <= t.view.Now {
		return ""
	}
	return words.Say("plain.look.until", "when", words.When(t.view.Now, m))
}

func (t *table) messages(n int) {
	v := &t.view
	t.section(words.Say("plain.look.messages"), "messages", len(v.Messages), n, func(i int) string {
		m := &v.Messages[i]
		s := fmt.Sprintf("%s: %s.", game.Item{Kind: game.Message, N: m.N}, words.Message(v, m))
		if len(m.Answers) > 0 {
			s += " " + words.Say("plain.look.answers", "answers", answers(m))
		}
		return s
	})
}

func answers(m *game.MessageView) string {
	var list []string
	for _, c := range m.Answers {
		list = append(list, c.String()+" ("+words.Choice(c)+")")
	}
	return strings.Join(list, ", ")
}

// applications lists those that are not well first, since they cost money.
func (t *table) applications(n int) {
	v := &t.view
	var order []int
	for _, h := range []game.Health{game.Down, game.Degraded, game.Healthy} {
		for i := range v.Apps {
			if v.Apps[i].Live && v.Apps[i].Health == h {
				order = append(order, i)
			}
		}
	}
	t.section(words.Say("plain.look.applications"), "applications", len(order), n, func(i int) string {
		p := &v.Apps[order[i]]
		s := p.Name + ": " + words.Health(p.Health)
		if p.Health != game.Healthy {
			s += words.Say("plain.look.ill", "time", v.Now-p.DownSince, "rate", words.Rate(p.LossRate))
		}
		if p.Waiting > 0 {
			s += ", " + words.Say("plain.look.waiting", "n", p.Waiting)
		}
		return s + "."
	})
}

func (t *table) people(n int) {
	v := &t.view
	var here []int
	for i := range v.Analysts {
		if employed(&v.Analysts[i]) {
			here = append(here, i)
		}
	}
	t.section(words.Say("plain.look.people"), "people", len(here), n, func(i int) string { return t.person(&v.Analysts[here[i]]) })
}

// employed tells whether an analyst works here, or will: neither left nor merely to be had.
func employed(a *game.AnalystView) bool {
	return a.Presence != game.Gone && !(a.Presence == game.Arriving && a.Back == game.Never)
}

// person is one analyst in a line.
func (t *table) person(a *game.AnalystView) string {
	v := &t.view
	s := a.Name + ": " + words.Presence(a.Presence)
	switch {
	case a.Work != game.Idle:
		s += ", " + words.Work(v, a) + t.until(a.Until)
	case a.Presence == game.AtWork || a.Presence == game.CalledIn:
		s += ", " + words.Work(v, a)
	case a.Back > v.Now && a.Back != game.Never:
		s += words.Say("plain.look.back", "when", words.When(v.Now, a.Back))
	}
	if len(a.Queue) > 0 {
		s += words.Say("plain.look.queued", "n", len(a.Queue))
	}
	return s + words.Say("plain.look.strain", "burnout", a.Burnout, "fatigue", a.Fatigue)
}

func (t *table) teams() {
	v := &t.view
	var here []int
	for i := range v.Teams {
		if v.Teams[i].Joined {
			here = append(here, i)
		}
	}
	t.section(words.Say("plain.look.teams"), "teams", len(here), len(here), func(i int) string {
		return t.team(here[i])
	})
}

func (t *table) team(i int) string {
	v := &t.view
	name, sounds := v.Teams[i].Name, words.Goodwill(v.Teams[i].Goodwill)
	if b := v.Teams[i].Busy; b > 0 {
		return words.Say("plain.look.team_busy", "team", name, "goodwill", sounds, "n", b)
	}
	return words.Say("plain.look.team", "team", name, "goodwill", sounds)
}

func (t *table) hosts() {
	v := &t.view
	t.section(words.Say("plain.look.hosts"), "hosts", len(v.Hosts), len(v.Hosts), t.host)
}

func (t *table) host(i int) string {
	v := &t.view
	h := &v.Hosts[i]
	if len(h.Runs) == 0 {
		return words.Say("plain.look.host_unknown", "host", h.Name)
	}
	var runs []string
	for _, s := range h.Runs {
		runs = append(runs, words.Say("plain.look.seen", "app", v.AppName(s.App), "ago", words.Ago(v.Now, s.Seen)))
	}
	return words.Say("plain.look.host", "host", h.Name, "apps", strings.Join(runs, "; "))
}

func (t *table) goals() {
	for _, g := range t.view.Goals {
		t.line(words.Say("plain.look.goal", "goal", words.Goal(g), "now", words.GoalValue(g.Metric, g.Current), "met", g.Met))
	}
}

func (t *table) news() {
	v := &t.view
	t.section(words.Say("plain.look.news"), "news", len(v.News), len(v.News), func(i int) string {
		return words.Clock(v.News[i].At) + " " + words.Event(v, &v.News[i])
	})
}
