package levels

import (
	"slices"
	"strconv"
	"strings"
)

// suggestion says which of the names somebody who wrote name may have meant.
func suggestion(name string, names []string) string {
	if len(names) == 0 {
		return "nothing may stand here"
	}
	names = slices.Compact(slices.Sorted(slices.Values(names)))
	best, least := "", 1<<30
	for _, n := range names {
		if dist := distance(strings.ToLower(name), strings.ToLower(n)); dist < least {
			best, least = n, dist
		}
	}
	if least <= max(2, len(best)/3) {
		return "did you mean " + best + "?"
	}
	if len(names) > 24 {
		return "use one of " + strings.Join(names[:24], ", ") + ", …"
	}
	return "use one of " + strings.Join(names, ", ")
}

// distance is the number of letters to insert, delete, replace or swap to make b of a. Long names are not worth it.
func distance(a, b string) int {
	if len(a) > maxKeyBytes || len(b) > maxKeyBytes {
		return 1 << 20
	}
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	now := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		now[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			now[j] = min(last[j]+1, now[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
		}
		before, last, now = last, now, before
	}
	return last[len(b)]
}

// shown is a text of the file as it may be printed: quoted unless it is plain, and cut when long.
func shown(s string) string {
	if isBare(s) && len(s) <= maxKeyBytes {
		return s
	}
	if len(s) > maxKeyBytes {
		s = strings.ToValidUTF8(s[:maxKeyBytes], "") + "…"
	}
	return strconv.QuoteToGraphic(s)
}
