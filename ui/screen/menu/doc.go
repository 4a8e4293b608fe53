// Package menu is the first screen: go on, begin, look words up, leave; and the list of saved games.
package menu
