package assets

import (
	"embed"
	"io/fs"
)

//go:embed web
var webFiles embed.FS

// Web holds the pages of the game in a browser: templates at the top, and in static what is sent as it is.
func Web() fs.FS {
	sub, err := fs.Sub(webFiles, "web")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	return sub
}
