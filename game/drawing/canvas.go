package drawing

import (
	"strconv"
	"strings"
)

// Canvas is a drawing of shapes in pixels, with the origin at the top left. Everything on it is a whole number, so a
// drawing is the same on every machine.
type Canvas struct {
	ID            string // of the drawing in its page; what belongs to it has names that begin so
	Width, Height int
	Shapes        []Shape
}

// Shape is one mark on a canvas; which fields count depends on its kind.
type Shape struct {
	Kind       string // rect, path, text, or dot
	Class      string // how it looks, by the style sheet
	X, Y, W, H int    // of a dot W is the radius
	Path       string
	Text       string
}

// How texts stand by their point: the first class of a text.
const (
	Start  = "s"
	Middle = "m"
	End    = "e"
)

// Rect draws a rectangle.
func (c *Canvas) Rect(class string, x, y, w, h int) {
	c.Shapes = append(c.Shapes, Shape{Kind: "rect", Class: class, X: x, Y: y, W: w, H: h})
}

// Dot draws a circle around a point.
func (c *Canvas) Dot(class string, x, y, r int) {
	c.Shapes = append(c.Shapes, Shape{Kind: "dot", Class: class, X: x, Y: y, W: r})
}

// Text writes text, cleaned, on the line y.
func (c *Canvas) Text(class string, x, y int, text string) {
	c.Shapes = append(c.Shapes, Shape{Kind: "text", Class: class, X: x, Y: y, Text: Clean(text)})
}

// Path draws what Path says.
func (c *Canvas) Path(class, path string) {
	c.Shapes = append(c.Shapes, Shape{Kind: "path", Class: class, Path: path})
}

// Line draws a straight line.
func (c *Canvas) Line(class string, x1, y1, x2, y2 int) {
	c.Path(class, Path([][2]int{{x1, y1}, {x2, y2}}, false))
}

// Path goes from point to point, and back to the first where it is closed.
func Path(points [][2]int, closed bool) string {
	var b strings.Builder
	for i, p := range points {
		if i == 0 {
			b.WriteByte('M')
		} else {
			b.WriteByte('L')
		}
		b.WriteString(strconv.Itoa(p[0]) + " " + strconv.Itoa(p[1]))
	}
	if closed {
		b.WriteByte('Z')
	}
	return b.String()
}

// LetterWidth is about how wide a letter of a chart is, of the capitals too.
const LetterWidth = 7

// Cut is a text that fits a width, with an ellipsis where something is lost.
func Cut(text string, width int) string {
	runes := []rune(Clean(text))
	room := max(width/LetterWidth, 2)
	if len(runes) <= room {
		return string(runes)
	}
	return string(runes[:room-1]) + "…"
}

// Nice is the smallest round number that is not less than n: 1, 2 or 5 with zeros.
func Nice(n int64) int64 {
	for step := int64(1); ; step *= 10 {
		for _, first := range []int64{1, 2, 5} {
			if first*step >= n || first*step > 1<<60 {
				return first * step
			}
		}
	}
}

// Scale is where n of most lies on a length.
func Scale(n, most int64, length int) int {
	if most <= 0 {
		return 0
	}
	n = max(0, min(n, most))
	for most > 1<<40 { // so that the product fits
		n, most = n/2, most/2
	}
	return int(n * int64(length) / most)
}
