package play

import (
	"slices"
	"strconv"

	"callout/game"
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

func (s *Screen) drawHeader(b *line.Block) {
	t, v := s.theme, s.view
	b.Space(1).Put(t.Focus, s.level.Title).Space(3)
	b.Put(t.Strong, words.Clock(v.Now)).Space(2)
	switch {
	case v.Now.InHours():
		b.Put(t.Dim, words.Say("play.head.in_hours"))
	case v.Standby >= 0:
		b.Put(t.Warn, words.Say("play.head.out_of_hours")).Put(t.Dim, " · "+words.Say("play.head.standby", "who", v.AnalystName(v.Standby)))
	default:
		b.Put(t.Warn, words.Say("play.head.out_of_hours")).Put(t.Alarm, " · "+words.Say("play.head.no_standby"))
	}
	if v.Frozen {
		b.Space(2).Put(t.Warn, words.Say("play.head.frozen"))
	}
	if v.Overtime {
		b.Space(2).Put(t.Warn, words.Say("play.head.overtime"))
	}
	text := day(v) + " "
	if soon := campaign(v); soon != "" && b.Room() > line.Width(soon)+line.Width(text)+4 {
		b.Space(2).Put(t.Warn, soon)
	}
	for _, bar := range []int{12, 6, 0} {
		at := b.Width() - bar - line.Width(text)
		if b.Col()+2 <= at {
			b.To(at).Put(t.Dim, text)
			widget.Bar(b, t, t.Accent, int64(v.Now-v.Start), int64(v.End-v.Start), bar)
			break
		}
	}
	b.End()
}

// campaign names the campaign that runs, or begins within a day.
func campaign(v *game.View) string {
	for _, h := range v.Calendar(nil) {
		switch {
		case h.Kind != game.Campaign || v.Now >= h.Until:
		case v.Now >= h.At:
			return words.Say("play.head.campaign", "when", words.When(v.Now, h.Until))
		case h.At-v.Now <= game.Day:
			return words.Say("play.head.campaign_soon", "when", words.When(v.Now, h.At))
		}
	}
	return ""
}

// day is how far the game is, in working days.
func day(v *game.View) string {
	now, all := 0, 0
	for m := v.Start - v.Start%game.Day + 12*game.Hour; m < v.End; m += game.Day {
		if !m.InHours() {
			continue
		}
		all++
		if m-12*game.Hour <= v.Now {
			now++
		}
	}
	return words.Say("play.head.day", "n", now, "all", all)
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

// gauges are the three numbers that rule the screen.
func (s *Screen) gauges() [3]widget.Gauge {
	v, at := s.view, s.gauge()
	burnout := widget.Gauge{Label: words.Say("play.gauge.burnout"), Value: strconv.Itoa(int(at.Burnout)), Level: theme.Strain(v.BurnoutWorst)}
	burnout.Course.Top, burnout.Course.Warn, burnout.Course.Alarm = 50, 45, 70
	queue := widget.Gauge{Label: words.Say("play.gauge.queue"), Value: strconv.Itoa(int(at.Queue))}
	queue.Course.Top = 8
	lost := widget.Gauge{Label: words.Say("play.gauge.lost"), Value: words.Money(at.Lost)}
	lost.Course.Top, lost.Course.Rise = 100_000, true
	for i := range v.Course {
		c := &v.Course[i]
		burnout.Course.Values = append(burnout.Course.Values, int64(c.Burnout))
		queue.Course.Values = append(queue.Course.Values, int64(c.Queue))
		lost.Course.Values = append(lost.Course.Values, v.Course[i].Lost)
	}
	if n := len(v.Course); n > 0 && s.motion.frame > 0 {
		burnout.Course.Values[n-1], queue.Course.Values[n-1], lost.Course.Values[n-1] = int64(at.Burnout), int64(at.Queue), at.Lost
	}
	if n := len(v.Course); n > 1 {
		before, lostBefore := &v.Course[n-2], v.Course[n-2].Lost
		number := func(n int64) string { return words.Number(n) }
		burnout.Change = signed(int64(v.Burnout-before.Burnout), number)
		burnout.Worse = v.Burnout > before.Burnout
		queue.Change = signed(int64(v.Queue-before.Queue), number)
		queue.Worse = v.Queue > before.Queue
		lost.Change = signed(v.Lost-lostBefore, words.Money)
		lost.Worse = v.Lost > lostBefore
	}
	for i := range v.Analysts {
		if a := &v.Analysts[i]; a.Presence != game.Gone && a.Presence != game.Arriving && a.Burnout == v.BurnoutWorst {
			// The mean is rounded, and the worst off is never better off than that.
			burnout.Note = words.Say("play.gauge.worst", "who", a.Name, "n", max(a.Burnout, v.Burnout))
			break
		}
	}
	alerts, requests, _ := s.counts()
	queue.Note = words.Say("play.gauge.alerts", "n", alerts) + " " + strconv.Itoa(requests) + theme.Request
	if s.plan.Size > layout.Compact {
		queue.Note = words.Say("play.gauge.items", "alerts", alerts, "requests", requests)
	}
	present := 0
	for i := range v.Analysts {
		if p := v.Analysts[i].Presence; p != game.Gone && p != game.Arriving && p != game.Sick {
			present++
		}
	}
	queue.Course.Warn, queue.Course.Alarm = int64(3*max(present, 1)), int64(5*max(present, 1))
	queue.Level = queue.Course.Level(int64(v.Queue))
	if v.LossRate > 0 {
		lost.Note = words.Rate(v.LossRate)
		lost.Level = theme.Warning
	} else if s.unsure(game.None) != 0 {
		lost.Note = words.Say("play.gauge.unknown_loss")
		lost.Level = theme.Warning
	} else {
		lost.Note = words.Say("play.gauge.no_loss")
	}
	if g := s.goal("revenue_lost"); g != nil && g.AtMost {
		lost.Course.Warn, lost.Course.Alarm = max(1, g.Value*7/10), g.Value+1
		lost.Level = max(lost.Level, lost.Course.Level(v.Lost))
	}
	return [3]widget.Gauge{burnout, queue, lost}
}

func (s *Screen) drawGauges(b *line.Block) {
	gauges := s.gauges()
	room := b.Width() - 1
	gap := 4
	w := [3]int{(room - 2*gap) / 3, (room - 2*gap) / 3, (room - 2*gap) / 3}
	if s.plan.Size == layout.Compact {
		// Money needs more room than points.
		gap = 2
		w[0], w[1] = room*29/100, room*28/100
		w[2] = room - w[0] - w[1] - 2*gap
	}
	var rows [3][]string
	for i := range gauges {
		rows[i] = gauges[i].Rows(s.theme, w[i], b.Left())
	}
	for y := range b.Left() {
		b.Space(1)
		for i := range rows {
			b.Styled(rows[i][y], w[i]).Space(gap)
		}
		b.End()
	}
}

// unsure is the oldest open alert that customers feel and whose application nobody has confirmed: how much it costs is not
// known yet. It is one linked to app, or any where app is None; 0 where there is none.
func (s *Screen) unsure(app int) int32 {
	for i := range s.view.Alerts {
		if a := &s.view.Alerts[i]; a.Page && !a.Confirmed && (app == game.None || a.Linked == app) {
			return a.N
		}
	}
	return 0
}

// goalText is a goal in words after where it stands; or, for a narrow row, its name, where it stands, and its bound.
func goalText(g *game.GoalView, short bool) string {
	now, bound := words.GoalValue(g.Metric, g.Current), words.GoalValue(g.Metric, g.Value)
	if !short {
		return words.Say("play.goals.now", "goal", words.Goal(*g), "now", now)
	}
	if g.Metric == "revenue_lost" || g.Metric == "cost_of_delay" {
		now, bound = words.MoneyCoarse(g.Current), words.MoneyCoarse(g.Value)
	}
	name, _ := words.Metric(g.Metric)
	if words.Has("play.goal." + g.Metric) {
		name = words.Say("play.goal." + g.Metric)
	}
	return name + " " + now + "/" + bound
}

func (s *Screen) drawGoals(b *line.Block) {
	t := s.theme
	need := 6
	for i := range s.view.Goals {
		need += 5 + line.Width(goalText(&s.view.Goals[i], false))
	}
	short := need > b.Room()
	b.Space(1).Put(t.Title, words.Say("play.goals.title"))
	for i := range s.view.Goals {
		g := &s.view.Goals[i]
		mark, st, ink := theme.Met, t.Good, t.Dim
		if !g.Met {
			mark, st, ink = theme.Missed, t.Alarm, t.Text
			if !g.AtMost {
				mark, st = theme.NotYet, t.Warn
			}
		}
		text := goalText(g, short)
		if b.Room() < 5+line.Width(text) && i < len(s.view.Goals)-1 || b.Room() < 4+line.Width(text) {
			b.Put(t.Dim, "  "+theme.More)
			break
		}
		b.Space(2).Put(st, mark).Space(1).Put(ink, text)
	}
	b.End()
}

func (s *Screen) drawStatus(b *line.Block) {
	if s.watch != nil {
		s.watch.Bar(b)
		return
	}
	t := s.theme
	b.Space(1)
	switch {
	case s.busy:
		b.Put(t.Dim, words.Say("play.busy"))
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
	if s.watch != nil {
		s.watch.Keys(b)
		return
	}
	frozen := key.Freeze.Help()
	if s.view.Frozen {
		frozen = words.Say("play.unfreeze")
	}
	hints := append(s.paceHints(), []widget.Hint{
		{Key: key.Next.Show(), What: words.Say("play.next")}, widget.HintOf(key.Hint), widget.HintOf(key.News), widget.HintOf(key.Words),
		widget.HintOf(key.Help), widget.HintOf(key.Quit), {Key: key.Freeze.Show(), What: frozen},
	}...)
	if s.undo && (s.seat == nil || s.seat.Undoes) { // it takes the place of what can be missed best
		news := widget.HintOf(key.News)
		hints = slices.DeleteFunc(hints, func(h widget.Hint) bool { return h == news })
		hints = append(slices.Insert(hints, len(s.paceHints()), widget.HintOf(key.Undo)), news)
	}
	if s.looks() || s.closed(game.Freeze) != "" {
		hints = slices.DeleteFunc(hints, func(h widget.Hint) bool { return h.Key == key.Freeze.Show() })
	}
	b.Space(1)
	b.Join(widget.Keys(s.theme, b.Width()-1, hints), b.Width()-1)
}
