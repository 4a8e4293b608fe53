package round

import (
	"strconv"

	"callout/ui/line"
	"callout/ui/theme"
)

// numbered writes sentences with their numbers, each over as many rows as it needs.
func numbered(b *line.Block, t *theme.Theme, list []string) {
	for i, q := range list {
		for j, l := range line.Wrap(q, b.Width()-4) {
			mark := ""
			if j == 0 {
				mark = strconv.Itoa(i + 1)
			}
			b.Space(1).Cell(t.Accent, mark, 3).Put(t.Strong, l).End()
		}
		b.End()
	}
}
