// Package packs keeps packs of levels: folders and archives with a name, in the user's data directory. A pack is checked as a
// whole before any of it is kept; its levels are played as PACK/LEVEL.
package packs
