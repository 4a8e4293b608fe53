// Package hint helps a player who is stuck, in three steps: where to look, what to think of, and a move. The moves are
// those that a rule of thumb finds that sees what the player sees; which of them is told is found by looking ahead, on
// copies of the game that have other luck. Steps after the first cost points of the medal, and say so before.
package hint
