package policy

import "callout/game"

// Player plays games with a policy, and reuses the memory of one for the next.
type Player struct {
	Policy  Policy
	Orders  int // given in the last game
	Refused int // of them, refused

	game *game.Game
	view game.View
	give Give
}

// NewPlayer is a player of p.
func NewPlayer(p Policy) *Player {
	pl := &Player{Policy: p}
	pl.give = pl.do
	return pl
}

// Begin gets ready for game g, which has that number.
func (p *Player) Begin(g *game.Game, number uint64) {
	p.game, p.Orders, p.Refused = g, 0, 0
	if pupil, ok := p.Policy.(Pupil); ok {
		pupil.Learn(g.Level().Teaches)
	}
	p.Policy.Begin(number)
	if f, ok := p.Policy.(Foreseer); ok {
		f.Foresee(g.CopyTo)
	}
}

// Turn gives the orders of one turn and ends it. It returns what happened, as game.EndTurn does.
func (p *Player) Turn() []game.Event {
	p.game.View(&p.view)
	p.Policy.Play(&p.view, p.give)
	return p.game.EndTurn()
}

// Play plays game g, which has that number, from where it stands to its end.
func (p *Player) Play(g *game.Game, number uint64) {
	p.Begin(g, number)
	for !g.Over() {
		p.Turn()
	}
}

func (p *Player) do(o game.Order) error {
	p.Orders++
	err := p.game.Do(o)
	if err != nil {
		p.Refused++
	}
	return err
}
