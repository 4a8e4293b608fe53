// Package widget is the few parts that all screens are made of. A widget writes into a line.Block, or returns rows;
// none keeps a terminal, a colour or the game.
package widget
