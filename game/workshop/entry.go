package workshop

import "callout/game"

// Entry is one thing that happened in a workshop, as it is stored. Entries are numbered from 1 without a gap.
type Entry struct {
	Seq   int64
	Epoch int64  // of the lease under which it was written; it never falls
	At    int64  // when, in Unix milliseconds by the clock of whoever wrote it
	Seat  int    // who did it; 0 for the room itself and its clock, Facilitator for the facilitator
	N     int64  // the seat's own number of the command, from 1; 0 for the room itself
	Kind  Kind   // what happened
	Body  []byte // JSON, of the type that belongs to the kind; may be empty
}

// Command is what a seat wants done.
type Command struct {
	Seat int
	N    int64 // one more than the last one of the seat that was applied; the same number again is the same command
	Kind Kind
	Body []byte
}

// Facilitator is the seat of the facilitator.
const Facilitator = -1

// Kind is what an entry or command is about.
type Kind string

// Kinds of entry. The type of the body is named where there is one.
const (
	// The room itself.
	Opened Kind = "opened" // Opening; always the first entry
	Joined Kind = "joined" // Joining
	Played Kind = "played" // Playing: a policy's orders for its team
	Closed Kind = "closed" // the workshop is over: nothing more is played, everything may be looked at

	// Seats.
	Gave      Kind = "order" // Order
	Undid     Kind = "undo"  // the last order of the turn is taken back
	EndedTurn Kind = "turn"  // the seat's team ends its turn
	Noted     Kind = "note"  // Note
	Drove     Kind = "drive" // the seat drives its team's game from now on
	Readied   Kind = "ready" // the seat has read the page of this phase and is ready to go on

	// The facilitator, and the room's clock.
	Began     Kind = "phase"     // PhaseChange
	Paused    Kind = "pause"     // everything stands still; with Still where the room did it by itself
	Resumed   Kind = "resume"    // it goes on
	Extended  Kind = "extend"    // Extension
	Stepped   Kind = "step"      // Step: a turn ends for all teams that have turns left in the round
	Injected  Kind = "inject"    // Injection
	Levers    Kind = "levers"    // LeverChange
	Broadcast Kind = "broadcast" // Text
	Muted     Kind = "mute"      // SeatChange: its messages and name are not shown
	Unmuted   Kind = "unmute"    // SeatChange
	Removed   Kind = "remove"    // SeatChange: it is out, and may not come back
	Renamed   Kind = "rename"    // SeatChange or team: the names themselves stand apart
	Moved     Kind = "move-seat" // SeatChange: to another team
	GaveRole  Kind = "role"      // SeatChange
	HandedTo  Kind = "policy"    // TeamChange: a policy plays on for the team, or people again with an empty one
	Froze     Kind = "freeze"    // the board stands still for everybody but the facilitator
	Revealed  Kind = "reveal"    // the board shows the truth, and all of it
	Unfroze   Kind = "unfreeze"  // the board moves again
	Shut      Kind = "lock"      // nobody new may join
	Unshut    Kind = "unlock"    //
	Forgot    Kind = "forgot"    // SeatChange: its name is gone
)

// Bodies of entries.
type (
	// Opening is what a workshop was made from.
	Opening struct {
		Level      string   `json:"level"`                // a shipped level's name, or the name in LevelText
		LevelText  string   `json:"level_text,omitempty"` // the TOML of a level that is not shipped
		Model      string   `json:"model,omitempty"`      // support model instead of the level's own
		Digest     string   `json:"level_digest"`         // game.Level.Digest in hexadecimal
		Rules      int      `json:"rules"`                // game.Rules
		Seed       string   `json:"seed"`                 // 64 hexadecimal digits; never shown before the reveal
		Commitment string   `json:"commitment"`           // SHA-256 of the seed's 32 bytes, in hexadecimal; shown from the start
		Script     Script   `json:"script"`
		Language   string   `json:"language"`
		Policies   []string `json:"policies,omitempty"` // of a rehearsal: one team each, played by that policy
		By         string   `json:"by"`                 // program and version
	}
	// Joining is a seat that is taken.
	Joining struct {
		Seat   int    `json:"seat"`             // from 1
		Team   int    `json:"team"`             // from 1; a new one where it is one more than there are
		Key    string `json:"key,omitempty"`    // HMAC of the player's SSH key under the workshop's secret
		Return string `json:"return,omitempty"` // HMAC of the code with which the player comes back, under the same
	}
	// Playing is what a policy does for its team.
	Playing struct {
		Team   int      `json:"team"`
		Orders []string `json:"orders,omitempty"`
		End    bool     `json:"end,omitempty"` // the turn is ended too
	}
	// Order is an order in its written form.
	Order struct {
		Text string `json:"text"`
	}
	// Note is a note about the game, as in a journal.
	Note struct {
		Kind string `json:"kind"`
		Text string `json:"text"`
	}
	// PhaseChange is the beginning of a phase of a round.
	PhaseChange struct {
		Round int   `json:"round"` // from 0
		Phase Phase `json:"phase"`
	}
	// Still says since when everything stood still, where nobody could write it down then: the store did not work, or the
	// server was not there.
	Still struct {
		Since int64 `json:"since"` // Unix milliseconds
	}
	// Extension is more time for the phase, or less.
	Extension struct {
		Seconds int `json:"seconds"`
	}
	// Step is where the teams have to come to: those that have not, end one turn.
	Step struct {
		Turn int `json:"turn"` // turns that everybody has ended after it; 0 for one more each
	}
	// Injection is an event that the facilitator lets happen to all. The facilitator names event and severity; the room adds
	// the rest, so that the workshop plays out alike when the file of events has changed.
	Injection struct {
		Event    string           `json:"event"`            // name in assets/workshop/events.toml
		Severity string           `json:"severity"`         // mild, normal or severe
		At       int32            `json:"at"`               // the minute of the game, the same for all
		Brings   []game.Happening `json:"brings,omitempty"` // in order of time
	}
	// LeverChange is which levers are open from now on.
	LeverChange struct {
		Open []Lever `json:"open"`
	}
	// Text is something said to all.
	Text struct {
		Text string `json:"text"`
	}
	// SeatChange is about one seat, or about one team where Seat is 0.
	SeatChange struct {
		Seat int  `json:"seat,omitempty"`
		Team int  `json:"team,omitempty"`
		Role Role `json:"role,omitempty"`
	}
	// TeamChange is about one team.
	TeamChange struct {
		Team   int    `json:"team"`
		Policy string `json:"policy"`
	}
)
