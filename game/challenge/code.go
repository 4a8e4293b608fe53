package challenge

import (
	"hash/crc32"
	"slices"
	"strings"

	"callout/game"
	"callout/levels"
)

// What a code begins with, and what stands for the level's name where it is from a file of somebody's own.
const (
	prefix  = "CALLOUT"
	ownFile = "file"
)

// checkSymbols is the length of the checksum at the end of a code.
const checkSymbols = 3

// The first symbol of a code: what is in it.
const (
	newer  = 16 // a format that a later Callout writes
	result = 8  // a result follows
	seeds  = 3  // how the seed is written, see seedSymbols
)

// seedSymbols is how many symbols a seed takes: of a number up to 20, 40 and 64 bits, or all of its 256 bits.
var seedSymbols = [...]int{4, 8, 13, 4 * 13}

// Code is the text that names the challenge.
func (c Challenge) Code() string { return c.seal(c.symbols(0)) }

// symbols is the challenge without its checksum.
func (c Challenge) symbols(kind byte) symbols {
	class, n := 3, uint64(0)
	if number, ok := c.Seed.Number(); ok {
		n = number
		for class = 0; class < 2 && n>>(5*seedSymbols[class]) > 0; class++ {
		}
	}
	s := symbols{kind | byte(class)}
	if class < 3 {
		s.number(n, seedSymbols[class])
	} else {
		for _, word := range c.Seed {
			s.number(word, 13)
		}
	}
	s.number(uint64(c.Print), printBits/5)
	return s
}

// name is the level as it stands in a code.
func (c Challenge) name() string {
	if c.Own() {
		return ownFile
	}
	return c.Level
}

// seal writes symbols as a code with its checksum.
func (c Challenge) seal(s symbols) string {
	s = append(s, checksum(c.name(), s)...)
	return prefix + "-" + c.name() + "-" + s.text()
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func checksum(name string, s symbols) symbols {
	sum := crc32.Update(crc32.Checksum([]byte(fold(name)), castagnoli), castagnoli, s)
	var check symbols
	check.number(uint64(sum>>(32-5*checkSymbols)), checkSymbols)
	return check
}

// LooksLike tells whether a text is meant to be a code.
func LooksLike(text string) bool { return strings.Contains(fold(text), fold(prefix)) }

// maxText is the longest text in which a code is looked for.
const maxText = 10_000

// Parse finds the code in a text. Without a result in it, the result is nil. The error says what is wrong with the code.
func Parse(text string) (Challenge, *Result, error) {
	if len(text) > maxText {
		return Challenge{}, nil, ErrForeign
	}
	var err error = ErrForeign
	for rest := fold(text); ; {
		_, after, found := strings.Cut(rest, fold(prefix))
		if !found {
			return Challenge{}, nil, err
		}
		c, r, wrong := parse(after)
		if wrong == nil {
			return c, r, nil
		}
		if err == ErrForeign || err == ErrLevel {
			err = wrong
		}
		rest = after
	}
}

// parse reads what stands behind the prefix.
func parse(text string) (Challenge, *Result, error) {
	var err error = ErrLevel
	for _, name := range names() {
		rest, found := strings.CutPrefix(text, fold(name))
		if !found {
			continue
		}
		c, r, wrong := read(name, rest)
		if wrong == nil {
			return c, r, nil
		}
		if err == ErrLevel {
			err = wrong
		}
	}
	return Challenge{}, nil, err
}

// names are the names that a code can have, longer ones first: one may begin with another.
func names() []string {
	list := []string{ownFile}
	for _, l := range levels.List() {
		list = append(list, l.Name)
	}
	slices.SortStableFunc(list, func(a, b string) int { return len(fold(b)) - len(fold(a)) })
	return list
}

// read reads the symbols of a code.
func read(name, text string) (Challenge, *Result, error) {
	s := &scanner{rest: text}
	kind := s.symbol()
	if s.err == nil && kind&newer > 0 {
		return Challenge{}, nil, ErrNewer
	}
	c := Challenge{}
	if name != ownFile {
		c.Level = name
	}
	if class := kind & seeds; class < 3 {
		c.Seed = game.SeedFrom(s.number(seedSymbols[class]))
	} else {
		for i := range c.Seed {
			c.Seed[i] = s.number(13)
		}
	}
	c.Print = uint32(s.number(printBits / 5))
	var r *Result
	if kind&result > 0 {
		r = &Result{Challenge: c}
		r.read(s)
	}
	body := s.read
	s.read = nil
	for range checkSymbols {
		s.symbol()
	}
	// Whatever is read must be what writing gives, so that there is one code for one thing.
	switch {
	case s.err != nil:
		return Challenge{}, nil, s.err
	case !slices.Equal(s.read, checksum(name, body)), !slices.Equal(body, again(c, r)):
		return Challenge{}, nil, ErrWrong
	}
	return c, r, nil
}

// again is what c, or r where there is one, is written as.
func again(c Challenge, r *Result) symbols {
	if r != nil {
		return r.symbols()
	}
	return c.symbols(0)
}
