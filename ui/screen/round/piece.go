package round

import "callout/ui/line"

// piece is one of the things that a row says, two cells from the next.
type piece struct {
	style line.Style
	text  string
	short string // where there is no room for the text; empty where it is never short
	rank  int    // where there is no room even so, the highest goes first; what has none stays
}

// row writes the pieces for which there is room, so that none is cut: shortened first, and then without the least of them.
func row(b *line.Block, list []piece) {
	const gap = 2
	over := func() bool {
		w := -gap
		for i := range list {
			w += gap + line.Width(list[i].text)
		}
		return w > b.Room()
	}
	for i := len(list) - 1; i >= 0 && over(); i-- {
		if list[i].short != "" {
			list[i].text = list[i].short
		}
	}
	for over() {
		least := 0
		for i := range list {
			if list[i].rank >= list[least].rank {
				least = i
			}
		}
		if list[least].rank == 0 {
			break
		}
		list = append(list[:least], list[least+1:]...)
	}
	for i := range list {
		if i > 0 {
			b.Space(gap)
		}
		b.Put(list[i].style, list[i].text)
	}
}
