package workshop

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"callout/game/words"
)

// maxText is how long something said to all may be, in characters.
const maxText = 400

// broadcast says something to everybody.
func (s *State) broadcast(e *Entry) error {
	b, err := decode[Text](e.Body)
	if err != nil {
		return err
	}
	if strings.TrimSpace(b.Text) == "" || utf8.RuneCountInString(b.Text) > maxText || !printable(b.Text) {
		return Refusal(words.Say("workshop.refuse.text", "most", maxText))
	}
	s.said = append(s.said, Said{moment(e.At), b.Text})
	return nil
}

// printable tells whether a text is one line that cannot upset a terminal.
func printable(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) })
}

// seatIn is the seat that a facilitator's command is about.
func (s *State) seatIn(e *Entry) (*Seat, SeatChange, error) {
	c, err := decode[SeatChange](e.Body)
	switch {
	case err != nil:
		return nil, c, err
	case c.Seat < 1 || c.Seat > len(s.seats):
		return nil, c, Refusal(words.Say("workshop.refuse.whom"))
	case s.seats[c.Seat-1].Removed && e.Kind != Forgot:
		return nil, c, Refusal(words.Say("workshop.refuse.gone"))
	}
	s.moves++ // its name may be on the board
	return s.seats[c.Seat-1], c, nil
}

// muted hides a seat's name and messages, or shows them again.
func (s *State) muted(e *Entry) error {
	seat, _, err := s.seatIn(e)
	if err != nil {
		return err
	}
	if mute := e.Kind == Muted; seat.Muted == mute {
		return Refusal(words.Say("workshop.refuse.already"))
	}
	seat.Muted = e.Kind == Muted
	return nil
}

// removed takes a seat out for good. Its team's game goes on with whoever is left.
func (s *State) removed(e *Entry) error {
	seat, _, err := s.seatIn(e)
	if err != nil {
		return err
	}
	seat.Removed = true
	s.letGo(seat)
	return nil
}

// letGo gives the wheel to the next seat of the team, if this seat had it.
func (s *State) letGo(seat *Seat) {
	t := s.teams[seat.Team-1]
	if t.driver != seat.N {
		return
	}
	t.driver = 0
	if next := s.seatOf(func(p *Seat) bool { return p.Team == seat.Team && !p.Removed && p != seat }); next != nil {
		t.driver = next.N
	}
	t.shown = nil
}

// renamed says that a seat or a team has another name from now on. The name itself stands apart.
func (s *State) renamed(e *Entry) error {
	c, err := decode[SeatChange](e.Body)
	switch {
	case err != nil:
		return err
	case c.Seat > 0 && c.Seat <= len(s.seats) && s.seats[c.Seat-1].forgot:
		return Refusal(words.Say("workshop.refuse.forgotten"))
	case (c.Seat == 0) == (c.Team == 0) || c.Seat < 0 || c.Seat > len(s.seats) || c.Team < 0 || c.Team > len(s.teams):
		return Refusal(words.Say("workshop.refuse.whom"))
	}
	return nil
}

// movedSeat gives a seat to another team, or to a new one.
func (s *State) movedSeat(e *Entry) error {
	seat, c, err := s.seatIn(e)
	switch {
	case err != nil:
		return err
	case c.Team < 1 || c.Team > len(s.teams):
		return Refusal(words.Say("workshop.refuse.team"))
	case c.Team == seat.Team:
		return Refusal(words.Say("workshop.refuse.already"))
	case s.crew(c.Team) >= max(s.opening.Script.Seats, 1):
		return Refusal(words.Say("workshop.refuse.crew"))
	}
	s.letGo(seat)
	seat.Team, seat.Role = c.Team, ""
	seat.Role = s.roleFor(c.Team)
	if t := s.teams[c.Team-1]; t.driver == 0 {
		t.driver, t.shown = seat.N, nil
	}
	return nil
}

// gaveRole gives a seat a role, or none.
func (s *State) gaveRole(e *Entry) error {
	seat, c, err := s.seatIn(e)
	switch {
	case err != nil:
		return err
	case !s.opening.Script.Roles || c.Role != "" && !slices.Contains(AllRoles(), c.Role):
		return Refusal(words.Say("workshop.refuse.noroles"))
	}
	seat.Role = c.Role
	return nil
}

// handedTo lets a policy play for a team, or gives the game back to its seats.
func (s *State) handedTo(e *Entry) error {
	c, err := decode[TeamChange](e.Body)
	switch {
	case err != nil:
		return err
	case c.Team < 1 || c.Team > len(s.teams):
		return Refusal(words.Say("workshop.refuse.team"))
	case len(c.Policy) > 60 || !printable(c.Policy):
		return Refusal(words.Say("workshop.refuse.body"))
	case s.teams[c.Team-1].policy == c.Policy:
		return Refusal(words.Say("workshop.refuse.already"))
	}
	t := s.teams[c.Team-1]
	t.policy = c.Policy
	s.moves++
	s.touch(t, e)
	return nil
}

// shut lets nobody new join, or lets them again. Who has a seat may come back all the same.
func (s *State) shut(e *Entry) error {
	if lock := e.Kind == Shut; s.locked == lock {
		return Refusal(words.Say("workshop.refuse.already"))
	}
	s.locked = e.Kind == Shut
	return nil
}

// forgot says that a seat's name is gone. With it goes what its player could come back by.
func (s *State) forgot(e *Entry) error {
	seat, _, err := s.seatIn(e)
	if err != nil {
		return err
	}
	seat.key, seat.back, seat.forgot = "", "", true
	return nil
}
