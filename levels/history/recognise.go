package history

import (
	"fmt"
	"slices"
	"strings"
)

// Column says that a field is read from a column.
type Column struct {
	Field Field
	Name  string // as the file has it
	at    []int  // its places: some exports have a column several times
}

// Recognised is what Read took a file for.
type Recognised struct {
	File    string
	Source  string // the tool, such as PagerDuty, or "a table of incidents"
	Kind    Kind
	Form    string // CSV, JSON or iCalendar
	Divider string // of a CSV's fields
	Columns []Column
	Unused  []string // columns that nothing is read from
	Rows    int
	Dates   string // how days are written where that is no standard: "day first" or "month first"
}

// match finds what each field is read from: what the mapping says, else what the source names.
func (s *source) match(names []string, m *Mapping) []Column {
	plainNames := make([]string, len(names))
	for i, n := range names {
		plainNames[i] = plain(n)
	}
	var out []Column
	for f := ID; f < fields; f++ {
		if of := f.of(); of != Any && of != s.kind {
			continue
		}
		wanted := s.columns[f]
		if own := m.column(s.kind, f); own != "" {
			wanted = []string{plain(own)}
		}
		for _, w := range wanted {
			if at := places(plainNames, w); len(at) > 0 {
				out = append(out, Column{f, names[at[0]], at})
				break
			}
		}
	}
	return out
}

func places(names []string, want string) []int {
	var at []int
	for i, n := range names {
		if n == want {
			at = append(at, i)
		}
	}
	return at
}

// has tells which fields the columns give.
func has(columns []Column, f Field) bool {
	return slices.ContainsFunc(columns, func(c Column) bool { return c.Field == f })
}

// enough tells whether the columns say what a file of this kind must say.
func enough(kind Kind, columns []Column, o *Options) bool {
	when := Began
	if kind == Deployments {
		when = At
	}
	return has(columns, when) && (has(columns, Application) || o.Application != "")
}

// recognise finds the source of a table with these columns.
func recognise(file string, names []string, o *Options) (*source, []Column, error) {
	plainNames := make([]string, len(names))
	for i, n := range names {
		plainNames[i] = plain(n)
	}
	type candidate struct {
		s       *source
		columns []Column
	}
	var found []candidate
	for i := range sources {
		s := &sources[i]
		if o.Kind != Any && o.Kind != s.kind {
			continue
		}
		marked := true
		for _, m := range s.marks {
			marked = marked && slices.Contains(plainNames, m)
		}
		if !marked {
			continue
		}
		if columns := s.match(names, &o.Mapping); enough(s.kind, columns, o) {
			if len(s.marks) > 0 {
				return s, columns, nil
			}
			found = append(found, candidate{s, columns})
		}
	}
	switch len(found) {
	case 0:
		return nil, nil, unrecognised(file, names, o)
	case 1:
		return found[0].s, found[0].columns, nil
	}
	// Two plain tables fit: the one that more columns speak for, if that is clear.
	slices.SortStableFunc(found, func(a, b candidate) int { return own(b.columns) - own(a.columns) })
	if own(found[0].columns) == own(found[1].columns) {
		return nil, nil, &Unrecognised{File: file, Columns: names}
	}
	return found[0].s, found[0].columns, nil
}

// own counts the columns that only this kind of table has.
func own(columns []Column) int {
	n := 0
	for _, c := range columns {
		if c.Field.of() != Any {
			n++
		}
	}
	return n
}

// Unrecognised is the error about a table that lacks a column which it needs, or fits two kinds.
type Unrecognised struct {
	File    string
	Columns []string
	Kind    Kind    // Any where it may be either
	Lacks   []Field // what no column says
}

func (u *Unrecognised) Error() string {
	shown := u.Columns
	if len(shown) > 12 {
		shown = append(slices.Clone(shown[:12]), "…")
	}
	if u.Kind == Any && len(u.Lacks) == 0 {
		return fmt.Sprintf("%s: its columns fit both incidents and deployments: say which with --kind; they are %s", u.File, quoted(shown))
	}
	var missing []string
	for _, f := range u.Lacks {
		if f == Application {
			missing = append(missing, "which application it is (name a column in a mapping as "+u.Kind.String()+".application, or give --application)")
		} else {
			missing = append(missing, "when it was (name a column in a mapping as "+u.Kind.String()+"."+f.String()+")")
		}
	}
	return fmt.Sprintf("%s: no column says %s; its columns are %s", u.File, strings.Join(missing, ", and "), quoted(shown))
}

// unrecognised says what a table lacks to be what it is nearest to.
func unrecognised(file string, names []string, o *Options) error {
	u := &Unrecognised{File: file, Columns: names}
	best := -1
	for i := range sources {
		s := &sources[i]
		if len(s.marks) > 0 || o.Kind != Any && o.Kind != s.kind {
			continue
		}
		columns := s.match(names, &o.Mapping)
		if len(columns) <= best {
			continue
		}
		best, u.Kind, u.Lacks = len(columns), s.kind, nil
		if !has(columns, Application) && o.Application == "" {
			u.Lacks = append(u.Lacks, Application)
		}
		if when := map[Kind]Field{Incidents: Began, Deployments: At}[s.kind]; !has(columns, when) {
			u.Lacks = append(u.Lacks, when)
		}
	}
	return u
}

// quoted lists names for a message, each cut.
func quoted(names []string) string {
	cut := make([]string, len(names))
	for i, n := range names {
		cut[i] = fmt.Sprintf("%.40q", n)
	}
	return strings.Join(cut, ", ")
}
