package game

// Game is one game being played. It is not safe for concurrent use.
type Game struct {
	level *Level
	now   Minute
	over  bool
}

// New begins a game of level l. The level is only read.
func New(l *Level, seed Seed) *Game { return &Game{level: l, now: l.Start} }

// Level is the level that is played.
func (g *Game) Level() *Level { return g.level }

// Do gives an order. It returns an error that says what would be right, and then nothing has changed.
func (g *Game) Do(o Order) error { return nil }

// EndTurn plays on to the end of the turn and returns what happened, in order, hidden events included. The slice is
// good until the next call. After the end of the game it returns nothing.
func (g *Game) EndTurn() []Event { return nil }

// View fills v with what Application Operations knows now.
func (g *Game) View(v *View) {}

// Over tells whether the game has ended.
func (g *Game) Over() bool { return g.over }

// NeedsDecision tells whether something waits for the player: "continue" ends turns until it does.
func (g *Game) NeedsDecision() bool { return false }

// Clone is an independent copy that plays on with the same luck.
func (g *Game) Clone() *Game { return nil }

// Digest is a fingerprint of the whole state.
func (g *Game) Digest() uint64 { return 0 }

// Rules is the version of the rules. It is raised with every change that lets the same orders lead to another game.
const Rules = 1

// Result is the truth about a finished (or running) game, for the result screen, reports and the laboratory.
func (g *Game) Result() Result { return Result{} }
