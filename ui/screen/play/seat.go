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
	Shut    func(kind game.OrderKind) bool   // nobody may give such an order now; nil where nothing is shut
	Ready   bool                             // the room ends the turns: the key that ends one says that the player is ready
	Looks   bool                             // somebody else drives: the game is looked at
	Follows string                           // who ends the turns, in a few words; empty where it is the player
	Undoes  bool                             // the last order of the turn is the player's to take back
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
	if whose := s.whose(kind); whose != "" {
		s.status = whose
	}
}

// whose says in a sentence to which other role of the team an order belongs, empty where it belongs to none.
func (s *Screen) whose(kind game.OrderKind) string {
	if s.seat == nil || s.seat.Whose == nil {
		return ""
	}
	return s.seat.Whose(kind)
}

// open tells whether somebody may give such an order now.
func (s *Screen) open(kind game.OrderKind) bool {
	return s.seat == nil || s.seat.Shut == nil || !s.seat.Shut(kind)
}

// others says in a sentence who may do what a hint asks for, where it is not the player; empty where it is.
func (s *Screen) others(o game.Order) string {
	if o.Kind == game.NoOrder {
		if s.seat == nil || s.seat.Follows == "" {
			return ""
		}
		return words.Say("seat.others", "who", sentence(s.seat.Follows))
	}
	why := s.closed(o.Kind)
	if whose := s.whose(o.Kind); why == "" || whose != "" {
		return whose
	}
	return words.Say("seat.others", "who", sentence(why))
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

// looksOn says why nothing can be done where the game is looked at.
func (s *Screen) looksOn() string {
	if s.seat.Wheel || s.seat.Follows == "" {
		return words.Say("seat.looks")
	}
	return words.Say("seat.others", "who", sentence(s.seat.Follows))
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
	case s.seat != nil && (s.seat.Looks || s.seat.Follows != ""):
		return nil
	case s.seat != nil && s.seat.Ready:
		return []widget.Hint{{Key: key.EndTurn.Show(), What: words.Say("seat.ready")}}
	}
	return []widget.Hint{{Key: key.EndTurn.Show(), What: key.EndTurn.Help()}, {Key: key.Continue.Show(), What: key.Continue.Help()}}
}

// pace says in a sentence how turns end.
func (s *Screen) pace() string {
	switch {
	case s.seat != nil && s.seat.Follows != "":
		return words.Say("seat.others", "who", sentence(s.seat.Follows))
	case s.seat != nil && s.seat.Ready:
		return words.Say("seat.pace", "key", key.EndTurn.Show())
	}
	return words.Say("play.detail.pace", "end", key.EndTurn.Show(), "continue", key.Continue.Show())
}
