package debrief

import (
	"slices"
	"strconv"
	"strings"

	"callout/game/journal"
)

// HintKind is the kind of the notes that tell of hints.
const HintKind = "hint"

// HintNote is the note for step i of a hint that was taken, the first being 0, about an order as it is typed: what it cost
// stands first, so that a later change of prices does not change older games.
func HintNote(i int, order string) (kind, text string) {
	return HintKind, strings.TrimSpace(strconv.FormatInt(HintPrice(i), 10) + " " + order)
}

// HintPoints is what the hints among the notes cost, in points of the score. What was asked twice in a turn costs once.
func HintPoints(notes []journal.Note) int64 {
	sum := int64(0)
	for i, n := range notes {
		again := func(o journal.Note) bool { return o.Kind == n.Kind && o.Turn == n.Turn && o.Text == n.Text }
		if n.Kind != HintKind || slices.ContainsFunc(notes[:i], again) {
			continue
		}
		price, _, _ := strings.Cut(n.Text, " ")
		if points, err := strconv.ParseUint(price, 10, 16); err == nil {
			sum += int64(points)
		}
	}
	return sum
}
