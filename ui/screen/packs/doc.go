// Package packs is the dialog that lists the installed packs of levels, to play one.
package packs
