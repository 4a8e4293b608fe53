package workshop

import (
	"errors"
	"slices"

	"callout/game"
	"callout/game/words"
)

// joined takes a seat, at a game that is there or at a new one. Who comes late to a new game finds it played on, without
// orders, to where the round began.
func (s *State) joined(e *Entry) error {
	j, err := decode[Joining](e.Body)
	switch {
	case err != nil:
		return err
	case s.locked:
		return Refusal(words.Say("workshop.refuse.locked"))
	case len(s.seats) >= maxSeats || j.Team > maxTeams:
		return Refusal(words.Say("workshop.refuse.full"))
	case j.Seat != len(s.seats)+1 || j.Team < 1 || j.Team > len(s.teams)+1:
		return Refusal(words.Say("workshop.refuse.body"))
	case j.Key != "" && s.seatOf(func(p *Seat) bool { return p.key == j.Key }) != nil,
		j.Return != "" && s.seatOf(func(p *Seat) bool { return p.back == j.Return }) != nil:
		return Refusal(words.Say("workshop.refuse.twice"))
	case j.Team <= len(s.teams) && s.crew(j.Team) >= max(s.opening.Script.Seats, 1):
		return Refusal(words.Say("workshop.refuse.crew"))
	}
	if j.Team > len(s.teams) {
		t := s.newTeam(e.At)
		s.catchUp(t, s.from)
		for i := 0; s.phase() == Run && i < s.turn && !s.done(t); i++ {
			s.endTurn(t)
		}
		if slices.Contains([]Phase{Result, Reflect, Debrief}, s.phase()) {
			s.catchUp(t, s.until)
		}
	}
	seat := &Seat{N: j.Seat, Team: j.Team, Role: s.roleFor(j.Team), Last: moment(e.At), key: j.Key, back: j.Return}
	s.seats = append(s.seats, seat)
	s.counts = append(s.counts, counter{})
	t := s.teams[j.Team-1]
	if t.driver == 0 {
		t.driver = j.Seat
	}
	t.last, t.shown = e.At, nil
	return nil
}

// roleFor is the role of the next seat at a team: the first that nobody has, and after that for one more analyst.
func (s *State) roleFor(team int) Role {
	if !s.opening.Script.Roles {
		return ""
	}
	for _, r := range AllRoles() {
		if !s.holds(team, r) {
			return r
		}
	}
	return Analysts
}

// crew is how many are at a team.
func (s *State) crew(team int) int {
	n := 0
	for _, p := range s.seats {
		if p.Team == team && !p.Removed {
			n++
		}
	}
	return n
}

// seatOf is the seat for which is holds, nil where there is none.
func (s *State) seatOf(is func(*Seat) bool) *Seat {
	if i := slices.IndexFunc(s.seats, is); i >= 0 {
		return s.seats[i]
	}
	return nil
}

// hand is a seat and its team when something is to be done in the team's game that belongs to a role.
func (s *State) hand(e *Entry, role Role) (*team, error) {
	if err := s.running(); err != nil {
		return nil, err
	}
	seat := s.seats[e.Seat-1]
	t := s.teams[seat.Team-1]
	switch {
	case t.policy != "":
		return nil, Refusal(words.Say("workshop.refuse.policy"))
	case s.done(t):
		return nil, Refusal(words.Say("workshop.refuse.done"))
	case !s.mayDecide(seat, role) && s.opening.Script.Roles && s.holds(seat.Team, role):
		return nil, Refusal(words.Say("workshop.refuse.role." + string(role)))
	case !s.mayDecide(seat, role):
		return nil, Refusal(words.Say("workshop.refuse.driver"))
	}
	return t, nil
}

// gave gives an order to the game of the seat's team, if its lever is open and it is the seat's to give.
func (s *State) gave(e *Entry) error {
	if err := s.running(); err != nil {
		return err
	}
	body, err := decode[Order](e.Body)
	if err != nil {
		return err
	}
	o, err := s.level.ParseOrder(body.Text)
	if err != nil {
		return Refusal(words.Refusal(err))
	}
	t, err := s.hand(e, RoleOf(o.Kind))
	if err != nil {
		return err
	}
	if !slices.Contains(s.open, LeverOf(o.Kind)) {
		return Refusal(words.Say("workshop.refuse.closed", "lever", LeverOf(o.Kind).Title()))
	}
	if err := t.play.Do(o); err != nil {
		return Refusal(words.Refusal(err))
	}
	s.touch(t, e)
	return nil
}

// touch notes that something was done at a team.
func (s *State) touch(t *team, e *Entry) { t.last, t.shown = e.At, nil }

// undid takes the last order of the turn back. Whoever may give an order of its kind may take it back.
func (s *State) undid(e *Entry) error {
	if err := s.running(); err != nil {
		return err
	}
	t := s.teams[s.seats[e.Seat-1].Team-1]
	turns := t.play.Orders()
	pending := turns[len(turns)-1]
	if len(pending) == 0 {
		return Refusal(words.Say("workshop.refuse.undo"))
	}
	if _, err := s.hand(e, RoleOf(pending[len(pending)-1].Kind)); err != nil {
		return err
	}
	if _, err := t.play.Undo(); err != nil {
		return errors.Join(errors.New("an order cannot be taken back"), err)
	}
	s.touch(t, e)
	return nil
}

// endedTurn ends the turn of the seat's team.
func (s *State) endedTurn(e *Entry) error {
	t, err := s.hand(e, DutyManager)
	switch {
	case err != nil:
		return err
	case s.round().Pace == Together:
		return Refusal(words.Say("workshop.refuse.together"))
	}
	s.endTurn(t)
	s.touch(t, e)
	return nil
}

// noted writes a note about the game of the seat's team: a prediction, a hint. Notes may be made at any time.
func (s *State) noted(e *Entry) error {
	n, err := decode[Note](e.Body)
	if err != nil {
		return err
	}
	t := s.teams[s.seats[e.Seat-1].Team-1]
	if len(t.play.Notes()) >= maxNotes {
		return Refusal(words.Say("workshop.refuse.notes"))
	}
	if err := t.play.Note(n.Kind, n.Text); err != nil {
		return Refusal(err.Error())
	}
	t.shown = nil
	return nil
}

// maxNotes is how many notes a team may make.
const maxNotes = 1000

// drove takes the wheel of the team's game.
func (s *State) drove(e *Entry) error {
	t := s.teams[s.seats[e.Seat-1].Team-1]
	if t.driver == e.Seat {
		return Refusal(words.Say("workshop.refuse.already"))
	}
	t.driver = e.Seat
	s.touch(t, e)
	return nil
}

// readied marks the seat as ready to go on: it has read the page of this phase, or is done with its turn.
func (s *State) readied(e *Entry) error {
	seat := s.seats[e.Seat-1]
	if seat.Ready {
		return Refusal(words.Say("workshop.refuse.already"))
	}
	seat.Ready = true
	return nil
}

// played carries out what a policy decided for its team.
func (s *State) played(e *Entry) error {
	p, err := decode[Playing](e.Body)
	if err != nil {
		return err
	}
	if err := s.running(); err != nil {
		return err
	}
	if p.Team < 1 || p.Team > len(s.teams) || s.teams[p.Team-1].policy == "" || s.done(s.teams[p.Team-1]) || p.End && s.round().Pace == Together {
		return Refusal(words.Say("workshop.refuse.policy"))
	}
	t := s.teams[p.Team-1]
	var orders []game.Order
	trial := t.play.Game.Clone()
	for _, text := range p.Orders {
		o, err := s.level.ParseOrder(text)
		if err == nil && !slices.Contains(s.open, LeverOf(o.Kind)) {
			err = Refusal(words.Say("workshop.refuse.closed", "lever", LeverOf(o.Kind).Title()))
		}
		if err == nil {
			err = trial.Do(o)
		}
		if err != nil {
			return err
		}
		orders = append(orders, o)
	}
	for _, o := range orders {
		if err := t.play.Do(o); err != nil {
			return err // the trial went otherwise: entries and games do not fit
		}
	}
	if p.End {
		s.endTurn(t)
	}
	s.touch(t, e)
	return nil
}
