package history

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A table gives the rows of a file, one after the other.
type table interface {
	// names are the columns.
	names() []string
	// next is the next row and its number; the row is good until the call after. At the end the error is io.EOF.
	next() (row []string, number int, err error)
}

// csvTable reads CSV. Rows are numbered as lines would be, were there no line breaks in fields: the header is 1.
type csvTable struct {
	guard  *guard
	in     *csv.Reader
	header []string
	row    int
}

const maxColumns = 2000

// openCSV reads the header. divider is zero where it has to be found out.
func openCSV(in *bufio.Reader, g *guard, divider rune) (*csvTable, rune, error) {
	if divider == 0 {
		head, _ := in.Peek(64 << 10)
		divider = dividerOf(string(head))
	}
	t := &csvTable{guard: g, in: csv.NewReader(in), row: 1}
	t.in.Comma, t.in.FieldsPerRecord, t.in.ReuseRecord, t.in.LazyQuotes, t.in.TrimLeadingSpace = divider, -1, true, true, false
	header, err := t.in.Read()
	switch {
	case err == io.EOF:
		return nil, divider, errors.New("it is empty: export it with a header line and a line for each entry")
	case err != nil:
		return nil, divider, err
	case len(header) > maxColumns:
		return nil, divider, fmt.Errorf("its first line has %d fields and may have %d: is it a CSV with a header?", len(header), maxColumns)
	}
	t.header = slices.Clone(header)
	for i := range t.header {
		t.header[i] = strings.TrimSpace(t.header[i])
	}
	return t, divider, nil
}

func (t *csvTable) names() []string { return t.header }

func (t *csvTable) next() ([]string, int, error) {
	t.guard.entry()
	row, err := t.in.Read()
	t.row++
	return row, t.row, err
}

// dividerOf is what divides the fields: the one that the first lines have most often outside quotes, and equally often.
func dividerOf(head string) rune {
	best, most := ',', 0
	for _, d := range []rune{',', ';', '\t', '|'} {
		lines, first, same, quoted, n := 0, 0, 0, false, 0
		for _, r := range head {
			switch {
			case r == '"':
				quoted = !quoted
			case quoted:
			case r == d:
				n++
			case r == '\n':
				if lines == 0 {
					first = n
				}
				if n == first {
					same++
				}
				lines++
				n = 0
			}
			if lines == 20 {
				break
			}
		}
		if lines == 0 {
			first, same = n, 1
		}
		if score := first * same; score > most {
			best, most = d, score
		}
	}
	return best
}
