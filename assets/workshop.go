package assets

import (
	"embed"
	"io/fs"
)

//go:embed workshop
var workshopFiles embed.FS

// Workshop holds what whoever leads a workshop needs: scripts/NAME.toml, what they say in other languages in
// texts/LANGUAGE.toml, events.toml, names.txt for players who give none, and what is for reading and printing.
func Workshop() fs.FS {
	sub, err := fs.Sub(workshopFiles, "workshop")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	return sub
}
