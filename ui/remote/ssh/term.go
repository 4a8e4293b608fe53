package ssh

import (
	"strings"

	"github.com/muesli/termenv"
)

// environment is what is kept of what a caller sends: how its terminal looks.
type environment map[string]string

// kept are the names that mean something here, accepted those that clients send by themselves and that are let pass.
var kept = map[string]bool{"COLORTERM": true, "NO_COLOR": true, "COLORFGBG": true, "CALLOUT_THEME": true, "CALLOUT_MOTION": true}

// set takes one request, and tells whether it was granted.
func (e environment) set(requests int, name, value string) bool {
	if requests > mostEnv || len(name)+len(value) > mostEnvSize {
		return false
	}
	if kept[name] {
		e[name] = value
		return true
	}
	return name == "LANG" || strings.HasPrefix(name, "LC_") // a server has one language
}

func (e environment) get(name string) string { return e[name] }

// The names of terminals that are known. Nothing looks them up anywhere else: no database of terminals, no file, no
// program.
var (
	trueColour = map[string]bool{
		"xterm-kitty": true, "xterm-ghostty": true, "alacritty": true, "foot": true, "foot-extra": true, "wezterm": true,
		"contour": true, "xterm-direct": true, "tmux-direct": true, "iterm2-direct": true, "konsole-direct": true,
	}
	sixteen = map[string]bool{
		"xterm": true, "xterm-color": true, "xterm-16color": true, "screen": true, "tmux": true, "rxvt": true, "rxvt-unicode": true,
		"linux": true, "ansi": true, "cygwin": true, "putty": true, "konsole": true, "gnome": true, "vte": true, "eterm": true,
		"rxvt-color": true, "mlterm": true, "st": true,
	}
	twoHundred = map[string]bool{
		"xterm-256color": true, "screen-256color": true, "tmux-256color": true, "rxvt-256color": true, "rxvt-unicode-256color": true,
		"putty-256color": true, "konsole-256color": true, "gnome-256color": true, "vte-256color": true, "linux-256color": true,
		"st-256color": true, "mlterm-256color": true, "nsterm-256color": true, "screen.xterm-256color": true,
	}
)

// profile says how many colours a terminal has, and whether it can show screens at all.
func profile(term string, e environment) (p termenv.Profile, screens bool) {
	term = strings.ToLower(term)
	switch {
	case term == "dumb" || term == "":
		return termenv.Ascii, false
	case e["NO_COLOR"] != "":
		return termenv.Ascii, true
	case e["COLORTERM"] == "truecolor" || e["COLORTERM"] == "24bit" || trueColour[term]:
		return termenv.TrueColor, true
	case twoHundred[term]:
		return termenv.ANSI256, true
	case sixteen[term]:
		return termenv.ANSI, true
	}
	return termenv.Ascii, true // whatever it is, it moves its cursor like all others
}

// clamp is a size that a screen can have. What clients send goes up to four thousand million.
func clamp(width, height uint32) (w, h int) {
	if width == 0 || height == 0 { // not known
		width, height = 80, 24
	}
	return int(max(minWidth, min(width, maxWidth))), int(max(minHeight, min(height, maxHeight)))
}
