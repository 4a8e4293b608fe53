package ui

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"callout/game/words"
	"callout/ui/screen"
	choices "callout/ui/screen/settings"
	"callout/ui/settings"
)

// chosen brings a setting that was written, or why it could not be.
type chosen struct {
	name, value string
	err         error
}

// choose shows the settings, with the cursor on what was changed just now.
func (r *root) choose(changed string) {
	theme := r.o.Theme
	if theme == "" {
		theme = settings.Default().Theme
	}
	r.push(choices.New(r.theme, choices.Now{Motion: r.o.Motion, Predictions: r.o.Predictions, Theme: theme, Path: settings.Path(), Changed: changed}))
}

// set writes a setting.
func (r *root) set(a screen.Set) tea.Cmd {
	change := r.o.Change
	return func() tea.Msg { return chosen{a.Name, a.Value, change(a.Name, a.Value)} }
}

// chosen does what a setting says, and shows the settings anew. Colours and keys count from the next start.
func (r *root) chosen(msg chosen) tea.Cmd {
	r.busy = false
	if msg.err != nil {
		r.notice(words.Say("screen.failed"), msg.err.Error())
		return nil
	}
	text, err := strconv.Unquote(msg.value)
	if err != nil {
		text = msg.value
	}
	switch msg.name {
	case "language":
		if err := words.Speak(text); err != nil {
			r.notice(words.Say("screen.failed"), err.Error())
			return nil
		}
	case "reduced_motion":
		r.o.Motion = text != "true"
	case "predictions":
		r.o.Predictions = text == "true"
	case "theme":
		r.o.Theme = text
	}
	r.back()
	r.choose(msg.name)
	return r.lookAround()
}
