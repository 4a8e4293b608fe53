package play

import (
	"strconv"

	"callout/game"
	"callout/ui/key"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
	"callout/ui/words"
)

func (s *Screen) drawHeader(b *line.Block) {
	t, v := s.theme, s.view
	b.Space(1).Put(t.Focus, s.level.Title).Space(3)
	b.Put(t.Strong, words.Clock(v.Now)).Space(2)
	switch {
	case v.Now.InHours():
		b.Put(t.Dim, "in hours")
	case v.Standby >= 0:
		b.Put(t.Warn, "out of hours").Put(t.Dim, " · standby "+v.AnalystName(v.Standby))
	default:
		b.Put(t.Warn, "out of hours").Put(t.Alarm, " · nobody on standby")
	}
	if v.Frozen {
		b.Space(2).Put(t.Warn, "deployments frozen")
	}
	if v.Overtime {
		b.Space(2).Put(t.Warn, "overtime")
	}
	day, days := int(v.Now-v.Start)/int(game.Day)+1, int(v.End-v.Start+game.Day-1)/int(game.Day)
	text := "day " + strconv.Itoa(min(day, max(days, 1))) + " of " + strconv.Itoa(days) + " "
	const bar = 12
	at := b.Width() - bar - line.Width(text)
	if b.Col()+2 <= at {
		b.To(at).Put(t.Dim, text)
		widget.Bar(b, t, t.Accent, int64(v.Now-v.Start), int64(v.End-v.Start), bar)
	}
	b.End()
}

// goal is the goal for a metric, or nil.
func (s *Screen) goal(metric string) *game.GoalView {
	for i := range s.view.Goals {
		if s.view.Goals[i].Metric == metric {
			return &s.view.Goals[i]
		}
	}
	return nil
}

// against is how serious a value is against a ceiling.
func against(value, ceiling int64) theme.Level {
	switch {
	case value > ceiling:
		return theme.Alarming
	case value*10 > ceiling*7:
		return theme.Warning
	}
	return theme.Calm
}

// gauges are the three numbers that rule the screen.
func (s *Screen) gauges() [3]widget.Gauge {
	v := s.view
	burnout := widget.Gauge{Label: "BURNOUT", Value: strconv.Itoa(int(v.Burnout)), Level: strain(v.BurnoutWorst)}
	burnout.Course.Top = 50
	queue := widget.Gauge{Label: "QUEUE", Value: strconv.Itoa(int(v.Queue))}
	queue.Course.Top = 8
	lost := widget.Gauge{Label: "REVENUE LOST", Value: words.Money(v.Lost)}
	lost.Course.Top = 100
	for i := range v.Course {
		c := &v.Course[i]
		burnout.Course.Values = append(burnout.Course.Values, int64(c.Burnout))
		queue.Course.Values = append(queue.Course.Values, int64(c.Queue))
		lost.Course.Values = append(lost.Course.Values, c.Lost)
	}
	if n := len(v.Course); n > 1 {
		before := &v.Course[n-2]
		number := func(n int64) string { return words.Number(n) }
		burnout.Change = signed(int64(v.Burnout-before.Burnout), number)
		burnout.Worse = v.Burnout > before.Burnout
		queue.Change = signed(int64(v.Queue-before.Queue), number)
		queue.Worse = v.Queue > before.Queue
		lost.Change = signed(v.Lost-before.Lost, words.Money)
		lost.Worse = v.Lost > before.Lost
	}
	for i := range v.Analysts {
		if a := &v.Analysts[i]; a.Presence != game.Gone && a.Presence != game.Arriving && a.Burnout == v.BurnoutWorst {
			burnout.Note = "worst " + a.Name + " " + strconv.Itoa(int(a.Burnout))
			break
		}
	}
	alerts, requests, _, _ := s.counts()
	queue.Note = plural(alerts, "alert", "alerts") + ", " + plural(requests, "request", "requests")
	present := 0
	for i := range v.Analysts {
		if p := v.Analysts[i].Presence; p != game.Gone && p != game.Arriving && p != game.Sick {
			present++
		}
	}
	queue.Level = against(int64(v.Queue), int64(4*max(present, 1)))
	if v.LossRate > 0 {
		lost.Note = words.Rate(v.LossRate)
		lost.Level = theme.Warning
	} else {
		lost.Note = "nothing is lost now"
	}
	if g := s.goal("revenue_lost"); g != nil && g.AtMost {
		lost.Level = max(lost.Level, against(v.Lost, g.Value))
	}
	return [3]widget.Gauge{burnout, queue, lost}
}

func (s *Screen) drawGauges(b *line.Block) {
	gauges := s.gauges()
	const gap = 3
	w := (b.Width() - 1 - 2*gap) / 3
	var rows [3][]string
	for i := range gauges {
		rows[i] = gauges[i].Rows(s.theme, w, b.Left())
	}
	joined := make([]string, b.Left())
	for y := range joined {
		joined[y] = " " + rows[0][y] + "   " + rows[1][y] + "   " + rows[2][y]
	}
	for _, r := range joined {
		b.Join([]string{r}, 1+3*w+2*gap)
	}
}

func (s *Screen) drawGoals(b *line.Block) {
	t := s.theme
	b.Space(1).Put(t.Title, "GOALS")
	for i := range s.view.Goals {
		g := &s.view.Goals[i]
		mark, st := theme.Met, t.Good
		if !g.Met {
			mark, st = theme.Missed, t.Alarm
		}
		now := words.GoalValue(g.Metric, g.Current)
		text := words.Goal(*g)
		need := 5 + line.Width(text) + 3 + line.Width(now)
		if b.Room() < need {
			if b.Room() >= 8 {
				b.Put(t.Dim, "  "+theme.More)
			}
			break
		}
		b.Space(2).Put(st, mark).Space(1).Put(t.Dim, text).Put(t.Dim, ": ").Put(st, now)
	}
	b.End()
}

func (s *Screen) drawStatus(b *line.Block) {
	t := s.theme
	b.Space(1)
	switch {
	case s.busy:
		b.Put(t.Dim, "Time passes …")
	case s.status != "" && s.problem:
		b.Put(t.Warn, theme.Alert+" ").Put(t.Warn, s.status)
	case s.status != "":
		b.Put(t.Accent, theme.Dot+" ").Put(t.Text, s.status)
	default:
		s.drawTicker(b)
	}
	b.End()
}

func (s *Screen) drawKeys(b *line.Block) {
	frozen := "freeze"
	if s.view.Frozen {
		frozen = "unfreeze"
	}
	hints := []widget.Hint{
		{Key: key.EndTurn.Show, What: key.EndTurn.Help}, {Key: key.Continue.Show, What: key.Continue.Help},
		{Key: key.Next.Show, What: "panel"}, widget.HintOf(key.Hint), widget.HintOf(key.News),
		{Key: key.Freeze.Show, What: frozen}, widget.HintOf(key.Words), widget.HintOf(key.Help), widget.HintOf(key.Quit),
	}
	b.Space(1)
	b.Join(widget.Keys(s.theme, b.Width()-1, hints), b.Width()-1)
}
