package month

import (
	"fmt"
	"strings"
)

// Basis is what a figure rests on.
type Basis uint8

// Bases.
const (
	Assumed   Basis = iota // nothing in the data tells it
	Estimated              // worked out from the data, by a method that is named
	Measured               // counted in the data
)

var basisWords = [...]string{"assumed", "estimated", "measured"}

// String is the word for a basis, as in the level file.
func (b Basis) String() string { return basisWords[b] }

// Figure is a number with what it rests on.
type Figure struct {
	N     int64 // in the unit that the figure is used in
	Basis Basis
	How   string // how it was counted, the method, or the source of the default
}

func measured(n int64, how string, args ...any) Figure {
	return Figure{n, Measured, fmt.Sprintf(how, args...)}
}

func estimated(n int64, how string, args ...any) Figure {
	return Figure{n, Estimated, fmt.Sprintf(how, args...)}
}

func assumed(n int64, how string, args ...any) Figure {
	return Figure{n, Assumed, fmt.Sprintf(how, args...)}
}

// Comment is the figure's basis as a remark in a file.
func (f Figure) Comment() string { return "# " + f.Basis.String() + ": " + f.How }

// thousandths writes a number of thousandths as a decimal: 2500 is 2.5.
func thousandths(n int64) string {
	s := fmt.Sprintf("%d.%03d", n/1000, n%1000)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// tenths writes a number of thousandths with one decimal at most, for a remark.
func tenths(n int64) string { return thousandths((n + 50) / 100 * 100) }

// count is a number with its noun.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
