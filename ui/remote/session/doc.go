// Package session is what somebody at the other end of a line sees of a workshop: in front of the room, on a seat in it, in
// the facilitator's chair, or before its board. It is the door that servers lead to.
//
// A session holds no truth. What it shows is drawn from the room's newest picture, and what the player wants done is a
// command to the room; so a line may break at any time, and whoever comes back is where they were. A room never waits for
// a session: it leaves a sign in a slot, and the session looks when it gets to it.
//
// Of a picture, which holds everything, a player is shown the own team's view, the board as everybody may see it, and the
// names of people. Nothing else of other teams, and of no seed before it is revealed.
package session
