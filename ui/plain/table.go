package plain

import (
	"bufio"
	"context"
	"io"

	"callout/game"
	"callout/game/coach"
)

// Table is a game in a room, line by line. Whoever sits at it gives it the player's lines, and tells it when the game has
// gone on without the player. It is not safe for concurrent use.
type Table struct{ t *table }

// Seat is what the player at a table may do, where others sit there too.
type Seat struct {
	Shut    func(game.OrderKind) bool   // nobody may give such an order now
	Closed  func(game.OrderKind) string // why the player cannot give such an order now, in a few words; empty where it can be given
	Follows func() string               // who ends the turns, in a few words; empty where it is the player
}

// Sit sets a table for a game. ctx ends what takes long.
func Sit(ctx context.Context, g Game, out io.Writer, predictions bool, seat Seat) *Table {
	t := &table{session: g, level: g.Now().Level(), out: bufio.NewWriter(out), asked: true, seat: &seat, ctx: ctx}
	t.coached = coach.Begins(t.level)
	t.remember(predictions)
	t.refresh()
	return &Table{t}
}

// Begin tells where the game stands, and what there is to do.
func (t *Table) Begin() error {
	t.t.refresh()
	t.t.overview()
	t.t.decisions()
	t.t.coach(true)
	t.t.ask()
	return t.t.out.Flush()
}

// Line does what the player typed.
func (t *Table) Line(line string) error {
	t.t.done = false
	t.t.command(line)
	return t.t.out.Flush()
}

// GoneOn looks at the game anew, and tells what a turn brought that others have ended.
func (t *Table) GoneOn() error {
	before, turn := t.t.gauges(), t.t.view.Turn
	t.t.refresh()
	if t.t.view.Turn != turn {
		t.t.tellTurn(t.t.view.News)
		t.t.report(before)
	}
	return t.t.out.Flush()
}

// Look looks at the game anew, because others gave orders in it, and says nothing.
func (t *Table) Look() { t.t.refresh() }

// Reveal tells what the game came to: nothing more is played, and everything may be known.
func (t *Table) Reveal() error {
	t.t.revealed = true
	t.t.refresh()
	t.t.result()
	return t.t.out.Flush()
}
