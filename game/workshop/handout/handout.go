package handout

import (
	"io/fs"

	"callout/assets"
	"callout/game/words"
)

// A Paper is one of the papers.
type Paper struct {
	Name string // of its file, without an ending: guide, cards, sheet
	Text string // Markdown
}

// Papers are all papers in the language in use: the guide, the cards, the sheet.
func Papers() ([]Paper, error) {
	var list []Paper
	for _, name := range []string{"guide", "cards", "sheet"} {
		text, err := read(name)
		if err != nil {
			return nil, err
		}
		list = append(list, Paper{name, text})
	}
	return list, nil
}

// Guide is the facilitator's guide as Markdown.
func Guide() (string, error) { return read("guide") }

// read is a paper in the language in use, or in the first one where it was not translated.
func read(name string) (string, error) {
	text, err := fs.ReadFile(assets.Workshop(), name+"."+words.Spoken()+".md")
	if err != nil {
		text, err = fs.ReadFile(assets.Workshop(), name+".md")
	}
	return string(text), err
}
