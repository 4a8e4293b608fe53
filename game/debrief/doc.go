// Package debrief looks back on a game: what it cost and why, from the record of that game itself, and what else was
// possible with the same demand. It plays the record again, reads its events and their causes, and plays on from its
// decisions with the alternatives. It gives data and sentences; how they are shown is the business of the screens, of
// the line-by-line mode, and of package report.
//
// Look says what the record itself shows. A history is the record played again with a trace of every minute (game.Trace).
// From that a tale is told of every alert: which stretch of an incident went where, and from which order it followed.
// Stretches sum to the incident's minutes and to its loss; as steps, with what brought the incident before them, they are
// the chain of causes. A cut is an edit of the orders that is played on the same demand and has to keep what it promises.
// Findings are measured, and each file says where its threshold comes from; numbers such as C16 and domain 4.5 are those
// of the figures that levels/balance.toml is calibrated by.
package debrief
