// Package replay shows a game that was played, turn by turn, as the main screen showed it: what was known, and what was
// ordered. It can be gone through in both directions and at any speed, and from any turn the player can play on. What was
// hidden is told only of a game that is over.
package replay
