package session

import (
	"context"
	"errors"
	"sync"

	"callout/game"
	"callout/game/debrief"
	"callout/game/predict"
	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/home"
	"callout/ui/hint"
	"callout/ui/progress"
)

// A roomGame is the game of a seat's team, as the screens play it: what they want done becomes a command to the room.
type roomGame struct {
	ctx   context.Context
	room  *workshop.Room
	seat  int
	shelf *home.Shelf

	mu   sync.Mutex // one command of the seat after the other
	last int64      // number of the last one that was done
	book *predict.Book
}

// team is the seat's team as it stands.
func (g *roomGame) team() *workshop.Team {
	p := g.room.Picture()
	return p.Teams[p.Seats[g.seat-1].Team-1]
}

// send gives the room a command, and returns when it is stored and done.
func (g *roomGame) send(kind workshop.Kind, body any) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	ctx, stop := context.WithTimeout(g.ctx, patience)
	defer stop()
	c := workshop.Command{Seat: g.seat, N: max(g.last, g.room.Picture().Seats[g.seat-1].Counter) + 1, Kind: kind}
	if body != nil {
		c.Body = workshop.Body(body)
	}
	err := g.room.Do(ctx, c)
	if errors.Is(err, context.DeadlineExceeded) {
		return workshop.Refusal(words.Say("seat.slow"))
	}
	if err == nil {
		g.last = c.N
	}
	return err
}

// Do gives an order.
func (g *roomGame) Do(o game.Order) error {
	return g.send(workshop.Gave, workshop.Order{Text: g.Level().FormatOrder(o)})
}

// EndTurn ends the turn, or says that the player is ready for its end where the room ends it.
func (g *roomGame) EndTurn() ([]game.Event, error) {
	p := g.room.Picture()
	if p.Script.Rounds[p.Round].Pace == workshop.Together {
		if p.Seats[g.seat-1].Ready {
			return nil, nil
		}
		return nil, g.ready()
	}
	if err := g.send(workshop.EndedTurn, nil); err != nil {
		return nil, err
	}
	var v game.View
	g.View(&v)
	return v.News, nil
}

// ready says that the player is ready; during a turn it speaks for the team, and only who would end the turn says it.
func (g *roomGame) ready() error {
	p := g.room.Picture()
	own := p.Seats[g.seat-1]
	switch {
	case p.Phase != workshop.Run || p.May(own, workshop.DutyManager):
		return g.send(workshop.Readied, nil)
	case p.Teams[own.Team-1].Policy != "":
		return workshop.Refusal(words.Say("workshop.refuse.policy"))
	case p.Holds(own.Team, workshop.DutyManager):
		return workshop.Refusal(words.Say("workshop.refuse.role." + string(workshop.DutyManager)))
	}
	return workshop.Refusal(words.Say("workshop.refuse.driver"))
}

// pending are the orders of the turn that has not ended.
func (g *roomGame) pending() []game.Order {
	t := g.team()
	if t.Ended < len(t.Orders) {
		return t.Orders[t.Ended]
	}
	return nil
}

// Undo takes back the last order of the turn.
func (g *roomGame) Undo() (game.Order, error) {
	orders := g.pending()
	if len(orders) == 0 {
		return game.Order{}, errors.New(words.Say("journal.undo.nothing"))
	}
	return orders[len(orders)-1], g.send(workshop.Undid, nil)
}

// CanUndo tells whether there is an order to take back.
func (g *roomGame) CanUndo() bool { return len(g.pending()) > 0 }

// Note writes something down about the game.
func (g *roomGame) Note(kind, text string) error {
	return g.send(workshop.Noted, workshop.Note{Kind: kind, Text: text})
}

// Book is what the team was asked and predicted, by whoever answered. It is played again only where turns were missed.
func (g *roomGame) Book() *predict.Book {
	t := g.team()
	switch {
	case g.book != nil && g.book.Turns() == t.Ended:
	case g.book != nil && g.book.Turns()+1 == t.Ended:
		var v game.View
		t.View(&v)
		g.book.Turn(&v, v.News)
	default:
		var err error
		if g.book, err = t.Book(); err != nil {
			g.book = nil // a game without predictions is a game as well
			return nil
		}
	}
	for _, n := range t.Notes {
		if n.Turn == t.Ended && n.Kind == predict.NoteKind {
			_ = g.book.Take(n.Text) // it was answered already
		}
	}
	return g.book
}

// Path is empty: nothing is recorded where the player could find it.
func (g *roomGame) Path() string { return "" }

// View fills v with what the team knows.
func (g *roomGame) View(v *game.View) { g.team().View(v) }

// Level is what is played. It holds what the facilitator lets happen later; screens show its names only.
func (g *roomGame) Level() *game.Level { return g.room.Picture().Level }

// NeedsDecision tells whether something waits for the player.
func (g *roomGame) NeedsDecision() bool {
	var needs bool
	g.team().Look(func(t *game.Game) { needs = t.NeedsDecision() })
	return needs || g.team().Done
}

// Hint is a hint on what presses most.
func (g *roomGame) Hint() hint.Hint { return hint.For(g.team().Copy(), g.open) }

// open tells whether orders of a kind are open in this round.
func (g *roomGame) open(kind game.OrderKind) bool {
	return g.room.Picture().Open[workshop.LeverOf(kind)]
}

// Over tells whether everything was played, so that everything may be seen.
func (g *roomGame) Over() bool {
	p := g.room.Picture()
	return p.Seed != nil && (p.Over || p.Phase == workshop.Debrief)
}

// LookBack is the debrief of the team's game.
func (g *roomGame) LookBack() (*debrief.Debrief, error) {
	if g.room.Picture().Seed == nil {
		return nil, workshop.Refusal(words.Say("seat.later"))
	}
	return g.shelf.Look(g.ctx, g.room, g.team().N)
}

// Study waits until the whole of it is there: it is made once for the team, one team's after the other's.
func (g *roomGame) Study(ctx context.Context, _ *debrief.Debrief, tell func(debrief.Studying)) error {
	return g.shelf.Study(ctx, g.room, g.team().N, tell)
}

// ResultCode is empty: a seed that was drawn for a room is in no code.
func (g *roomGame) ResultCode() string { return "" }

// Entry is nothing: the game is not of the player's own campaign.
func (g *roomGame) Entry() (progress.Game, bool) { return progress.Game{}, false }

// Close leaves the game where it is.
func (g *roomGame) Close() error { return nil }

// Err is nil: a room that does not answer now may do so again.
func (g *roomGame) Err() error { return nil }

// Now is the team's game as it stands.
func (g *roomGame) Now() *game.Game { return g.team().Copy() }

// Events are all that happened, once everything may be known.
func (g *roomGame) Events() []game.Event {
	r, ok := g.room.Picture().Record(g.team())
	if !ok {
		return nil
	}
	var all []game.Event
	again := game.New(r.Level, r.Seed)
	for turn := range r.Ended {
		for _, o := range r.Turns[turn] {
			_ = again.Do(o) // it was done before
		}
		all = append(all, again.EndTurn()...)
	}
	return all
}
