// Package levelchoice is the screen on which a level is chosen.
package levelchoice
