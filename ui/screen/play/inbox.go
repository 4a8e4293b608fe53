package play

import (
	"cmp"
	"slices"
	"strconv"

	"callout/game"
	"callout/game/words"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

// entry is one row of the inbox: what it is, where it stands, how long it has been there. What it says is only worded when
// it is drawn: an inbox may be long.
type entry struct {
	item  game.Item
	mark  string
	level theme.Level // of the mark
	quiet bool        // somebody has it: nothing to do just now
	index int         // into the view's alerts, messages or requests
	where string
	stand theme.Level // of where
	since game.Minute
	rank  int
}

// inboxOf is what is in the inbox, most pressing first: pages nobody has, decisions, what management waits for,
// alerts, requests, and at last what others are working on.
func inboxOf(v *game.View, list []entry) []entry {
	for i := range v.Alerts {
		list = append(list, alertEntry(v, i))
	}
	for i := range v.Messages {
		list = append(list, messageEntry(v, i))
	}
	for i := range v.Requests {
		list = append(list, requestEntry(v, i))
	}
	slices.SortStableFunc(list, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.since, b.since))
	})
	return list
}

func alertEntry(v *game.View, i int) entry {
	a := &v.Alerts[i]
	e := entry{
		item: game.Item{Kind: game.Alert, N: a.N}, mark: theme.Alert, level: theme.Warning,
		index: i, where: words.TicketState(a.State), since: a.Raised, rank: 3,
	}
	if a.Page {
		e.mark, e.level, e.rank = theme.Page, theme.Alarming, 0
	}
	switch a.State {
	case game.Waiting:
		e.stand = theme.Warning
	case game.NeedsDecision:
		e.stand = theme.Alarming
		e.rank = min(e.rank, 1)
	default:
		e.quiet, e.rank = true, 6
		if a.Page {
			e.rank = 5
		}
		if a.Team >= 0 && (a.State == game.AskedTeam || a.State == game.WithTeam) {
			e.where = "→" + v.TeamName(a.Team)
		}
		if a.Analyst >= 0 {
			e.where = v.AnalystName(a.Analyst)
			if a.State == game.Queued {
				e.where = words.Say("play.inbox.queued", "who", e.where)
			}
		}
	}
	return e
}

// what is what an entry says.
func (e *entry) what(v *game.View) string {
	switch e.item.Kind {
	case game.Alert:
		return alertText(v, &v.Alerts[e.index])
	case game.Message:
		return messageText(v, &v.Messages[e.index])
	}
	return requestText(v, &v.Requests[e.index])
}

// alertText is what an alert says, with the application first where one is known or named, for a column that may be cut.
func alertText(v *game.View, a *game.AlertView) string {
	bare := *a
	bare.Host, bare.Named = game.None, game.None
	text := words.AlertShort(v, &bare)
	switch {
	case a.Linked >= 0:
		text = v.AppName(a.Linked) + " " + text
	case a.Named >= 0:
		text = words.Say("play.inbox.named", "app", v.AppName(a.Named), "text", text)
	}
	if host := v.HostName(a.Host); host != "" {
		text += " " + host
	}
	return text
}

func messageEntry(v *game.View, i int) entry {
	m := &v.Messages[i]
	e := entry{
		item: game.Item{Kind: game.Message, N: m.N}, mark: theme.Message, index: i,
		where: words.MessageKind(m.Kind), since: m.Arrived, rank: 4,
	}
	switch {
	case m.Analyst >= 0:
		e.rank, e.quiet, e.where = 5, true, v.AnalystName(m.Analyst)
	case len(m.Answers) > 0:
		e.rank, e.level, e.stand, e.where = 2, theme.Warning, theme.Warning, words.Say("play.inbox.answer")
	case m.Read:
		e.rank, e.quiet = 7, true
	}
	return e
}

// messageText is a message for a column that may be cut.
func messageText(v *game.View, m *game.MessageView) string {
	switch m.Kind {
	case game.ChaseMessage:
		return words.Say("play.inbox.chase", "team", v.TeamName(m.Team), "item", m.About.String())
	case game.PressMessage:
		return words.Say("play.inbox.press", "item", m.About.String())
	case game.OfferMessage:
		if m.Goal >= 0 && m.Goal < len(v.Goals) {
			title, _ := words.Metric(v.Goals[m.Goal].Metric)
			return words.Say("play.inbox.offer", "goal", title)
		}
	}
	return words.Message(v, m)
}

// requestText is a release request for a column that may be cut.
func requestText(v *game.View, r *game.RequestView) string {
	if r.State == game.Unread {
		return words.Say("play.inbox.unread", "team", v.TeamName(r.Team))
	}
	what := v.AppName(r.App) + " " + words.Version(r.Version)
	if r.Deadline > 0 && r.Deadline != game.Never {
		return words.Say("play.inbox.request_by", "what", what, "n", r.Batch, "when", words.When(v.Now, r.Deadline))
	}
	return words.Say("play.inbox.request", "what", what, "n", r.Batch)
}

func requestEntry(v *game.View, i int) entry {
	r := &v.Requests[i]
	e := entry{
		item: game.Item{Kind: game.Request, N: r.N}, mark: theme.Request, index: i,
		where: words.RequestState(r.State), since: r.Arrived, rank: 4,
	}
	switch r.State {
	case game.Unread:
		e.stand = theme.Warning
	case game.ReadyToDeploy:
		if r.Late || r.Pressed {
			e.rank = 3
		}
	default:
		e.quiet, e.rank = true, 7
		if r.State == game.BeforeBoard {
			e.where = words.Say("play.inbox.board")
		}
		if r.Analyst >= 0 {
			e.where = v.AnalystName(r.Analyst)
			if r.State == game.DeployQueued {
				e.where = words.Say("play.inbox.queued", "who", e.where)
			}
		}
	}
	if r.Late {
		e.level = theme.Warning
	}
	if r.Pressed {
		e.level = theme.Alarming
	}
	return e
}

// counts is how many alerts, release requests and items in all wait for a decision.
func (s *Screen) counts() (alerts, requests, waiting int) {
	for i := range s.inbox {
		if s.inbox[i].quiet {
			continue
		}
		waiting++
		switch s.inbox[i].item.Kind {
		case game.Alert:
			alerts++
		case game.Request:
			requests++
		}
	}
	return alerts, requests, waiting
}

func (s *Screen) drawInbox(b *line.Block) {
	t, l := s.theme, &s.lists[inPane]
	_, _, waiting := s.counts()
	widget.Title(b, t, words.Say("play.inbox.title"), note(len(s.inbox), waiting, words.Say("play.inbox.waiting", "n", waiting))+below(l, b.Left()-1), s.focus == inPane)
	if len(s.inbox) == 0 {
		b.Line(t.Dim, "  "+words.Say("play.inbox.nothing"))
		return
	}
	where := 8
	if b.Width() >= 52 {
		where = 10
	}
	from, to := l.Show(b.Left())
	for i := from; i < to; i++ {
		e := &s.inbox[i]
		text, dim := t.Text, t.Dim
		if e.quiet {
			text = t.Dim
		}
		s.cursor(b, inPane, i)
		mark := e.mark
		if s.pulses(e) {
			b.Base(t.Selected)
			mark = theme.Pulse
		}
		b.Cell(t.Of(e.level), mark, 3)
		b.Cell(dim, e.item.String(), 6)
		b.Cell(text, e.what(s.view), b.Room()-where-6)
		b.Space(1)
		stand := t.Dim
		if e.stand != theme.Calm {
			stand = t.Of(e.stand)
		}
		b.Cell(stand, e.where, where)
		b.Right(dim, brief(s.view.Now-e.since), 5).End()
	}
}

// below tells how many rows of a list are below those shown on h rows.
func below(l *widget.List, h int) string {
	if _, to := l.Show(h); to < l.Len {
		return "  ↓" + strconv.Itoa(l.Len-to)
	}
	return ""
}

// cursor begins a row of a list: the selected one is marked, and lies on another ground where the list has the keys.
func (s *Screen) cursor(b *line.Block, p pane, i int) {
	switch {
	case i != s.lists[p].Cursor:
		b.Space(1)
	case p == s.focus:
		b.Base(s.theme.Selected).Put(s.theme.Accent, theme.Cursor)
	default:
		b.Put(s.theme.Faint, theme.Cursor)
	}
}
