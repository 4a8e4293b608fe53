package workshop

import (
	"sync"
	"time"

	"callout/game"
	"callout/game/journal"
	"callout/game/predict"
)

// Picture is a room as it stands. It is never changed after it was published; everybody may read it. It holds the truth:
// what a seat may see of it is for the screens to keep to.
type Picture struct {
	Code       string // with which players join
	Title      string // of the level
	Level      *game.Level
	Script     *Script
	Commitment string
	Seed       *game.Seed // nil until it is revealed
	Rehearsal  bool

	Seq     int64 // of the last entry in it
	Chair   int64 // number of the facilitator's last command that was applied
	Round   int   // from 0
	Phase   Phase
	Over    bool      // the workshop is closed
	Paused  bool      //
	Ends    time.Time // when the phase is over by the clock; zero where it has none, or while paused
	Left    time.Duration
	Until   game.Minute // the games go on to here in this round
	Turn    int         // of a round whose turns the room ends: turns that have ended
	TurnDue time.Time   // when the next of them ends; zero where there is no such clock
	Locked  bool        // nobody new may join
	Trouble string      // why nothing can be stored at the moment; then everything stands still

	Open   map[Lever]bool
	Teams  []*Team   // by number, from 1 at index 0
	Seats  []*Seat   // the same
	Said   []Said    // what the facilitator told everybody, oldest first
	Events []Happens // what was let happen, oldest first
	Board  Board
	Now    []BoardRow // how it stands whatever the board does, best first: for the facilitator alone

	under func(model string) (*game.Level, error)
}

// Said is something told to everybody.
type Said struct {
	At   time.Time
	Text string
}

// Happens is an event that the facilitator let happen.
type Happens struct {
	Injection
	Turn int // of the furthest team when it was given
}

// Seat is a person, or several at one keyboard.
type Seat struct {
	N       int
	Name    string // cleaned; a made-up one where none was given, or it was forgotten
	Team    int
	Role    Role
	Muted   bool
	Removed bool
	Counter int64     // number of its last command that was applied
	Last    time.Time // when that was
	Ready   bool      // it has read the page of this phase
	Here    int       // connections to this server
	key     string    // HMAC of its SSH key, or empty
	back    string    // HMAC of its return code, or empty
	forgot  bool      // its name is gone, and comes no more
}

// Team is one game and the seats at it.
type Team struct {
	N      int
	Name   string
	Driver int    // the seat that drives; 0 for nobody yet
	Policy string // that plays for it, or empty
	Done   bool   // it has come to the end of the round
	Ended  int    // turns
	Orders [][]game.Order
	Notes  []journal.Note
	Last   time.Time // when something was last done
	Stuck  bool      // nothing was done for long, though there are turns to play
	Empty  bool      // nobody sits at it any more, and no policy plays: it is not on the board
	look   *looking
}

// looking is a game with a lock: filling a View uses memory of the game. The seed that it is played with stays in here.
type looking struct {
	mu    sync.Mutex
	game  *game.Game
	level *game.Level
	seed  game.Seed
}

// View fills v with what the team knows.
func (t *Team) View(v *game.View) {
	t.look.mu.Lock()
	defer t.look.mu.Unlock()
	t.look.game.View(v)
}

// Look calls do with the team's game, which do must not change or keep.
func (t *Team) Look(do func(*game.Game)) {
	t.look.mu.Lock()
	defer t.look.mu.Unlock()
	do(t.look.game)
}

// Copy is the team's game, to play on with elsewhere: for hints and debriefs.
func (t *Team) Copy() *game.Game {
	t.look.mu.Lock()
	defer t.look.mu.Unlock()
	return t.look.game.Clone()
}

// Book is what the team was asked and predicted so far. It knows no more than the team was told.
func (t *Team) Book() (*predict.Book, error) {
	return predict.Replay(t.look.level, t.look.seed, t.Orders, t.Ended, t.Notes)
}

// BoardMode is what the board does.
type BoardMode uint8

// Modes of the board.
const (
	Live        BoardMode = iota // it moves, with what teams know
	Frozen                       // it stands still at FrozenAt, and says so
	RevealedAll                  // it shows the truth: revenue really lost, total cost, score
)

// Board is the race as everybody may see it.
type Board struct {
	Mode     BoardMode
	FrozenAt time.Time
	Rows     []BoardRow // best first
}

// BoardRow is one team on the board.
type BoardRow struct {
	Team    int
	Name    string
	Rank    int // from 1; teams that stand alike share one
	Turn    int // turns ended
	Burnout int32
	Queue   int32
	Lost    game.Pence   // as far as known; the truth once revealed
	Total   game.Pence   // total cost; 0 before the reveal
	Score   int64        // 0 before the reveal
	Model   string       // the support model that most of its applications are under
	Course  []game.Gauge // one per ended turn, Lost as far as it was known then
	Policy  string       // that plays for it, or empty
}
