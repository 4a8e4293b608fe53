package play

import (
	"strconv"
	"strings"

	"callout/game"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
	"callout/ui/words"
)

// drawDetail shows the thing selected: what it is, what is known, what can be done about it and at what price. The
// orders stand at the bottom and always fit; what is known gets the rows that are left.
func (s *Screen) drawDetail(b *line.Block) {
	offers := s.offers()
	item, app, who := s.selected()
	room := b.Left()
	if len(offers) > 0 {
		room = max(3, room-len(offers)-1)
	}
	most := room + 1 // one row more than fits tells that there is more
	body := line.NewBlock(b.Width(), most)
	switch {
	case s.focus == appPane && app >= 0:
		s.detailApp(body, app)
	case s.focus == peoplePane && who >= 0:
		s.detailPerson(body, who)
	case s.focus == inPane && item.Kind == game.Alert && s.alert(item.N) != nil:
		s.detailAlert(body, s.alert(item.N))
	case s.focus == inPane && item.Kind == game.Request && s.request(item.N) != nil:
		s.detailRequest(body, s.request(item.N))
	case s.focus == inPane && item.Kind == game.Message && s.message(item.N) != nil:
		s.detailMessage(body, s.message(item.N))
	default:
		body.Line(s.theme.Strong, "Nothing waits for you.").End()
		body.Para(s.theme.Dim, "space ends the turn, c continues until something needs a decision. A quiet hour is a good one for runbooks and for learning: tab to the people.", 0)
	}
	n := most - body.Left()
	rows := body.Rows()
	if n > room {
		b.Join(rows[:room-1], b.Width()).Line(s.theme.Dim, theme.More)
	} else {
		b.Join(rows[:n], b.Width())
	}
	if len(offers) == 0 {
		return
	}
	if n < room {
		b.End()
	}
	for s.plan.Size == layout.Compact && b.Left() > len(offers)+1 {
		b.End()
	}
	s.drawOffers(b, offers)
}

func (s *Screen) drawOffers(b *line.Block, offers []offer) {
	t := s.theme
	widget.Head(b, t, "ORDERS", "")
	what, price, but := 0, 0, 0
	for _, o := range offers {
		what = max(what, line.Width(o.what))
		price = max(price, line.Width(o.price))
		but = max(but, line.Width(o.but))
	}
	const key = 3
	long := key+what+2+price+2+but <= b.Width()
	for _, o := range offers {
		b.Cell(t.Accent, o.key, key)
		if long {
			b.Cell(t.Text, o.what, what).Space(2).Cell(t.Dim, o.price, price).Space(2).Put(t.Dim, o.but).End()
			continue
		}
		b.Cell(t.Text, o.what, b.Room()-line.Width(o.price)-1).Space(1).Put(t.Dim, o.price).End()
	}
}

// age ends a row with how long ago something came, where there is room.
func (s *Screen) age(b *line.Block, came game.Minute) {
	text := brief(s.view.Now-came) + " old"
	if b.Room() > line.Width(text) {
		b.Right(s.theme.Dim, text, b.Room())
	}
	b.End()
}

// label is the width of the column that names facts.
const label = 11

// fact writes one line of a fact: its name in a column, and what is known.
func (s *Screen) fact(b *line.Block, name, text string, level theme.Level) {
	st := s.theme.Text
	if level != theme.Calm {
		st = s.theme.Of(level)
	}
	b.Cell(s.theme.Dim, name, label)
	for i, l := range line.Wrap(text, b.Width()-label) {
		if i > 0 {
			b.To(label)
		}
		b.Put(st, l).End()
	}
}

func (s *Screen) detailAlert(b *line.Block, a *game.AlertView) {
	t, v := s.theme, s.view
	b.Put(t.Strong, game.Item{Kind: game.Alert, N: a.N}.String()).Space(2)
	if a.Page {
		b.Put(t.Alarm, "customers feel it")
	}
	s.age(b, a.Raised)
	b.Para(t.Text, words.Alert(v, a), 0)
	state := words.AlertState(v, a)
	if a.Repeats > 0 {
		state += " Raised again " + times(int(a.Repeats)) + "."
	}
	b.Para(t.Of(stateLevel(a.State)), state, 0)
	if a.Linked >= 0 {
		text := v.AppName(a.Linked)
		if a.Confirmed {
			text += ", confirmed"
		} else {
			text += ", linked but not confirmed"
		}
		s.fact(b, "belongs to", text, theme.Calm)
	}
	for i, app := range a.Ruled {
		name := "ruled out"
		if i > 0 {
			name = ""
		}
		s.fact(b, name, v.AppName(app), theme.Calm)
	}
	if a.Confirmed {
		if a.Cause != game.UnknownFault {
			s.fact(b, "cause", words.FaultKind(a.Cause), theme.Calm)
		}
		return
	}
	s.gap(b)
	widget.Head(b, t, "WHAT WE KNOW", "")
	list := evidenceFor(v, a)
	if len(list) == 0 {
		b.Para(t.Dim, "Nothing speaks for any application. Somebody has to look.", 0)
	}
	name := 0
	for _, e := range list {
		name = max(name, min(line.Width(v.AppName(e.app)), 12)+2)
	}
	for _, e := range list {
		app := v.AppName(e.app)
		for _, l := range line.Wrap(strings.Join(e.reasons, "; "), b.Width()-name) {
			b.Cell(t.Strong, app, name).Put(t.Text, l).End()
			app = ""
		}
	}
}

// stateLevel is how serious the state of an alert is for the player.
func stateLevel(st game.TicketState) theme.Level {
	switch st {
	case game.Waiting, game.NeedsDecision:
		return theme.Warning
	}
	return theme.Calm
}

func (s *Screen) detailRequest(b *line.Block, r *game.RequestView) {
	t, v := s.theme, s.view
	b.Put(t.Strong, game.Item{Kind: game.Request, N: r.N}.String()).Space(2)
	b.Put(t.Dim, words.RequestState(r.State)).Space(2)
	if r.Late {
		b.Put(t.Warn, "late").Space(2)
	}
	if r.Pressed {
		b.Put(t.Alarm, "management asks for it")
	}
	s.age(b, r.Arrived)
	b.Para(t.Text, words.Request(v, r), 0)
	b.End()
	s.fact(b, "team", v.TeamName(r.Team), theme.Calm)
	if r.State == game.Unread {
		b.Para(t.Dim, "Nobody has read it: it is not in the plan, and the board does not know of it.", 0)
		return
	}
	s.fact(b, "changes", strconv.Itoa(int(r.Batch))+", more while it waits", theme.Calm)
	if r.Deadline > 0 && r.Deadline != game.Never {
		level := theme.Calm
		if r.Late {
			level = theme.Warning
		}
		s.fact(b, "before", words.When(v.Now, r.Deadline), level)
	}
	if r.After >= 0 {
		s.fact(b, "after", v.AppName(r.After)+", or it is likelier to fail", theme.Calm)
	}
	if r.State == game.BeforeBoard && r.Approved != game.Never {
		s.fact(b, "board", "lets it pass "+words.When(v.Now, r.Approved), theme.Calm)
	}
	if r.Analyst >= 0 {
		text := v.AnalystName(r.Analyst)
		if r.State == game.BeingDeployed && r.Until != game.Never {
			text += ", until about " + words.When(v.Now, r.Until)
		}
		s.fact(b, "with", text, theme.Calm)
	}
	if r.App >= 0 {
		p := &v.Apps[r.App]
		_, level, text := health(v, p)
		s.fact(b, "live now", words.Version([2]int32{p.Major, p.Minor})+", "+text, level)
	}
}

func (s *Screen) detailMessage(b *line.Block, m *game.MessageView) {
	t, v := s.theme, s.view
	b.Put(t.Strong, game.Item{Kind: game.Message, N: m.N}.String()).Space(2).Put(t.Dim, words.MessageKind(m.Kind))
	s.age(b, m.Arrived)
	b.Para(t.Text, words.Message(v, m), 0)
	if m.Goal >= 0 && m.Kind == game.OfferMessage && m.Goal < len(v.Goals) {
		g := &v.Goals[m.Goal]
		b.End()
		s.fact(b, "stands at", words.GoalValue(g.Metric, g.Current), theme.Warning)
	}
}

func (s *Screen) detailApp(b *line.Block, app int) {
	t, v := s.theme, s.view
	p := &v.Apps[app]
	mark, level, text := health(v, p)
	b.Put(t.Strong, p.Name).Space(1).Put(t.Dim, words.Version([2]int32{p.Major, p.Minor})).Space(2)
	st := t.Good
	if level != theme.Calm {
		st = t.Of(level)
	}
	b.Put(st, mark).Space(1).Put(st, text).End()
	if p.LossRate > 0 {
		b.Para(t.Warn, "loses "+words.Rate(p.LossRate), 0)
	}
	b.Para(t.Dim, "earns up to "+words.Rate(p.Revenue)+", target "+words.Availability(p.Target), 0)
	s.gap(b)
	owner := "not known"
	if p.Owner >= 0 {
		owner = v.TeamName(p.Owner) + ", seen " + ago(v.Now, p.OwnerSeen)
	}
	s.fact(b, "team", owner, theme.Calm)
	if p.Deployed >= 0 {
		text := ago(v.Now, p.Deployed)
		if p.DeployedBy >= 0 {
			text += " by " + v.AnalystName(p.DeployedBy)
		}
		if p.RolledBack {
			text += ", rolled back"
		}
		s.fact(b, "deployed", text, theme.Calm)
	}
	if len(v.Models()) > 1 {
		model := v.ModelTitle(p.Model)
		if p.Moving {
			model += ", about to change"
		}
		s.fact(b, "run by", model, theme.Calm)
	}
	if p.Waiting > 0 {
		s.fact(b, "waiting", plural(int(p.Waiting), "change", "changes")+" to deploy", theme.Calm)
	}
	runbook := "none"
	if p.Runbook > 0 {
		runbook = words.Percent(p.Runbook) + " fresh"
	}
	s.fact(b, "runbook", runbook, theme.Calm)
	knowers := ""
	for _, i := range s.staff {
		a := &v.Analysts[i]
		if k := v.Knows(i, app); k >= 200 {
			if knowers != "" {
				knowers += ", "
			}
			knowers += a.Name + " " + words.Percent(k)
		}
	}
	if knowers == "" {
		knowers = "nobody, well"
	}
	s.fact(b, "known by", knowers, theme.Calm)
	hosts := ""
	for i := range v.Hosts {
		for _, r := range v.Hosts[i].Runs {
			if r.App == app {
				if hosts != "" {
					hosts += ", "
				}
				hosts += v.Hosts[i].Name
			}
		}
	}
	if hosts == "" {
		hosts = "not known"
	}
	s.fact(b, "hosts", hosts, theme.Calm)
	if len(p.Needs) > 0 {
		needs := ""
		for i, n := range p.Needs {
			if i > 0 {
				needs += ", "
			}
			needs += v.AppName(n)
		}
		s.fact(b, "needs", needs, theme.Calm)
	}
}

func (s *Screen) detailPerson(b *line.Block, who int) {
	t, v := s.theme, s.view
	a := &v.Analysts[who]
	text, until, level := doing(v, a)
	b.Put(t.Strong, a.Name).Space(2)
	st := t.Text
	if level != theme.Calm {
		st = t.Of(level)
	}
	b.Put(st, text)
	if until != "" {
		b.Put(t.Dim, " until "+until)
	}
	b.End()
	tags := words.Presence(a.Presence)
	if a.Duty {
		tags += ", takes waiting alerts"
	} else {
		tags += ", takes only what you assign"
	}
	if v.Standby == who {
		tags += ", on standby out of hours"
	}
	b.Para(t.Dim, tags, 0)
	s.gap(b)
	s.points(b, "burnout", a.Burnout)
	s.points(b, "fatigue", a.Fatigue)
	if s.plan.Size == layout.Wide {
		s.fact(b, "load", words.Percent(a.Load)+" of the time", theme.Calm)
	}
	for i, task := range a.Queue {
		name := "queue"
		if i > 0 {
			name = ""
		}
		s.fact(b, name, words.Task(v, task), theme.Calm)
	}
	if s.plan.Size < layout.Wide {
		known := make([]string, 0, len(a.Knows))
		for _, k := range a.Knows {
			if k.Level >= 100 {
				known = append(known, v.AppName(k.App)+" "+words.Percent(k.Level))
			}
		}
		s.fact(b, "knows", strings.Join(known, ", "), theme.Calm)
		return
	}
	name := "knows"
	for _, k := range a.Knows {
		if k.Level < 100 {
			continue
		}
		b.Cell(t.Dim, name, label)
		widget.Bar(b, t, t.Accent, int64(k.Level), 1000, 10)
		b.Space(1).Right(t.Text, words.Percent(k.Level), 5).Space(1).Put(t.Text, v.AppName(k.App)).End()
		name = ""
	}
}

// gap is a blank row, where rows are not scarce.
func (s *Screen) gap(b *line.Block) {
	if s.plan.Size > layout.Compact {
		b.End()
	}
}

// points writes burnout or fatigue as a bar and a number.
func (s *Screen) points(b *line.Block, name string, n int32) {
	t := s.theme
	b.Cell(t.Dim, name, label)
	widget.Bar(b, t, t.Line(strain(n)), int64(n), 100, 16)
	b.Space(1).Right(t.Of(strain(n)), strconv.Itoa(int(n)), 3).End()
}
