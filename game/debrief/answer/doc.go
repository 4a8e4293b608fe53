// Package answer gives the answers of a debrief in one sentence each, so that the screens, the line-by-line mode and the
// reports say the same. The evidence is in the debrief itself; how it is drawn is the business of who shows it.
package answer
