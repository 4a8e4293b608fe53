package words

import (
	"strconv"

	"callout/game"
)

// Alert is what an alert says: "HTTP 5xx 12 % (limit 5 %) on lnx-prd-0417".
func Alert(v *game.View, a *game.AlertView) string {
	return alertText(v, a, inUse().alerts)
}

// AlertShort is the same for a narrow line, without the limit: "5xx 12 % on lnx-prd-0417".
func AlertShort(v *game.View, a *game.AlertView) string {
	return alertText(v, a, inUse().alertsShort)
}

func alertText(v *game.View, a *game.AlertView, metrics []string) string {
	text := fill(pick(metrics, int(a.Metric)), func(name, one, many string) string {
		n := int64(a.Reading)
		if name == "limit" {
			n = int64(a.Threshold)
		}
		if one != "" {
			return Count(n, one, many)
		}
		return Number(n)
	})
	if host := v.HostName(a.Host); host != "" {
		text += fill(inUse().onHost, func(string, string, string) string { return host })
	}
	if a.Named >= 0 {
		text += fill(inUse().names, (&blanks{v: v, app: a.Named}).value)
	}
	return text
}

// AlertState is what happens to an alert now, in one sentence.
func AlertState(v *game.View, a *game.AlertView) string {
	f := blanks{v: v, app: a.Linked, team: a.Team, analyst: a.Analyst, amount: int64(a.Cause), until: a.Until}
	return begin(fill(pick(inUse().ticketLines, int(a.State)), func(name, one, many string) string {
		if name == "upstream" {
			return f.appName(a.Upstream)
		}
		return f.value(name, one, many)
	}))
}

// Clue is one hint towards an alert's application, in one sentence.
func Clue(v *game.View, c game.Clue) string {
	f := blanks{v: v, app: c.App, analyst: game.None, team: game.None, amount: int64(c.At)}
	return begin(fill(pick(inUse().clues, int(c.Kind)), func(name, one, many string) string {
		switch name {
		case "who":
			f.analyst = c.Other
		case "other":
			return f.appName(c.Other)
		case "alertno":
			return game.Item{Kind: game.Alert, N: int32(c.Other)}.String()
		}
		return f.value(name, one, many)
	}))
}

// Request is a release request: what, how much, and what its team wishes. Before it is read only the team is told.
func Request(v *game.View, r *game.RequestView) string {
	f := blanks{v: v, app: r.App, team: r.Team, amount: int64(r.Batch), analyst: game.None}
	if r.State == game.Unread {
		return f.sentence(inUse().requestUnread)
	}
	text := RequestShort(v, r)
	if r.State == game.BeforeBoard && r.Approved != game.Never {
		f.amount = int64(r.Approved)
		text += fill(inUse().requestApproved, f.value)
	}
	if r.Late {
		text += inUse().requestLate
	}
	if r.Pressed {
		text += inUse().requestPressed
	}
	return text
}

// RequestShort is what a release request is and wishes, without where it stands: "ledger 4.2, 5 changes, before Wed
// 12:00, after R-039 of basket".
func RequestShort(v *game.View, r *game.RequestView) string {
	f := blanks{v: v, app: r.App, team: r.Team, amount: int64(r.Batch), analyst: game.None}
	if r.State == game.Unread {
		return f.sentence(inUse().requestUnread)
	}
	text := fill(inUse().requestRead, func(name, one, many string) string {
		if name == "version" {
			return Version(r.Version)
		}
		return f.value(name, one, many)
	})
	if r.Deadline > 0 && r.Deadline != game.Never {
		f.amount = int64(r.Deadline)
		text += fill(inUse().requestBy, f.value)
	}
	if r.After >= 0 {
		f.app = r.After
		template := inUse().requestAfter
		if r.AfterN <= 0 {
			template = inUse().requestAfterApp
		}
		text += fill(template, func(name, one, many string) string {
			if name == "other" {
				return game.Item{Kind: game.Request, N: r.AfterN}.String()
			}
			return f.value(name, one, many)
		})
	}
	return text
}

// Version is a version as major and minor: "4.2".
func Version(n [2]int32) string {
	return strconv.Itoa(int(n[0])) + "." + strconv.Itoa(int(n[1]))
}

// Message is what a message says, in one line.
func Message(v *game.View, m *game.MessageView) string {
	f := blanks{v: v, item: m.About, app: m.App, team: m.Team, analyst: game.None}
	return begin(fill(pick(inUse().messages, int(m.Kind)), func(name, one, many string) string {
		switch name {
		case "goal":
			if m.Goal >= 0 && m.Goal < len(v.Goals) {
				return Goal(v.Goals[m.Goal])
			}
			return ""
		case "notice":
			return notice(&f)
		}
		return f.value(name, one, many)
	}))
}

// notice names what a notice is about, most telling thing first.
func notice(f *blanks) string {
	switch {
	case f.item.Kind != game.NoItem:
		return f.item.String()
	case f.app >= 0 && f.team >= 0:
		return f.v.AppName(f.app) + ", " + f.v.TeamName(f.team)
	case f.app >= 0:
		return f.v.AppName(f.app)
	}
	return f.value("team", "", "")
}
