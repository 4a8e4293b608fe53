// Package progress keeps how far somebody came: which levels were won, how well, what was skipped, and what they answered
// before and after. It lies in one file in the user's data directory, beside the saved games.
//
// The saved games are the truth. Every finished game of the campaign has one entry, by an identity that is computed from
// the save; CatchUp enters what is missing by playing the saves again. So the file can be lost, and two machines can be
// merged as often as one likes: entries are a set, and what a level came to is counted from it.
//
// The file is written whole or not at all, under a lock, by reading, changing and writing: two programs at once do not
// lose each other's entries. What cannot be read as progress is moved aside and named, never thrown away.
package progress
