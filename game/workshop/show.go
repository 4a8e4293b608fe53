package workshop

import (
	"slices"
	"time"

	"callout/game"
	"callout/game/words"
)

// shown is what a picture holds besides the state: names, and who is here.
type shown struct {
	workshop *Workshop
	names    map[Who]string
	here     map[int]int // connections by seat
	now      int64       // Unix milliseconds, by the clock of the entries
	named    int         // counts the changes of names; 0 for not known
	alone    []*Seat     // by team, the seat whose name is the team's
	clock    time.Time   // the same moment by the clock of whoever looks; not there where nobody does
	trouble  string
}

// when is a time of the entries by the clock of whoever looks, so that what is left is right though somebody set the clock.
func (w *shown) when(ms int64) time.Time {
	if ms == 0 || w.clock.IsZero() {
		return moment(ms)
	}
	return w.clock.Add(time.Duration(ms-w.now) * time.Millisecond)
}

// seatName is the name of a seat as everybody may see it.
func (w *shown) seatName(s *Seat) string {
	if name, ok := w.names[seatWho(s.N)]; ok && !s.Muted {
		return name
	}
	return words.Say("workshop.name.seat", "n", s.N)
}

// teamName is the name of a team: its own, or that of its only seat. Nothing is kept of the latter for the team, so that it
// goes when the seat's name goes.
func (s *State) teamName(n int, w *shown) string {
	if name, ok := w.names[teamWho(n)]; ok {
		return name
	}
	if seat := w.alone[n-1]; seat != nil {
		return seat.Name
	}
	return words.Say("workshop.name.team", "n", n)
}

// picture is the workshop as it stands now. What has not changed since the last picture is shared with it.
func (s *State) picture(w *shown) *Picture {
	p := &Picture{
		Title: s.level.Title, Level: s.level, Script: &s.opening.Script, Commitment: s.opening.Commitment,
		Rehearsal: len(s.opening.Policies) > 0,
		Seq:       s.seq, Chair: s.chair.n,
		Round: s.steps[s.step].Round, Phase: s.phase(), Over: s.over, Paused: s.clock.paused,
		Until: s.until, Turn: s.turn, Locked: s.locked, Trouble: w.trouble,
		Open: make(map[Lever]bool, len(s.open)), Said: slices.Clip(s.said), Events: slices.Clip(s.events),
	}
	if w.workshop != nil {
		p.Code = w.workshop.Code
	}
	opening, load, events := &s.opening, s.load, p.Events
	p.under = func(model string) (*game.Level, error) { return opening.under(model, load, events) }
	if s.over || s.phase() == Debrief {
		seed := s.seed
		p.Seed = &seed
	}
	if left, ok := s.clock.left(w.now); ok {
		p.Left = time.Duration(left) * time.Millisecond
	}
	if !s.clock.paused {
		p.Ends, p.TurnDue = w.when(s.clock.ends), w.when(s.clock.due)
	}
	for _, l := range s.open {
		p.Open[l] = true
	}
	seats := make([]Seat, len(s.seats)) // one piece of memory for all
	p.Seats = make([]*Seat, len(s.seats))
	for i, seat := range s.seats {
		seats[i] = *seat
		seats[i].Name, seats[i].Here = w.seatName(seat), w.here[seat.N]
		p.Seats[i] = &seats[i]
	}
	w.alone = make([]*Seat, len(s.teams))
	if s.opening.Script.Seats <= 1 {
		for _, seat := range p.Seats {
			if !seat.Removed {
				w.alone[seat.Team-1] = seat
			}
		}
	}
	p.Teams = make([]*Team, len(s.teams))
	empty := s.empty()
	for i := range s.teams {
		p.Teams[i] = s.showTeam(i, empty[i], w)
	}
	if !s.turnsLeft() {
		p.TurnDue = time.Time{}
	}
	p.Board, p.Now = s.showBoard(w)
	return p
}

// showTeam is a team as pictures hold it.
func (s *State) showTeam(i int, empty bool, w *shown) *Team {
	t := s.teams[i]
	now := Team{
		N: i + 1, Name: s.teamName(i+1, w), Driver: t.driver, Policy: t.policy, Last: moment(t.last),
		Done: s.phase() != Lobby && s.done(t), Stuck: !empty && s.stuck(t, w.now), Empty: empty,
	}
	if old := t.shown; old != nil {
		if old.Name == now.Name && old.Done == now.Done && old.Stuck == now.Stuck && old.Driver == now.Driver && old.Empty == now.Empty && old.Last.Equal(now.Last) {
			return old
		}
		now.Ended, now.Orders, now.Notes, now.look = old.Ended, old.Orders, old.Notes, old.look
	} else {
		now.Ended, now.Orders, now.Notes = t.play.Turns(), slices.Clone(t.play.Orders()), slices.Clip(t.play.Notes())
		now.look = &looking{game: t.play.Game.Clone(), level: s.level, seed: s.seed}
	}
	t.shown = &now
	return t.shown
}

// stuckAfter is after how long without anything done a team counts as stuck, in milliseconds.
const stuckAfter = 120_000

// stuck tells whether a team has not done anything for long, while it has turns to play.
func (s *State) stuck(t *team, now int64) bool {
	return s.running() == nil && !s.over && t.policy == "" && !s.done(t) && now-t.last > stuckAfter
}

// showBoard is the board with names, and how it stands whatever it does. One that is frozen is what it was when it was
// frozen; only names may go from it.
func (s *State) showBoard(w *shown) (Board, []BoardRow) {
	if d := s.drawn; d != nil && d.moves == s.moves && d.names == w.named && w.named > 0 && s.board.mode != RevealedAll {
		return d.board, d.now
	}
	now := s.rows()
	b := Board{Mode: s.board.mode, FrozenAt: moment(s.board.at), Rows: now}
	switch b.Mode {
	case Frozen:
		b.Rows = slices.Clone(s.board.frozen)
	case RevealedAll:
		b.Rows = s.truths()
		now = b.Rows
	}
	for _, rows := range [][]BoardRow{now, b.Rows} {
		for i := range rows {
			rows[i].Name = s.teamName(rows[i].Team, w)
		}
	}
	s.drawn = &drawn{s.moves, w.named, b, now}
	return b, now
}

// drawn is a board as a picture has it, and what it was drawn from.
type drawn struct {
	moves, names int
	board        Board
	now          []BoardRow
}

// redrawAll makes the next picture draw every team anew.
func (s *State) redrawAll() {
	for _, t := range s.teams {
		t.shown = nil
	}
}

// Picture is the workshop as it stands, with the names that are kept of it: for those who read a workshop from a store
// without playing it. w says under which code it was; it may be nil.
func (s *State) Picture(w *Workshop, names []Name) *Picture {
	known := map[Who]string{}
	for _, n := range names {
		known[n.Who] = n.Name
	}
	return s.picture(&shown{workshop: w, names: known, now: s.at})
}
