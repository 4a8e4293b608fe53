// Package debrief looks back on a game: what it cost and why, from the record of that game itself, and what else was
// possible with the same demand. It plays the record again, reads its events and their causes, and plays on from its
// decisions with the alternatives. It gives data and sentences; how they are shown is the business of the screens, of
// the line-by-line mode, and of package report.
package debrief
