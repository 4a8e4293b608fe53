// Package quiet keeps the terminal library from asking the terminal for its background colour at start-up.
//
// Bubble Tea asks in its own init, and waits five seconds where nobody answers: in web terminals, relays and build
// machines. Go initialises packages in the order of their paths as soon as what they import is ready; this path sorts
// before Bubble Tea's, so the answer is already there. A test holds that order. Whether the background is light is
// taken from the environment instead (see ui.Options).
package quiet

import "github.com/charmbracelet/lipgloss"

func init() { lipgloss.SetHasDarkBackground(true) }
