package widget

import (
	"strings"
	"unicode/utf8"

	"callout/ui/key"
	"callout/ui/line"
	"callout/ui/theme"
)

// Field is a row in which text is typed, at its end. What could leave its cell never gets in.
type Field struct {
	Most int // characters
	text string
}

// Text is what was typed, without blanks around it.
func (f *Field) Text() string { return strings.TrimSpace(f.text) }

// Set replaces what was typed.
func (f *Field) Set(text string) {
	f.text = ""
	f.Paste(text)
}

// Paste adds text as if it had been typed.
func (f *Field) Paste(text string) {
	text = strings.TrimLeft(line.Clean(f.text+text), " ")
	for utf8.RuneCountInString(text) > f.Most {
		_, size := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-size]
	}
	f.text = line.Clean(text)
}

// Key takes one key and tells whether it edits.
func (f *Field) Key(k string) bool {
	switch k {
	case "backspace":
		_, size := utf8.DecodeLastRuneInString(f.text)
		f.text = line.Clean(f.text[:len(f.text)-size])
	case "ctrl+u":
		f.text = ""
	case "ctrl+w":
		f.text = f.text[:strings.LastIndexByte(strings.TrimRight(f.text, " "), ' ')+1]
	case "space":
		f.Paste(" ")
	default:
		m, ok := key.Edits(k)
		if !ok {
			return false
		}
		f.Paste(string(m.Runes))
	}
	return true
}

// Draw writes the field w cells wide, with a cursor behind the text where it has the keys. Where it is empty, instead
// stands in it faintly.
func (f *Field) Draw(b *line.Block, t *theme.Theme, w int, focus bool, instead string) {
	f.DrawAs(b, t, w, focus, instead, f.text)
}

// DrawAs is Draw with other text in the place of what was typed.
func (f *Field) DrawAs(b *line.Block, t *theme.Theme, w int, focus bool, instead, text string) {
	from := b.Col()
	b.Base(t.Selected)
	for line.Width(text) > w-2 { // its end is where the typing goes on
		text = line.Skip(text, line.Width(text)-(w-2))
	}
	b.Space(1).Put(t.Strong, text)
	if focus {
		b.Put(t.Accent, "█")
	}
	if text == "" {
		b.Cell(t.Dim, instead, max(0, from+w-b.Col()-1))
	}
	b.To(from + w).Base(line.Style{})
}
