package history

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// Mapping says what Read cannot know: which column a field is read from, how dates are written, which names mean the
// same application.
//
//	time_zone = "Europe/Berlin"
//	dates = "day first"
//	separator = ","            # between several applications in one cell
//
//	[incidents]
//	application = "Business Service"
//	began = "Opened"
//
//	[applications]
//	"Checkout (Web)" = "checkout"
//	"Test" = ""                # left out
type Mapping struct {
	TimeZone     string            `toml:"time_zone,omitempty"`
	Dates        string            `toml:"dates,omitempty"`
	Separator    string            `toml:"separator,omitempty"`
	Incidents    map[string]string `toml:"incidents,omitempty"`
	Deployments  map[string]string `toml:"deployments,omitempty"`
	Applications map[string]string `toml:"applications,omitempty"`
	Production   []string          `toml:"production,omitempty"` // environments that count; usual names without it
	Noise        []string          `toml:"noise,omitempty"`      // words in the column noise that mean a false alarm
	Failed       []string          `toml:"failed,omitempty"`     // words in the column status that mean a failed deployment
}

// ParseMapping reads a mapping. The error names the line, or the key, and what would be right.
func ParseMapping(file string, text []byte) (Mapping, error) {
	var m Mapping
	meta, err := toml.Decode(string(text), &m)
	var syntax toml.ParseError
	if errors.As(err, &syntax) {
		return m, fmt.Errorf("%s:%d:%d: %s", file, syntax.Position.Line, syntax.Position.Col, syntax.Message)
	}
	if err != nil {
		return m, fmt.Errorf("%s: %w", file, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return m, fmt.Errorf("%s: %s is not known in a mapping: use time_zone, dates, separator, production, noise, failed, [incidents], [deployments] or [applications]", file, unknown[0])
	}
	for kind, table := range map[Kind]map[string]string{Incidents: m.Incidents, Deployments: m.Deployments} {
		for name := range table {
			if f := fieldOf(name); f == NoField || f.of() != Any && f.of() != kind {
				return m, fmt.Errorf("%s: %s.%s is no field of %s: use one of %s", file, kind, name, kind, strings.Join(fieldsOf(kind), ", "))
			}
		}
	}
	if !slices.Contains([]string{"", DayFirst, MonthFirst}, m.Dates) {
		return m, fmt.Errorf("%s: dates = %.20q: write %q or %q", file, m.Dates, DayFirst, MonthFirst)
	}
	return m, nil
}

// How days and months follow each other, as a mapping says it.
const (
	DayFirst   = "day first"
	MonthFirst = "month first"
)

// Set names the column of a field, as a line of a mapping would.
func (m *Mapping) Set(kind Kind, f Field, column string) {
	table := &m.Incidents
	if kind == Deployments {
		table = &m.Deployments
	}
	if *table == nil {
		*table = map[string]string{}
	}
	(*table)[f.String()] = column
}

// Text is the mapping as a file.
func (m *Mapping) Text() ([]byte, error) {
	var b bytes.Buffer
	e := toml.NewEncoder(&b)
	e.Indent = ""
	if err := e.Encode(m); err != nil {
		return nil, fmt.Errorf("write a mapping: %w", err)
	}
	return b.Bytes(), nil
}

func fieldsOf(kind Kind) []string {
	var names []string
	for f := ID; f < fields; f++ {
		if f.of() == Any || f.of() == kind {
			names = append(names, f.String())
		}
	}
	return names
}

// column is the column that the mapping names for a field, or empty.
func (m *Mapping) column(kind Kind, f Field) string {
	if kind == Deployments {
		return m.Deployments[f.String()]
	}
	return m.Incidents[f.String()]
}
