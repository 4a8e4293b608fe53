package report

import (
	"callout/game/drawing"
	"callout/game/words"
)

// rung is one row of the ladder's chart.
type rung struct {
	label string
	score int64
	note  string
	own   bool
}

// drawLadder draws scores as points on one line each, the worst at the top.
func drawLadder(id string, rungs []rung, width int) *drawing.Canvas {
	c := &drawing.Canvas{ID: id, Width: width}
	narrow := width < 500
	left, right, above := 200, 150, 0
	if narrow {
		left, right, above = 8, 8, 20
	}
	least, most := rungs[0].score, rungs[0].score
	for _, r := range rungs {
		least, most = min(least, r.score), max(most, r.score)
	}
	y, length := 2, width-left-right
	for _, r := range rungs {
		look := ""
		if r.own {
			look = " strong"
		}
		value := words.Number(r.score)
		if r.note != "" {
			value += "  " + r.note
		}
		if narrow {
			c.Text(drawing.Start+look, 0, y+13, drawing.Cut(r.label, width-drawing.LetterWidth*(len([]rune(value))+2)))
			c.Text(drawing.End+look, width, y+13, value)
		} else {
			c.Text(drawing.Start+look, 0, y+14, drawing.Cut(r.label, left-10))
			c.Text(drawing.Start+look, width-right+16, y+14, value)
		}
		y += above
		x := left + drawing.Scale(r.score-least, most-least, length)
		c.Line("grid", left, y+10, left+length, y+10)
		if r.own {
			c.Path("rung own", drawing.Path([][2]int{{x - 9, y + 10}, {x, y + 1}, {x + 9, y + 10}, {x, y + 19}}, true))
		} else {
			c.Dot("rung", x, y+10, 6)
		}
		y += 30
	}
	c.Height = y - 6
	return c
}
