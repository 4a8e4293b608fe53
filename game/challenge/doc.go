// Package challenge gives games to others: a short text that names a game exactly, so that a colleague can play the same
// one, a second that says what came of it, and the game of the day, which everybody has.
//
// A challenge code looks like CALLOUT-one-team-D0CV-KX2M-7QHA-3W9T. It holds the level's name, the number that all chance
// comes from, a fingerprint of level, support model and rules, and a checksum. A result code holds all that and then
// what the game came to: turns, goals, score, revenue lost, points for hints, and the beginning of the game's digest.
// Letters are those of Crockford's base32, so that small and capital letters, O and 0, I, L and 1 are the same; dashes,
// blanks and line breaks do not matter, nor does what stands before or behind a code.
//
// The fingerprint is of 20 bits and there to find out honest differences: another version of the rules, a file that was
// changed since. The checksum is of 15 bits and finds slips of the pen. Neither keeps anybody from lying, and a result
// code is a claim and not a proof: who has the saved game plays it again and compares, see Result.Check.
//
// The seed stands in every code, as it must. It is an oracle: whoever takes it out of there knows every fault to come. That
// spoils the game, and nothing is won by it. A workshop keeps its seeds on the server and gives out no codes.
package challenge
