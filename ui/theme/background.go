package theme

import "strings"

// LightBackground tells from the environment whether the terminal is light: CALLOUT_THEME is "light" or "dark", or
// COLORFGBG says it. The terminal is not asked, because some never answer.
func LightBackground(getenv func(string) string) bool {
	switch getenv("CALLOUT_THEME") {
	case "light":
		return true
	case "dark":
		return false
	}
	colours := getenv("COLORFGBG")
	back := colours[strings.LastIndexByte(colours, ';')+1:]
	return back == "7" || back == "15"
}
