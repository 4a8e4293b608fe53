package plain

import (
	"slices"
	"strings"

	"callout/game"
	"callout/game/debrief"
	"callout/game/debrief/answer"
	"callout/game/words"
)

// course: when did it go wrong? The three gauges day by day, a row of numbers each, with a sentence that says what it
// shows; then the decisions.
func (t *table) course(d *debrief.Debrief) {
	days := evenings(d.Result.Course, func(g *game.Gauge) game.Minute { return g.At })
	if len(days) == 0 {
		return
	}
	t.tell(words.Say("debriefscreen.plain.evenings"))
	burnout := row(days, func(g *game.Gauge) int64 { return int64(g.Burnout) })
	queue := row(days, func(g *game.Gauge) int64 { return int64(g.Queue) })
	lost := row(days, func(g *game.Gauge) int64 { return g.Lost })
	t.tell(words.Say("debriefscreen.plain.burnout", "numbers", numbers(burnout, words.Number), "trend", trend(burnout, days)))
	t.tell(words.Say("debriefscreen.plain.queue", "numbers", numbers(queue, words.Number), "trend", trend(queue, days)))
	t.tell(words.Say("debriefscreen.plain.lost", "numbers", numbers(lost, words.Money)))
	for i := range d.Marks {
		if m := &d.Marks[i]; m.Heavy {
			t.tell(words.Say("debriefscreen.plain.mark", "when", words.Date(m.At), "what", m.Text))
		}
	}
}

// flow: what waited? The four numbers of the diagram day by day.
func (t *table) flow(d *debrief.Debrief) {
	w := answer.WaitingOf(d.Course)
	if w.Finished == 0 {
		return
	}
	t.tell(words.Say("debriefscreen.plain.evenings"))
	days := evenings(d.Course, func(p *debrief.Point) game.Minute { return p.At })
	line := func(name string, of func(*debrief.Point) int64) {
		t.tell(words.Say("debriefscreen.plain.row", "name", name, "numbers", numbers(row(days, of), words.Number)))
	}
	line(words.Say("debriefscreen.flow.finished"), func(p *debrief.Point) int64 { return int64(p.Finished) })
	line(words.Say("debriefscreen.flow.asked"), func(p *debrief.Point) int64 { return int64(p.Requested) })
	line(words.Say("debriefscreen.flow.planned"), func(p *debrief.Point) int64 { return int64(p.Planned) })
	line(words.Say("debriefscreen.flow.live"), func(p *debrief.Point) int64 { return int64(p.Deployed) })
	for i := range w.In {
		t.tell(words.Say("debriefscreen.plain.wait", "length", answer.Working(w.In[i]), "stage", answer.Stage(i)))
	}
}

// evenings are the last points of each day.
func evenings[P any](course []P, at func(*P) game.Minute) []P {
	var days []P
	for i := range course {
		if n := len(days); n > 0 && dayOf(at(&days[n-1])) == dayOf(at(&course[i])) {
			days[n-1] = course[i]
			continue
		}
		days = append(days, course[i])
	}
	return days
}

// dayOf is the day that a point tells of: midnight belongs to the day that ends with it.
func dayOf(at game.Minute) int { return (at - 1).Day() }

func row[P any](days []P, of func(*P) int64) []int64 {
	list := make([]int64, len(days))
	for i := range days {
		list[i] = of(&days[i])
	}
	return list
}

func numbers(list []int64, write func(int64) string) string {
	texts := make([]string, len(list))
	for i, n := range list {
		texts[i] = write(n)
	}
	return strings.Join(texts, "; ")
}

// trend says from where to where a row goes, and when it stood highest.
func trend(list []int64, days []game.Gauge) string {
	top := 0
	for i := range list {
		if list[i] > list[top] {
			top = i
		}
	}
	first, last := list[0], list[len(list)-1]
	highest, day := list[top], words.Day(days[top].At-1)
	switch {
	case highest == slices.Min(list):
		return words.Say("debriefscreen.plain.stayed", "n", first)
	case last > first:
		return words.Say("debriefscreen.plain.rose", "first", first, "last", last, "top", highest, "day", day)
	case last < first:
		return words.Say("debriefscreen.plain.fell", "first", first, "last", last, "top", highest, "day", day)
	}
	return words.Say("debriefscreen.plain.came-back", "first", first, "top", highest, "day", day)
}
