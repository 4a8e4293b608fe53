// Package board is the projector of a workshop in a terminal: read only, few words, large figures. It shows how to join
// before the games, the race while they are played, and the truth after the reveal. What it does not show it counts.
//
// A board that is frozen or paused says so in a row of its own, and nothing on it moves but the clock.
package board
