package history

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// jsonTable reads JSON: a list of objects, an object that holds one, or an object a line. A column is the path to a
// value; lists on the way are read through, their values joined by semicolons.
type jsonTable struct {
	guard  *guard
	in     *json.Decoder
	lines  bool // an object a line
	inside bool // in a list
	header []string
	at     map[string]int
	ahead  []map[string]string // rows read to find the columns
	queue  []map[string]string // rows of one object that holds several
	row    int
	cells  []string
}

// sampled is how many objects are looked at for their columns.
const sampled = 200

func openJSON(in *bufio.Reader, g *guard) (*jsonTable, error) {
	head, _ := in.Peek(64 << 10)
	t := &jsonTable{guard: g, lines: objectALine(head), in: json.NewDecoder(in)}
	t.in.UseNumber()
	found := map[string]bool{}
	for len(t.ahead) < sampled {
		m, err := t.object()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		t.ahead = append(t.ahead, m)
		for k := range m {
			found[k] = true
		}
	}
	if len(t.ahead) == 0 {
		return nil, errors.New("there is no list of objects in it: export the list of incidents or deployments")
	}
	t.header = slices.Sorted(maps.Keys(found))
	if len(t.header) > maxColumns {
		return nil, errors.New("its objects have too many different keys to be a list of incidents or deployments")
	}
	t.at = map[string]int{}
	for i, n := range t.header {
		t.at[n] = i
	}
	t.cells = make([]string, len(t.header))
	return t, nil
}

// objectALine tells whether the first two lines are an object each.
func objectALine(head []byte) bool {
	first, rest, more := bytes.Cut(bytes.TrimSpace(head), []byte("\n"))
	rest = bytes.TrimSpace(rest)
	return more && len(rest) > 0 && rest[0] == '{' && json.Valid(first)
}

func (t *jsonTable) names() []string { return t.header }

func (t *jsonTable) next() ([]string, int, error) {
	var m map[string]string
	if len(t.ahead) > 0 {
		m, t.ahead = t.ahead[0], t.ahead[1:]
	} else {
		var err error
		if m, err = t.object(); err != nil {
			return nil, t.row, err
		}
	}
	t.row++
	clear(t.cells)
	for k, v := range m {
		if i, ok := t.at[k]; ok {
			t.cells[i] = v
		}
	}
	return t.cells, t.row, nil
}

// object is the next row.
func (t *jsonTable) object() (map[string]string, error) {
	for len(t.queue) == 0 {
		t.guard.entry()
		var o map[string]any
		if err := t.decode(&o); err != nil {
			return nil, err
		}
		if rows := argo(o); rows != nil {
			t.queue = rows
			continue
		}
		m := map[string]string{}
		flatten(m, "", o, 0)
		t.queue = append(t.queue, m)
	}
	m := t.queue[0]
	t.queue = t.queue[1:]
	return m, nil
}

// decode reads the next object of the list, entering the list where it has not been. What lies before a list counts as one
// entry with its first object, so that an object that never gets to one has an end.
func (t *jsonTable) decode(o *map[string]any) error {
	if t.lines {
		return t.in.Decode(o)
	}
	for {
		if t.inside {
			if t.in.More() {
				err := t.in.Decode(o)
				var other *json.UnmarshalTypeError
				if errors.As(err, &other) {
					continue // a list of something else
				}
				return err
			}
			if _, err := t.in.Token(); err != nil {
				return err
			}
			t.inside = false
		}
		token, err := t.in.Token()
		if err != nil {
			return err
		}
		t.inside = token == json.Delim('[')
	}
}

// deepest is how deep a value may stand in an object to be a column.
const deepest = 6

// flatten writes the values of an object by their paths.
func flatten(into map[string]string, path string, v any, depth int) {
	if depth > deepest {
		return
	}
	switch v := v.(type) {
	case map[string]any:
		for k, inner := range v {
			under := k
			if path != "" {
				under = path + "." + k
			}
			flatten(into, under, inner, depth+1)
		}
	case []any:
		for _, inner := range v {
			flatten(into, path, inner, depth+1)
		}
	case nil:
	default:
		s := scalar(v)
		if had := into[path]; had != "" && s != "" {
			s = had + ";" + s
		}
		into[path] = s
	}
}

func scalar(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

// argo is the deployments that an Argo CD application remembers, nil for another object.
func argo(o map[string]any) []map[string]string {
	meta, _ := o["metadata"].(map[string]any)
	status, _ := o["status"].(map[string]any)
	history, _ := status["history"].([]any)
	name, _ := meta["name"].(string)
	if name == "" || history == nil {
		return nil
	}
	var rows []map[string]string
	for _, h := range history {
		if h, ok := h.(map[string]any); ok {
			m := map[string]string{"application": name}
			for _, k := range []string{"deployedAt", "deployStartedAt", "revision"} {
				m[k] = strings.TrimSpace(scalar(h[k]))
			}
			rows = append(rows, m)
		}
	}
	return rows
}
