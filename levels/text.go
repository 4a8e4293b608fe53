package levels

import "fmt"

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
