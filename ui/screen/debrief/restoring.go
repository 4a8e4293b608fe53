package debrief

import (
	"slices"

	"callout/game"
	"callout/game/debrief"
	"callout/game/debrief/answer"
	"callout/game/words"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

// stateGlyphs tell the seven states apart without colour.
var stateGlyphs = [game.IncidentStates]string{"░", "▒", "▓", "█", "▚", "╱", "━"}

func (s *Screen) stateStyle(state game.IncidentState) line.Style {
	t := s.theme
	switch state {
	case game.InRepair:
		return t.Good
	case game.InDiagnose:
		return t.Accent
	case game.InHandoff, game.InQueue, game.InIdentify:
		return t.Warn
	case game.InDetect:
		return t.Alarm
	}
	return t.Dim
}

// parts are minutes by state as parts of a bar.
func (s *Screen) parts(minutes [game.IncidentStates]int64) []widget.Part {
	parts := make([]widget.Part, game.IncidentStates)
	for i, n := range minutes {
		parts[i] = widget.Part{N: n, Glyph: stateGlyphs[i], Style: s.stateStyle(game.IncidentState(i))}
	}
	return parts
}

// minutesOf are the minutes of an incident by state.
func minutesOf(n *debrief.Incident) (minutes [game.IncidentStates]int64) {
	for i := range minutes {
		minutes[i] = int64(n.States[i])
	}
	return minutes
}

// states writes minutes by the state that they were spent in: one bar of all, a row for each, and their sum.
func (s *Screen) states(b *line.Block, minutes [game.IncidentStates]int64, sumOf string) {
	t := s.theme
	var sum, most int64
	parts := s.parts(minutes)
	for _, n := range minutes {
		sum, most = sum+n, max(most, n)
	}
	if sum == 0 {
		return
	}
	widget.Stack(b, parts, sum, b.Width())
	b.End()
	name := min(36, b.Width()-36)
	for i, n := range minutes {
		b.Fill(parts[i].Style, parts[i].Glyph, 2).Space(1).Cell(t.Text, words.IncidentState(game.IncidentState(i)), name)
		b.Right(t.Text, answer.Share(n, sum), 6).Right(t.Dim, words.Span(minute(n)), 12).Space(2)
		widget.Bar(b, t, parts[i].Style, n, most, min(16, b.Room()))
		b.End()
	}
	b.Space(3).Cell(t.Strong, sumOf, name).Right(t.Text, words.Percent(1000), 6).Right(t.Strong, words.Span(minute(sum)), 12).End()
}

// minute is a number of minutes as a length of time; what is longer than any game is cut.
func minute(n int64) game.Minute { return game.Minute(min(n, int64(game.Never-1))) }

// restoring: where did time to restore go?
func (s *Screen) restoring(b *line.Block) {
	t := s.theme
	s.states(b, s.d.Result.StateMinutes, words.Say("debriefscreen.time.sum"))
	if len(s.d.Incidents) == 0 {
		return
	}
	b.End()
	s.head(b, words.Say("debriefscreen.head.incidents"))
	for i := range s.incidentCount() {
		s.incidentRow(b, i)
	}
	if rest := s.d.Incidents[s.incidentCount():]; len(rest) > 0 {
		var sum game.Pence
		for i := range rest {
			sum += rest[i].Pence
		}
		b.Right(t.Dim, words.Money(sum), 12).Space(2).Put(t.Dim, words.Say("debriefscreen.time.rest", "n", len(rest))).End()
	}
	b.Right(t.Strong, words.Money(s.d.Loss.Lost), 12).Space(2).Put(t.Strong, words.Say("debriefscreen.time.lost", "n", len(s.d.Incidents))).End()
}

// listed is how many incidents are listed at most; those after them cost next to nothing each.
const listed = 500

func (s *Screen) incidentCount() int { return min(len(s.d.Incidents), listed) }

func (s *Screen) incidentRow(b *line.Block, i int) {
	t, n := s.theme, &s.d.Incidents[i]
	s.selected(b, answer.Time, i)
	b.Right(t.Warn, words.Money(n.Pence), 12-b.Col()).Space(2).Cell(t.Text, n.Name, 14).Cell(t.Dim, words.Date(n.Began), 19)
	b.Right(t.Text, words.Span(n.Minutes), 9).Space(2)
	widget.Stack(b, s.parts(minutesOf(n)), int64(max(n.Minutes, 1)), min(16, b.Room()))
	says := words.IncidentState(longestState(n)) // what it waited for most
	style := t.Dim
	if n.Restored == game.Never {
		says, style = words.Say("debriefscreen.time.open"), t.Alarm
	}
	if b.Room() >= line.Width(says)+2 {
		b.Space(2).Put(style, says)
	}
	b.End()
	if i == s.at[answer.Time].list.Cursor {
		s.done(b)
	}
}

// selected begins a row of the page's list: with the cursor where it is there.
func (s *Screen) selected(b *line.Block, p answer.Page, i int) {
	if i != s.at[p].list.Cursor {
		b.Space(1)
		return
	}
	s.here(b)
	b.Base(s.theme.Selected).Put(s.theme.Accent, theme.Cursor)
}

func longestState(n *debrief.Incident) game.IncidentState {
	long := game.InDetect
	for i := range game.IncidentStates {
		if n.States[i] > n.States[long] {
			long = i
		}
	}
	return long
}

// incident is the life of the incident under the cursor.
func (s *Screen) incident(b *line.Block) {
	if len(s.d.Incidents) == 0 {
		return
	}
	s.life(b, &s.d.Incidents[s.at[answer.Time].list.Cursor])
}

// life tells an incident: what it was, where its minutes went, and what it came from.
func (s *Screen) life(b *line.Block, n *debrief.Incident) {
	t := s.theme
	b.Para(t.Strong, words.Say("debriefscreen.incident.title", "app", n.Name, "n", n.Incident, "money", words.Money(n.Pence)), 0)
	b.Para(t.Dim, words.Say("debriefscreen.incident.cause", "fault", words.FaultKind(n.Fault)), 0)
	if n.Restored == game.Never {
		b.Para(t.Dim, words.Say("debriefscreen.incident.open", "from", words.Date(n.Began)), 0)
	} else {
		b.Para(t.Dim, words.Say("debriefscreen.incident.span", "from", words.Date(n.Began), "to", words.Date(n.Restored), "length", words.Span(n.Restored-n.Began)), 0)
	}
	b.End()
	s.states(b, minutesOf(n), words.Say("debriefscreen.incident.sum"))
	b.End()
	s.steps(b, n.Causes)
}

// steps walks back from a loss to its causes, the latest first.
func (s *Screen) steps(b *line.Block, steps []debrief.Step) {
	t := s.theme
	if len(steps) == 0 {
		return
	}
	s.head(b, words.Say("debriefscreen.head.causes"))
	for i := range steps {
		step := &steps[i]
		mark, style := theme.Dot, t.Dim
		if step.Decision {
			mark, style = theme.Cursor, t.Accent
		}
		length := ""
		if step.Minutes > 0 {
			length = words.Span(step.Minutes)
		}
		const at = 33
		for j, l := range line.Wrap(step.Text, max(20, b.Width()-at)) {
			if j == 0 {
				b.Put(style, mark).Space(1).Cell(t.Dim, words.Date(step.At), 19).Right(t.Dim, length, 9)
			}
			b.To(at).Put(t.Text, l).End()
		}
	}
	if slices.ContainsFunc(steps, func(s debrief.Step) bool { return s.Decision }) {
		b.Para(t.Dim, words.Say("debriefscreen.causes.legend", "mark", theme.Cursor), 0)
	}
}
