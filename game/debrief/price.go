package debrief

// hintPrices are what the steps of one hint cost, in points of the score. Where to look is free: it is what anybody
// would say who walks past. What matters is advice; the move is playing for you. Three moves cost about one per cent of
// the way from doing nothing to par.
var hintPrices = [...]int64{0, 1, 3}

// HintPrice is what step i of a hint costs, the first being 0, in points of the score. Only medals are judged by the
// score less this: what the game cost stays what it cost.
func HintPrice(i int) int64 {
	if i < 0 || i >= len(hintPrices) {
		return 0
	}
	return hintPrices[i]
}
