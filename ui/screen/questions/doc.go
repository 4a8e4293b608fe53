// Package questions asks three short questions before the first level and after the last one, and shows the answers side
// by side with what the player's own games came to. There is no right answer, and one key leaves them out.
package questions
