// Package handout is what whoever leads a workshop reads and prints: the guide, the question cards, and the players' sheet,
// in the language in use. They are Markdown; Page makes one file of HTML of them, for a screen and for paper.
package handout
