// Package assets holds the words of Callout that are the same in every level: the glossary and the reading list.
// They are plain text files, embedded; whoever can write a sentence can add one. The package imports nothing else of
// the project, so everything may import it.
package assets
