// Package key is the keyboard: one function that turns what the terminal sent into single keys, and one table of
// what the keys mean everywhere. Help lines and the help pages are written from that table.
package key
