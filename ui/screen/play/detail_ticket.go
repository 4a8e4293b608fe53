package play

import (
	"strings"

	"callout/game"
	"callout/game/words"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

func (s *Screen) detailAlert(b *line.Block, a *game.AlertView) {
	t, v := s.theme, s.view
	b.Put(t.Strong, game.Item{Kind: game.Alert, N: a.N}.String()).Space(2)
	if a.Page {
		b.Put(t.Alarm, words.Say("play.alert.page"))
	}
	s.age(b, a.Raised)
	b.Para(t.Text, words.Alert(v, a), 0)
	state := words.AlertState(v, a)
	if a.Repeats > 0 {
		state += " " + words.Say("play.alert.repeats", "n", a.Repeats)
	}
	b.Para(t.Of(stateLevel(a.State)), state, 0)
	if a.Linked >= 0 {
		text := words.Say("play.alert.linked", "app", v.AppName(a.Linked), "sure", a.Confirmed)
		s.fact(b, words.Say("play.fact.belongs"), text, theme.Calm)
		s.fact(b, words.Say("play.fact.team"), s.owner(a.Linked), theme.Calm)
	}
	for i, app := range a.Ruled {
		name := words.Say("play.fact.ruled_out")
		if i > 0 {
			name = ""
		}
		s.fact(b, name, v.AppName(app), theme.Calm)
	}
	if a.Confirmed {
		if a.Cause != game.UnknownFault {
			s.fact(b, words.Say("play.fact.cause"), words.FaultKind(a.Cause), theme.Calm)
		}
		return
	}
	s.gap(b)
	widget.Head(b, t, words.Say("play.alert.known"), "")
	list := evidenceFor(v, a)
	if len(list) == 0 {
		b.Para(t.Dim, words.Say("play.alert.nothing"), 0)
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
		b.Put(t.Warn, words.Say("play.request.late")).Space(2)
	}
	if r.Pressed {
		b.Put(t.Alarm, words.Say("play.request.pressed"))
	}
	s.age(b, r.Arrived)
	b.Para(t.Text, words.Request(v, r), 0)
	b.End()
	s.fact(b, words.Say("play.fact.team"), v.TeamName(r.Team), theme.Calm)
	if r.State == game.Unread {
		b.Para(t.Dim, words.Say("play.request.unread"), 0)
		return
	}
	s.fact(b, words.Say("play.fact.changes"), words.Say("play.request.batch", "n", r.Batch), theme.Calm)
	if r.Deadline > 0 && r.Deadline != game.Never {
		level := theme.Calm
		if r.Late {
			level = theme.Warning
		}
		s.fact(b, words.Say("play.fact.before"), words.When(v.Now, r.Deadline), level)
	}
	if r.After >= 0 {
		s.fact(b, words.Say("play.fact.after"), words.Say("play.request.after", "app", v.AppName(r.After)), theme.Calm)
	}
	if r.State == game.BeforeBoard && r.Approved != game.Never {
		s.fact(b, words.Say("play.fact.board"), words.Say("play.request.board", "when", words.When(v.Now, r.Approved)), theme.Calm)
	}
	if r.Analyst >= 0 {
		text := v.AnalystName(r.Analyst)
		if r.State == game.BeingDeployed && r.Until != game.Never {
			text = words.Say("play.request.with", "who", text, "when", words.When(v.Now, r.Until))
		}
		s.fact(b, words.Say("play.fact.with"), text, theme.Calm)
	}
	if r.App >= 0 {
		p := &v.Apps[r.App]
		_, level, text := s.health(r.App)
		s.fact(b, words.Say("play.fact.live"), words.Version([2]int32{p.Major, p.Minor})+", "+text, level)
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
		s.fact(b, words.Say("play.fact.stands"), words.GoalValue(g.Metric, g.Current), theme.Warning)
	}
}
