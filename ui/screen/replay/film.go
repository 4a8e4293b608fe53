package replay

import (
	"fmt"

	"callout/game"
	"callout/game/debrief"
	"callout/game/words"
	"callout/ui/screen/play"
)

// most is how many copies of a game a film keeps: between two of them it plays the turns again, which takes less than a
// screen takes to draw.
const most = 250

// A Film is a game that was played, to be looked at from any turn. It has a frame for the start of each turn, and one for
// where the game stands after the last.
type Film struct {
	Path string // of the journal, or empty

	level  *game.Level
	orders [][]game.Order
	given  [][]string         // orders and notes of each turn, in words
	past   [][]play.Happening // what happened in each turn that ended
	begins []game.Minute      // when each turn begins; the last is where the game stands
	over   bool

	every  int          // turns between two copies
	copies []*game.Game // at the start of the turns 0, every, 2·every, …
	now    *game.Game
	at     int // the turn at whose start now is
}

// NewFilm plays a record again and keeps what is needed to look at any turn at once.
func NewFilm(r *debrief.Record) (*Film, error) { return newFilm(r, most) }

func newFilm(r *debrief.Record, most int) (*Film, error) {
	f := &Film{Path: r.Path, level: r.Level, orders: r.Turns, every: 1 + r.Ended/most, now: game.New(r.Level, r.Seed)}
	f.given = make([][]string, r.Ended+1)
	for turn := range min(len(r.Turns), r.Ended+1) {
		for _, o := range r.Turns[turn] {
			f.given[turn] = append(f.given[turn], r.Level.FormatOrder(o))
		}
	}
	for _, n := range r.Notes {
		if n.Turn <= r.Ended {
			f.given[n.Turn] = append(f.given[n.Turn], words.Say("journal.watch.noted", "kind", n.Kind, "text", n.Text))
		}
	}
	f.begins = []game.Minute{f.now.Now()}
	var v game.View
	for f.at < r.Ended {
		if f.at%f.every == 0 {
			f.copies = append(f.copies, f.now.Clone())
		}
		events, err := f.step()
		if err != nil {
			return nil, err
		}
		f.now.View(&v)
		happened := make([]play.Happening, 0, len(events))
		for i := range events {
			happened = append(happened, play.Happened(&v, &events[i]))
		}
		f.past, f.begins = append(f.past, happened), append(f.begins, f.now.Now())
	}
	if f.at%f.every == 0 {
		f.copies = append(f.copies, f.now.Clone())
	}
	f.over = f.now.Over()
	return f, nil
}

// step plays one turn.
func (f *Film) step() ([]game.Event, error) {
	for _, o := range f.orders[f.at] {
		if err := f.now.Do(o); err != nil {
			return nil, fmt.Errorf("turn %d: the order %q was accepted then and is not now: %w", f.at+1, f.level.FormatOrder(o), err)
		}
	}
	f.at++
	return f.now.EndTurn(), nil
}

// last is the index of the last frame.
func (f *Film) last() int { return len(f.past) }

// seek fills v with what was known at the start of a turn.
func (f *Film) seek(turn int, v *game.View) {
	if near := turn / f.every; f.at > turn || f.at/f.every < near {
		f.copies[near].CopyTo(f.now)
		f.at = near * f.every
	}
	for f.at < turn {
		if _, err := f.step(); err != nil {
			break // it went well when the film was made
		}
	}
	f.now.View(v)
}

// before is what happened before a turn, the newest last, at least in the last turn; latest is how many of it did so.
func (f *Film) before(turn int) (list []play.Happening, latest int) {
	from := turn
	for n := 0; from > 0 && n < play.LogLength; from-- {
		n += len(f.past[from-1])
	}
	for ; from < turn; from++ {
		latest = 0
		for _, h := range f.past[from] {
			if f.over || !h.Hidden() {
				list = append(list, h)
				latest++
			}
		}
	}
	return list, latest
}
