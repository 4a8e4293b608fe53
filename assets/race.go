package assets

import (
	_ "embed"
)

//go:embed race/race.css
var raceStyle string

// RaceStyle is the style sheet of the charts of a race: light and dark, by what the reader prefers, and dark inside of an
// element of class dark.
func RaceStyle() string { return raceStyle }
