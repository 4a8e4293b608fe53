// Package screen says what a screen is. The screens themselves are in folders of their own.
//
// A screen is a plain struct: it takes keys and returns what is to be done as an Action, and it returns its text for a size.
// It does no input or output, starts nothing and knows nothing of Bubble Tea. The root in package ui keeps a stack of
// screens, gives keys to the topmost, and does what Actions say.
package screen
