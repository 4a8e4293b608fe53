// Package home makes the debriefs of the players of a workshop, from the debrief phase on: each sees the debrief of their
// team's game, and takes it home by the return code of their seat, in every format that package report writes for one game.
//
// A room asks for all of them at once, while games of other rooms go on. So one debrief is made at a time, at each team
// once, whoever asks for it in whichever way, and kept as it is sent. There are no names in it: a debrief is of a game.
package home
