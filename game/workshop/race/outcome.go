package race

import (
	"cmp"
	"html/template"
	"slices"

	"callout/game"
	"callout/game/drawing"
	"callout/game/words"
	"callout/game/workshop"
)

// Sizes of the chart of outcomes, in pixels.
const (
	barHeight, rowHeight = 26, 38
	nameRoom, valueRoom  = 220, 120
)

// Outcome is what every team came to, the best first, as bars of total cost, with what was lost of it, and the baselines
// below. It is for after the reveal. A bar that is longer than there is room ends in ».
func Outcome(b *workshop.Board, baselines []Baseline, width int) template.HTML {
	c := &drawing.Canvas{ID: "race-outcome", Width: width}
	most := Scale(b.Rows, baselines)
	names, values := min(nameRoom, width/3), min(valueRoom, width/4)
	length, y := width-names-values, 4
	row := func(class, name string, lost, total game.Pence) {
		c.Text(drawing.Start+" "+class, 0, y+barHeight*2/3+1, cut(name, names-12))
		end := names + drawing.Scale(total, most, length)
		middle := min(names+drawing.Scale(max(lost, 0), most, length), end)
		look := ""
		if class == "quiet" {
			look = " baseline"
		}
		if middle > names {
			c.Rect("lost"+look, names, y, middle-names, barHeight)
		}
		if end > middle {
			c.Rect("other"+look, middle, y, end-middle, barHeight)
		}
		value := words.Money(total)
		if total > most {
			value = "» " + value
		}
		c.Text(drawing.Start+" value", end+8, y+barHeight*2/3+1, value)
		y += rowHeight
	}
	for i := range b.Rows {
		r := &b.Rows[i]
		row("strong", words.Say("race.outcome.row", "rank", r.Rank, "name", r.Name), r.Lost, r.Total)
	}
	for i := range baselines {
		row("quiet", baselines[i].Title(), baselines[i].Lost, baselines[i].Total)
	}
	c.Height = y
	says := words.Say("race.chart.empty")
	if n := len(b.Rows); n > 0 {
		best, last := &b.Rows[0], &b.Rows[n-1]
		says = words.Say("race.outcome.says", "best", best.Name, "least", words.Money(best.Total), "last", last.Name, "most", words.Money(last.Total))
	}
	return c.SVG(words.Say("race.outcome.title"), says)
}

// Scale is the total cost that fills a bar: the dearest team, or the rule of thumb where that was dearer. Doing nothing is
// beyond comparison: it would leave no room for the differences between teams.
func Scale(rows []workshop.BoardRow, baselines []Baseline) game.Pence {
	most := game.Pence(1)
	for i := range rows {
		most = max(most, rows[i].Total)
	}
	for i := range baselines {
		if baselines[i].Policy != "idle" {
			most = max(most, baselines[i].Total)
		}
	}
	return most
}

// Model is how the teams did that had most of their applications under one support model.
type Model struct {
	Title string
	Teams int
	Total game.Pence // mean total cost
	Lost  game.Pence // mean revenue lost
	Best  string     // the best team of them
}

// Models compares support models by what the teams under them came to, the least dear first. It is for after the reveal.
func Models(l *game.Level, rows []workshop.BoardRow) []Model {
	var list []Model
	for i := range rows {
		r := &rows[i]
		title := r.Model
		for k := range l.Models {
			if l.Models[k].Name == r.Model {
				title = l.Models[k].Title
			}
		}
		at := slices.IndexFunc(list, func(m Model) bool { return m.Title == title })
		if at < 0 {
			at = len(list)
			list = append(list, Model{Title: title, Best: r.Name})
		}
		m := &list[at]
		m.Teams++
		m.Total += r.Total
		m.Lost += r.Lost
	}
	for i := range list {
		list[i].Total /= int64(list[i].Teams)
		list[i].Lost /= int64(list[i].Teams)
	}
	slices.SortStableFunc(list, func(a, b Model) int { return cmp.Compare(a.Total, b.Total) })
	return list
}
