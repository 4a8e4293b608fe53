// Package theme is how the screens look: a handful of named styles, built once from a renderer.
//
// Three greys carry almost everything; one accent says "here you are", one colour warns and one alarms. No colour is the
// only sign of anything: marks and words say the same. Colours are given for light and dark backgrounds, each for
// true colour, 256 and 16 colours; without colour (NO_COLOR, a dumb terminal) all styles are empty.
package theme
