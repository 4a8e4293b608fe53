package levels

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A Problem is one mistake in a file. Line and Column count from 1; both are 1 where the file as a whole is wrong, and 0
// where there is no file.
type Problem struct {
	File   string
	Line   int
	Column int
	What   string // what is wrong, and what would be right
}

// String is FILE:LINE:COLUMN: what, and what would be right; without a file NAME: what.
func (p Problem) String() string {
	file := p.File
	if file == "" || printable(file) != nil {
		file = strconv.QuoteToGraphic(file)
	}
	if p.Line == 0 {
		return fmt.Sprintf("%s: %s", file, p.What)
	}
	return fmt.Sprintf("%s:%d:%d: %s", file, p.Line, p.Column, p.What)
}

// Problems are all mistakes of a file, in the order in which they stand in it. It is an error unless empty.
type Problems []Problem

// Error is one line per problem.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// orNil is ps as an error, nil when there are none.
func (ps Problems) orNil() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}

// sorted orders problems by file and place, and drops repetitions.
func (ps Problems) sorted() Problems {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return slices.Compact(ps)
}
