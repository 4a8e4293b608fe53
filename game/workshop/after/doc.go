// Package after looks back on a whole workshop: what it cost each team, what all of them did alike, where they parted, and
// what the same fault came to at one team and at another. It plays every team's orders again on the demand that all of them
// had, and compares what package debrief sees in each game.
//
// What is compared is the same by construction: a fault comes to the same application at the same minute at every team,
// because demand is keyed by things and hours and not by what anybody did. A team's neglect can only add to it. So where
// one bill is higher than another, the difference lies between the fault and its end, and the chains of causes show where.
//
// A workshop is read from a store, or from a recording of it, as [Kept], and looked back on as [Played], without names where
// they are not asked for. [Look] reads the games, [Room.Compare] plays the same demand by programs. Pages of it are written by
// package report; statements for a learning platform, and recordings, are written here. [Kept.Verify] checks what was promised.
package after
