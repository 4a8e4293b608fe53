package fit

import (
	"callout/game"
	"callout/game/words"
)

// Titles are the titles of the columns that Cells fills.
func Titles() []string {
	return []string{words.Say("import.fit.what"), words.Say("import.fit.real"), words.Say("import.fit.median"), words.Say("import.fit.bounds"), words.Say("import.fit.verdict")}
}

// Cells is the row in words: the quantity, what it really was, the middle of the games, their bounds, and whether it fits.
func (w *Row) Cells() []string {
	write := words.Number
	if w.Quantity == TTRMedian || w.Quantity == TTRP90 {
		write = func(n int64) string { return words.Span(game.Minute(min(n, int64(game.Never-1)))) }
	}
	real, verdict := write(w.Real), words.Say("import.fit.fits")
	switch {
	case !w.Known:
		real, verdict = "–", words.Say("import.fit.unknown")
	case !w.Fits:
		verdict = words.Say("import.fit.off")
	}
	return []string{words.Say("import.fit.quantity." + w.Quantity.String()), real, write(w.Median), write(w.Lo) + " – " + write(w.Hi), verdict}
}
