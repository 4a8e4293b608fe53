// Package sample makes rooms to look at: for the tests of what is drawn from a room, and for trying a screen by hand. What it
// makes is the same on every machine and does not change with the balance of the shipped levels.
package sample
