package race

import (
	"html/template"
	"strconv"

	"callout/game/drawing"
	"callout/game/words"
	"callout/game/workshop"
)

// Spark is the course of one gauge for one team, small and without axes, by a scale that all teams share.
func Spark(b *workshop.Board, r *workshop.BoardRow, g Gauge, width, height int) template.HTML {
	c := &drawing.Canvas{ID: "spark-" + names[g] + "-" + strconv.Itoa(r.Team), Width: width, Height: height}
	const edge = 3
	most, values := g.Most(b.Rows), g.Values(r)
	if len(values) == 0 {
		values = []int64{g.Now(r)}
	}
	turns := 2
	for i := range b.Rows {
		turns = max(turns, len(b.Rows[i].Course))
	}
	points := make([][2]int, len(values))
	for i, v := range values {
		points[i] = [2]int{edge + drawing.Scale(int64(i), int64(turns-1), width-2*edge), height - edge - drawing.Scale(v, most, height-2*edge)}
	}
	last := points[len(points)-1]
	area := append([][2]int{{points[0][0], height - edge}}, points...)
	area = append(area, [2]int{last[0], height - edge})
	c.Path("area "+class(r), drawing.Path(area, true))
	c.Path("line "+class(r), drawing.Path(points, false))
	c.Dot("end "+class(r), last[0], last[1], 3)
	return c.SVG(words.Say("race.spark.title", "gauge", g.Title(), "team", r.Name), words.Say("race.spark.says", "now", g.Says(g.Now(r))))
}
