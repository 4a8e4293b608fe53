package web

import (
	"encoding/json"
	"errors"
)

// Row is one line of a picture, as the page gets it.
type Row struct {
	N    int // from 0
	Runs []Run
}

// MarshalJSON writes a row as an array of its number and its runs.
func (r Row) MarshalJSON() ([]byte, error) {
	runs := r.Runs
	if runs == nil {
		runs = []Run{}
	}
	return json.Marshal([]any{r.N, runs})
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
