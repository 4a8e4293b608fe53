package debrief

import (
	"callout/game/debrief"
	"callout/game/debrief/answer"
	"callout/game/words"
	"callout/ui/line"
	"callout/ui/widget"
)

// flow: what waited?
func (s *Screen) flow(b *line.Block) {
	t, course := s.theme, s.d.Course
	if len(course) == 0 || course[len(course)-1].Finished == 0 {
		return
	}
	from := s.level.Start
	hours := widget.HourOf(course[len(course)-1].At, from) + 1
	f := widget.Flow{Label: words.Number, Marks: widget.Days(from, hours), Bands: []widget.Band{
		{Name: words.Say("debriefscreen.flow.live"), Glyph: "█", Style: t.Good, Upper: flowByHour(course, s, hours, func(p *debrief.Point) int32 { return p.Deployed })},
		{Name: words.Say("debriefscreen.flow.planned"), Glyph: "▒", Style: t.Accent, Upper: flowByHour(course, s, hours, func(p *debrief.Point) int32 { return p.Planned })},
		{Name: words.Say("debriefscreen.flow.asked"), Glyph: "/", Style: t.Warn, Upper: flowByHour(course, s, hours, func(p *debrief.Point) int32 { return p.Requested })},
		{Name: words.Say("debriefscreen.flow.finished"), Glyph: ":", Style: t.Dim, Upper: flowByHour(course, s, hours, func(p *debrief.Point) int32 { return p.Finished })},
	}}
	b.Put(t.Dim, words.Say("debriefscreen.flow.axis")).End()
	f.Draw(b, t, s.flowHeight())
	f.Legend(b, t)
}

// flowHeight leaves room for what stands below the diagram where the diagram is still high enough then.
func (s *Screen) flowHeight() int {
	if h := s.rows - 13; h >= 12 {
		return min(h, 30)
	}
	return max(6, s.rows-8)
}

// flowByHour is one of the numbers of the flow in equal steps of time, each as the last turn before it left it.
func flowByHour(course []debrief.Point, s *Screen, hours int, of func(*debrief.Point) int32) []int64 {
	list := make([]int64, hours)
	for i := range course {
		for h := widget.HourOf(course[i].At, s.level.Start); h < hours; h++ {
			list[h] = int64(of(&course[i]))
		}
	}
	return list
}

// waiting says how long a change waited for what, and how to read the diagram.
func (s *Screen) waiting(b *line.Block) {
	t, w := s.theme, answer.WaitingOf(s.d.Course)
	if w.Finished == 0 {
		return
	}
	s.head(b, words.Say("debriefscreen.head.wait"))
	name := min(44, b.Width()-32)
	for i := range w.In {
		b.Cell(t.Text, answer.Stage(i), name).Right(t.Text, answer.Working(w.In[i]), 18).Space(2)
		widget.Bar(b, t, t.Accent, int64(w.In[i]), int64(max(w.Mean, 1)), min(16, b.Room()))
		b.End()
	}
	b.Cell(t.Strong, words.Say("debriefscreen.flow.mean"), name).Right(t.Strong, answer.Working(w.Mean), 18).End()
	b.End()
	b.Para(t.Dim, words.Say("debriefscreen.flow.numbers", "finished", w.Finished, "deployed", w.Deployed, "left", w.Left), 0)
	b.Para(t.Dim, words.Say("debriefscreen.flow.read"), 0)
}
