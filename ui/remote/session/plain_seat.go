package session

import (
	"strings"

	"callout/game/words"
	"callout/game/workshop"
	"callout/ui/plain"
	"callout/ui/screen/round"
)

// plainSeat is a player in a room, line by line.
type plainSeat struct {
	*plainly
	room  *workshop.Room
	game  *roomGame
	table *plain.Table
	here  round.Here
	ended int // turns of the own game that were told
	shown bool
}

// sitDown plays at a seat until the caller leaves, or the room ends.
func (p *plainly) sitDown(room *workshop.Room, t workshop.Ticket) error {
	at := place{room.ID(), t.Seat}
	replaced := p.house.take(at)
	defer p.house.yield(at, replaced)
	wake, stop := room.WatchFrom(t.Seat)
	defer stop()
	defer room.Arrive(t.Seat)()
	if p.caller.Keep != nil && t.Return != "" {
		p.caller.Keep(t.Return)
	}
	picture := room.Picture()
	s := &plainSeat{plainly: p, room: room, game: &roomGame{ctx: p.ctx, room: room, seat: t.Seat, shelf: p.house.Shelf}}
	s.here = round.Here{Picture: picture, Seat: t.Seat, Return: t.Return, Now: p.house.Now(), Home: p.house.home(p.caller, t.Return)}
	s.table = plain.Sit(p.ctx, s.game, p.out, picture.Script.Asks, plain.Seat{Shut: s.here.Shut, Closed: s.here.Closed, Follows: s.here.Follows})
	s.ended = s.here.Team().Ended
	if t.Back {
		if err := p.tell(words.Say("seat.back", "name", s.here.Own().Name)); err != nil {
			return err
		}
	}
	err := p.tell(words.Say("room.line.help"))
	if err == nil {
		err = s.phase()
	}
	for err == nil {
		select {
		case <-p.ctx.Done():
			return nil
		case <-replaced:
			return p.tell(words.Say("seat.replaced"))
		case _, open := <-wake:
			if !open {
				return p.tell(room.Reason())
			}
			var gone bool
			if gone, err = s.changed(room.Picture()); gone {
				return err
			}
		case line, more := <-p.lines:
			if !more {
				return p.tell(kept(t.Return))
			}
			var gone bool
			if gone, err = s.line(line); gone {
				return err
			}
		}
	}
	return err
}

// phase tells the phase that the room is in.
func (s *plainSeat) phase() error {
	s.here.Now = s.house.Now()
	if s.game.Over() {
		s.shown = true
		s.leadHome(s.here.Return)
		if err := s.table.Reveal(); err != nil {
			return err
		}
		return s.tell(s.here.Home)
	}
	if err := s.tell(round.Lines(&s.here)...); err != nil || s.here.Picture.Phase != workshop.Run || s.here.Team().Done {
		return err
	}
	if err := s.driver(); err != nil {
		return err
	}
	return s.table.Begin()
}

// driver tells what the player may do, and who does the rest.
func (s *plainSeat) driver() error {
	if s.here.Team().Policy != "" {
		return s.tell(words.Say("seat.others", "who", s.here.Follows()))
	}
	if role := s.here.Own().Role; role != "" {
		if err := s.tell(words.Say("room.role_what." + string(role))); err != nil {
			return err
		}
	}
	if who := s.here.Ends(); s.here.Picture.Script.Roles && !s.here.May(workshop.DutyManager) && who != "" {
		if err := s.tell(words.Say("room.line.ends", "who", who)); err != nil {
			return err
		}
	}
	if s.here.Picture.Script.Roles && s.here.Complete() {
		return nil
	}
	if s.here.Drives() {
		return s.tell(words.Say("room.line.drive"))
	}
	return s.tell(words.Say("room.line.seated", "name", s.here.Driver()))
}

// changed tells what has changed in the room; gone is true where the player is no longer in it.
func (s *plainSeat) changed(now *workshop.Picture) (gone bool, err error) {
	before := s.here
	s.here.Picture = now
	if s.here.Own().Removed {
		return true, s.tell(words.Say("seat.removed"))
	}
	for _, said := range now.Said[len(before.Picture.Said):] {
		err = s.tell(words.Say("room.said", "text", said.Text))
	}
	switch {
	case err != nil:
	case now.Phase != before.Picture.Phase || now.Round != before.Picture.Round || s.game.Over() && !s.shown:
		s.ended = s.here.Team().Ended
		return false, s.phase()
	case now.Paused && !before.Picture.Paused:
		err = s.tell(words.Say("room.line.paused"))
	case !now.Paused && before.Picture.Paused:
		err = s.tell(words.Say("room.line.resumed"))
	}
	if err == nil && (s.here.Team().Driver != before.Team().Driver || s.here.Own().Role != before.Own().Role) {
		err = s.driver()
	}
	switch team := s.here.Team(); {
	case err != nil:
	case team.Ended != s.ended:
		s.ended = team.Ended
		err = s.table.GoneOn()
	case team != before.Team():
		s.table.Look()
	}
	if err == nil && s.here.Team().Done && !before.Team().Done && now.Phase == workshop.Run {
		err = s.tell(round.Lines(&s.here)...)
	}
	return false, err
}

// line does what the player typed.
func (s *plainSeat) line(text string) (gone bool, err error) {
	word, _, _ := strings.Cut(strings.ToLower(text), " ")
	switch word {
	case "leave", "quit":
		return true, s.tell(kept(s.here.Return))
	case "ready":
		return false, s.did(s.game.ready(), words.Say("room.line.is_ready"))
	case "drive":
		return false, s.did(s.game.send(workshop.Drove, nil), "")
	case "room":
		return false, s.phase()
	case "who":
		for _, t := range s.here.Picture.Teams {
			var names []string
			for _, seat := range s.here.Picture.Seats {
				if seat.Team == t.N && !seat.Removed {
					names = append(names, seat.Name)
				}
			}
			if err := s.tell(players(t, names)); err != nil {
				return false, err
			}
		}
		return false, nil
	}
	err = s.table.Line(text)
	s.ended = s.room.Picture().Teams[s.here.Own().Team-1].Ended // that was told just now
	return false, err
}

// players are who plays a team's game.
func players(t *workshop.Team, names []string) string {
	switch {
	case t.Policy != "":
		return words.Say("room.line.program", "team", t.Name)
	case len(names) == 0:
		return words.Say("room.line.nobody", "team", t.Name)
	}
	return words.Say("room.line.who", "team", t.Name, "names", strings.Join(names, ", "))
}

// did tells what came of something.
func (s *plainSeat) did(err error, says string) error {
	switch {
	case err != nil:
		return s.tell(err.Error())
	case says != "":
		return s.tell(says)
	}
	return nil
}
