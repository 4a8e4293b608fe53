package web

import (
	"encoding/json"
	"errors"
	"strconv"
)

// Row is one line of a picture, as the page gets it.
type Row struct {
	N    int // from 0
	Runs []Run
}

// MarshalJSON writes a row as an array of its number and its runs.
func (r Row) MarshalJSON() ([]byte, error) {
	b := append(strconv.AppendInt([]byte{'['}, int64(r.N), 10), ",["...)
	for i, run := range r.Runs {
		if i > 0 {
			b = append(b, ',')
		}
		b = run.append(b)
	}
	return append(b, "]]"...), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (r *Row) UnmarshalJSON(data []byte) error {
	*r = Row{}
	parts := []any{&r.N, &r.Runs}
	if err := json.Unmarshal(data, &parts); err != nil {
		return err
	}
	if len(parts) != 2 {
		return errors.New("a row is an array of its number and its runs")
	}
	return nil
}

// Text is what can be read in the row.
func (r Row) Text() string {
	text := ""
	for _, run := range r.Runs {
		text += run.Text
	}
	return text
}
