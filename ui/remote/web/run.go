package web

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// A Run is a stretch of one line of a screen that looks the same throughout. The page makes a text node of it.
type Run struct {
	Text  string
	Front string // colour of the letters as "#rrggbb", empty for the page's own
	Back  string // colour behind them, the same
	Look  Look
	Cells int // that the text takes; 0 where each of its characters takes one
}

// Look is how the letters of a run look, apart from their colours.
type Look uint8

// Looks.
const (
	Bold Look = 1 << iota
	Faint
	Italic
	Underlined
	Reversed
	Struck
)

// MarshalJSON writes a run as an array: text, front, back, look, cells, without what is empty at its end.
func (r Run) MarshalJSON() ([]byte, error) { return r.append(nil), nil }

// append is MarshalJSON at the end of b. There are hundreds of runs in a picture, for which the general way takes most of
// the time of a server full of browsers.
func (r Run) append(b []byte) []byte {
	b = appendString(append(b, '['), r.Text)
	parts := r.parts()
	if parts > 1 {
		b = appendString(append(b, ','), r.Front)
	}
	if parts > 2 {
		b = appendString(append(b, ','), r.Back)
	}
	if parts > 3 {
		b = strconv.AppendUint(append(b, ','), uint64(r.Look), 10)
	}
	if parts > 4 {
		b = strconv.AppendInt(append(b, ','), int64(r.Cells), 10)
	}
	return append(b, ']')
}

// parts is how many there are, up to the last one that is not empty.
func (r Run) parts() int {
	switch {
	case r.Cells != 0:
		return 5
	case r.Look != 0:
		return 4
	case r.Back != "":
		return 3
	case r.Front != "":
		return 2
	}
	return 1
}

// appendString appends a string as JSON.
func appendString(b []byte, s string) []byte {
	for _, r := range s {
		if r < ' ' || r == '"' || r == '\\' || r == '<' || r == '>' || r == '&' || r == utf8.RuneError || r == '\u2028' || r == '\u2029' {
			text, err := json.Marshal(s)
			if err != nil {
				panic(err) // a string is always JSON
			}
			return append(b, text...)
		}
	}
	return append(append(append(b, '"'), s...), '"')
}

// UnmarshalJSON reads what MarshalJSON writes.
func (r *Run) UnmarshalJSON(data []byte) error {
	*r = Run{}
	parts := []any{&r.Text, &r.Front, &r.Back, &r.Look, &r.Cells}
	if err := json.Unmarshal(data, &parts); err != nil {
		return fmt.Errorf("a run is an array of text, colours, look and cells: %w", err)
	}
	if len(parts) < 1 || len(parts) > 5 {
		return fmt.Errorf("a run is an array of one to five parts: this one has %d", len(parts))
	}
	return nil
}

// Runs takes a line of a screen apart. Of the sequences in it only colours and looks have a meaning; all others, and
// control characters, are left out. Blanks at the end that nobody sees are left out too.
func Runs(line string) []Run {
	var runs []Run
	var p pen
	var text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			runs = p.add(runs, text.String())
			text.Reset()
		}
	}
	for line != "" {
		if line[0] != 0x1b {
			n := strings.IndexByte(line, 0x1b)
			if n < 0 {
				n = len(line)
			}
			text.WriteString(line[:n])
			line = line[n:]
			continue
		}
		arguments, length, colour := sequence(line)
		line = line[length:]
		if colour {
			flush()
			p.set(arguments)
		}
	}
	flush()
	return trimmed(runs)
}

// sequence reads the escape sequence at the beginning of s: how long it is, and whether it is one that chooses colours and
// looks, with what stands in it.
func sequence(s string) (arguments string, length int, colour bool) {
	if len(s) < 2 {
		return "", len(s), false
	}
	switch s[1] {
	case '[':
		for i := 2; i < len(s); i++ {
			if c := s[i]; c >= 0x40 && c <= 0x7e {
				return s[2:i], i + 1, c == 'm'
			} else if c < 0x20 || c > 0x7e {
				return "", i, false // broken off
			}
		}
		return "", len(s), false
	case ']', 'P', 'X', '^', '_': // these go on to a bell or a string terminator
		for i := 2; i < len(s); i++ {
			if s[i] == 0x07 {
				return "", i + 1, false
			}
			if s[i] == 0x1b && i+1 < len(s) && s[i+1] == '\\' {
				return "", i + 2, false
			}
		}
		return "", len(s), false
	}
	return "", 1, false // the rest is text: an escape alone does nothing
}

// trimmed is runs without blanks at the end that have no colour behind them.
func trimmed(runs []Run) []Run {
	for len(runs) > 0 {
		last := &runs[len(runs)-1]
		if last.Back != "" || last.Cells != 0 || last.Look&(Underlined|Reversed|Struck) != 0 {
			break
		}
		if last.Text = strings.TrimRight(last.Text, " "); last.Text != "" {
			break
		}
		runs = runs[:len(runs)-1]
	}
	return runs
}

// pen is the colours and looks that hold from here on.
type pen struct {
	front, back string
	look        Look
}

// add appends text as runs. Characters that do not take exactly one cell get a run of their own, so that the page can give
// them the room that they have in a terminal.
func (p *pen) add(runs []Run, text string) []Run {
	put := func(s string, cells int) {
		if last := len(runs) - 1; cells == 0 && last >= 0 && runs[last].Cells == 0 && p.same(&runs[last]) {
			runs[last].Text += s
			return
		}
		runs = append(runs, Run{s, p.front, p.back, p.look, cells})
	}
	from := 0
	for at := 0; at < len(text); {
		if c := text[at]; c >= 0x20 && c < 0x7f && (at+1 == len(text) || text[at+1] < 0x80) {
			at++
			continue
		}
		if drawn(text[at:]) && (at+3 == len(text) || text[at+3] < 0x80 || drawn(text[at+3:])) {
			at += 3
			continue
		}
		cluster, width := ansi.FirstGraphemeCluster(text[at:], ansi.GraphemeWidth)
		shown := visible(cluster)
		if width == 1 && len(shown) == len(cluster) && oneRune(cluster) {
			at += len(cluster)
			continue
		}
		if from < at {
			put(text[from:at], 0)
		}
		if shown != "" && width > 0 {
			put(shown, width)
		}
		at += len(cluster)
		from = at
	}
	if from < len(text) {
		put(text[from:], 0)
	}
	return runs
}

// drawn tells whether s begins with a part of a line or a bar, U+2500 to U+259F, of which screens are full. Each takes one
// cell, and what follows joins it only where that is a mark.
func drawn(s string) bool {
	return len(s) >= 3 && s[0] == 0xe2 && s[2]&0xc0 == 0x80 && (s[1] == 0x94 || s[1] == 0x95 || s[1] == 0x96 && s[2] < 0xa0)
}

func (p *pen) same(r *Run) bool { return r.Front == p.front && r.Back == p.back && r.Look == p.look }

// oneRune tells whether s is one character of one code point.
func oneRune(s string) bool {
	for i := range s {
		if i > 0 {
			return false
		}
	}
	return s != ""
}

// visible is s without control characters.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x20 || r >= 0x7f && r < 0xa0 {
			return -1
		}
		return r
	}, s)
}

// set takes the arguments of a sequence that chooses colours and looks.
func (p *pen) set(arguments string) {
	var room [16]int
	numbers := room[:0]
	n, digits := 0, 0
	for i := 0; i <= len(arguments); i++ {
		if i == len(arguments) || arguments[i] == ';' || arguments[i] == ':' {
			if digits > 0 {
				numbers = append(numbers, n)
			}
			n, digits = 0, 0
			continue
		}
		c := arguments[i]
		if n = n*10 + int(c-'0'); c < '0' || c > '9' || n > 255 {
			return // not of ours
		}
		digits++
	}
	if len(numbers) == 0 {
		*p = pen{}
		return
	}
	for len(numbers) > 0 {
		numbers = numbers[p.one(numbers):]
	}
}

// looks are what codes switch on, and off.
var (
	looksOn  = map[int]Look{1: Bold, 2: Faint, 3: Italic, 4: Underlined, 7: Reversed, 9: Struck}
	looksOff = map[int]Look{22: Bold | Faint, 23: Italic, 24: Underlined, 27: Reversed, 29: Struck}
)

// one takes the code at the beginning and returns how many numbers belong to it.
func (p *pen) one(codes []int) int {
	switch c := codes[0]; {
	case c == 0:
		*p = pen{}
	case looksOn[c] != 0:
		p.look |= looksOn[c]
	case looksOff[c] != 0:
		p.look &^= looksOff[c]
	case c >= 30 && c <= 37:
		p.front = palette(c - 30)
	case c >= 90 && c <= 97:
		p.front = palette(c - 90 + 8)
	case c >= 40 && c <= 47:
		p.back = palette(c - 40)
	case c >= 100 && c <= 107:
		p.back = palette(c - 100 + 8)
	case c == 39:
		p.front = ""
	case c == 49:
		p.back = ""
	case c == 38 || c == 48:
		colour, n := extended(codes[1:])
		if c == 38 {
			p.front = colour
		} else {
			p.back = colour
		}
		return 1 + n
	}
	return 1
}

// extended is a colour given as 5;n or 2;r;g;b, and how many numbers that took.
func extended(codes []int) (string, int) {
	switch {
	case len(codes) >= 2 && codes[0] == 5:
		return palette(codes[1]), 2
	case len(codes) >= 4 && codes[0] == 2:
		return rgb(codes[1], codes[2], codes[3]), 4
	}
	return "", len(codes)
}

// basic are the sixteen colours that have a name.
var basic = [16]string{
	"#000000", "#b5263b", "#3c7a2c", "#96650a", "#17698a", "#8a3ea0", "#1f7a7a", "#c5cad3",
	"#616978", "#ee7682", "#93b57f", "#e0b568", "#83b8d8", "#c79be0", "#7fc9c4", "#ffffff",
}

// palette is a colour of the table of 256: sixteen named ones, a cube of six steps a side, and a ramp of greys.
func palette(n int) string {
	step := func(i int) int {
		if i == 0 {
			return 0
		}
		return 55 + 40*i
	}
	switch {
	case n < 16:
		return basic[n]
	case n < 232:
		n -= 16
		return rgb(step(n/36), step(n/6%6), step(n%6))
	}
	grey := 8 + 10*(n-232)
	return rgb(grey, grey, grey)
}

// rgb is a colour of parts from 0 to 255.
func rgb(r, g, b int) string {
	const digits = "0123456789abcdef"
	return string([]byte{'#', digits[r>>4], digits[r&15], digits[g>>4], digits[g&15], digits[b>>4], digits[b&15]})
}
