// Package round is a workshop around its rounds: what to do next, how one's own game stands against the room, what to talk
// about; and the rows about the room that stand above every screen of a player.
package round
