package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"callout/game/debrief"
)

// Formats are the names of the formats, the usual one first.
func Formats() []string { return []string{"md", "json"} }

// Check tells what is wrong with a format's name.
func Check(format string) error {
	if !slices.Contains(Formats(), format) {
		return fmt.Errorf("%.30q is no format: write one of %s", format, strings.Join(Formats(), ", "))
	}
	return nil
}

// Write writes a debrief in a format.
func Write(w io.Writer, d *debrief.Debrief, format string) error {
	if err := Check(format); err != nil {
		return err
	}
	switch format {
	case "json":
		return JSON(w, d)
	}
	return Markdown(w, d)
}
