// Package policy plays the game by program: the baselines that levels are measured against. A policy sees a game.View
// and gives game.Orders, as a person does, and knows nothing else. It carries its own chance, keyed by the number of
// the game, so that the same game is played the same way on every machine.
//
// The policy rule has traits, each a habit that a level may teach. Every level is proven with them: lesson is rule with
// all of its traits, without-lesson is rule without the one that the level names, which it is told as a Pupil.
package policy
