package workshop

import (
	"fmt"
	"slices"

	"callout/game"
	"callout/game/journal"
	"callout/game/words"
)

// A State is a workshop as its entries make it. It is a pure function of them: it reads no clock and knows no names. It is
// not safe for concurrent use.
type State struct {
	load    journal.Loader
	opening Opening
	level   *game.Level // with everything that was injected
	seed    game.Seed

	seq   int64
	epoch int64
	at    int64 // Unix milliseconds of the last entry; time stands still rather than run back

	steps  []PhaseChange // of the script
	step   int           // index in steps
	clock  clock
	turn   int         // of a round whose turns the room ends: turns that have ended
	from   game.Minute // where the round begins
	until  game.Minute // where it ends
	open   []Lever
	locked bool
	over   bool

	chair  counter // the facilitator's
	seats  []*Seat
	counts []counter // by seat
	teams  []*team
	said   []Said
	events []Happens
	board  standing
	moves  int    // counts what may change the board
	drawn  *drawn // the board as it was last put into a picture
}

// counter is the last command of a seat that was applied.
type counter struct {
	n    int64
	kind Kind
	body []byte
}

// team is one game.
type team struct {
	play   *journal.Session
	driver int
	policy string
	last   int64    // Unix milliseconds: when something was last done
	shown  *Team    // as it was last put into a picture; nil where that is out of date
	row    BoardRow // as its last turn ended, without name

	truth   game.Result
	truthOf *Team // the team that truth is of
}

// Limits of a workshop.
const (
	maxSeats = 1000
	maxTeams = 500
)

// NewState is a workshop in which nothing has happened; its first entry is Opened. load finds its level.
func NewState(load journal.Loader) *State { return &State{load: load} }

// Apply plays one entry. An entry that cannot be is refused and changes nothing: by a Refusal where it is somebody's
// command, so that checking a command and playing it are the same thing; by another error where the entry itself is wrong.
// Refused is what is not the next number of its seat, not for its seat to say, or not possible as things stand.
func (s *State) Apply(e Entry) error {
	switch {
	case e.Seq != s.seq+1:
		return fmt.Errorf("entry %d was to come, and it is %d: entries are missing", s.seq+1, e.Seq)
	case e.Epoch < s.epoch:
		return fmt.Errorf("entry %d was written under lease %d, after lease %d: the store let a stale server write", e.Seq, e.Epoch, s.epoch)
	case s.seq == 0 && e.Kind != Opened || s.seq > 0 && e.Kind == Opened && e.Seat == 0:
		return fmt.Errorf("entry %d is %q: the first entry opens the workshop, and no other does", e.Seq, e.Kind)
	case e.At < s.at:
		return fmt.Errorf("entry %d is from before the one that precedes it", e.Seq)
	}
	rule, ok := rules[e.Kind]
	if !ok {
		return Refusal(words.Say("workshop.refuse.kind"))
	}
	if err := s.allowed(&e, rule); err != nil {
		return err
	}
	if err := rule.do(s, &e); err != nil {
		return err
	}
	s.seq, s.epoch, s.at = e.Seq, e.Epoch, e.At
	if c := s.counter(e.Seat); c != nil {
		*c = counter{e.N, e.Kind, e.Body}
	}
	if e.Seat > 0 {
		s.seats[e.Seat-1].Last = moment(e.At)
		s.seats[e.Seat-1].Counter = e.N
	}
	return nil
}

// counter is the counter of a seat, nil for the room itself.
func (s *State) counter(seat int) *counter {
	switch {
	case seat == Facilitator:
		return &s.chair
	case seat > 0 && seat <= len(s.counts):
		return &s.counts[seat-1]
	}
	return nil
}

// Whose an entry may be.
const (
	byRoom = 1 << iota
	bySeat
	byChair
	afterwards // it may be when the workshop is over
)

type rule struct {
	by int
	do func(*State, *Entry) error
}

// rules are whose each kind of entry may be, and what it does. They are filled in by the files that hold the rules.
var rules map[Kind]rule

func init() {
	rules = map[Kind]rule{
		Opened: {byRoom, (*State).opened},
		Joined: {byRoom, (*State).joined},
		Played: {byRoom, (*State).played},
		Closed: {byRoom | byChair, (*State).closed},

		Gave:      {bySeat, (*State).gave},
		Undid:     {bySeat, (*State).undid},
		EndedTurn: {bySeat, (*State).endedTurn},
		Noted:     {bySeat | afterwards, (*State).noted},
		Drove:     {bySeat, (*State).drove},
		Readied:   {bySeat, (*State).readied},

		Began:     {byRoom | byChair, (*State).began},
		Paused:    {byRoom | byChair, (*State).paused},
		Resumed:   {byRoom | byChair, (*State).resumed},
		Extended:  {byRoom | byChair, (*State).extended},
		Stepped:   {byRoom | byChair, (*State).stepped},
		Injected:  {byChair, (*State).injected},
		Levers:    {byChair, (*State).changedLevers},
		Broadcast: {byChair | afterwards, (*State).broadcast},
		Muted:     {byChair | afterwards, (*State).muted},
		Unmuted:   {byChair | afterwards, (*State).muted},
		Removed:   {byChair | afterwards, (*State).removed},
		Renamed:   {byChair | afterwards, (*State).renamed},
		Moved:     {byChair, (*State).movedSeat},
		GaveRole:  {byChair, (*State).gaveRole},
		HandedTo:  {byChair, (*State).handedTo},
		Froze:     {byChair | afterwards, (*State).froze},
		Unfroze:   {byChair | afterwards, (*State).froze},
		Revealed:  {byChair | afterwards, (*State).froze},
		Shut:      {byChair, (*State).shut},
		Unshut:    {byChair, (*State).shut},
		Forgot:    {byRoom | byChair | afterwards, (*State).forgot},
	}
}

// allowed tells whether an entry is its seat's to say now, and the next of its seat.
func (s *State) allowed(e *Entry, r rule) error {
	by := bySeat
	switch {
	case e.Seat == Facilitator:
		by = byChair
	case e.Seat == 0:
		by = byRoom
	case e.Seat < 0 || e.Seat > len(s.seats):
		return Refusal(words.Say("workshop.refuse.seat"))
	case s.seats[e.Seat-1].Removed:
		return Refusal(words.Say("workshop.refuse.removed"))
	}
	switch {
	case r.by&by == 0 && by == bySeat:
		return Refusal(words.Say("workshop.refuse.right"))
	case r.by&by == 0:
		return Refusal(words.Say("workshop.refuse.kind"))
	case s.over && r.by&afterwards == 0:
		return Refusal(words.Say("workshop.refuse.over"))
	case by != byRoom && len(e.Body) > maxBody && e.Kind != Injected:
		return Refusal(words.Say("workshop.refuse.body"))
	}
	if c := s.counter(e.Seat); c != nil && e.N != c.n+1 {
		return Refusal(words.Say("workshop.refuse.number", "given", e.N, "next", c.n+1))
	}
	return nil
}

// repeats tells whether a command is the one that was applied last for its seat.
func (s *State) repeats(c *Command) bool {
	last := s.counter(c.Seat)
	return last != nil && c.N > 0 && c.N == last.n && c.Kind == last.kind && sameBody(c.Kind, last.body, c.Body)
}

// sameBody tells whether a body that was stored is the one that was sent, where the room adds to it.
func sameBody(kind Kind, stored, sent []byte) bool {
	switch kind {
	case Injected:
		a, _ := decode[Injection](stored)
		b, err := decode[Injection](sent)
		return err == nil && a.Event == b.Event && a.Severity == b.Severity
	case Began, Stepped:
		if len(sent) == 0 {
			return true
		}
	}
	return string(stored) == string(sent)
}

// opened begins the workshop.
func (s *State) opened(e *Entry) error {
	o, err := decode[Opening](e.Body)
	if err != nil {
		return err
	}
	seed, err := ParseSeed(o.Seed)
	if err != nil {
		return err
	}
	if err := CheckSeed(seed, o.Commitment); err != nil {
		return err
	}
	if err := o.Script.playable(); err != nil {
		return err
	}
	l, err := o.level(s.load)
	if err != nil {
		return err
	}
	s.opening, s.level, s.seed = o, l, seed
	s.steps = o.Script.Steps()
	s.from, s.until = l.Start, l.Start
	s.open = slices.Clone(o.Script.Rounds[0].Open)
	for _, name := range o.Policies {
		s.newTeam(e.At).policy = name
	}
	return nil
}

// closed ends the workshop. Games stay where they are.
func (s *State) closed(*Entry) error {
	s.over = true
	s.clock = clock{}
	return nil
}

func (s *State) newTeam(now int64) *team {
	s.moves++
	t := &team{play: journal.Brief(s.level, s.seed), last: now}
	t.draw()
	s.teams = append(s.teams, t)
	return t
}

// round is the round that the workshop is in.
func (s *State) round() *Round { return &s.opening.Script.Rounds[s.steps[s.step].Round] }

// phase is the phase that the workshop is in.
func (s *State) phase() Phase { return s.steps[s.step].Phase }
