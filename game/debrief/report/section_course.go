package report

import (
	"callout/game"
	"callout/game/debrief"
	"callout/game/words"
)

// course answers when it went wrong: the gauges day by day, the flow of changes, and the decisions on the way.
func course(d *debrief.Debrief) *section {
	if len(d.Course) == 0 {
		return nil
	}
	worst, before := d.Course[0], game.Pence(0)
	dearest := game.Pence(-1)
	days := byDay(d.Course)
	for _, p := range days {
		if p.Lost-before > dearest {
			dearest, worst = p.Lost-before, p
		}
		before = p.Lost
	}
	s := &section{ID: "course", Question: words.Say("report.course.question"),
		Answer: words.Say("report.course.answer", "day", day(worst.At), "money", words.Money(dearest), "burnout", worst.Burnout, "n", worst.Queue)}
	s.add(part{Chart: courseChart(d, days)})
	s.add(part{Chart: flowChart(d, days)})
	s.add(part{Table: markTable(d)})
	return s
}

// byDay is the last point of each day.
func byDay(course []debrief.Point) []debrief.Point {
	var days []debrief.Point
	for i, p := range course {
		if i == len(course)-1 || dayOf(course[i+1].At) != dayOf(p.At) {
			days = append(days, p)
		}
	}
	return days
}

// dayOf is the day that a turn belongs to which ended at m: midnight is still the day before.
func dayOf(m game.Minute) int { return max(m-1, 0).Day() }

// day names the day that a turn belongs to which ended at m.
func day(m game.Minute) string { return words.Day(max(m-1, 0)) }

func courseTable(days []debrief.Point) *table {
	t := &table{Title: words.Say("report.course.gauges"), Stack: true, Columns: []column{
		{Title: words.Say("report.column.day")}, {Title: words.Say("report.column.burnout"), Number: true}, {Title: words.Say("report.column.queue"), Number: true},
		{Title: words.Say("report.column.lost_day"), Number: true}, {Title: words.Say("report.column.lost"), Number: true},
	}}
	most, before := game.Pence(0), game.Pence(0)
	for _, p := range days {
		most, before = max(most, p.Lost-before), p.Lost
	}
	before = 0
	for _, p := range days {
		t.Rows = append(t.Rows, row{Cells: []string{
			day(p.At), words.Number(int64(p.Burnout)), words.Number(int64(p.Queue)), words.Money(p.Lost - before), words.Money(p.Lost),
		}, Share: shareOf(p.Lost-before, most)})
		before = p.Lost
	}
	return t
}

func flowTable(days []debrief.Point) *table {
	t := &table{Title: words.Say("report.course.flow"), Columns: []column{
		{Title: words.Say("report.column.day")}, {Title: words.Say("report.flow.finished"), Number: true}, {Title: words.Say("report.flow.requested"), Number: true},
		{Title: words.Say("report.flow.planned"), Number: true}, {Title: words.Say("report.flow.deployed"), Number: true},
	}}
	for _, p := range days {
		t.Rows = append(t.Rows, row{Cells: []string{
			day(p.At), words.Number(int64(p.Finished)), words.Number(int64(p.Requested)), words.Number(int64(p.Planned)), words.Number(int64(p.Deployed)),
		}, Share: none})
	}
	return t
}

// markTable has the heavy decisions, or all of them where they are few.
func markTable(d *debrief.Debrief) *table {
	t := &table{Title: words.Say("report.course.marks"), Columns: []column{
		{Title: words.Say("report.column.mark")}, {Title: words.Say("report.column.at")}, {Title: words.Say("report.column.decision"), Free: true},
	}}
	for n, m := range shownMarks(d) {
		t.Rows = append(t.Rows, row{Cells: []string{words.Number(int64(n + 1)), words.Date(m.At), m.Text}, Share: none})
	}
	return t
}

// fewMarks is how many decisions a chart has room for.
const fewMarks = 12

// shownMarks are the decisions that a chart marks: all where they are few, else the heavy ones, the first of them.
func shownMarks(d *debrief.Debrief) []debrief.Mark {
	if len(d.Marks) <= fewMarks {
		return d.Marks
	}
	var heavy []debrief.Mark
	for _, m := range d.Marks {
		if m.Heavy && len(heavy) < fewMarks {
			heavy = append(heavy, m)
		}
	}
	return heavy
}
