package debrief

import (
	"fmt"
	"slices"
	"sort"

	"callout/game"
)

// every is how many turns lie between two games that a history keeps: memory against the time to play up to a turn.
const every = 8

// history is a record played again, with everything that happened.
type history struct {
	level  *game.Level
	given  [][]game.Order // the record's, with a last turn that has not ended
	game   *game.Game     // at the end
	trace  game.Trace
	orders []given
	turns  []moment          // the beginning of each turn, that of the last one, which has not ended, included
	apps   [][]game.AppTruth // by the same turns and by application: how it stood then
	kept   []*game.Game      // the game at the beginning of every eighth turn
	index
}

// moment is where a game stands between two turns.
type moment struct {
	at     game.Minute
	events int // that had happened by then
}

// given is an order as it was given.
type given struct {
	game.Order
	turn   int
	index  int // among the orders of its turn
	at     game.Minute
	events int // that had happened by then: what it caused at once comes next
}

// playAgain plays the record from its beginning.
func playAgain(r *Record) (*history, error) {
	h := &history{level: r.Level, game: game.New(r.Level, r.Seed)}
	h.game.Trace(&h.trace)
	h.given = r.Turns
	if r.Ended >= len(r.Turns) {
		h.given = append(slices.Clip(r.Turns), nil)
	}
	for turn, orders := range h.given {
		if turn%every == 0 {
			h.kept = append(h.kept, h.game.Clone())
		}
		h.begin(turn)
		for i, o := range orders {
			g := given{o, turn, i, h.game.Now(), len(h.trace.Events)}
			if err := h.game.Do(o); err != nil {
				return nil, fmt.Errorf("turn %d: the order %q was accepted then and is not now: %w", turn+1, r.Level.FormatOrder(o), err)
			}
			h.orders = append(h.orders, g)
		}
		if turn < r.Ended {
			h.game.EndTurn()
		}
	}
	h.game.EndTrace()
	h.index = newIndex(&h.trace)
	return h, nil
}

func (h *history) begin(turn int) {
	events := len(h.trace.Events)
	if turn == 0 {
		events = 0 // what a game begins with belongs to its first turn
	}
	h.turns = append(h.turns, moment{h.game.Now(), events})
	apps := make([]game.AppTruth, len(h.level.Applications))
	for i := range apps {
		apps[i] = h.game.AppTruth(i)
	}
	h.apps = append(h.apps, apps)
}

// ended is how many turns have ended.
func (h *history) ended() int { return len(h.turns) - 1 }

// at is a copy of the game at the beginning of a turn, before its orders. It may be played on; its luck is the same.
func (h *history) at(turn int) *game.Game {
	g := new(game.Game)
	h.copyTo(turn, g)
	return g
}

// copyTo makes g a copy of the game at the beginning of a turn, in the memory that g has.
func (h *history) copyTo(turn int, g *game.Game) {
	turn = min(max(turn, 0), len(h.given)-1)
	h.kept[turn/every].CopyTo(g)
	for t := turn - turn%every; t < turn; t++ {
		for _, o := range h.given[t] {
			_ = g.Do(o) // it was accepted when the record was played again
		}
		g.EndTurn()
	}
}

// event is the event of that number.
func (h *history) event(id game.EventID) *game.Event {
	if id < 1 || int(id) > len(h.trace.Events) {
		return nil
	}
	return &h.trace.Events[id-1]
}

// turnOf is the turn in which an event happened.
func (h *history) turnOf(id game.EventID) int {
	return max(sort.Search(len(h.turns), func(i int) bool { return h.turns[i].events >= int(id) })-1, 0)
}

// turnAt is the turn that minute m lies in: what happens when a turn ends belongs to that turn.
func (h *history) turnAt(m game.Minute) int {
	return max(sort.Search(len(h.turns), func(i int) bool { return h.turns[i].at >= m })-1, 0)
}

// nextTurn is the first turn that begins at m or later, in which what happened at m can be answered, or the last one.
func (h *history) nextTurn(m game.Minute) int {
	return min(sort.Search(len(h.turns), func(i int) bool { return h.turns[i].at >= m }), len(h.given)-1)
}

// said is an order as it is typed.
func (h *history) said(o game.Order) string { return h.level.FormatOrder(o) }

// Names, with the level's for what has one.

func (h *history) appName(i int) string {
	if i < 0 || i >= len(h.level.Applications) {
		return "?"
	}
	return h.level.Applications[i].Name
}

func (h *history) teamName(i int) string {
	if i < 0 || i >= len(h.level.Teams) {
		return "?"
	}
	return h.level.Teams[i].Name
}

func (h *history) analystName(i int) string {
	if i < 0 || i >= len(h.level.Analysts) {
		return "?"
	}
	return h.level.Analysts[i].Name
}
