package policy

import (
	"fmt"
	"strings"

	"callout/game"
)

// viewParts are the parts of a view by name. The gauges' course is none: every point of it was in an earlier turn.
var viewParts = []struct {
	name  string
	write func(*writer, *game.View)
}{
	{"now", func(w *writer, v *game.View) { w.int(int64(v.Now)) }},
	{"clock", func(w *writer, v *game.View) { w.string(v.Now.String()) }},
	{"in_hours", func(w *writer, v *game.View) { w.bool(v.Now.InHours()) }},
	{"start", func(w *writer, v *game.View) { w.minute(v.Start) }},
	{"end", func(w *writer, v *game.View) { w.minute(v.End) }},
	{"turn", func(w *writer, v *game.View) { w.int(int64(v.Turn)) }},
	{"burnout", func(w *writer, v *game.View) { w.int(int64(v.Burnout)) }},
	{"burnout_worst", func(w *writer, v *game.View) { w.int(int64(v.BurnoutWorst)) }},
	{"queue", func(w *writer, v *game.View) { w.int(int64(v.Queue)) }},
	{"lost", func(w *writer, v *game.View) { w.int(v.Lost) }},
	{"loss_rate", func(w *writer, v *game.View) { w.int(v.LossRate) }},
	{"frozen", func(w *writer, v *game.View) { w.bool(v.Frozen) }},
	{"standby", func(w *writer, v *game.View) { w.analyst(v, v.Standby) }},
	{"overtime", func(w *writer, v *game.View) { w.bool(v.Overtime) }},
	{"next_board", func(w *writer, v *game.View) { w.minute(v.NextBoard) }},
	{"goals", (*writer).goals},
	{"alerts", (*writer).alerts},
	{"requests", (*writer).requests},
	{"messages", (*writer).messages},
	{"apps", (*writer).applications},
	{"teams", (*writer).teams},
	{"analysts", (*writer).analysts},
	{"hosts", (*writer).hosts},
	{"news", (*writer).news},
}

// choice says which parts of a view are told: all, if it is nil.
type choice []bool

// choose is the choice of the parts with these names, or an error that names the parts there are.
func choose(names []string) (choice, error) {
	if names == nil {
		return nil, nil
	}
	chosen := make(choice, len(viewParts))
	for _, name := range names {
		i := 0
		for i < len(viewParts) && viewParts[i].name != name {
			i++
		}
		if i == len(viewParts) {
			var all []string
			for _, p := range viewParts {
				all = append(all, p.name)
			}
			return nil, fmt.Errorf("wants %.40q of the view, which is no part of it: use some of %s", name, strings.Join(all, ", "))
		}
		chosen[i] = true
	}
	return chosen, nil
}

// view writes what is known, with names for indices, and null for none and never.
func (w *writer) view(v *game.View, parts choice) {
	w.open('{')
	for i := range viewParts {
		if parts == nil || parts[i] {
			w.key(viewParts[i].name)
			viewParts[i].write(w, v)
		}
	}
	w.close('}')
}

func (w *writer) app(v *game.View, i int) {
	if i < 0 || i >= len(v.Apps) {
		w.null()
		return
	}
	w.string(v.Apps[i].Name)
}

func (w *writer) team(v *game.View, i int) {
	if i < 0 || i >= len(v.Teams) {
		w.null()
		return
	}
	w.string(v.Teams[i].Name)
}

func (w *writer) analyst(v *game.View, i int) {
	if i < 0 || i >= len(v.Analysts) {
		w.null()
		return
	}
	w.string(v.Analysts[i].Name)
}

func (w *writer) apps(v *game.View, list []int) {
	w.open('[')
	for _, i := range list {
		w.app(v, i)
	}
	w.close(']')
}

func (w *writer) goals(v *game.View) {
	w.open('[')
	for i := range v.Goals {
		g := &v.Goals[i]
		w.open('{')
		w.key("metric").string(g.Metric)
		w.key("at_most").bool(g.AtMost)
		w.key("value").metric(g.Metric, g.Value)
		w.key("current").metric(g.Metric, g.Current)
		w.key("met").bool(g.Met)
		w.key("relaxed").bool(g.Relaxed)
		w.close('}')
	}
	w.close(']')
}

func (w *writer) alerts(v *game.View) {
	w.open('[')
	for i := range v.Alerts {
		a := &v.Alerts[i]
		w.open('{')
		w.key("id").item(game.Item{Kind: game.Alert, N: a.N})
		w.key("raised").minute(a.Raised)
		w.key("host")
		if a.Host == game.None {
			w.null()
		} else {
			w.string(v.HostName(a.Host))
		}
		w.key("metric").word(alertMetricWords, int(a.Metric))
		w.key("reading").int(int64(a.Reading))
		w.key("threshold").int(int64(a.Threshold))
		w.key("named").app(v, a.Named)
		w.key("linked").app(v, a.Linked)
		w.key("confirmed").bool(a.Confirmed)
		w.key("ruled").apps(v, a.Ruled)
		w.key("repeats").int(int64(a.Repeats))
		w.key("state").word(ticketWords, int(a.State))
		w.key("analyst").analyst(v, a.Analyst)
		w.key("team").team(v, a.Team)
		w.key("until").minute(a.Until)
		w.key("cause").word(causeWords, int(a.Cause))
		w.key("upstream").app(v, a.Upstream)
		w.key("page").bool(a.Page)
		w.close('}')
	}
	w.close(']')
}

func (w *writer) requests(v *game.View) {
	w.open('[')
	for i := range v.Requests {
		r := &v.Requests[i]
		w.open('{')
		w.key("id").item(game.Item{Kind: game.Request, N: r.N})
		w.key("team").team(v, r.Team)
		w.key("app").app(v, r.App)
		w.key("version").open('[')
		w.int(int64(r.Version[0]))
		w.int(int64(r.Version[1]))
		w.close(']')
		w.key("arrived").minute(r.Arrived)
		w.key("batch").int(int64(r.Batch))
		w.key("deadline").minute(r.Deadline)
		w.key("after").app(v, r.After)
		w.key("after_request")
		if r.AfterN == 0 {
			w.null()
		} else {
			w.item(game.Item{Kind: game.Request, N: r.AfterN})
		}
		w.key("approved").minute(r.Approved)
		w.key("state").word(requestWords, int(r.State))
		w.key("analyst").analyst(v, r.Analyst)
		w.key("until").minute(r.Until)
		w.key("late").bool(r.Late)
		w.key("pressed").bool(r.Pressed)
		w.close('}')
	}
	w.close(']')
}

func (w *writer) messages(v *game.View) {
	w.open('[')
	for i := range v.Messages {
		m := &v.Messages[i]
		w.open('{')
		w.key("id").item(game.Item{Kind: game.Message, N: m.N})
		w.key("kind").word(messageWords, int(m.Kind))
		w.key("arrived").minute(m.Arrived)
		w.key("about").item(m.About)
		w.key("app").app(v, m.App)
		w.key("team").team(v, m.Team)
		w.key("goal")
		if m.Kind == game.OfferMessage && m.Goal >= 0 && m.Goal < len(v.Goals) {
			w.string(v.Goals[m.Goal].Metric)
		} else {
			w.null()
		}
		w.key("read").bool(m.Read)
		w.key("analyst").analyst(v, m.Analyst)
		w.key("answers").open('[')
		for _, c := range m.Answers {
			w.string(c.String())
		}
		w.close(']')
		w.close('}')
	}
	w.close(']')
}

func (w *writer) applications(v *game.View) {
	models := v.Models()
	w.open('[')
	for i := range v.Apps {
		a := &v.Apps[i]
		w.open('{')
		w.key("name").string(a.Name)
		w.key("live").bool(a.Live)
		w.key("revenue").int(a.Revenue)
		w.key("target").int(int64(a.Target))
		w.key("owner").team(v, a.Owner)
		w.key("owner_seen")
		if a.Owner == game.None {
			w.null()
		} else {
			w.minute(a.OwnerSeen)
		}
		w.key("health").word(healthWords, int(a.Health))
		w.key("down_since")
		if a.Health == game.Healthy {
			w.null()
		} else {
			w.minute(a.DownSince)
		}
		w.key("loss_rate").int(a.LossRate)
		w.key("waiting").int(int64(a.Waiting))
		w.key("major").int(int64(a.Major))
		w.key("minor").int(int64(a.Minor))
		w.key("deployed").minute(a.Deployed)
		w.key("deployed_by").analyst(v, a.DeployedBy)
		w.key("rolled_back").bool(a.RolledBack)
		w.key("runbook").milli(int64(a.Runbook))
		w.key("model").string(models[a.Model].Name)
		w.key("moving").bool(a.Moving)
		w.key("written").int(int64(a.Written))
		w.key("tuned").int(int64(a.Tuned))
		w.key("needs").apps(v, a.Needs)
		w.close('}')
	}
	w.close(']')
}

func (w *writer) teams(v *game.View) {
	w.open('[')
	for i := range v.Teams {
		t := &v.Teams[i]
		w.open('{')
		w.key("name").string(t.Name)
		w.key("joined").bool(t.Joined)
		w.key("goodwill").int(int64(t.Goodwill))
		w.key("busy").int(int64(t.Busy))
		w.close('}')
	}
	w.close(']')
}

func (w *writer) analysts(v *game.View) {
	w.open('[')
	for i := range v.Analysts {
		a := &v.Analysts[i]
		idle := a.Work == game.Idle
		w.open('{')
		w.key("name").string(a.Name)
		w.key("presence").word(presenceWords, int(a.Presence))
		w.key("back")
		switch a.Presence {
		case game.OnLeave, game.Sick, game.Arriving:
			w.minute(a.Back)
		default:
			w.null()
		}
		w.key("work").word(workWords, int(a.Work))
		w.key("item").item(a.Item)
		w.key("app").app(v, a.App)
		w.key("until")
		if idle {
			w.null()
		} else {
			w.minute(a.Until)
		}
		w.key("queue").open('[')
		for k := range a.Queue {
			t := &a.Queue[k]
			w.open('{')
			w.key("work").word(workWords, int(t.Work))
			w.key("item").item(t.Item)
			w.key("app").app(v, t.App)
			w.close('}')
		}
		w.close(']')
		w.key("burnout").int(int64(a.Burnout))
		w.key("fatigue").int(int64(a.Fatigue))
		w.key("load").milli(int64(a.Load))
		w.key("duty").bool(a.Duty)
		w.key("knows").open('{')
		for k := range a.Knows {
			w.name(v.AppName(a.Knows[k].App)).milli(int64(a.Knows[k].Level))
		}
		w.close('}')
		w.close('}')
	}
	w.close(']')
}

func (w *writer) hosts(v *game.View) {
	w.open('[')
	for i := range v.Hosts {
		h := &v.Hosts[i]
		w.open('{')
		w.key("name").string(h.Name)
		w.key("runs").open('[')
		for k := range h.Runs {
			w.open('{')
			w.key("app").app(v, h.Runs[k].App)
			w.key("seen").minute(h.Runs[k].Seen)
			w.close('}')
		}
		w.close(']')
		w.close('}')
	}
	w.close(']')
}

// news writes what happened in the last turn. The events' numbers are left out: they count what is hidden too.
func (w *writer) news(v *game.View) {
	w.open('[')
	for i := range v.News {
		e := &v.News[i]
		w.open('{')
		w.key("at").minute(e.At)
		w.key("kind").word(eventWords, int(e.Kind))
		w.key("item").item(e.Item)
		w.key("app").app(v, int(e.App))
		w.key("team").team(v, int(e.Team))
		w.key("analyst").analyst(v, int(e.Analyst))
		w.key("amount").int(e.Amount)
		w.close('}')
	}
	w.close(']')
}
