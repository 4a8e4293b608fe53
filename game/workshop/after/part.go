package after

import (
	"cmp"
	"slices"

	"callout/game"
	"callout/game/debrief"
)

// Parted is where the cheapest game of a room and the dearest one went apart.
type Parted struct {
	Best, Worst int // indices of teams
	Gauges      []Apart
	Between     []Choice // what the two decided while most of the difference in revenue lost came about, the earliest first
	Left        int      // decisions of that time that are not told
}

// Apart is how one gauge went apart.
type Apart struct {
	Key  string // burnout, queue or lost
	Turn int    // of the dearest game, from 1: the last in which they still went together
	From game.Minute
	Half game.Minute // by when half of the difference had come about
	Most int64       // the largest difference, in the gauge's unit, above 0 where the dearest game stood higher
	At   game.Minute // when that was
}

// Choice is a decision of one team.
type Choice struct {
	Team int
	debrief.Mark
}

// Gauges of a course, as they are compared.
var gauges = []struct {
	key string
	of  func(p *debrief.Point) int64
}{
	{"burnout", func(p *debrief.Point) int64 { return int64(p.Burnout) }},
	{"queue", func(p *debrief.Point) int64 { return int64(p.Queue) }},
	{"lost", func(p *debrief.Point) int64 { return p.Lost }},
}

// mostChoices is how many decisions are told of each of two teams of the time in which they parted.
const mostChoices = 8

// parting compares the courses of the cheapest and the dearest game.
func (r *Room) parting() {
	if len(r.Teams) < 2 {
		return
	}
	p := &Parted{Best: r.Ranked[0], Worst: r.Ranked[len(r.Ranked)-1]}
	best, worst := &r.Teams[p.Best], &r.Teams[p.Worst]
	for _, g := range gauges {
		if a, ok := apart(best.Course, worst.Course, g.of); ok {
			a.Key = g.key
			p.Gauges = append(p.Gauges, a)
		}
	}
	if len(p.Gauges) == 0 {
		return
	}
	if last := p.Gauges[len(p.Gauges)-1]; last.Key == "lost" {
		p.choices(r, last)
	}
	r.Parted = p
}

// apart finds where two courses went apart: they went together until the last time that the difference was below a tenth
// of its largest. Turns of two games need not be equally long, so they are compared by the minute.
func apart(best, worst []debrief.Point, of func(*debrief.Point) int64) (Apart, bool) {
	var a Apart
	diffs := make([]int64, len(worst))
	for i, k := 0, 0; i < len(worst); i++ {
		for k < len(best) && best[k].At <= worst[i].At {
			k++
		}
		if k == 0 {
			continue
		}
		diffs[i] = of(&worst[i]) - of(&best[k-1])
		if abs(diffs[i]) > abs(a.Most) {
			a.Most, a.At = diffs[i], worst[i].At
		}
	}
	if a.Most == 0 {
		return a, false
	}
	for i := range worst {
		same := (diffs[i] > 0) == (a.Most > 0)
		if worst[i].At <= a.At && (!same || abs(diffs[i])*10 < abs(a.Most)) {
			a.Turn, a.From, a.Half = i+1, worst[i].At, 0
		} else if a.Half == 0 && same && abs(diffs[i])*2 >= abs(a.Most) {
			a.Half = worst[i].At
		}
	}
	return a, true
}

func abs(n int64) int64 { return max(n, -n) }

// choices are the decisions of the two while the difference came about: where they are many, those that are worth a mark
// or cost money.
func (p *Parted) choices(r *Room, a Apart) {
	for _, team := range []int{p.Best, p.Worst} {
		var list []Choice
		for _, m := range r.Teams[team].Marks {
			if m.At >= a.From-game.Day/2 && m.At <= a.Half {
				list = append(list, Choice{team, m})
			}
		}
		slices.SortStableFunc(list, func(a, b Choice) int { return cmp.Compare(b.weight(), a.weight()) })
		told := min(len(list), mostChoices)
		p.Left += len(list) - told
		p.Between = append(p.Between, list[:told]...)
	}
	slices.SortStableFunc(p.Between, func(a, b Choice) int { return cmp.Compare(a.At, b.At) })
}

func (c *Choice) weight() game.Pence {
	if c.Heavy {
		return c.Pence + 1
	}
	return c.Pence
}
