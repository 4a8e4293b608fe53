package levels

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// A decoder fills structures from the tables of one file and collects every problem on the way. What it knows of a
// key stands in the tags of the field:
//
//	key:"name"      the key in the file
//	need:"true"     it must be there
//	some:"true"     if it is there, it is a list with one entry at least
//	range:"a..b"    its bounds, written as in the file
//	longest:"60"    the most characters of a text, or elements of a list
//	prose:"true"    it is text of several paragraphs
//	about:"..."     what it is, for the README's table
type decoder struct {
	path     string // of the file on disk; empty for a shipped one
	file     string // as problems name it
	scan     *scan
	broken   bool // the syntax had mistakes, so that missing keys prove nothing
	problems Problems
	fresh    map[reflect.Type]func(reflect.Value) // sets the defaults of a structure before its keys are read
}

// place is the path of the table that a structure was read from. The decoder sets fields of this type.
type place string

var placeType = reflect.TypeFor[place]()

// maxProblems is how many mistakes one file is told; whoever has more mends these first. It bounds the work that a
// hostile file can cause.
const maxProblems = 200

// problem notes a mistake in what stands at path.
func (d *decoder) problem(path, format string, args ...any) {
	if d.full() {
		return
	}
	line, column := d.scan.position(path)
	d.problemAt(line, column, fmt.Sprintf(format, args...))
}

func (d *decoder) problemAt(line, column int, what string) {
	if len(d.problems) == maxProblems {
		what = "there are more mistakes than can be listed: mend these first"
	}
	d.problems = append(d.problems, Problem{d.file, line, column, what})
}

func (d *decoder) full() bool { return len(d.problems) > maxProblems }

// field is one key that a structure takes.
type field struct {
	key   string
	tag   reflect.StructTag
	index []int
}

// fields lists the keys of a structure, those of embedded ones included, in order of declaration.
func fields(t reflect.Type) []field {
	var list []field
	for _, f := range reflect.VisibleFields(t) {
		if key := f.Tag.Get("key"); key != "" {
			list = append(list, field{key, f.Tag, f.Index})
		}
	}
	return list
}

// table reads the table at path into a structure.
func (d *decoder) table(path string, table map[string]any, into reflect.Value) {
	if set := d.fresh[into.Type()]; set != nil {
		set(into)
	}
	for i := range into.NumField() {
		if into.Field(i).Type() == placeType {
			into.Field(i).SetString(path)
		}
	}
	known := fields(into.Type())
	d.unknowns(path, table, known)
	for _, f := range known {
		if raw, ok := table[f.key]; ok {
			d.value(join(path, f.key), f.key, raw, into.FieldByIndex(f.index), f.tag)
		} else if f.tag.Get("need") != "" && !d.broken {
			d.problem(path, "%s is missing: add %s", f.key, example(f, into.FieldByIndex(f.index)))
		}
	}
}

// unknowns reports the keys of the table at path that nothing reads.
func (d *decoder) unknowns(path string, table map[string]any, known []field) {
	names := make([]string, len(known))
	for i, f := range known {
		names[i] = f.key
	}
	for _, key := range sortedKeys(table) {
		if !slices.Contains(names, key) && !d.full() {
			d.problem(join(path, key), "%s is not known here: %s", shown(key), suggestion(key, names))
		}
	}
}

// value reads what stands at path into a variable of any type that a file can hold.
func (d *decoder) value(path, key string, raw any, into reflect.Value, tag reflect.StructTag) {
	if r, ok := into.Addr().Interface().(reader); ok {
		old := reflect.New(into.Type()).Elem()
		old.Set(into)
		err := r.read(raw)
		if err == nil {
			err = bounds(r, tag)
		}
		if err != nil {
			into.Set(old)
			d.problem(path, "%s %v", key, err)
		}
		return
	}
	switch into.Kind() {
	case reflect.Bool:
		b, ok := raw.(bool)
		if !ok {
			d.problem(path, "%s must be true or false, without quotes", key)
		}
		into.SetBool(b)
	case reflect.String:
		d.text(path, key, raw, into, tag)
	case reflect.Int:
		var n whole
		d.value(path, key, raw, reflect.ValueOf(&n).Elem(), tag)
		into.SetInt(int64(n))
	case reflect.Pointer:
		v, before := reflect.New(into.Type().Elem()), len(d.problems)
		d.value(path, key, raw, v.Elem(), tag)
		if _, part := v.Interface().(reader); !part || len(d.problems) == before {
			into.Set(v)
		}
	case reflect.Interface:
		into.Set(reflect.ValueOf(raw))
	case reflect.Struct:
		table, ok := raw.(map[string]any)
		if !ok {
			d.problem(path, "%s must be a table: write [%s] and its keys under it", key, key)
			return
		}
		d.table(path, table, into)
	case reflect.Map:
		d.mapping(path, key, raw, into, tag)
	case reflect.Slice:
		d.list(path, key, raw, into, tag)
	default:
		panic("levels: no way to read " + into.Type().String())
	}
}

// text reads a string: a line, or with the tag prose paragraphs with an empty line between them.
func (d *decoder) text(path, key string, raw any, into reflect.Value, tag reflect.StructTag) {
	if tag.Get("prose") == "" {
		var t label
		d.value(path, key, raw, reflect.ValueOf(&t).Elem(), tag)
		into.SetString(string(t))
		return
	}
	var t prose
	d.value(path, key, raw, reflect.ValueOf(&t).Elem(), tag)
	into.SetString(strings.Join(t, "\n\n"))
}

// mapping reads a table whose keys are names.
func (d *decoder) mapping(path, key string, raw any, into reflect.Value, tag reflect.StructTag) {
	table, ok := raw.(map[string]any)
	if !ok {
		d.problem(path, "%s must be a table, such as { ledger = 0.6 }", key)
		return
	}
	into.Set(reflect.MakeMap(into.Type()))
	for _, name := range sortedKeys(table) {
		v := reflect.New(into.Type().Elem()).Elem()
		d.value(join(path, name), shown(name), table[name], v, tag)
		into.SetMapIndex(reflect.ValueOf(name), v)
	}
}

// list reads an array, or an array of tables.
func (d *decoder) list(path, key string, raw any, into reflect.Value, tag reflect.StructTag) {
	tables := into.Type().Elem().Kind() == reflect.Struct
	var elements []any
	switch raw := raw.(type) {
	case []any:
		elements = raw
	case []map[string]any:
		for _, table := range raw {
			elements = append(elements, table)
		}
	default:
		if tables {
			d.problem(path, "%s must be a list of tables: write [[%s]] for each", key, key)
		} else {
			d.problem(path, "%s must be a list in brackets, such as [a, b]", key)
		}
		return
	}
	if longest, err := strconv.Atoi(tag.Get("longest")); err == nil && len(elements) > longest {
		d.problem(path, "%s has %d entries: at most %d are allowed", key, len(elements), longest)
		return
	}
	if len(elements) == 0 && (tag.Get("need") != "" || tag.Get("some") != "") {
		d.problem(path, "%s is empty: it needs one entry at least", key)
	}
	each := reflect.StructTag(strings.Replace(string(tag), "longest:", "most:", 1)) // it is about the list
	list := reflect.MakeSlice(into.Type(), 0, len(elements))
	for i, raw := range elements {
		v := reflect.New(into.Type().Elem()).Elem()
		d.value(index(path, i), key, raw, v, each)
		if _, ok := raw.(map[string]any); ok || !tables {
			list = reflect.Append(list, v)
		}
	}
	into.Set(list)
}

// bounds checks a value against the range or length that its tag allows.
func bounds(r reader, tag reflect.StructTag) error {
	if s, ok := r.(scalar); ok {
		if low, high, ok := limits(s, tag); ok && (s.number() < low || s.number() > high) {
			return fmt.Errorf("is %s: it must be from %s to %s", s.write(s.number()), s.write(low), s.write(high))
		}
	}
	if t, ok := r.(interface{ length() int }); ok {
		if longest, err := strconv.Atoi(tag.Get("longest")); err == nil && t.length() > longest {
			return fmt.Errorf("is %d characters long: at most %d fit", t.length(), longest)
		}
	}
	return nil
}

// limits reads the range of a tag in the scalar's own unit.
func limits(s scalar, tag reflect.StructTag) (low, high int64, ok bool) {
	from, to, ok := strings.Cut(tag.Get("range"), "..")
	if !ok {
		return 0, 0, false
	}
	var n [2]int64
	for i, text := range []string{from, to} {
		v := reflect.New(reflect.TypeOf(s).Elem()).Interface().(scalar)
		if v.read(text) != nil {
			if f, err := strconv.ParseFloat(text, 64); err != nil || v.read(f) != nil && v.read(int64(f)) != nil {
				panic("levels: bad range " + text)
			}
		}
		n[i] = v.number()
	}
	return n[0], n[1], true
}

// example shows how a missing key would be written.
func example(f field, v reflect.Value) string {
	if text := f.tag.Get("example"); text != "" {
		return text
	}
	if v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Struct {
		return "[[" + f.key + "]]"
	}
	return f.key + " = ..."
}
