package widget

import (
	"callout/game"
	"callout/game/words"
	"callout/ui/line"
	"callout/ui/theme"
)

// Course is the three gauges over a game, one plot under the other with one axis of time.
type Course struct {
	Gauges  []game.Gauge
	From    game.Minute // the left end of the axis
	Ceiling game.Pence  // the most that may be lost, 0 where no goal says so
}

// Draw writes the plots, each with a title row and height rows, and the axis. What is said beside the titles is where
// each gauge stood worst.
func (c *Course) Draw(b *line.Block, t *theme.Theme, height int) {
	last := &c.Gauges[len(c.Gauges)-1]
	hours := c.Hours()
	burnout, queue, lost := c.byHour(hours)
	most, longest := c.Gauges[0], c.Gauges[0]
	for _, g := range c.Gauges {
		if g.Burnout > most.Burnout {
			most = g
		}
		if g.Queue > longest.Queue {
			longest = g
		}
	}
	plot := func(title, says string, chart Chart) {
		if height > 4 && title != words.Say("debriefscreen.course.burnout") {
			b.End()
		}
		b.Put(t.Title, title).Space(2).Put(t.Dim, says).End()
		chart.Plot(b, t, height)
	}
	peak := func(n int32, at game.Minute) string {
		return words.Say("debriefscreen.course.peak", "n", n, "when", words.Date(at))
	}
	alarm := game.Pence(0)
	if c.Ceiling > 0 {
		alarm = c.Ceiling + 1
	}
	plot(words.Say("debriefscreen.course.burnout"), peak(most.Burnout, most.At), Chart{Values: burnout, Top: 50, Label: words.Number, Warn: 45, Alarm: 70})
	plot(words.Say("debriefscreen.course.queue"), peak(longest.Queue, longest.At), Chart{Values: queue, Top: 8, Label: words.Number})
	plot(words.Say("debriefscreen.course.lost"), words.Say("debriefscreen.course.all", "money", words.Money(last.Lost)),
		Chart{Values: lost, Top: 10_000, Label: words.MoneyCoarse, Warn: 1, Alarm: alarm})
	TimeAxis(b, t, hours, Days(c.From, hours))
}

// Hours is the length of the axis in hours.
func (c *Course) Hours() int { return HourOf(c.Gauges[len(c.Gauges)-1].At, c.From) + 1 }

// byHour is the course in equal steps of time: between two turns a gauge stands where the first of them left it.
func (c *Course) byHour(hours int) (burnout, queue, lost []int64) {
	course := c.Gauges
	burnout, queue, lost = make([]int64, hours), make([]int64, hours), make([]int64, hours)
	i := 0
	for h := range hours {
		end := c.From + game.Minute(h)*game.Hour
		for i < len(course)-1 && course[i+1].At <= end {
			i++
		}
		if course[i].At <= end || h == hours-1 {
			burnout[h], queue[h], lost[h] = int64(course[i].Burnout), int64(course[i].Queue), course[i].Lost
		}
	}
	return burnout, queue, lost
}

// HourOf is the step of an axis by the hour that a minute lies in.
func HourOf(at, from game.Minute) int { return max(0, int((at-from)/game.Hour)) }

// Days are the marks of a time axis by the hour: each midnight has the name of its day.
func Days(from game.Minute, hours int) []Mark {
	var marks []Mark
	for h := range hours {
		at := from + game.Minute(h)*game.Hour
		if hour, _ := at.Clock(); h == 0 || hour == 0 {
			marks = append(marks, Mark{At: h, Name: words.Weekday(at.Weekday())})
		}
	}
	return marks
}
