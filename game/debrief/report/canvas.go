package report

import (
	"strconv"
	"strings"
)

// A canvas is a drawing of shapes in pixels, with the origin at the top left. The template writes it as SVG. Everything
// on it is a whole number, so a drawing is the same on every machine.
type canvas struct {
	ID            string
	Width, Height int
	Shapes        []shape
}

// A shape is one mark on a canvas; which fields count depends on its kind.
type shape struct {
	Kind       string // rect, path, text, or dot
	Class      string // how it looks, by the style sheet
	X, Y, W, H int
	Path       string
	Text       string
}

// Looks of texts: how they stand by their point, and how loud they are.
const (
	atStart  = "s"
	atMiddle = "m"
	atEnd    = "e"
)

func (c *canvas) rect(class string, x, y, w, h int) {
	c.Shapes = append(c.Shapes, shape{Kind: "rect", Class: class, X: x, Y: y, W: w, H: h})
}

func (c *canvas) dot(class string, x, y, r int) {
	c.Shapes = append(c.Shapes, shape{Kind: "dot", Class: class, X: x, Y: y, W: r})
}

func (c *canvas) text(class string, x, y int, text string) {
	c.Shapes = append(c.Shapes, shape{Kind: "text", Class: class, X: x, Y: y, Text: clean(text)})
}

func (c *canvas) path(class, path string) {
	c.Shapes = append(c.Shapes, shape{Kind: "path", Class: class, Path: path})
}

// line is a straight line.
func (c *canvas) line(class string, x1, y1, x2, y2 int) {
	c.path(class, pathOf([][2]int{{x1, y1}, {x2, y2}}, false))
}

// pathOf goes from point to point, and back to the first where it is closed.
func pathOf(points [][2]int, closed bool) string {
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

// letterWidth is about how wide a letter of a chart is, of the capitals too.
const letterWidth = 7

// cut is a text that fits a width, with an ellipsis where something is lost.
func cut(text string, width int) string {
	runes := []rune(clean(text))
	room := max(width/letterWidth, 2)
	if len(runes) <= room {
		return string(runes)
	}
	return string(runes[:room-1]) + "…"
}

// nice is the smallest round number that is not less than n: 1, 2 or 5 with zeros.
func nice(n int64) int64 {
	for step := int64(1); ; step *= 10 {
		for _, first := range []int64{1, 2, 5} {
			if first*step >= n || first*step > 1<<60 {
				return first * step
			}
		}
	}
}

// scale is where n of most lies on a length.
func scale(n, most int64, length int) int {
	if most <= 0 {
		return 0
	}
	return int(max(0, min(n, most)) * int64(length) / most)
}
