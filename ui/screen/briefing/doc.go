// Package briefing is the screen before a game: what the level is about and what is asked of the player. The lesson is
// not told here; the result tells it.
package briefing
