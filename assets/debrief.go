package assets

import (
	"embed"
	"io/fs"
)

//go:embed debrief
var debriefFiles embed.FS

// Debrief holds the templates of a debrief as one HTML file: page.html, drawing.html, and the style sheet page.css.
func Debrief() fs.FS {
	sub, err := fs.Sub(debriefFiles, "debrief")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	return sub
}
