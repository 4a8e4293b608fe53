package play

import (
	"callout/game"
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/screen"
	"callout/ui/widget"
)

// Seat is what the screen shows where the game is one of several in a room, whose pace others set. Whoever gave it to the
// screen may change it, and has the screen draw it anew.
type Seat struct {
	Strip   func(w int) []string             // rows at the top: the round, its clock, what was said to everybody
	Closed  func(kind game.OrderKind) string // why such an order cannot be given now, in a few words; empty where it can
	Whose   func(kind game.OrderKind) string // whose such an order is, in a sentence; empty where it is the player's or nobody's
	Ready   bool                             // the room ends the turns: the key that ends one says that the player is ready
	Looks   bool                             // somebody else drives: the game is looked at
	Follows bool                             // somebody else ends the turns
	Wheel   bool                             // the player may take the wheel
	Given   []string                         // the orders of the turn, where it is looked at
	Keeps   string                           // what becomes of the seat when the player leaves
}

// Sit puts the player on a seat in a room.
func (s *Screen) Sit(seat *Seat) {
	s.seat = seat
	s.rev++
}

// closed is why an order cannot be given now, in a few words; empty where it can.
func (s *Screen) closed(kind game.OrderKind) string {
	if s.seat == nil || s.seat.Closed == nil || kind == game.NoOrder {
		return ""
	}
	return s.seat.Closed(kind)
}

// kind is the order that an offer gives: keys of orders are named after them. An answer has a number for a key.
func (o *offer) kind() game.OrderKind {
	if o.key == nil {
		return game.Answer
	}
	for k := game.Read; k <= game.Answer; k++ {
		if k.String() == o.key.Name {
			return k
		}
	}
	return game.NoOrder
}

// shut marks the offers that cannot be taken now. They stay in their places: what is closed is seen to be there.
func (s *Screen) shut(offers []offer) []offer {
	for i := range offers {
		o := &offers[i]
		why := s.closed(o.kind())
		if why == "" {
			continue
		}
		o.shut, o.price, o.but = true, why, ""
		o.do = func() screen.Action {
			s.refuse(o.kind(), o.what, why)
			return nil
		}
	}
	return offers
}

// refuse says why an order cannot be given now.
func (s *Screen) refuse(kind game.OrderKind, what, why string) {
	s.status, s.problem = words.Say("seat.closed", "what", what, "why", why), true
	if s.seat.Whose == nil {
		return
	}
	if whose := s.seat.Whose(kind); whose != "" {
		s.status = whose
	}
}

// looks tells whether the game is looked at and not played: then there are no orders to give, but those of others to see.
func (s *Screen) looks() bool { return s.watch != nil || s.seat != nil && s.seat.Looks }

// orders are the orders of the turn, where the game is looked at.
func (s *Screen) orders() []string {
	if s.watch != nil {
		return s.watch.Given
	}
	return s.seat.Given
}

// StandUp asks before leaving a room.
func (s *Screen) StandUp() screen.Screen {
	return widget.NewChooser(s.theme, words.Say("seat.leave.title"), []widget.Candidate{
		{Name: words.Say("seat.leave.stay"), Reason: words.Say("play.leave.work"), Do: func() screen.Action { return screen.Back{} }},
		{Name: words.Say("play.leave.stand"), Reason: words.Say("play.leave.now"), Do: func() screen.Action { return screen.All{screen.Back{}, screen.LookBack{}} }},
		{Name: words.Say("seat.leave.leave"), Reason: s.seat.Keeps, Do: func() screen.Action { return screen.All{screen.Back{}, screen.Quit{}} }},
	})
}

// paceHints are the keys that end turns.
func (s *Screen) paceHints() []widget.Hint {
	switch {
	case s.seat != nil && s.seat.Looks && s.seat.Wheel:
		return []widget.Hint{widget.HintOf(key.Wheel)}
	case s.seat != nil && s.seat.Looks:
		return nil
	case s.seat != nil && s.seat.Ready:
		return []widget.Hint{{Key: key.EndTurn.Show(), What: words.Say("seat.ready")}}
	case s.seat != nil && s.seat.Follows:
		return nil
	}
	return []widget.Hint{{Key: key.EndTurn.Show(), What: key.EndTurn.Help()}, {Key: key.Continue.Show(), What: key.Continue.Help()}}
}
