// Package menu is the front page: go on, the next level, the campaign, saved games, words; and one thing to press for
// whoever comes for the first time.
package menu
