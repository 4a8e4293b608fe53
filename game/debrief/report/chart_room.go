package report

import (
	"callout/game"
	"callout/game/debrief"
	"callout/game/drawing"
	"callout/game/words"
	"callout/game/workshop/after"
)

// mostLines is how many courses a chart has room for beside the two that are told of.
const mostLines = 24

// roomCourseChart has the three gauges of every team over the game: the cheapest one and the dearest one stand out, and
// where each gauge parted is marked.
func roomCourseChart(r *after.Room) *chart {
	p := r.Parted
	panels := gaugePanels()
	keys := []key{
		{letter(0), "good", r.Teams[p.Best].Name}, {letter(1), "alarm", r.Teams[p.Worst].Name},
	}
	if len(r.Teams) > 2 {
		keys = append(keys, key{"", "dim", words.Say("after.parted.others")})
	}
	return &chart{
		ID: "courses", Title: words.Say("after.parted.chart"), Says: words.Say("after.parted.says"), Keys: keys, Table: coursesTable(r),
		Draw: func(id string, width int) *drawing.Canvas { return drawCourses(id, r, panels, width) },
	}
}

// drawCourses draws the gauges below each other, with a line for every team.
func drawCourses(id string, r *after.Room, panels []panel, width int) *drawing.Canvas {
	c := &drawing.Canvas{ID: id, Width: width}
	best, worst := &r.Teams[r.Parted.Best], &r.Teams[r.Parted.Worst]
	longest, most := best.Course, make([]int64, len(panels))
	for i := range r.Teams {
		if course := r.Teams[i].Course; len(course) > 0 && (len(longest) == 0 || course[len(course)-1].At > longest[len(longest)-1].At) {
			longest = course
		}
		for k := range panels {
			most[k] = max(most[k], panels[k].most(r.Teams[i].Course))
		}
	}
	var numbers []string
	for k := range panels {
		numbers = append(numbers, panels[k].says(most[k]))
	}
	f := frameOf(longest, r.Played.Level.Start, width, numbers...)
	f.width -= 12 // for the letters at the ends
	bottom := len(panels) * (panelHeight + panelHead)
	f.days(c, 0, bottom)
	for k := range panels {
		top := k*(panelHeight+panelHead) + panelHead
		y := panels[k].scale(c, f, top, most[k])
		for _, place := range spread(len(r.Ranked), mostLines) {
			if i := r.Ranked[place]; i != r.Parted.Best && i != r.Parted.Worst {
				c.Path("line other", drawing.Path(panels[k].line(f, r.Teams[i].Course, y), false))
			}
		}
		for _, end := range []struct {
			class, letter string
			course        []debrief.Point
		}{{"line worst", letter(1), worst.Course}, {"line best", letter(0), best.Course}} {
			c.Path(end.class, drawing.Path(panels[k].line(f, end.course, y), false))
			last := end.course[len(end.course)-1]
			c.Text(drawing.Start+" strong", f.x(last.At)+5, y(panels[k].of(&last))+4, end.letter)
		}
		for i := range r.Parted.Gauges {
			if a := &r.Parted.Gauges[i]; a.Key == panels[k].name && a.Turn > 0 {
				c.Line("mark", f.x(a.From), top, f.x(a.From), top+panelHeight)
				c.Dot("mark", f.x(a.From), top, 4)
			}
		}
	}
	c.Height = bottom + 20
	return c
}

// coursesTable has the gauges of the cheapest and the dearest game at the end of each day.
func coursesTable(r *after.Room) *table {
	best, worst := &r.Teams[r.Parted.Best], &r.Teams[r.Parted.Worst]
	t := &table{Title: words.Say("after.parted.chart"), Stack: true, Columns: []column{{Title: words.Say("report.column.day")}}}
	for i := range 2 {
		for _, name := range []string{"burnout", "queue", "lost"} {
			t.Columns = append(t.Columns, column{Title: words.Say("after.parted.column", "gauge", words.Say("report.column."+name), "letter", letter(i)), Number: true})
		}
	}
	other := byDay(worst.Course)
	for i, p := range byDay(best.Course) {
		cells := append([]string{day(p.At)}, pointCells(p)...)
		if i < len(other) {
			cells = append(cells, pointCells(other[i])...)
		} else {
			cells = append(cells, "", "", "")
		}
		t.Rows = append(t.Rows, row{Cells: cells, Share: none})
	}
	return t
}

func pointCells(p debrief.Point) []string {
	return []string{words.Number(int64(p.Burnout)), words.Number(int64(p.Queue)), words.Money(game.Pence(p.Lost))}
}
