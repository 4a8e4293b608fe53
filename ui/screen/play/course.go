package play

import (
	"strings"

	"callout/game"
	"callout/game/words"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

// courseSpan is how far back the course goes.
const courseSpan = 2 * game.Day

// drawCourse draws queue and losses by the hour over the last two days, with what each hour lost, not the sum of all.
func (s *Screen) drawCourse(b *line.Block) {
	t, v := s.theme, s.view
	widget.Head(b, t, words.Say("play.course.title"), words.Say("play.course.note"))
	hours := int(courseSpan / game.Hour)
	width := min(hours, b.Width()-28)
	queue, lost := make([]int64, hours), make([]int64, hours)
	var most int64
	before := game.Pence(0)
	from := v.Now - courseSpan
	last := int64(0)
	filled := 0
	for i := range v.Course {
		c := &v.Course[i]
		known := v.Course[i].Lost
		d := known - before
		before = known
		if c.At <= from {
			last = int64(c.Queue)
			continue
		}
		at := min(hours-1, int(c.At-from-1)/int(game.Hour))
		for ; filled < at; filled++ {
			queue[filled] = last
		}
		queue[at], last = int64(c.Queue), int64(c.Queue)
		filled = max(filled, at+1)
		lost[at] += d
		most = max(most, lost[at])
	}
	for ; filled < hours; filled++ {
		queue[filled] = last
	}
	height := (b.Left() - 1) / 2
	s.drawCourseOf(b, words.Say("play.course.queue"), queue, width, height, words.Say("play.course.most", "n", words.Number(maxOf(queue))), 0)
	s.drawCourseOf(b, words.Say("play.course.lost"), lost, width, height, words.Say("play.course.most", "n", words.Money(most)), 1)
	b.Space(13)
	for k := range hours {
		m := from + game.Minute(k+1)*game.Hour
		at := 13 + k*width/hours
		if h, _ := m.Clock(); h == 9 && at >= b.Col() && at+3 <= 13+width {
			b.Fill(t.Faint, theme.Rule, at-b.Col()).Put(t.Dim, words.Weekday(m.Weekday()))
		}
	}
	b.Fill(t.Faint, theme.Rule, 13+width-b.Col()).End()
}

func (s *Screen) drawCourseOf(b *line.Block, name string, values []int64, w, h int, note string, warn int64) {
	spark := widget.Spark{Values: widget.Resample(values, w), Top: 1, Warn: warn}
	for y := range h {
		label := ""
		if y == h-1 {
			label = name
		}
		b.Cell(s.theme.Dim, label, 13)
		spark.Row(b, s.theme, y, w, h)
		if y == h-1 {
			b.Space(1).Put(s.theme.Dim, note)
		}
		b.End()
	}
}

func maxOf(values []int64) int64 {
	var m int64
	for _, v := range values {
		m = max(m, v)
	}
	return m
}

// drawPlan shows what is to be deployed, in the order in which it is wished for.
func (s *Screen) drawPlan(b *line.Block) {
	t, v := s.theme, s.view
	planned, unread := 0, 0
	for i := range v.Requests {
		if v.Requests[i].State == game.Unread {
			unread++
		} else {
			planned++
		}
	}
	widget.Head(b, t, words.Say("play.plan.title"), note(planned, unread, words.Say("play.plan.unread", "n", unread)))
	if v.NextBoard != game.Never && v.NextBoard > 0 {
		b.Put(t.Dim, words.Say("play.plan.board", "when", words.When(v.Now, v.NextBoard))).End()
	}
	for _, h := range v.Calendar(nil) {
		if v.Now >= h.Until {
			continue
		}
		whose := words.Say("play.plan.everything")
		if h.App >= 0 {
			whose = v.AppName(h.App)
		}
		what := words.Say("play.plan.sells", "what", whose, "share", words.Percent(h.Amount), "when", words.When(v.Now, h.Until))
		if h.Kind == game.Demand {
			what = words.Say("play.plan.changes", "what", whose, "share", words.Percent(h.Amount), "when", words.When(v.Now, h.Until))
		}
		b.Put(t.Dim, words.When(v.Now, max(h.At, v.Now)))
		for _, l := range line.Wrap(what, b.Width()-when) {
			b.To(when).Put(t.Warn, l).End()
		}
	}
	list := planOf(v)
	states, wide := make([]string, len(list)), 16
	for i, r := range list {
		states[i] = words.RequestState(r.State)
		if r.State == game.BeforeBoard && r.Approved != game.Never {
			states[i] = words.Say("play.plan.passed", "when", words.When(v.Now, r.Approved))
		}
		wide = max(wide, line.Width(states[i]))
	}
	for i, r := range list {
		st := t.Dim
		switch {
		case r.Late || r.Pressed:
			st = t.Warn
		case r.State == game.ReadyToDeploy:
			st = t.Good
		}
		var wishes []string
		if r.Deadline > 0 && r.Deadline != game.Never {
			wishes = append(wishes, words.Say("play.plan.before", "when", words.When(v.Now, r.Deadline)))
		}
		if r.After >= 0 {
			wishes = append(wishes, words.Say("play.plan.after", "app", v.AppName(r.After)))
		}
		b.Cell(t.Dim, game.Item{Kind: game.Request, N: r.N}.String(), 6)
		b.Cell(t.Text, v.AppName(r.App)+" "+words.Version(r.Version), 18).Space(1)
		b.Cell(st, states[i], wide).Space(1)
		wish := strings.Join(wishes, ", ")
		if line.Width(wish) > b.Room() {
			b.End().To(25)
		}
		b.Put(t.Dim, wish).End()
	}
	if planned == 0 {
		b.Line(t.Dim, words.Say("play.plan.nothing"))
	}
}

// when is how wide the column of the times of campaigns is: a day of another week, and a blank.
const when = 19

// planOf are the requests in the plan by deadline.
func planOf(v *game.View) []*game.RequestView {
	var list []*game.RequestView
	for i := range v.Requests {
		r := &v.Requests[i]
		if r.State == game.Unread {
			continue
		}
		at := len(list)
		for at > 0 && deadline(list[at-1]) > deadline(r) {
			at--
		}
		list = append(list, nil)
		copy(list[at+1:], list[at:])
		list[at] = r
	}
	return list
}

func deadline(r *game.RequestView) game.Minute {
	if r.Deadline <= 0 {
		return game.Never
	}
	return r.Deadline
}

// drawNeeds shows which application needs which, as far as it was found out.
func (s *Screen) drawNeeds(b *line.Block) {
	t, v := s.theme, s.view
	widget.Head(b, t, words.Say("play.needs.title"), words.Say("play.needs.note"))
	any := false
	for _, i := range s.apps {
		p := &v.Apps[i]
		if len(p.Needs) == 0 {
			continue
		}
		any = true
		b.Cell(t.Text, p.Name, 16).Put(t.Dim, words.Say("play.needs.needs")+" ")
		for j, n := range p.Needs {
			if j > 0 {
				b.Put(t.Dim, ", ")
			}
			mark, level, _ := s.health(int(n))
			st := t.Text
			if level != theme.Calm {
				st = t.Of(level)
				b.Put(st, mark+" ")
			}
			b.Put(st, v.AppName(n))
		}
		b.End()
	}
	if !any {
		b.Line(t.Dim, words.Say("play.needs.none"))
	}
}
