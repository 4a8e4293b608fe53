package debrief

import (
	"callout/game"
	"callout/game/debrief/answer"
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

// alongMarks moves over the decisions and tells whether k was a key for that.
func (s *Screen) alongMarks(k string) bool {
	list := &s.at[answer.Course].list
	if list.Len == 0 {
		return false
	}
	switch {
	case k == "left" && list.Cursor > 0:
		list.Cursor--
	case k == "right" && list.Cursor < list.Len-1:
		list.Cursor++
	case k == "left" || k == "right":
	case key.First.Is(k):
		list.Cursor = 0
	case key.Last.Is(k):
		list.Cursor = list.Len - 1
	default:
		return false
	}
	s.at[answer.Course].top = 0
	return true
}

func (s *Screen) markCount() int { return len(s.d.Marks) }

func (s *Screen) markTurn() (turn int, at game.Minute, order string, ok bool) {
	m := &s.d.Marks[s.at[answer.Course].list.Cursor]
	return m.Turn, m.At, "", true
}

// course: when did it go wrong?
func (s *Screen) course(b *line.Block) {
	t, course := s.theme, s.d.Result.Course
	if len(course) == 0 {
		return
	}
	c := s.gauges()
	// Three plots with a title each, the axis of time, the pins, and what is told of one of them.
	c.Draw(b, t, max(2, min(12, (s.rows-14)/3)))
	if len(s.d.Marks) == 0 {
		return
	}
	pins := make([]widget.Pin, len(s.d.Marks))
	for i := range s.d.Marks {
		pins[i] = widget.Pin{At: widget.HourOf(s.d.Marks[i].At, s.level.Start), Heavy: s.d.Marks[i].Heavy}
	}
	widget.Pins(b, t, words.Say("debriefscreen.course.pins"), c.Hours(), pins, s.at[answer.Course].list.Cursor)
	s.mark(b)
}

// gauges is the course to be drawn.
func (s *Screen) gauges() widget.Course {
	return widget.Course{Gauges: s.d.Result.Course, From: s.level.Start, Ceiling: s.ceiling()}
}

// plots draws the course without the decisions.
func (s *Screen) plots(b *line.Block) {
	if c := s.gauges(); len(c.Gauges) > 0 {
		c.Draw(b, s.theme, 6)
	}
}

// mark tells the decision under the cursor, and what followed in the day after it.
func (s *Screen) mark(b *line.Block) {
	t, i := s.theme, s.at[answer.Course].list.Cursor
	m := &s.d.Marks[i]
	b.Put(t.Focus, theme.Cursor).Space(1).Put(t.Dim, words.Say("debriefscreen.course.decision", "n", i+1, "all", len(s.d.Marks), "when", words.Date(m.At))).End()
	b.Para(t.Strong, m.Text, 2)
	before, after := gaugeAt(s.d.Result.Course, m.At), gaugeAt(s.d.Result.Course, m.At+game.Day)
	b.Para(t.Text, words.Say("debriefscreen.course.followed", "burnout", before.Burnout, "then", after.Burnout, "queue", before.Queue,
		"now", after.Queue, "lost", words.Money(after.Lost-before.Lost)), 2)
}

// gaugeAt is how the gauges stood at a minute.
func gaugeAt(course []game.Gauge, at game.Minute) game.Gauge {
	var g game.Gauge
	for i := range course {
		if course[i].At > at {
			break
		}
		g = course[i]
	}
	return g
}

// marks lists the decisions around the cursor, and what the marks mean.
func (s *Screen) marks(b *line.Block) {
	t, list := s.theme, &s.at[answer.Course].list
	if len(s.d.Marks) == 0 {
		b.Para(t.Dim, words.Say("debriefscreen.course.no-marks"), 0)
		return
	}
	s.head(b, words.Say("debriefscreen.head.decisions"))
	b.Para(t.Dim, words.Say("debriefscreen.course.legend"), 0)
	b.End()
	rows := max(6, s.rows-5)
	from := max(0, min(list.Cursor-rows/2, len(s.d.Marks)-rows))
	for i := from; i < min(len(s.d.Marks), from+rows); i++ {
		m := &s.d.Marks[i]
		style := t.Text
		if i == list.Cursor {
			b.Base(t.Selected).Put(t.Accent, theme.Cursor)
		}
		if m.Heavy {
			style = t.Strong
		}
		b.To(2).Cell(t.Warn, widget.PinMark(m.Heavy), 2).Cell(t.Dim, words.Date(m.At), 20).Put(style, m.Text).End()
	}
}

// ceiling is the most that may be lost, or 0 where no goal says so.
func (s *Screen) ceiling() int64 {
	for _, g := range s.d.Result.Goals {
		if g.Metric == "revenue_lost" && g.AtMost {
			return g.Value
		}
	}
	return 0
}
