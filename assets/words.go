package assets

import (
	"embed"
	"io/fs"
)

//go:embed words
var wordFiles embed.FS

// Words is the catalogue of everything that the game says: a folder for each language, such as en, with TOML files
// whose tables name a part of the game and whose keys name a sentence.
func Words() fs.FS {
	sub, err := fs.Sub(wordFiles, "words")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	return sub
}
