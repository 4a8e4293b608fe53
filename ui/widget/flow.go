package widget

import (
	"callout/ui/line"
	"callout/ui/theme"
)

// Band is one band of a cumulative flow diagram: what is below its upper edge and above that of the band before it.
type Band struct {
	Name  string
	Upper []int64 // by step of time; each at least that of the band before
	Glyph string  // takes one cell, and tells the band apart without colour
	Style line.Style
}

// Flow is a cumulative flow diagram: how many things had come how far, over time. The height of a band is how much waits
// there, its width how long it does.
type Flow struct {
	Bands []Band // the lowest first
	Label func(v int64) string
	Marks []Mark
}

// Draw writes the diagram: height rows and one for time.
func (f *Flow) Draw(b *line.Block, t *theme.Theme, height int) {
	n, top := 1, int64(1)
	for i := range f.Bands {
		n = max(n, len(f.Bands[i].Upper))
		for _, v := range f.Bands[i].Upper {
			top = max(top, v)
		}
	}
	top = nice(top)
	w := b.Width() - axis - 1
	for y := range height {
		axisLabel(b, t, f.Label, top, y, height)
		for x := 0; x < w; {
			band := f.at(x*n/max(w, 1), top, y, height)
			run := 1
			for x+run < w && f.at((x+run)*n/w, top, y, height) == band {
				run++
			}
			if band < 0 {
				b.Space(run)
			} else {
				b.Fill(f.Bands[band].Style, f.Bands[band].Glyph, run)
			}
			x += run
		}
		b.End()
	}
	TimeAxis(b, t, n, f.Marks)
}

// at is the band that the middle of row y of h lies in at step i, -1 above all of them.
func (f *Flow) at(i int, top int64, y, h int) int {
	middle := top * int64(2*(h-y)-1)
	for k := range f.Bands {
		if u := f.Bands[k].Upper; i < len(u) && u[i]*int64(2*h) >= middle {
			return k
		}
	}
	return -1
}

// Legend writes the bands as they are drawn, the highest first, in one row.
func (f *Flow) Legend(b *line.Block, t *theme.Theme) {
	b.Space(axis + 1)
	for k := len(f.Bands) - 1; k >= 0; k-- {
		b.Fill(f.Bands[k].Style, f.Bands[k].Glyph, 2).Space(1).Put(t.Dim, f.Bands[k].Name).Space(3)
	}
	b.End()
}
