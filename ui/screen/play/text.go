package play

import (
	"strconv"

	"callout/game"
)

// brief is a length of time in at most five cells, for a column: 12m, 3h20, 4d.
func brief(m game.Minute) string {
	n := int(m)
	switch {
	case m == game.Never:
		return "–"
	case n < 60:
		return strconv.Itoa(max(n, 0)) + "m"
	case n < 10*60 && n%60 != 0:
		rest := strconv.Itoa(n % 60)
		if len(rest) < 2 {
			rest = "0" + rest
		}
		return strconv.Itoa(n/60) + "h" + rest
	case n < 48*60:
		return strconv.Itoa(n/60) + "h"
	}
	return strconv.Itoa(n/(24*60)) + "d"
}

// signed is a change with its sign, "" for none.
func signed(n int64, format func(int64) string) string {
	switch {
	case n > 0:
		return "+" + format(n)
	case n < 0:
		return "−" + format(-n)
	}
	return ""
}

// note is the note after a panel's title: how many, and what is true for some of them.
func note(all, some int, what string) string {
	text := strconv.Itoa(all)
	if some > 0 {
		text += " · " + what
	}
	return text
}

// sentence is s with a capital letter, as errors have none.
func sentence(s string) string {
	if s != "" && s[0] >= 'a' && s[0] <= 'z' {
		return string(s[0]-'a'+'A') + s[1:]
	}
	return s
}
