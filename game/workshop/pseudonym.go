package workshop

import (
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"

	"callout/assets"
)

// pseudonyms are names for those who give none. None of them is anybody's.
var pseudonyms = sync.OnceValue(func() []string {
	text, err := fs.ReadFile(assets.Workshop(), "names.txt")
	if err != nil {
		panic(err) // the file is part of the program
	}
	var names []string
	for line := range strings.Lines(string(text)) {
		if name := Clean(line); name != "" && !strings.HasPrefix(line, "#") {
			names = append(names, name)
		}
	}
	return names
})

// Pseudonyms are names to offer to those who would rather not give theirs.
func Pseudonyms() []string { return slices.Clone(pseudonyms()) }

// pseudonym is a name for seat n that nobody has.
func pseudonym(n int, taken func(string) bool) string {
	all := pseudonyms()
	for i := n - 1; ; i++ {
		name := all[i%len(all)]
		if round := i / len(all); round > 0 {
			name += " " + strconv.Itoa(round+1)
		}
		if !taken(name) {
			return name
		}
	}
}

// another is a name like this one that nobody has: with a number behind it.
func another(name string, taken func(string) bool) string {
	for n := 2; ; n++ {
		number := " " + strconv.Itoa(n)
		short := name
		for short != "" && Clean(short+number) != short+number {
			runes := []rune(short)
			short = strings.TrimRight(string(runes[:len(runes)-1]), " ")
		}
		if !taken(short + number) {
			return short + number
		}
	}
}
