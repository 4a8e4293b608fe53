// Package play is the main screen.
//
// It is read from the top: am I in trouble (the three gauges), what waits (inbox), what is this and what can I do about it
// at what price (detail), what hurts (applications), who is free (people). It shows game.View and nothing else; what it
// knows of the level are names and the public constants of its balance.
//
// Each panel is one file. The orders that the selected thing allows stand in orders.go: the same list is drawn, with keys
// and prices, and asked when a key is pressed.
package play
