// Package home gives the players of a workshop their own debriefs to take home, from the debrief phase on: each the
// debrief of their team's game, by the return code of their seat, in every format that package report writes for one game.
//
// A room asks for all of them at once, while games of other rooms go on. So one debrief is made at a time, at each team
// once, and kept as it is sent. There are no names in it: a debrief is of a game.
package home
