package levels

import (
	"strconv"
	"strings"
)

// A path says where a value stands in a file, such as application[2].hosts[0]. The root is "".

// join is the path of a key in the table at path.
func join(path, key string) string {
	if !isBare(key) {
		key = strconv.Quote(key)
	}
	if path == "" {
		return key
	}
	return path + "." + key
}

// index is the path of an element of the array at path.
func index(path string, n int) string { return path + "[" + strconv.Itoa(n) + "]" }

// parent is the path of the table or array around path; the root is its own parent.
func parent(path string) string {
	quoted := false
	cut := 0
	for i := 0; i < len(path); i++ {
		switch c := path[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case !quoted && (c == '.' || c == '['):
			cut = i
		}
	}
	return path[:cut]
}

func isBare(key string) bool {
	return key != "" && strings.IndexFunc(key, func(r rune) bool { return r > 'z' || !bare(byte(r)) }) < 0
}
