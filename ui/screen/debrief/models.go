package debrief

import (
	"callout/game"
	"callout/game/debrief"
	"callout/game/words"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

// modelCosts are the metrics that a model's whole cost is made of, but for people.
var modelCosts = []string{"revenue_lost", "cost_of_delay", "standby_cost", "callout_cost", "team_cost", "set_up_cost"}

// models: what else could have been?
func (s *Screen) models(b *line.Block) {
	if s.waitFor(b, debrief.Comparing) {
		return
	}
	// Doing nothing is beyond comparison: it would leave no room for the differences between the others.
	t, most, name := s.theme, game.Pence(1), 0
	for i := range s.d.Models {
		m := &s.d.Models[i]
		name = max(name, line.Width(m.Title)+2)
		if m.Model != "idle" {
			most = max(most, m.Total)
		}
	}
	name = max(20, min(name+1, b.Width()-40))
	bar := min(40, b.Width()-name-32)
	b.Space(name + bar + 1)
	for _, c := range []string{"all", "lost"} {
		b.Right(t.Dim, words.Say("debriefscreen.column."+c), 12)
	}
	b.Right(t.Dim, words.Say("debriefscreen.column.goals"), 7).End()
	for i := range s.d.Models {
		m := &s.d.Models[i]
		style, mark := t.Text, " "
		if m.Played {
			style, mark = t.Strong, theme.Cursor
		}
		lost := min(max(metric(m, "revenue_lost"), 0), m.Total)
		b.Put(t.Focus, mark).Space(1).Cell(style, m.Title, name-2)
		parts := []widget.Part{{N: lost, Glyph: "█", Style: t.Warn}, {N: m.Total - lost, Glyph: "░", Style: t.Accent}}
		if m.Total > most {
			widget.Stack(b, parts, m.Total, bar-1)
			b.Put(t.Alarm, theme.Beyond)
		} else {
			widget.Stack(b, parts, most, bar-1)
			b.Space(1)
		}
		b.Space(1).Right(style, words.Money(m.Total), 12).Right(t.Dim, words.Money(lost), 12)
		if m.Won {
			b.Right(t.Good, theme.Met, 7)
		} else {
			b.Right(t.Alarm, theme.Missed, 7)
		}
		b.End()
	}
	b.End()
	b.Put(t.Warn, "██").Space(1).Put(t.Dim, words.Say("debriefscreen.models.lost")).Space(3)
	b.Put(t.Accent, "░░").Space(1).Put(t.Dim, words.Say("debriefscreen.models.other")).End()
	b.Para(t.Dim, words.Say("debriefscreen.models.how", "you", theme.Cursor, "beyond", theme.Beyond), 0)
}

// otherCosts says what each model costs beside what is lost.
func (s *Screen) otherCosts(b *line.Block) {
	if len(s.d.Models) == 0 {
		return
	}
	t := s.theme
	s.head(b, words.Say("debriefscreen.head.what-it-costs"))
	for i := range s.d.Models {
		m := &s.d.Models[i]
		style := t.Text
		if m.Played {
			style = t.Strong
		}
		if i > 0 {
			s.space(b)
		}
		b.Line(style, m.Title)
		rest := m.Total
		for _, name := range modelCosts {
			n := metric(m, name)
			rest -= n
			s.costRow(b, n, func() string { title, _ := words.Metric(name); return title })
		}
		s.costRow(b, rest, func() string { return words.Say("debrief.cost.people") })
	}
}

// costRow writes one cost of a model, unless there is none.
func (s *Screen) costRow(b *line.Block, n game.Pence, title func() string) {
	if n > 0 {
		b.Space(2).Cell(s.theme.Dim, title(), 44).Right(s.theme.Text, words.Money(n), 12).End()
	}
}

// metric is a metric of a model's game.
func metric(m *debrief.ModelResult, name string) int64 {
	for i := range m.Values {
		if m.Values[i].Name == name {
			return m.Values[i].N
		}
	}
	return 0
}
