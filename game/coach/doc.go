// Package coach says, from what the player can see, the one thing to think of now: what it is, and what to try. It leads
// through the first level and is there in every other one for whoever calls it.
//
// What it says depends on the view alone. So it finds its place again after a resumed game, an order taken back or
// anything else that the player did first, and it never waits for a step that can no longer be taken.
package coach
