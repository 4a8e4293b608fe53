// Package policy plays the game by program: the baselines that levels are measured against. A policy sees a game.View
// and gives game.Orders, as a person does, and knows nothing else. It carries its own chance, keyed by the number of
// the game, so that the same game is played the same way on every machine.
package policy
