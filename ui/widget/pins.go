package widget

import (
	"callout/ui/line"
	"callout/ui/theme"
)

// Pin is something that happened at a place on the time axis.
type Pin struct {
	At    int  // index into the values of the plot above
	Heavy bool // it is worth a mark of its own where several share a cell
}

// Marks of a row of pins. The cursor's is the only one that points up, at the plot.
const (
	pinLight  = "·"
	pinHeavy  = "◆"
	pinCursor = "▲"
)

// PinMark is the mark of a pin, for a list beside the plot.
func PinMark(heavy bool) string {
	if heavy {
		return pinHeavy
	}
	return pinLight
}

// Pins writes a row of pins under a time axis of n values, with a name where the axis has its labels. cursor is the pin
// that is spoken of, or -1.
func Pins(b *line.Block, t *theme.Theme, name string, n int, pins []Pin, cursor int) {
	w := b.Width() - axis - 1
	cells := make([]string, max(w, 0))
	column := func(at int) int { return max(0, min(at*w/max(n, 1), w-1)) }
	for i := range pins {
		x := column(pins[i].At)
		if x < len(cells) && (pins[i].Heavy || cells[x] == "") {
			cells[x] = PinMark(pins[i].Heavy)
		}
	}
	if cursor >= 0 && cursor < len(pins) && w > 0 {
		cells[column(pins[cursor].At)] = pinCursor
	}
	b.Right(t.Dim, name, axis-1).To(axis + 1)
	for _, c := range cells {
		switch c {
		case "":
			b.Space(1)
		case pinCursor:
			b.Put(t.Focus, c)
		case pinHeavy:
			b.Put(t.Warn, c)
		default:
			b.Put(t.Dim, c)
		}
	}
	b.End()
}
