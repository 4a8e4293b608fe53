// Package hint helps a player who is stuck, in three steps: where to look, what to think of, and a move. The move is
// what a rule of thumb would do that sees what the player sees; it is honest about being one.
package hint
