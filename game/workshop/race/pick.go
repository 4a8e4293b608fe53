package race

import (
	"slices"

	"callout/game/words"
	"callout/game/workshop"
)

// Field is what of a board is shown where there is not room for all of it.
type Field struct {
	Rows []workshop.BoardRow // by rank
	Left []workshop.BoardRow // those that are left out
}

// Pick chooses at most n teams: the best, and where own is one of the others it with those around it.
func Pick(rows []workshop.BoardRow, n, own int) Field {
	n = max(n, 1)
	if len(rows) <= n {
		return Field{Rows: rows}
	}
	at := slices.IndexFunc(rows, func(r workshop.BoardRow) bool { return r.Team == own })
	top, from := n, 0
	if at >= n {
		around := min(3, n-1)
		if n == 1 {
			around = 1
		}
		top = n - around
		from = max(top, min(at-around/2, len(rows)-around))
	}
	f := Field{Rows: slices.Clone(rows[:top])}
	if top < n {
		f.Rows = append(f.Rows, rows[from:from+n-top]...)
		f.Left = append(f.Left, rows[top:from]...)
		f.Left = append(f.Left, rows[from+n-top:]...)
		return f
	}
	f.Left = rows[top:]
	return f
}

// Says tells what is left out, empty where nothing is.
func (f *Field) Says() string {
	if len(f.Left) == 0 {
		return ""
	}
	return words.Say("race.left", "n", len(f.Left),
		"burnout", Burnout.Says(Burnout.middle(f.Left)), "queue", Queue.Says(Queue.middle(f.Left)), "lost", Lost.Says(Lost.middle(f.Left)))
}
