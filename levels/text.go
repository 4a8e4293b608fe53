package levels

import (
	"fmt"
	"reflect"
)

// Text is a small TOML file that is no level, such as the player's settings, read with the same care: it is bounded, all
// its mistakes are told at once, and each with its place.
type Text struct {
	Root map[string]any // what could be read; nil where nothing could
	d    decoder
}

// ReadText reads the file at path.
func ReadText(path string) *Text {
	src, err := readFile(path)
	t := &Text{d: decoder{file: path, path: path}}
	if err != nil {
		t.d.scan, _ = scanText(nil)
		t.d.problems = err.(Problems)
		return t
	}
	t.Root = t.d.parse(src)
	return t
}

// ParseText reads a text. Mistakes are told as in the file of that name.
func ParseText(file string, text []byte) *Text {
	t := &Text{d: decoder{file: file}}
	t.Root = t.d.parse(text)
	return t
}

// Read fills the structure that into points to from the whole file, by the tags of its fields: key:"name" names a key, and need,
// range, longest, prose and example say what is right, as in the formats of this package. Keys that no field names, and values that
// are not as their tags say, are mistakes; what is right is read all the same.
func (t *Text) Read(into any) {
	if t.Root != nil {
		t.d.table("", t.Root, reflect.ValueOf(into).Elem())
	}
}

// Problem notes a mistake in what stands at a path such as keys.end_turn[0].
func (t *Text) Problem(path, format string, args ...any) {
	t.d.problem(path, format, args...)
}

// Problems are all mistakes, in the order in which they stand in the file.
func (t *Text) Problems() Problems { return t.d.problems.sorted() }

// Meant says which of the names somebody who wrote name may have meant: "did you mean …?", or which there are.
func Meant(name string, names []string) string {
	return fmt.Sprintf("%s is not known: %s", shown(name), suggestion(name, names))
}
