package workshop

// Script is the plan of a workshop: what is played, and when.
type Script struct {
	Name    string  `toml:"name" json:"name"`       // short, as on the command line: 60, 90, 180
	Title   string  `toml:"title" json:"title"`     // one line
	Minutes int     `toml:"minutes" json:"minutes"` // all phases together
	Level   string  `toml:"level" json:"level"`     // the level that it was written for
	Seats   int     `toml:"seats" json:"seats"`     // people at one game; 1 for each their own
	Roles   bool    `toml:"roles" json:"roles"`     // seats have roles
	Hints   bool    `toml:"hints" json:"hints"`     // hints may be asked for
	Rounds  []Round `toml:"round" json:"rounds"`
}

// Round is a stretch of the game, with what is done before and after it.
type Round struct {
	Title   string   `toml:"title" json:"title"`
	Says    string   `toml:"says" json:"says"`       // what to tell the room before it
	Ask     []string `toml:"ask" json:"ask"`         // questions for after it
	Days    int      `toml:"days" json:"days"`       // the game goes on to the end of this day of the level, counted from 1
	Pace    Pace     `toml:"pace" json:"pace"`       // who ends the turns
	Every   int      `toml:"every" json:"every"`     // seconds for a turn, where the room ends them; 0 leaves it to the facilitator's step
	Open    []Lever  `toml:"open" json:"open"`       // levers that are open in this round
	Prepare int      `toml:"prepare" json:"prepare"` // minutes of each phase; 0 leaves a phase out
	Run     int      `toml:"run" json:"run"`
	Result  int      `toml:"result" json:"result"`
	Reflect int      `toml:"reflect" json:"reflect"`
}

// Phase is what the room does.
type Phase string

// Phases, in their order within a round. A workshop begins in the lobby and ends in the debrief.
const (
	Lobby   Phase = "lobby"   // people join; nothing is played
	Prepare Phase = "prepare" // the briefing of the round: read, talk, predict
	Run     Phase = "run"     // games are played
	Result  Phase = "result"  // the board
	Reflect Phase = "reflect" // questions to talk about
	Debrief Phase = "debrief" // after the last round: everybody's own debrief, and the room's
)

// Pace says who ends the turns of a round.
type Pace string

// Paces.
const (
	Own      Pace = "own"      // every team for itself, up to the end of the round
	Together Pace = "together" // the room, for all teams at the same instant
)

// Lever is a group of orders that a facilitator opens or keeps closed.
type Lever string

// Role is what a seat may do where roles are used. A seat without one may do everything.
type Role string

// Roles.
const (
	OpsBridge   Role = "ops-bridge"   // reads, links, dismisses
	Analysts    Role = "analysts"     // gives work to people
	DutyManager Role = "duty-manager" // rotas, rest, freezes, management, the support model; ends the turn
)
