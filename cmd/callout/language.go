package main

import (
	"fmt"
	"os"
	"strings"

	"callout/game/words"
	"callout/levels"
	"callout/ui/key"
	"callout/ui/settings"
	"callout/ui/theme"
)

// languageFlag is read before everything else, because the command line explains itself in the language in use.
const languageFlag = "--lang"

// preferences are the player's settings, and what is wrong with them.
type preferences struct {
	settings.Settings
	problems levels.Problems
}

// prefer reads the player's settings and speaks the language that is chosen. A language that there is not is an error.
func prefer(args []string) (preferences, error) {
	var p preferences
	p.Settings, p.problems = settings.Load()
	key.Change(p.Keys)
	return p, words.Speak(settings.LanguageOf(askedLanguage(args), p.Settings, os.Getenv))
}

// askedLanguage is the value of the flag for the language, or empty. What follows "--" is no flag.
func askedLanguage(args []string) string {
	asked := ""
	for i, a := range args {
		switch {
		case a == "--":
			return asked
		case a == languageFlag && i+1 < len(args):
			asked = args[i+1]
		case strings.HasPrefix(a, languageFlag+"="):
			asked = strings.TrimPrefix(a, languageFlag+"=")
		}
	}
	return asked
}

// light tells whether the terminal's background is light: as the player says, or as the environment does.
func (p preferences) light() bool {
	switch p.Theme {
	case "light":
		return true
	case "dark":
		return false
	}
	return theme.LightBackground(os.Getenv)
}

// tellSettings says what is wrong with the settings, where no screen does.
func (t terminal) tellSettings() {
	for _, p := range t.own.problems {
		fmt.Fprintln(t.err, p)
	}
}
