package history

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// Options say what Read cannot find in a file.
type Options struct {
	Kind        Kind           // what the file is about; Any to find out
	Zone        *time.Location // of times that do not say theirs; nil where that was not said
	Application string         // of a file that names none
	Mapping     Mapping
}

// Errors that more words of the user can cure.
var (
	// ErrZone means that times do not say their zone, and nobody else did.
	ErrZone = errors.New("its times do not say their time zone")
	// ErrDates means that days and months cannot be told apart.
	ErrDates = errors.New("its dates can be read day first and month first")
)

// Read reads one file and adds what it tells to h. A file that cannot be read at all is an error that says why and what
// would be right; rows that cannot be read are counted in h.Notes.
func Read(in io.Reader, file string, o Options, h *History) (*Recognised, error) {
	g := &guard{in: in, left: longest}
	utf8, foreign := letters(bufio.NewReaderSize(g, 64<<10))
	text := bufio.NewReaderSize(utf8, 128<<10)
	head, err := text.Peek(64 << 10)
	if err != nil && err != io.EOF && !errors.Is(err, bufio.ErrBufferFull) {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if o.Mapping.TimeZone != "" && o.Zone == nil {
		if o.Zone, err = time.LoadLocation(o.Mapping.TimeZone); err != nil {
			return nil, fmt.Errorf("%s: time_zone %q is not known: write it as Europe/Berlin", file, o.Mapping.TimeZone)
		}
	}
	var r *Recognised
	switch start := bytes.TrimSpace(head); {
	case len(start) == 0:
		return nil, fmt.Errorf("%s: it is empty", file)
	case bytes.HasPrefix(start, []byte("PK\x03\x04")):
		return nil, fmt.Errorf("%s: it is an archive or a workbook: save the sheet as CSV and give that", file)
	case bytes.IndexByte(head, 0) >= 0:
		return nil, fmt.Errorf("%s: it is no text: export CSV, JSON or iCalendar", file)
	case bytes.HasPrefix(bytes.ToUpper(start[:min(len(start), 15)]), []byte("BEGIN:VCALENDAR")):
		r, err = readCalendar(text, file, &o, h)
	case start[0] == '{' || start[0] == '[':
		var t *jsonTable
		if t, err = openJSON(text, g); err == nil {
			r, err = readTable(t, file, &o, h)
		}
		if r != nil {
			r.Form = "JSON"
		}
	default:
		var t *csvTable
		var divider rune
		if t, divider, err = openCSV(text, g, 0); err == nil {
			r, err = readTable(t, file, &o, h)
		}
		if r != nil {
			r.Form, r.Divider = "CSV", string(divider)
		}
	}
	if err != nil {
		if !strings.HasPrefix(err.Error(), file+":") {
			err = fmt.Errorf("%s: %w", file, err)
		}
		return nil, err
	}
	for range foreign() {
		h.note(ForeignLetters, file, 0, "")
	}
	r.File = file
	return r, nil
}

// readTable reads the rows of a table.
func readTable(t table, file string, o *Options, h *History) (*Recognised, error) {
	s, columns, err := recognise(file, t.names(), o)
	if err != nil {
		return nil, err
	}
	r := &Recognised{Source: s.name, Kind: s.kind, Columns: columns}
	used := map[int]bool{}
	for _, c := range columns {
		for _, at := range c.at {
			used[at] = true
		}
	}
	for i, n := range t.names() {
		if !used[i] && n != "" {
			r.Unused = append(r.Unused, n)
		}
	}
	k := newTaker(file, s, columns, o, h)
	ahead, err := k.look(t)
	if err != nil {
		return nil, err
	}
	r.Dates = k.dial.dates
	for _, row := range ahead {
		k.take(row.cells, row.number)
		r.Rows++
	}
	for {
		row, number, err := t.next()
		if err == io.EOF {
			return r, nil
		}
		if err != nil {
			return nil, fmt.Errorf("row %d: %w", number, err)
		}
		if h.Rows >= maxRows {
			return nil, fmt.Errorf("row %d: more than %d rows are not read at once: export a shorter time", number, maxRows)
		}
		k.take(row, number)
		r.Rows++
	}
}

// numbered is a row kept.
type numbered struct {
	cells  []string
	number int
}

// look reads the first rows and settles how dates are written.
func (k *taker) look(t table) ([]numbered, error) {
	const most = 5000
	var ahead []numbered
	var cells []string
	unzoned := false
	for len(ahead) < most {
		row, number, err := t.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("row %d: %w", number, err)
		}
		row = slices.Clone(row)
		ahead = append(ahead, numbered{row, number})
		for i := range k.columns {
			if c := &k.columns[i]; c.Field.isTime() {
				cell := k.cell(c, row)
				cells = append(cells, cell)
				unzoned = unzoned || needsZone(cell)
			}
		}
	}
	if unzoned && k.dial.zone == nil {
		return nil, fmt.Errorf("%w: say it with --zone, such as --zone Europe/Berlin, or time_zone in a mapping", ErrZone)
	}
	if k.dial.zone == nil {
		k.dial.zone = time.UTC
	}
	if !k.dial.settle(cells) {
		return nil, fmt.Errorf("%w: write dates = \"day first\" or \"month first\" in a mapping, or give --dates", ErrDates)
	}
	return ahead, nil
}

// needsZone tells whether a cell is a time that does not say its zone.
func needsZone(cell string) bool {
	cell = strings.TrimSpace(cell)
	if cell == "" {
		return false
	}
	if _, ok := number(cell); ok {
		return false
	}
	there := dial{zone: somewhere}
	utc := dial{zone: time.UTC}
	a, _, ok := there.read(cell)
	b, _, _ := utc.read(cell)
	return ok && a != b
}

// somewhere is a zone that is never UTC.
var somewhere = time.FixedZone("somewhere", 90*60)
