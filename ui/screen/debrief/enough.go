package debrief

import (
	"callout/game/debrief"
	"callout/game/debrief/answer"
	"callout/game/words"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

// goals: was it enough?
func (s *Screen) goals(b *line.Block) {
	t := s.theme
	widget.Goals(b, t, s.d.Result.Goals)
	b.End()
	s.head(b, words.Say("debriefscreen.head.ladder"))
	if !s.waitFor(b, debrief.Comparing) {
		s.ladder(b)
	}
	if s.level.Lesson != "" {
		b.End()
		s.head(b, words.Say("debriefscreen.head.lesson"))
		b.Para(t.Text, s.level.Lesson, 0)
	}
	if s.d.Next != "" {
		b.End()
		s.head(b, words.Say("debriefscreen.head.next"))
		b.Para(t.Text, s.d.Next, 0)
	}
}

// ladder shows what other players came to on the same demand, and this game among them.
func (s *Screen) ladder(b *line.Block) {
	l := &s.d.Ladder
	low, high := min(0, l.Score), max(1000, l.Score)
	for i := range l.Rungs {
		low, high = min(low, l.Rungs[i].Score), max(high, l.Rungs[i].Score)
	}
	own := false
	for i := range l.Rungs {
		r := &l.Rungs[i]
		if !own && l.Score < r.Score {
			s.rung(b, nil, l.Score, low, high)
			own = true
		}
		s.rung(b, r, r.Score, low, high)
	}
	if !own {
		s.rung(b, nil, l.Score, low, high)
	}
	if l.Hints > 0 {
		b.Para(s.theme.Dim, words.Say("debriefscreen.ladder.hints", "n", l.Hints), 0)
	}
}

// rung writes one game of the ladder; nil is the player's.
func (s *Screen) rung(b *line.Block, r *debrief.Rung, score, low, high int64) {
	t := s.theme
	style, bar, name, medal := t.Text, t.Accent, "", ""
	if r == nil {
		style, bar, name = t.Strong, t.Focus, words.Say("debriefscreen.ladder.you")
		b.Put(t.Focus, theme.Cursor)
	} else {
		name = r.Policy
		if words.Has("debriefscreen.policy." + r.Policy) {
			name = words.Say("debriefscreen.policy." + r.Policy)
		}
		if r.Medal != debrief.NoMedal {
			medal = words.Say("debriefscreen.ladder.above", "medal", answer.MedalName(r.Medal))
			if r.Medal == debrief.Gold {
				medal = words.Say("debriefscreen.ladder.reach", "medal", answer.MedalName(r.Medal))
			}
		}
	}
	b.To(2).Cell(style, name, 26).Right(style, words.Number(score), 8).Space(2)
	widget.Bar(b, t, bar, score-low, high-low, 18)
	b.Space(2).Put(t.Dim, medal).End()
}

// inNumbers are the metrics worth reading, in the order in which one asks for them.
var inNumbers = []string{
	"revenue_lost", "cost_of_delay", "standby_cost", "callout_cost", "incidents", "ttr_median", "ttr_p90", "misrouted_share", "escalations",
	"score", "deployments", "deploy_wait_median", "batch_mean", "change_failure_rate", "queue_mean", "queue_max", "burnout_mean", "burnout_max",
	"analysts_left", "knowledge_sync_hours",
}

// numbers writes the metrics, in two columns where there is room.
func (s *Screen) numbers(b *line.Block) {
	t := s.theme
	s.head(b, words.Say("debriefscreen.head.numbers"))
	const value, gap = 12, 6
	name := 0
	for _, n := range inNumbers {
		title, _ := words.Metric(n)
		name = max(name, line.Width(title))
	}
	columns := 1
	if 2*(name+value)+gap <= b.Width() {
		columns = 2
	}
	width := name + value + gap
	rows := (len(inNumbers) + columns - 1) / columns
	for y := range rows {
		for c := range columns {
			i := c*rows + y
			if i >= len(inNumbers) {
				break
			}
			v := s.value(inNumbers[i])
			title, _ := words.Metric(inNumbers[i])
			st, text := t.Text, words.Value(v)
			if !v.Valid {
				st, text = t.Dim, "–"
			}
			b.To(c*width).Cell(t.Dim, title, min(name, b.Width()-value)).Right(st, text, value)
		}
		b.End()
	}
}
