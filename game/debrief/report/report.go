package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"callout/game/debrief"
)

// Formats are the names of the formats, the usual one first.
func Formats() []string { return []string{"md", "html", "json", "csv"} }

// Check tells what is wrong with a format's name.
func Check(format string) error { return among("format", format, Formats()) }

// CheckTable tells what is wrong with the name of a table of CSV.
func CheckTable(table string) error { return among("table", table, Tables()) }

func among(what, name string, names []string) error {
	if !slices.Contains(names, name) {
		return fmt.Errorf("%.30q is no %s: write one of %s", name, what, strings.Join(names, ", "))
	}
	return nil
}

// Write writes a debrief in a format. As CSV it is the usual table; CSV writes the others.
func Write(w io.Writer, d *debrief.Debrief, format string) error {
	switch format {
	case "md":
		return Markdown(w, d)
	case "html":
		return HTML(w, d)
	case "json":
		return JSON(w, d)
	case "csv":
		return CSV(w, d, Tables()[0])
	}
	return Check(format)
}
