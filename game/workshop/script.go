package workshop

// Script is the plan of a workshop: what is played, and when.
type Script struct {
	Name    string  `key:"name" json:"name" need:"true" longest:"24" example:"name = \"60\""`                                    // short, as on the command line: 60, 90, 180
	Title   string  `key:"title" json:"title" need:"true" longest:"60" example:"title = \"One hour\""`                           // one line
	Minutes int     `key:"minutes" json:"minutes" need:"true" range:"5..600" example:"minutes = 60"`                             // in all: joining, every phase, and the debrief
	Level   string  `key:"level" json:"level" need:"true" longest:"200" example:"level = \"growing\""`                           // the level that it was written for
	Seats   int     `key:"seats" json:"seats" range:"1..9"`                                                                      // people at one game; 1 for each their own
	Roles   bool    `key:"roles" json:"roles"`                                                                                   // seats have roles
	Hints   bool    `key:"hints" json:"hints"`                                                                                   // hints may be asked for
	Asks    bool    `key:"predictions" json:"predictions,omitempty"`                                                             // whoever drives is asked for a prediction before a week ends
	Rounds  []Round `key:"round" json:"rounds" need:"true" longest:"12" example:"[[round]] and its days, run and open under it"` // in their order
}

// Round is a stretch of the game, with what is done before and after it.
type Round struct {
	Title   string   `key:"title" json:"title" need:"true" longest:"60" example:"title = \"Week one\""`
	Says    string   `key:"says" json:"says" longest:"700" prose:"true"`                                             // what to tell the room before it
	Ask     []string `key:"ask" json:"ask" longest:"6"`                                                              // questions for after it
	Days    int      `key:"days" json:"days" need:"true" range:"1..130" example:"days = 5"`                          // the game goes on to the end of this working day of the level, counted from 1
	Pace    Pace     `key:"pace" json:"pace"`                                                                        // who ends the turns
	Every   int      `key:"every" json:"every" range:"0..600"`                                                       // seconds for a turn, where the room ends them; 0 leaves it to the facilitator's step
	Open    []Lever  `key:"open" json:"open" need:"true" longest:"5" example:"open = [\"triage\", \"deployments\"]"` // levers that are open in this round
	Prepare int      `key:"prepare" json:"prepare" range:"0..240"`                                                   // minutes of each phase; 0 leaves a phase out
	Run     int      `key:"run" json:"run" need:"true" range:"1..240" example:"run = 12"`                            //
	Result  int      `key:"result" json:"result" range:"0..240"`                                                     //
	Reflect int      `key:"reflect" json:"reflect" range:"0..240"`                                                   //
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

// Role is what a seat may do where roles are used. A seat without one does what is nobody's, when it drives.
type Role string

// Roles.
const (
	OpsBridge   Role = "ops-bridge"   // reads, links, dismisses
	Analysts    Role = "analysts"     // gives work to people
	DutyManager Role = "duty-manager" // rotas, rest, freezes, management, the support model; ends the turn
)
