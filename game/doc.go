// Package game is the engine of Callout: the rules of supporting what other teams build, and nothing else.
//
// It has four doors. A Game hands out a View (what Application Operations can know), takes Orders (checked when
// they are given; a wrong one changes nothing), ends turns, and returns Events that name their causes. Everything
// that plays goes through these doors. A game is its Level, its seed and its orders: the same input gives the same
// game, byte for byte, on every machine. To keep that true the package uses the standard library only, holds
// integers only, draws chance by counting (see draw.go), and knows no clock, file, environment or goroutine.
//
// One concept has one file, named after it: burnout is in burnout.go.
package game
