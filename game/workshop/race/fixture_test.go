package race

import (
	"fmt"

	"callout/game"
	"callout/game/workshop"
)

// begins is when the fixture's level begins: a Monday morning.
const begins = 9 * game.Hour

// fixture is a board of n teams after some turns, each with a course of its own.
func fixture(n, turns int) *workshop.Board {
	birds := []string{"Herons", "Kestrels", "Wagtails", "Plovers", "Siskins", "Dunlins", "Curlews", "Avocets", "Linnets", "Godwits"}
	b := &workshop.Board{}
	for i := range n {
		r := workshop.BoardRow{Team: i + 1, Name: birds[i%len(birds)], Rank: i + 1, Turn: turns, Model: []string{"ops-run-it", "you-run-it"}[i%2]}
		if i >= len(birds) {
			r.Name = fmt.Sprintf("%s %d", r.Name, i/len(birds)+1)
		}
		lost := game.Pence(0)
		for k := range turns {
			at := begins + game.Minute(k+1)*game.Hour + game.Minute(k/8)*16*game.Hour
			lost += game.Pence((i*7+k*k)%23) * game.Pence(i%7+1) * 2_000
			r.Course = append(r.Course, game.Gauge{At: at, Burnout: int32(20 + (i*5+k*2)%60), Queue: int32((i + k*k) % 14), Lost: lost})
		}
		if turns > 0 {
			last := r.Course[turns-1]
			r.Burnout, r.Queue, r.Lost = last.Burnout, last.Queue, last.Lost
		}
		r.Total = r.Lost*3/2 + 1_000_000
		b.Rows = append(b.Rows, r)
	}
	return b
}
