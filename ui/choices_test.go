package ui

import (
	"errors"
	"testing"

	"github.com/muesli/termenv"

	"callout/game/words"
	"callout/ui/theme"
)

// TestSettingsAreChosenOnScreen holds that a choice is written as the file writes it, and does what it says at once.
func TestSettingsAreChosenOnScreen(t *testing.T) {
	speak(t, words.First)
	var written []string
	o := Options{Predictions: true, Change: func(name, value string) error {
		written = append(written, name+" = "+value)
		return nil
	}}
	d := drive(t, 80, 24, termenv.Ascii, o).press("o")
	d.sees("Settings", "English")
	d.press("1").sees("Einstellungen", "Deutsch")
	d.press("2", "3")
	if want := []string{`language = "de"`, "reduced_motion = false", "predictions = false"}; len(written) != 3 || written[0] != want[0] || written[1] != want[1] || written[2] != want[2] {
		t.Errorf("written %q, want %q", written, want)
	}
	if !d.root.o.Motion || d.root.o.Predictions {
		t.Error("what was chosen is not done")
	}
	d.sees(theme.Cursor + " 3 ") // the cursor stays on what was chosen
	d.press("5").sees("Zug beenden")
	d.press("esc", "esc").sees("Einstellungen")
}

func TestSettingThatCannotBeKeptIsTold(t *testing.T) {
	o := Options{Change: func(string, string) error { return errors.New("the disk is full") }}
	drive(t, 80, 24, termenv.Ascii, o).press("o", "2").sees("That did not work", "the disk is full")
	if words.Spoken() != words.First {
		t.Error("the language has changed")
	}
}
