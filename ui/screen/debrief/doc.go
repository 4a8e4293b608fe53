// Package debrief is the screen after a game. Each page asks one question and answers it in its first line; the evidence
// stands under it. What takes long to work out comes later, while the pages can be read already.
package debrief
