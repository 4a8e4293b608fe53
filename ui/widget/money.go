package widget

import (
	"strconv"

	"callout/game"
	"callout/game/words"
)

// Coarse is money for an axis or a narrow row: £9,800, £281k, £12.3m.
func Coarse(p game.Pence) string {
	pounds := p / 100
	switch {
	case pounds >= 1_000_000:
		return "£" + strconv.FormatInt(pounds/1_000_000, 10) + "." + strconv.FormatInt(pounds/100_000%10, 10) + "m"
	case pounds >= 10_000:
		return "£" + strconv.FormatInt((pounds+500)/1000, 10) + "k"
	}
	return words.Money(p)
}
