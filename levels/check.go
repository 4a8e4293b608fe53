package levels

import "reflect"

// Check finds every mistake in a level file, a support model's file, a pack's file, or a file of constants; which of them
// it is, is told by its keys. Without mistakes it returns nothing.
func Check(path string) Problems {
	src, err := readFile(path)
	if err != nil {
		return err.(Problems)
	}
	d := &decoder{file: path, path: path}
	d.check(src)
	return d.problems.sorted()
}

// check compiles a text as what it seems to be.
func (d *decoder) check(src []byte) {
	root := d.parse(src)
	switch kindOfFile(root) {
	case aModel:
		d.modelTable(root)
	case aPack:
		d.packTable(root)
	case constants:
		d.balanceTable(root)
	default:
		d.levelTable(root, "")
	}
}

// What a file can be.
const (
	aLevel = iota
	aModel
	aPack
	constants
)

// kindOfFile is what a file seems to be by its keys.
func kindOfFile(root map[string]any) int {
	asLevel := overlap(root, fields(reflect.TypeFor[levelFile]()))
	switch {
	case overlap(root, fields(reflect.TypeFor[modelFile]())) > asLevel:
		return aModel
	case overlap(root, fields(reflect.TypeFor[packFile]())) > asLevel:
		return aPack
	case overlap(root, balanceFields()) > asLevel:
		return constants
	}
	return aLevel
}

// overlap counts the keys of a table that a format knows.
func overlap(table map[string]any, known []field) int {
	n := 0
	for _, f := range known {
		if _, ok := table[f.key]; ok {
			n++
		}
	}
	return n
}
