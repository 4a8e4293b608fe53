// Package fit says how close a level comes to the month that it was made from: it plays the level many times and lays
// what really happened beside what came out. Where they do not fit, no conclusions are drawn. It also finds the two
// figures that no export tells directly: how much of the faults the level must have, and how long its people take.
package fit
