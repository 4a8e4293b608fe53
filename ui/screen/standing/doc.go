// Package standing is the screen that tells how a running game stands, by what Application Operations knows. The truth is
// for the debrief, after the end.
package standing
